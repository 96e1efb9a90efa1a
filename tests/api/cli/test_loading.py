import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.stores import open_store
from tests.api.conftest import Kg, Process

SENTENCE = "France delivered 12 Rafale jets to Egypt in 2015."
OTHER = "Germany sold two submarines to Singapore, the ministry said."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(f"PARIS (AP) — {SENTENCE}\n", encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'new.db'}"


def test_an_article_goes_in_and_is_asked_for(kg: Kg, article: Path, empty: str) -> None:
    done = kg("load", str(article), "--publisher", "Le Monde", "--published", "2015-03-01", "--json", "--store", empty)

    assert done.exit_code == 0
    assert json.loads(done.stdout) == {"in": 1, "stored": 1, "duplicate": 0, "rejected": []}
    [link] = json.loads(kg("arms", "--json", "--store", empty).stdout)
    assert (link["supplier"]["name"], link["recipient"]["name"]) == ("France", "Egypt")
    assert SENTENCE in link["claims"][0]["evidence"][0]["quote"]


def test_the_same_again_is_a_duplicate_and_a_new_version_is_stored(kg: Kg, article: Path, empty: str) -> None:
    load = ("load", str(article), "--url", "https://x.example/1", "--json", "--store", empty)
    assert json.loads(kg(*load).stdout)["stored"] == 1
    assert json.loads(kg(*load).stdout)["duplicate"] == 1
    article.write_text(f"{OTHER}\n", encoding="utf-8")
    assert json.loads(kg(*load).stdout)["stored"] == 1
    [link] = json.loads(kg("arms", "--json", "--store", empty).stdout)
    assert link["supplier"]["name"] == "Germany"


def test_some_rejected_is_1_and_lists_file_place_and_reason(kg: Kg, tmp_path: Path, empty: str) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text(f'{json.dumps({"text": SENTENCE})}\n{{"text": \n{json.dumps({"text": OTHER})}\n', encoding="utf-8")

    done = kg("load", str(lines), "--json", "--store", empty)

    assert done.exit_code == 1
    report = json.loads(done.stdout)
    assert (report["in"], report["stored"], report["duplicate"]) == (3, 2, 0)
    [rejected] = report["rejected"]
    assert (rejected["file"], rejected["place"]) == (str(lines), "2")
    assert rejected["reason"]


def test_nothing_usable_is_2(kg: Kg, tmp_path: Path, empty: str) -> None:
    (tmp_path / "empty.txt").touch()
    done = kg("load", str(tmp_path / "empty.txt"), "--store", empty)
    assert done.exit_code == 2
    assert done.stdout.startswith("1 in: 0 stored, 0 duplicate, 1 rejected\n└── rejected: ")


def test_wrong_metadata_is_2_before_anything_is_taken_in(kg: Kg, article: Path, empty: str) -> None:
    done = kg("load", str(article), "--published", "8 Novembr 2020", "--store", empty)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "not a date" in done.stderr


def test_a_text_that_is_not_english_is_stored_and_said_so(kg: Kg, tmp_path: Path, empty: str) -> None:
    french = tmp_path / "french.txt"
    french.write_text("La France a livré des avions à l'Égypte, a déclaré le ministre de la défense.", encoding="utf-8")
    done = kg("load", str(french), "--json", "--store", empty)
    assert json.loads(done.stdout)["stored"] == 1
    assert "only English" in done.stderr
    assert json.loads(kg("arms", "--json", "--store", empty).stdout) == []


def test_what_is_no_article_is_left_aside_and_counts_for_nothing(kg: Kg, article: Path, empty: str) -> None:
    (article.parent / "photo.jpg").write_bytes(b"\xff\xd8")
    done = kg("load", str(article.parent), "--store", empty)
    assert done.exit_code == 0
    assert done.stdout.startswith("1 in: 1 stored")
    assert 'photo.jpg: not an article: ".jpg"' in done.stdout


def test_standard_input_is_read(process: Process, empty: str) -> None:
    done = process("load", "-", "--json", "--store", empty, stdin=SENTENCE)
    assert json.loads(done.stdout)["stored"] == 1


def test_withdrawing_takes_a_document_out(kg: Kg) -> None:
    assert kg("withdraw", "https://herald.example/war").exit_code == 0
    assert kg("withdraw", "https://herald.example/war").exit_code == 2
    assert kg("arms").stdout == "[]\n"


def test_extract_shows_an_article_a_line_and_keeps_ids(kg: Kg, tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text(f"{json.dumps({'id': 'a-1', 'text': SENTENCE})}\n{{\n", encoding="utf-8")

    done = kg("extract", str(lines), "--json")

    assert done.exit_code == 1
    [report] = map(json.loads, done.stdout.splitlines())
    assert list(report) == ["id", "entities", "mentions", "propositions", "claims"]
    assert report["id"] == "a-1"
    assert {"France", "Egypt"} <= {entity["name"] for entity in report["entities"]}
    assert [proposition["kind"] for proposition in report["propositions"]] == ["ArmsSale"]
    assert f"{lines}:2" in done.stderr


def test_extract_is_drawn_for_reading(kg: Kg, article: Path) -> None:
    done = kg("extract", str(article))
    assert done.exit_code == 0
    assert "State: France" in done.stdout
    assert "the article: France sells arms to Egypt (asserted)" in done.stdout


@pytest.mark.slow
def test_ctrl_c_leaves_whole_documents_and_running_again_goes_on(kg: Kg, tmp_path: Path, empty: str) -> None:
    lines = tmp_path / "many.jsonl"
    count = 80
    texts = [f"In year {n}, {SENTENCE} {OTHER}" for n in range(count)]
    lines.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    command = [sys.executable, "-c", "from api.cli import main; main()", "load", str(lines), "--json", "--store", empty]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.default_int_handler
        ),  # a shell's background job ignores it
    ) as run:
        while _documents(empty) < 2:
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)

    assert run.returncode == 130
    assert "run the same command again to go on" in err
    assert "Traceback" not in err
    done = json.loads(out)["stored"]
    assert 0 < done < count
    assert _documents(empty) in (done, done + 1)  # the interrupt may come between the write and its count
    assert json.loads(kg("load", str(lines), "--json", "--store", empty).stdout)["in"] == count
    assert _documents(empty) == count


def _documents(url: str) -> int:
    if not Path(url.removeprefix("sqlite:")).exists():
        return 0
    with open_store(url) as store:
        return sum(1 for _ in store.iter_documents())
