"""Five kills of each load, one after the other in one store, so that what goes on is itself killed; `make soak` is
longer."""

from pathlib import Path

import pytest

from tests.kg.conftest import BACKENDS
from tests.soak import dump, finish, kill, moments, undisturbed, write_articles, write_register

KILLS = 5


@pytest.fixture(params=BACKENDS)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, of one backend after the other."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'store.db'}"
    return str(request.getfixturevalue("empty_neo4j"))


@pytest.mark.slow
@pytest.mark.parametrize("what", ["register", "articles"])
def test_a_load_that_is_killed_and_run_again_ends_as_one_that_nobody_disturbed(
    what: str, store_url: str, tmp_path: Path
) -> None:
    file = (
        write_register(tmp_path / "register.csv", 2500)
        if what == "register"
        else write_articles(tmp_path / "articles.jsonl", 40)
    )
    meant, writes = undisturbed(file, tmp_path)
    for moment in sorted(moments(7, KILLS, writes), key=lambda moment: moment.writes):
        kill(file, store_url, moment)
    report = finish(file, store_url)
    assert report["in"] == (2500 if what == "register" else 40)
    assert dump(store_url) == meant
