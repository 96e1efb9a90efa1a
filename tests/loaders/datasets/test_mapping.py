from pathlib import Path

import pytest

from loaders.datasets.dataset import known_datasets, read_dataset
from loaders.errors import WrongMapping
from tests.loaders.datasets.tables import MAPPING, write_mapping


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("name: think-tank", "name: Think Tank", '"Think Tank" is no name of a dataset: write it as think-tank'),
        ("kind: ArmsSale", "kind: ArmSale", '"ArmSale" is none of'),
        ("type: State, year: year}", "type: Weapon}", "Weapon is no Actor, which is wanted here"),
        ("supplier:", "seller:", '"seller" is no field here: supplier, recipient are'),
        ("done: completed", "done: finished", '"finished" is none of requested'),
        ("licence: CC0", "license: CC0", '"license" is no field here'),
        ("key: [id]\n", "", '"key" is missing'),
        ("ordered: year", "ordered: {year: year, week: w}", '"week" is no field here'),
        ("is: [nothing]", "is: [no", "expected"),
        ("number: {column: number", "number: {constant: 1, columm: number", '"columm" is no field here'),
        ("licence: CC0", "licence: CC0\nfile: {encoding: utf-9}", '"utf-9" is no encoding'),
        ("licence: CC0", "licence: CC0\nfile: {delimiter: '||'}", "is no delimiter"),
        ("licence: CC0", "licence: CC0\nfile: {release: soon}", "is not a date"),
        ("licence: CC0", "licence: CC0\nexpectations: {rows: {least: few}}", "'few' is not a whole number"),
        ("{column: what, is: [nothing]}", "{column: what}", "a condition has one of"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, reason: str) -> None:
    with pytest.raises(WrongMapping, match=r"mapping.yaml:\d+: ") as caught:
        read_dataset(write_mapping(tmp_path, MAPPING.replace(old, new, 1)))

    assert reason in str(caught.value)


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongMapping, match=r"nowhere\.yaml"):
        read_dataset(tmp_path / "nowhere.yaml")


def test_the_datasets_that_come_along_can_be_read() -> None:
    assert "sipri-trade-register" in [dataset.name for dataset in known_datasets()]
