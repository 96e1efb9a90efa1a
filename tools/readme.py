"""The examples of the README and of the walk, run: `python -m tools.readme` writes what they print, a test compares.

A `console` block holds commands behind `$ `, run one after the other in a folder with the samples and the store of
`make demo`. A `cypher` block is a query, run on a real Neo4j server that holds a copy of that store; the `text` block
behind it is its answer.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import neo4j

from tools.neo4j import held_server

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
WALK = ROOT / "docs" / "walk.md"
_CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
_CYPHER = re.compile(r"```cypher\n(?P<query>.*?)```\n\n```text\n(?P<answer>.*?)(?=```)", re.DOTALL)


def make_folder(folder: Path) -> dict[str, str]:
    """Lay out a folder as `make demo` does; the environment in which the README's commands run there."""
    shutil.copytree(ROOT / "samples", folder / "samples")
    env = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "KG_STORE": "sqlite:demo.db",
        "PYTHONUTF8": "1",
        "TERM": "dumb",
    }
    run("kg load samples", folder, env)
    return env


def run(command: str, folder: Path, env: dict[str, str]) -> str:
    """What a command prints, errors among it."""
    done = subprocess.run(  # the README's own commands, pipes and quotes among them
        command,
        shell=True,
        cwd=folder,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout


def with_output(readme: str, folder: Path, env: dict[str, str]) -> str:
    """The README with what its commands print now."""

    def answered(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block[1], re.MULTILINE)
        return "".join(f"$ {command}\n{run(command, folder, env)}" for command in commands)

    return _CONSOLE.sub(answered, readme)


def with_answers(readme: str, ask: Callable[[str], Sequence[neo4j.Record]]) -> str:
    """The README with what its Cypher queries answer now."""

    def answered(block: re.Match[str]) -> str:
        return f"```cypher\n{block['query']}```\n\n```text\n{_table(ask(block['query']))}"

    return _CYPHER.sub(answered, readme)


def ask_server(url: str) -> Callable[[str], Sequence[neo4j.Record]]:
    """How to ask a server one query."""

    def ask(query: str) -> Sequence[neo4j.Record]:
        with neo4j.GraphDatabase.driver(url, notifications_min_severity="OFF") as driver:
            return driver.execute_query(query).records

    return ask


def _table(records: Sequence[neo4j.Record]) -> str:
    lines = [" | ".join(records[0].keys())] if records else ["no rows"]
    lines += [" | ".join(_cell(value) for value in record.values()) for record in records]
    return "".join(f"{line}\n" for line in lines)


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def main() -> None:
    """Write the README and the walk anew."""
    readme = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        walk = with_output(WALK.read_text(encoding="utf-8"), Path(name), make_folder(Path(name)))
        WALK.write_text(walk, encoding="utf-8")
    with tempfile.TemporaryDirectory() as name, held_server() as url:
        folder = Path(name)
        env = make_folder(folder)
        readme = with_output(readme, folder, env)
        run(f"kg copy sqlite:demo.db {url}", folder, env)
        README.write_text(with_answers(readme, ask_server(url)), encoding="utf-8")


if __name__ == "__main__":
    main()
