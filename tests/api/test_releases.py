"""Releases of datasets in a store, on each backend."""

# ruff: noqa: F811 (fixtures are arguments)

from pathlib import Path

import pytest

from api.releases import ReleaseReport, make_report, put_release
from kg.questions.arms import ArmsQuery, arms
from kg.questions.datasets import get_manifest, iter_datasets
from kg.store import Store
from kg.stores import open_store
from kg.stores.steps import Step
from loaders.datasets.dataset import read_dataset
from loaders.datasets.release import read_release
from tests.kg.conftest import store, store_url  # noqa: F401 (fixtures)
from tests.kg.dump import dump
from tests.loaders.datasets.tables import ROWS, write_mapping, write_table

MANY = tuple(f"{n},France,{('Egypt', 'India', 'Chad', 'Peru')[n % 4]},jet {n},1,2000,\n" for n in range(2_500))


class Stopped(Exception):
    """A load that breaks off."""


def load(into: Store, folder: Path, *rows: str, parts: int | None = None) -> ReleaseReport:
    with read_release(read_dataset(write_mapping(folder)), write_table(folder, *rows)) as release:
        report = make_report(release)
        for done, _ in enumerate(put_release(into, release, report), start=1):
            if done == parts:
                break
        return report


def keys(of: Store) -> list[str]:
    return sorted(document.key for document in of.iter_documents())


def test_a_release_is_whole_when_its_last_part_is_in(store: Store, tmp_path: Path) -> None:
    report = load(store, tmp_path, *ROWS)

    manifest = get_manifest(store, "think-tank")
    assert manifest
    assert manifest.whole
    assert report.whole
    assert (report.rows, report.stored, report.duplicate, len(report.rejects)) == (5, 4, 0, 0)
    assert manifest.left_aside == {"no arms": 1}
    [part] = manifest.parts
    assert (part.rows, part.stored, part.claims) == (5, 4, 4)
    [link] = arms(store, ArmsQuery(supplier="France"))
    assert (link.recipient.name, link.items) == ("Egypt", ("jets",))
    [dataset] = iter_datasets(store)
    assert (dataset.name, dataset.whole, dataset.rows, dataset.stored) == ("think-tank", True, 5, 4)


def test_the_same_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, *ROWS)
    before = [entry.sequence for entry in store.iter_log()]

    report = load(store, tmp_path, *ROWS)

    assert [entry.sequence for entry in store.iter_log()] == before
    assert (report.stored, report.duplicate) == (0, 4)


def test_a_load_that_broke_off_is_marked_and_goes_on(
    store: Store,
    tmp_path: Path,
) -> None:
    with open_store(f"sqlite:{tmp_path / 'undisturbed.db'}", create=True) as undisturbed:
        load(undisturbed, tmp_path, *MANY)
        wanted = dump(undisturbed)

    broken = load(store, tmp_path, *MANY, parts=1)
    manifest = get_manifest(store, "think-tank")
    assert manifest
    assert not manifest.whole
    assert not broken.whole
    report = load(store, tmp_path, *MANY)

    assert report.duplicate == broken.stored
    assert report.stored + report.duplicate == len(MANY)
    assert dump(store) == wanted


def test_a_newer_release_replaces_the_older_one_record_by_record(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, *ROWS)
    kept = {claim.content: claim.id for claim in store.iter_claims()}

    load(store, tmp_path, ROWS[0].replace("24", "30"), *ROWS[1:], "6,Italy,Egypt,ships,2,2020,done\n")

    now = {claim.content: claim.id for claim in store.iter_claims()}
    assert now["USSR to Egypt: tanks (1970)"] == kept["USSR to Egypt: tanks (1970)"]
    [link] = arms(store, ArmsQuery(supplier="France"))
    assert [claim.qualifiers["number"] for claim in link.claims] == [30]
    assert "Italy to Egypt: ships (2020)" in now


def test_parts_that_a_newer_release_does_not_have_are_withdrawn(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, *MANY)
    load(store, tmp_path, *MANY, *MANY, parts=1)  # other parts than before, and broken off

    load(store, tmp_path, *ROWS)

    assert keys(store) == ["id:think-tank", "id:think-tank#1-0"]
    assert len([*store.iter_claims()]) == 4


@pytest.mark.parametrize("step", [Step.LOGGED, Step.DERIVED])
def test_a_part_is_in_whole_or_not_at_all(store_url: str, tmp_path: Path, step: Step) -> None:
    writes = iter(range(100))

    def stop(announced: Step) -> None:
        if announced is step and next(writes) == 2:
            raise Stopped

    with open_store(store_url, create=True, announce=stop) as disturbed, pytest.raises(Stopped):
        load(disturbed, tmp_path, *MANY)
    with open_store(store_url) as again:
        claims = {document.id: 0 for document in again.iter_documents() if "#" in document.key}
        for claim in again.iter_claims():
            claims[claim.document] += 1
        report = load(again, tmp_path, *MANY)

    assert len(claims) == 1
    assert report.duplicate == sum(claims.values())
    assert report.stored + report.duplicate == len(MANY)
