"""What is promised of the process: what it imports (how fast it answers, `benchmarks/start.py` prints), how it ends."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.app import app
from tests.api.conftest import Kg, Process

HEAVY = {"fastapi", "networkx", "neo4j", "numpy", "onnxruntime", "rdflib", "tokenizers", "trafilatura", "uvicorn"}
COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]


@pytest.mark.parametrize("command", [("arms",), ("arms", "--json"), ("--help",), ("claims", "--format", "csv")])
def test_an_answer_imports_nothing_heavy(process: Process, command: tuple[str, ...]) -> None:
    done = process(*command, PYTHONPROFILEIMPORTTIME="1")
    imported = set(re.findall(r"\|\s+(\w+)$", done.stderr, re.MULTILINE))
    assert done.returncode == 0
    assert "kg" in imported or command == ("--help",)
    assert not imported & HEAVY


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(kg: Kg, command: str) -> None:
    done = kg(command, "--help")
    assert done.exit_code == 0
    assert re.search(rf"Example:\n +kg {command}\b", done.stdout)


def test_the_commands_are_told_with_whole_sentences(kg: Kg) -> None:
    told = kg("--help").stdout.partition("Commands:\n")[2]
    assert len(told.splitlines()) == len(COMMANDS) + len(app.registered_groups)
    assert "..." not in told


def test_without_a_command_help_is_shown(kg: Kg) -> None:
    done = kg()
    assert done.exit_code == 2
    assert "Commands:" in done.output


def test_the_version(kg: Kg) -> None:
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", kg("--version").stdout)


def test_completion_knows_the_kinds(process: Process) -> None:
    done = process(_KG_COMPLETE="complete_bash", COMP_WORDS="kg claims --kind Con", COMP_CWORD="3")
    assert done.stdout.split() == ["Control"]


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "20"}])
def test_answers_on_any_terminal(process: Process, environment: dict[str, str]) -> None:
    done = process("claims", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Shusha is ours." in done.stdout
    assert "\x1b" not in done.stdout


def test_a_terminal_is_told_how_far_a_load_is(tmp_path: Path, url: str) -> None:
    (tmp_path / "article.txt").write_text("Les avions ont été livrés à l'armée, a dit le ministre.", encoding="utf-8")
    master, terminal = pty.openpty()
    command = [
        sys.executable,
        "-c",
        "from api.cli import main; main()",
        "load",
        "article.txt",
        "--json",
        "--store",
        url,
    ]
    env = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=terminal, env=env) as run:
        os.close(terminal)
        assert run.stdout is not None
        report = json.loads(run.stdout.read())
    told = os.read(master, 65536).decode()
    os.close(master)
    assert report["stored"] == 1
    assert "1 in" in told


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_fault_of_ours_is_one_line_unless_asked_for_more(url: str, debug: str) -> None:
    code = "import api.plain, api.cli; api.plain.fields = lambda it: 1 / 0; api.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "arms", "--json", "--store", url],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "KG_DEBUG": debug},
    )
    assert done.returncode == (1 if debug else 70)
    assert ("Traceback" in done.stderr) == bool(debug)
    assert "ZeroDivisionError" in done.stderr


def test_a_reader_that_goes_away_is_no_failure_to_talk_about(url: str) -> None:
    command = f"{sys.executable} -c 'from api.cli import main; main()' claims --json --store {url} | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[", "")
