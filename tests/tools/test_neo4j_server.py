"""The server that tests run on is itself held to what it promises: clear messages, and nothing left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.neo4j import ServerError, held_server, install

_KILLED = """
import os, signal
from tools.neo4j import held_server
with held_server() as url:
    print(url, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_missing_java_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerError, match="no java on the path: install a JDK, 17 or newer"):
        install(tmp_path)


def test_a_wrong_java_home_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(ServerError, match="no java in JAVA_HOME"):
        install(tmp_path)


def test_a_missing_maven_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.touch(mode=0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerError, match="no mvn on the path: install Maven"):
        install(tmp_path)


def test_maven_that_fails_is_told_and_leaves_no_half_of_the_jars(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("java", "mvn"):
        (tmp_path / name).write_text("#!/bin/sh\necho no network here >&2\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(ServerError, match=r"could not fetch the jars(.|\n)*no network here"):
        install(tmp_path / "home")
    assert [path for path in (tmp_path / "home").rglob("*") if path.name != "install.lock"] == []


@pytest.mark.neo4j
def test_jars_are_fetched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lib = install()
    monkeypatch.setenv("PATH", "")
    assert install() == lib
    assert len([*lib.glob("*.jar")]) > 200


@pytest.mark.neo4j
def test_no_server_outlives_a_user_who_is_killed() -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED], capture_output=True, text=True, timeout=180)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    port = int(killed.stdout.strip().rpartition(":")[2])
    deadline = time.monotonic() + 60
    while _is_open(port):
        assert time.monotonic() < deadline, "the server still answers"
        time.sleep(0.1)


def test_a_server_that_cannot_start_tells_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(ServerError, match="no java in JAVA_HOME"), held_server():
        pytest.fail("it cannot have started")


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
