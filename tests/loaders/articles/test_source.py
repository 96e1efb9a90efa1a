"""Files, folders and standard input: what is good is kept, what is not is given back with its place and reason."""

import errno
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.articles import Article, Metadata, Rejected, Skipped, iter_articles
from loaders.articles.limits import LARGEST_TEXT_FILE, LONGEST_LINE
from loaders.errors import WrongMetadata

STORY = "Greece will buy three frigates from France, the prime minister said in Paris on Tuesday."


def line(text: str = STORY, **fields: str) -> bytes:
    return json.dumps({"text": text, **fields}).encode() + b"\n"


def only(path: Path, data: bytes) -> Article | Rejected | Skipped:
    path.write_bytes(data)
    [found] = iter_articles([path])
    return found


def reason(path: Path, data: bytes) -> str:
    found = only(path, data)
    assert isinstance(found, Rejected)
    return str(found).removeprefix(f"{path.parent}{os.sep}")


def test_a_text_file_is_an_article_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    assert only(path, b"One.\r\nTwo.\rThree.\n") == Article("One.\r\nTwo.\rThree.\n", file=str(path))


def test_a_path_is_no_id(tmp_path: Path) -> None:
    found = only(tmp_path / "a.txt", STORY.encode())

    assert isinstance(found, Article)
    assert found.id is None


def test_a_folder_gives_its_articles_in_order_and_tells_what_it_skips(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/c.txt", "a.txt", "z.JSONL", "README.md", ".hidden.txt", ".git/config.txt"):
        (tmp_path / name).write_bytes(line() if name.endswith("JSONL") else STORY.encode())

    found = list(iter_articles([tmp_path]))

    assert [Path(a.file).name for a in found if isinstance(a, Article)] == ["a.txt", "z.JSONL", "c.txt"]
    assert [Path(s.file).name for s in found if isinstance(s, Skipped)] == [".hidden.txt", "README.md"]


def test_a_folder_without_an_article_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("notes")

    [skipped, rejected] = iter_articles([tmp_path])

    assert isinstance(skipped, Skipped)
    assert isinstance(rejected, Rejected)
    assert rejected.reason.startswith("there is no article in this folder: files end in .htm,")


def test_of_a_file_of_lines_the_good_ones_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf" + line(id="1") + b"\n" + line(published="8 Novembr 2020") + line(id="4") + b'{"text": "cut'
    )

    found = list(iter_articles([path]))

    assert [(a.id, a.place) for a in found if isinstance(a, Article)] == [("1", "1"), ("4", "4")]
    assert [str(r).removeprefix(f"{tmp_path}{os.sep}") for r in found if isinstance(r, Rejected)] == [
        'articles.jsonl:3: "published" is "8 Novembr 2020", not a date: write it as 2020-11-08',
        "articles.jsonl:5: not JSON: Unterminated string starting at character 9; the line seems to be cut off",
    ]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "a.txt: it is empty"),
        ("a.jsonl", b"\n \n", "a.jsonl: it is empty"),
        ("a.html", b"", "a.html: no article text was found in this page"),
        ("a.txt", b"\x89PNG\r\n\x00", "a.txt:byte 6: it holds NUL bytes: this is a binary file, not text"),
        ("a.txt", b"a" * (LARGEST_TEXT_FILE + 1), "a.txt: it is larger than 8,000,000 bytes"),
        ("a.txt", b"a" * 2_000_001, "a.txt: it has 2,000,001 characters"),
        ("a.json", b'[{"text": "a"}]', "a.json: this is JSON, but not JSONL: write each article as one object"),
        ("a.json", b'{\n  "text": "a"\n}', "a.json: this is JSON, but not JSONL: write each article as one object"),
        ("a.jsonl", "﻿{}\n".encode("utf-16"), "a.jsonl: it is UTF-16, and JSONL is UTF-8: save it as UTF-8"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    assert reason(tmp_path / name, data).startswith(says)


def test_a_line_of_fifty_megabytes_is_refused_and_the_next_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 50_000_000 + b'"}\n' + line(id="2"))

    [refused, kept] = iter_articles([path])

    assert str(refused).endswith(f"a.jsonl:1: the line is longer than {LONGEST_LINE:,} bytes")
    assert isinstance(kept, Article)
    assert kept.place == "2"


def test_a_file_that_is_not_there_or_not_to_be_read_is_one_line(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(STORY)
    secret.chmod(0)
    found = [r.reason for r in iter_articles([tmp_path / "none.txt", "a\0b"]) if isinstance(r, Rejected)]

    assert found == ["there is no such file", "it cannot be read: embedded null byte"]
    if os.geteuid() != 0:  # root may read everything
        [refused] = iter_articles([secret])
        assert str(refused).endswith("secret.txt: you may not read it: change its permissions")


def test_a_path_that_cannot_even_be_looked_at_is_one_line_and_the_others_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    [refused, kept] = iter_articles(["a" * 5000, tmp_path / "a.txt"])

    assert str(refused).endswith(": it cannot be read: File name too long")
    assert isinstance(kept, Article)


def test_a_folder_that_may_not_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)  # root may read everything

    [refused] = iter_articles([tmp_path])

    assert str(refused) == f"{tmp_path}: you may not read it: change its permissions"


def test_a_name_that_is_no_utf8_is_shown_and_read(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(STORY)

    [found] = iter_articles([tmp_path])

    assert isinstance(found, Article)
    assert found.file.endswith("caf�.txt")


@pytest.mark.parametrize(
    ("data", "number", "place"),
    [
        (STORY.encode(), 1, ""),
        (line() + line("Another story."), 2, "1"),
        (b"\r\n \n" + line(), 1, "3"),
        (b"  \xef\xbb\xbf" + STORY.encode(), 1, ""),
    ],
)
def test_standard_input_is_told_by_its_first_line(data: bytes, number: int, place: str) -> None:
    found = list(iter_articles(["-"], stdin=io.BytesIO(data)))

    assert len(found) == number
    assert isinstance(found[0], Article)
    assert (found[0].file, found[0].place) == ("<stdin>", place)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n \n",
        "\ufeff\n",
        '<?xml version="1.0"?>\n<!-- made by hand -->\n',
        "<!doctype html>\n<meta charset=utf-8>",
    ],
)
def test_a_page_on_standard_input_is_read_as_one(before: str) -> None:
    page = f"{before}<html><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"

    [found] = iter_articles(["-"], stdin=io.BytesIO(page.encode()))

    assert isinstance(found, Article)
    assert "<" not in found.text


def test_blank_lines_before_a_text_stand_in_it() -> None:
    [found] = iter_articles(["-"], stdin=io.BytesIO(b"\r\n\n" + STORY.encode()))
    assert isinstance(found, Article)
    assert found.text == "\r\n\n" + STORY


def test_blank_lines_without_end_are_refused() -> None:
    [found] = iter_articles(["-"], stdin=io.BytesIO(b"\n" * 12_000_000))
    assert str(found).startswith("<stdin>: it is larger than")


def test_an_empty_path_is_not_the_folder_that_one_is_in() -> None:
    assert [str(found) for found in iter_articles([""])] == ['"": this is no path: name a file or a folder']


def test_what_the_caller_says_must_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line())

    with pytest.raises(WrongMetadata, match="give them with a single file"):
        iter_articles([path, path], Metadata(url="https://example.org/a"))
    with pytest.raises(WrongMetadata, match='"published" is "soon", not a date'):
        iter_articles([path], Metadata(published="soon"))
    with pytest.raises(WrongMetadata, match="write them into the lines of the file"):
        list(iter_articles([path], Metadata(title="One title")))


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.jsonl", "a", "a.json"]))
def test_any_bytes_are_articles_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)

    found = list(iter_articles([path]))

    assert found
    assert all(isinstance(one, Article | Rejected) and one.file == str(path) for one in found)
