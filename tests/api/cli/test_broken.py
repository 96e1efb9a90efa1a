"""Input that is broken on purpose: in = stored + duplicate + rejected, a reason with its place, and nothing half."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.stores import open_store
from kg.verify import verify
from tests.api.conftest import Kg
from tests.loaders.datasets.tables import HEAD, MAPPING, ROWS

SENTENCE = "France delivered 12 Rafale jets to Egypt in 2015."
GOOD = json.dumps({"text": SENTENCE}).encode() + b"\n"
OTHER = json.dumps({"text": f"In 2016, {SENTENCE}"}).encode() + b"\n"


@dataclass(frozen=True)
class Broken:
    """A file and what is to become of it; `places` are where the rejects stand."""

    name: str
    data: bytes | None
    stored: int
    places: tuple[str, ...]
    reason: str
    duplicate: int = 0
    mapping: str | None = None


def line(text: str) -> bytes:
    return json.dumps({"text": text}).encode() + b"\n"


def table(*rows: str, head: str = HEAD) -> bytes:
    return (head + "".join(rows)).encode()


ARTICLES = {
    "cut JSON": Broken("a.jsonl", GOOD + b'{"text": "cut of', 1, ("2",), "cut off"),
    "no object": Broken("a.jsonl", GOOD + b"[1, 2]\n12\nnull\n", 1, ("2", "3", "4"), "one object"),
    "no text": Broken("a.jsonl", GOOD + b'{"title": "x"}\n{"text": null}\n', 1, ("2", "3"), 'no "text"'),
    "an empty text": Broken("a.jsonl", GOOD + line("  "), 1, ("2",), "empty"),
    "text that is a number": Broken("a.jsonl", b'{"text": 12}\n' + GOOD, 1, ("1",), "not text"),
    "half a surrogate pair": Broken("a.jsonl", GOOD + b'{"text": "\\ud83d"}\n', 1, ("2",), "surrogate"),
    "NUL in a text": Broken("a.jsonl", GOOD + b'{"text": "a\\u0000b"}\n', 1, ("2",), "NUL"),
    "Latin-1 in a line": Broken("a.jsonl", GOOD + b'{"text": "caf\xe9"}\n', 1, ("2",), "not UTF-8"),
    "UTF-16 lines": Broken("a.jsonl", GOOD.decode().encode("utf-16"), 0, ("",), "UTF-16"),
    "a line of 14 MB": Broken("a.jsonl", b'{"text": "' + b"x" * 14_000_000 + b'"}\n' + GOOD, 1, ("1",), "longer than"),
    "a text of 3 MB": Broken("a.jsonl", line("x " * 1_500_000) + GOOD, 1, ("1",), "characters"),
    "deep JSON": Broken("a.jsonl", GOOD + b'{"text": ' + b"[" * 100_000 + b"\n", 1, ("2",), "nested too deep"),
    "wrong dates": Broken(
        "a.jsonl",
        GOOD + b'{"text": "x", "published": "8 Novembr 2020"}\n{"text": "y", "published": "2020-02-30"}\n',
        1,
        ("2", "3"),
        "not a date",
    ),
    "the same twice": Broken("a.jsonl", GOOD + GOOD + b"{\n", 1, ("3",), "not JSON", duplicate=1),
    "mixed line ends": Broken("a.jsonl", GOOD[:-1] + b"\r\n\r\n" + OTHER[:-1] + b"\n\n{", 2, ("5",), "not JSON"),
    "a pretty-printed list": Broken("a.json", b'[\n  {"text": "x"}\n]\n', 0, ("",), "not JSONL"),
    "an empty file": Broken("a.jsonl", b"", 0, ("",), "empty"),
    "a page without text": Broken("a.html", b"<html><body><script>1</script></body></html>", 0, ("",), ""),
    "a binary file": Broken("a.txt", b"\x7fELF\x00\x01\x02" * 50, 0, ("byte 4",), "NUL"),
    "broken UTF-8": Broken("a.txt", "Élysée ".encode() + b"\xff", 0, ("byte 9",), "UTF-8"),
    "no file": Broken("a.txt", None, 0, ("",), "no such file"),
}

TABLES = {
    "too few and too many columns": Broken(
        "d.csv",
        table(ROWS[0], "2,USSR\n", "3,France,Egypt,jets,1,2015,done,more\n"),
        1,
        ("3", "4"),
        "",
        mapping=MAPPING,
    ),
    "an unclosed quote": Broken(
        "d.csv", table(ROWS[0], '2,"USSR,Egypt,tanks,1,1970,done\n', ROWS[4]), 2, ("3",), "not closed", mapping=MAPPING
    ),
    "a huge field": Broken(
        "d.csv", table(ROWS[0], f"2,USSR,Egypt,{'x' * 300_000},1,1970,done\n"), 1, ("3",), "", mapping=MAPPING
    ),
    "no known header": Broken("d.csv", table(ROWS[0], head="a,b,c,d,e,f,g\n"), 0, ("",), ""),
    "an empty table": Broken("d.csv", b"", 0, ("",), "", mapping=MAPPING),
    "a table in Latin-1": Broken(
        "d.csv",
        table(ROWS[0], "2,Curaçao,Egypt,é,1,1970,done\n").decode().encode("latin-1"),
        1,
        ("3",),
        "encoding",
        mapping=MAPPING,
    ),
    "wrong years and numbers": Broken(
        "d.csv",
        table(ROWS[0], "2,USSR,Egypt,tanks,1,19x0,done\n", "3,USSR,Egypt,tanks,many,1970,done\n"),
        1,
        ("3", "4"),
        "",
        mapping=MAPPING,
    ),
    "one key twice": Broken(
        "d.csv", table(ROWS[0], ROWS[0], "1,Italy,Peru,tanks,1,1970,done\n"), 2, (), "", duplicate=1, mapping=MAPPING
    ),
    "mixed line ends of a table": Broken(
        "d.csv", table(ROWS[0].replace("\n", "\r\n"), ROWS[1], ROWS[4].rstrip()), 3, (), "", mapping=MAPPING
    ),
    "a packed file that is cut": Broken(
        "d.csv.gz", gzip.compress(table(*ROWS * 200))[:300], 0, ("",), "", mapping=MAPPING
    ),
    "formulas for names": Broken(
        "d.csv", table('1,"=HYPERLINK(""x"")",Egypt,jets,1,2015,done\n'), 1, (), "", mapping=MAPPING
    ),
    "NUL in a table": Broken(
        "d.csv", table(ROWS[0], "2,US\0SR,Egypt,tanks,1,1970,done\n"), 1, ("3",), "", mapping=MAPPING
    ),
}


@pytest.fixture
def empty(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'new.db'}"


@pytest.fixture
def loaded(kg: Kg, tmp_path: Path, empty: str) -> Callable[[Broken], tuple[int, dict[str, object], str]]:
    """Exit status, report and messages of loading something broken."""

    def run(broken: Broken) -> tuple[int, dict[str, object], str]:
        path = tmp_path / broken.name
        if broken.data is not None:
            path.write_bytes(broken.data)
        mapping: tuple[str, ...] = ()
        if broken.mapping is not None:
            (tmp_path / "mapping.yaml").write_text(broken.mapping, encoding="utf-8")
            mapping = ("--mapping", str(tmp_path / "mapping.yaml"))
        done = kg("load", str(path), *mapping, "--json", "--store", empty)
        return done.exit_code, json.loads(done.stdout), done.stderr

    return run


@pytest.mark.parametrize("name", [*ARTICLES, *TABLES])
def test_nothing_is_lost_of_what_is_broken(
    name: str, kg: Kg, loaded: Callable[[Broken], tuple[int, dict[str, object], str]], empty: str
) -> None:
    broken = {**ARTICLES, **TABLES}[name]
    status, report, err = loaded(broken)

    rejected = report["rejected"]
    assert isinstance(rejected, list)
    assert report["in"] == broken.stored + broken.duplicate + len(broken.places)
    assert (report["stored"], report["duplicate"]) == (broken.stored, broken.duplicate)
    assert tuple(one["place"] for one in rejected) == broken.places
    assert status == (0 if not broken.places else 1 if broken.stored else 2)
    assert all(broken.reason in one["reason"] and one["reason"] for one in rejected)
    assert not re.search("Traceback|report this|fault of kg", f"{rejected} {err}")
    kept = json.loads(kg("rejected", "--json", "--store", empty).stdout)
    assert [(one["place"], one["reason"]) for one in kept] == [(one["place"], one["reason"]) for one in rejected]
    with open_store(empty) as store:
        assert verify(store) == ()


def test_a_folder_that_is_called_like_a_table_is_told(kg: Kg, tmp_path: Path, empty: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    done = kg("load", str(tmp_path / "folder.csv"), "--json", "--store", empty)
    assert done.exit_code == 2
    assert json.loads(done.stdout)["rejected"][0]["reason"]


def test_a_packed_file_that_swells_is_read_in_flat_memory(kg: Kg, tmp_path: Path, empty: str) -> None:
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(b"0" * 200_000_000, 1))
    done = kg("load", str(tmp_path / "bomb.csv.gz"), "--json", "--store", empty)
    assert done.exit_code == 2
    assert json.loads(done.stdout)["rejected"][0]["reason"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("d.csv", table(ROWS[0], head="a,b,c,d,e,f,g\n")),
        ("d.csv", table(*ROWS).decode().encode("utf-16")),
        ("d.csv.gz", b"no gzip"),
    ],
)
def test_a_table_that_the_mapping_is_not_for_is_told_before_anything_is_written(
    kg: Kg, tmp_path: Path, empty: str, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    done = kg("load", "--mapping", str(tmp_path / "mapping.yaml"), str(tmp_path / name), "--json", "--store", empty)
    assert (done.exit_code, done.stdout) == (2, "")
    assert 'mapping.yaml:7: the file has no column "id": it has ' in done.stderr
    with open_store(empty) as store:
        assert store.get_length() == 0


@pytest.mark.parametrize("text", ["name: [", "name: x\nunknown: 1\n", "- 1", "", "name: \0", "a: &a [*a]"])
def test_a_broken_mapping_is_told_before_anything_is_written(kg: Kg, tmp_path: Path, empty: str, text: str) -> None:
    (tmp_path / "d.csv").write_bytes(table(*ROWS))
    (tmp_path / "mapping.yaml").write_text(text, encoding="utf-8")
    done = kg("load", "--mapping", str(tmp_path / "mapping.yaml"), str(tmp_path / "d.csv"), "--store", empty)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "mapping.yaml" in done.stderr
    assert "fault of kg" not in done.stderr
