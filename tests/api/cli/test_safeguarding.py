import json
import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.api.conftest import Kg, Process

WAR = "https://herald.example/war"


def dumped(kg: Kg, *store: str) -> str:
    return kg("export", "--format", "nquads", *store).stdout


def test_a_backup_is_restored_to_the_same_dump_and_goes_on(kg: Kg, tmp_path: Path) -> None:
    file, target = str(tmp_path / "kept.jsonl.gz"), ("--store", f"sqlite:{tmp_path / 'restored.db'}")
    assert json.loads(kg("backup", file, "--json").stdout) == {"writes": 2}
    assert json.loads(kg("restore", file, "--json", *target).stdout) == {"writes": 2}
    assert json.loads(kg("restore", file, "--json", *target).stdout) == {"writes": 0}
    assert dumped(kg, *target) == dumped(kg)


def test_a_cut_backup_is_refused_and_leaves_nothing(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl.gz"
    assert kg("backup", str(file)).stdout == f"2 writes kept in {file}\n"
    file.write_bytes(file.read_bytes()[:-40])
    done = kg("restore", str(file), "--store", f"sqlite:{tmp_path / 'restored.db'}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is cut or changed at line" in done.stderr
    assert not (tmp_path / "restored.db").exists()


def test_a_backup_that_is_not_there_is_told(kg: Kg) -> None:
    done = kg("restore", "nothing.gz")
    assert (done.exit_code, done.stderr) == (2, "kg: nothing.gz: No such file or directory\n")


def test_a_sound_store_is_0(kg: Kg) -> None:
    done = kg("verify")
    assert (done.exit_code, done.stdout) == (0, "2 documents verified: the store answers what its log says\n")
    assert json.loads(kg("verify", "--json").stdout) == {"documents": 2, "differences": []}


def test_what_differs_is_1_and_listed(kg: Kg, url: str) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:"))) as connection, connection:
        connection.execute("UPDATE propositions SET status = 'denied' WHERE kind = 'Control'")
    done = kg("verify")
    assert done.exit_code == 1
    assert "status is denied, and by the log contested" in done.stdout
    differences = json.loads(kg("verify", "--json").stdout)["differences"]
    assert {"kind", "id", "told"} == set(differences[0])
    assert kg("rebuild").exit_code == 0
    assert kg("verify").exit_code == 0


def test_a_purged_document_is_gone_and_all_else_works(kg: Kg, tmp_path: Path) -> None:
    done = kg("purge", WAR, "--yes", "--json")
    assert (done.exit_code, json.loads(done.stdout)["outcome"]) == (0, "purged")
    assert kg("document", WAR).exit_code == 2
    assert kg("purge", "https://herald.example/nothing", "--yes").exit_code == 2
    before, target = dumped(kg), ("--store", f"sqlite:{tmp_path / 'restored.db'}")
    assert kg("rebuild").exit_code == kg("verify").exit_code == 0
    assert (
        kg("backup", str(tmp_path / "kept.gz")).exit_code
        == kg("restore", str(tmp_path / "kept.gz"), *target).exit_code
        == 0
    )
    assert dumped(kg) == dumped(kg, *target) == before


def test_nobody_is_asked_where_nobody_sits(process: Process) -> None:
    done = process("purge", WAR)
    assert done.returncode == 2
    assert "say --yes" in done.stderr
    assert process("document", WAR).returncode == 0


@pytest.mark.parametrize(("answer", "status"), [(b"n\n", 2), (b"y\n", 0)])
def test_a_terminal_is_asked(url: str, answer: bytes, status: int) -> None:
    master, terminal = pty.openpty()
    command = [sys.executable, "-c", "from api.cli import main; main()", "purge", WAR, "--store", url]
    with subprocess.Popen(command, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        os.write(master, answer)
        out, err = run.communicate(timeout=60)
    os.close(terminal)
    os.close(master)
    assert b"for good" in err
    assert run.returncode == status
    assert (b"is erased" in out) == (status == 0)
