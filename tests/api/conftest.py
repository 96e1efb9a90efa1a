"""A loaded store in a file, the command line called in process, and as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.app import app
from kg.stores import open_store
from tests.kg.articles import HERALD, Said, article
from tests.kg.questions.conftest import DENIAL, WAR

Kg = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]

HOSTILE = article(
    "https://evil.example/'\"><script>",
    Said(HERALD, '=HYPERLINK("evil")\x1b]0;owned\x07\x9b31m\u202e <script>alert(1)</script>'),
    publisher=HERALD,
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store with two articles about the war."""
    address = f"sqlite:{tmp_path / 'loaded.db'}"
    with open_store(address, create=True) as store:
        store.put(WAR)
        store.put(DENIAL)
    return address


@pytest.fixture
def hostile_url(tmp_path: Path) -> str:
    """The address of a store with an article that means harm to terminals, spreadsheets and browsers."""
    address = f"sqlite:{tmp_path / 'hostile.db'}"
    with open_store(address, create=True) as store:
        store.put(HOSTILE)
    return address


@pytest.fixture
def kg(url: str) -> Kg:
    """`kg` in this process, asking the loaded store."""

    def run(*command: str, **environment: str) -> Result:
        return CliRunner().invoke(app, list(command), env={"KG_STORE": url, **environment}, prog_name="kg")

    return run


@pytest.fixture
def process(url: str, tmp_path: Path) -> Process:
    """`kg` as its own process in an empty folder, asking the loaded store."""

    def run(*command: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        env = {**os.environ, "KG_STORE": url, "PYTHONUTF8": "1", **environment}
        return subprocess.run(
            [sys.executable, "-c", "from api.cli import main; main()", *command],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
            env=env,
            timeout=120,
        )

    return run
