"""A wheel, installed where nothing else is, has its data and models inside and works."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "PARIS (AP) — France delivered 12 Rafale jets to Egypt in 2015, President Abdel Fattah el-Sissi said on Sunday.\n"
)


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What a command printed; its own words in the failure if it fails."""
    env = {"PATH": os.environ["PATH"], "HOME": str(cwd), "PYTHONUTF8": "1", **environment}
    env |= {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_wheel_in_an_empty_environment_reads_an_article_and_answers(tmp_path: Path) -> None:
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        tmp_path,
        ROOT,
        cwd=tmp_path,
    )
    [wheel] = tmp_path.glob("claimgraph-*.whl")
    run(sys.executable, "-m", "venv", "env", cwd=tmp_path)
    pip = (tmp_path / "env/bin/python", "-m", "pip", "install", "-q")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements/run.txt", cwd=tmp_path)
    run(*pip, "--no-deps", wheel, cwd=tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")

    kg = tmp_path / "env/bin/kg"
    report = json.loads(run(kg, "load", "article.txt", "--json", cwd=tmp_path))
    pairs = json.loads(run(kg, "arms", "--recipient", "Egypt", "--json", cwd=tmp_path))

    assert report["stored"] == 1
    assert [(p["supplier"]["name"], p["recipient"]["name"]) for p in pairs] == [("France", "Egypt")]
