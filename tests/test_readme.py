"""The README's commands and queries print what the README says; `python -m tools.readme` renews it."""

from pathlib import Path

import pytest

from tools.readme import README, WALK, ask_server, make_folder, run, with_answers, with_output

ANEW = "the README is out of date: run `python -m tools.readme`, and read what changed"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("readme")
    return folder, make_folder(folder)


def test_the_commands_print_what_the_readme_says(demo: tuple[Path, dict[str, str]]) -> None:
    readme = README.read_text(encoding="utf-8")

    assert readme.count("```console") >= 5
    assert with_output(readme, *demo) == readme, ANEW


def test_the_walk_goes_as_it_says(tmp_path: Path) -> None:
    walk = WALK.read_text(encoding="utf-8")

    assert "Russia arms Azerbaijan and Armenia" in walk
    assert with_output(walk, tmp_path, make_folder(tmp_path)) == walk, ANEW


@pytest.mark.neo4j
def test_the_queries_answer_what_the_readme_says(demo: tuple[Path, dict[str, str]], empty_neo4j: str) -> None:
    folder, env = demo
    readme = README.read_text(encoding="utf-8")
    run(f"kg copy sqlite:demo.db {empty_neo4j}", folder, env)

    assert readme.count("```cypher") >= 3
    assert with_answers(readme, ask_server(empty_neo4j)) == readme, ANEW
