"""What happens around a load that is no fault of its own: it is told, nothing is half, and the same command goes on."""

import ctypes
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kg.stores import open_store
from tests.conftest import driver
from tests.proxy import proxied
from tests.soak import dump, finish, get_writes, load, undisturbed, write_articles, write_register
from tools.neo4j.server import Server, get_server, stop

ROWS, ARTICLES = 1200, 25
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return write_register(tmp_path / "register.csv", ROWS)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles.jsonl", ARTICLES)


@pytest.mark.slow
@pytest.mark.parametrize("most", [300_000, 2_000_000])
def test_a_full_disk_is_told_and_the_same_again_goes_on(register: Path, tmp_path: Path, most: int) -> None:
    url = f"sqlite:{tmp_path / 'store.db'}"
    meant, _ = undisturbed(register, tmp_path)
    command = [sys.executable, "-c", "from api.cli import main; main()", "load", str(register), "--store", url]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=lambda: _may_write(most), timeout=120
    )
    assert done.returncode == 2
    assert "store.db cannot be" in done.stderr or "free some space" in done.stderr
    assert "Traceback" not in done.stderr
    finish(register, url)
    assert dump(url) == meant


def test_a_backup_on_a_full_disk_leaves_the_old_one(register: Path, tmp_path: Path) -> None:
    url, file = f"sqlite:{tmp_path / 'store.db'}", tmp_path / "kept.gz"
    finish(register, url)
    file.write_bytes(b"the old one")
    command = [sys.executable, "-c", "from api.cli import main; main()", "backup", str(file), "--store", url]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=lambda: _may_write(40_000), timeout=120
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "File too large" in done.stderr
    assert file.read_bytes() == b"the old one"
    assert [*tmp_path.glob(".kept*")] == []


def _may_write(most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_may_not_be_written_is_told(articles: Path, tmp_path: Path, what: str) -> None:
    folder, file = tmp_path / "folder", tmp_path / "others.jsonl"
    folder.mkdir()
    path = folder / "store.db"
    finish(articles, f"sqlite:{path}")
    file.write_bytes(articles.read_bytes().replace(b"The Herald", b"The Tribune"))
    path.chmod(0o444)
    folder.chmod(0o555 if what == "folder" else 0o755)
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", "load", str(file), "--store", f"sqlite:{path}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
        preexec_fn=_mind_permissions,
        timeout=120,
    )
    folder.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(path) in done.stderr
    assert "allow" in done.stderr
    assert path.read_bytes() == before


def _mind_permissions() -> None:
    """Even root, who else may write anywhere."""
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def test_a_newer_store_in_a_file_is_left_as_it_is(articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    finish(articles, f"sqlite:{path}")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    _is_refused(articles, f"sqlite:{path}", "was written by a newer claimgraph")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM log").fetchone() == (ARTICLES,)


@pytest.mark.neo4j
def test_a_newer_store_on_a_server_is_left_as_it_is(articles: Path, empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True), driver(empty_neo4j) as it:
        it.execute_query("MATCH (h:_Head {id: 'head'}) SET h.format = 99")
    _is_refused(articles, empty_neo4j, "was written by a newer claimgraph")
    with driver(empty_neo4j) as it:
        assert it.execute_query("MATCH (n) WHERE NOT n:_Head RETURN n").records == []


def _is_refused(file: Path, url: str, told: str) -> None:
    with load(file, url) as run:
        out, err = run.communicate(timeout=120)
    assert (run.returncode, out) == (2, "")
    assert told in err


@pytest.mark.neo4j
@pytest.mark.slow
def test_a_connection_that_is_cut_is_taken_up_again(register: Path, empty_neo4j: str, tmp_path: Path) -> None:
    meant, _ = undisturbed(register, tmp_path)
    with proxied(empty_neo4j) as proxy:
        proxy.cut_after(300_000)
        report = finish(register, proxy.url)
        assert proxy.cuts == 1
    assert report["in"] == ROWS
    assert dump(empty_neo4j) == meant


@pytest.mark.neo4j
@pytest.mark.slow
def test_a_server_that_is_killed_is_told_and_the_same_again_goes_on(register: Path, tmp_path: Path) -> None:
    meant, _ = undisturbed(register, tmp_path)
    folder = tmp_path / "server"
    server = _started(folder)
    try:
        with load(register, server.url) as run:
            while get_writes(server.url) < 2 and run.poll() is None:
                time.sleep(0.1)
            os.kill(server.pid, signal.SIGKILL)
            out, err = run.communicate(timeout=120)
        assert run.returncode == 2
        assert "Neo4j does not answer at" in err
        assert "run the same command again to go on" in err or not out
        _started(folder, "--bolt", str(server.bolt), "--http", str(server.http))
        finish(register, server.url)
        assert dump(server.url) == meant
    finally:
        if get_server(folder):
            stop(folder)


def _started(folder: Path, *ports: str) -> Server:
    """A server that is nobody's child here: it may be killed, and leaves no process to wait for."""
    command = [sys.executable, "-m", "tools.neo4j", "start", str(folder), *ports]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[1], timeout=180)
    server = get_server(folder)
    assert server
    return server
