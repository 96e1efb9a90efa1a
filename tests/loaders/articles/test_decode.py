"""Bytes become text, or a reason why not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.articles.decode import check_text, decode, decode_utf8
from loaders.errors import UnreadableArticle

PLAIN = "“Łódź”\r\nsecond line\rthird\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_its_mark_and_its_line_ends_are_kept(mark: bytes, encoding: str) -> None:
    assert decode(mark + PLAIN.encode(encoding)) == PLAIN


def test_what_can_only_be_windows_1252_is_read_as_such() -> None:
    assert decode("The café was “closed” – since May.".encode("cp1252")) == "The café was “closed” – since May."


@pytest.mark.parametrize(
    ("data", "reason", "place"),
    [
        (b"GIF89a\x00\x01", "it holds NUL bytes: this is a binary file, not text", "byte 6"),
        (
            "Łódź and ".encode() + b"\xff broken",
            "it is UTF-8 with a broken character: save it as UTF-8 again",
            "byte 12",
        ),
        ("Привет, мир".encode("koi8-r"), "it is neither UTF-8 nor Windows-1252: save it as UTF-8", "byte 0"),
        (b"x\x81y", "it is neither UTF-8 nor Windows-1252: save it as UTF-8", "byte 1"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "it is not UTF-16: save it as UTF-8", "byte 2"),
        (b"\x01\x02\x03 text", "it is full of control characters: this is a binary file, not text", ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str, place: str) -> None:
    with pytest.raises(UnreadableArticle) as refused:
        decode(data)

    assert (str(refused.value), refused.value.place) == (reason, place)


def test_jsonl_is_utf8_only() -> None:
    assert decode_utf8(codecs.BOM_UTF8 + b"{}") == "{}"
    with pytest.raises(UnreadableArticle, match="not UTF-8"):
        decode_utf8("é".encode("cp1252"))


@pytest.mark.parametrize(("text", "half"), [("a\ud800b", "ud800"), ("\udfff", "udfff")])
def test_half_a_surrogate_pair_is_refused(text: str, half: str) -> None:
    with pytest.raises(UnreadableArticle, match=rf"half of a surrogate pair \(\\{half}\) at character"):
        check_text(text)


@given(st.binary(max_size=300))
def test_any_bytes_become_text_that_can_be_stored_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableArticle:
        return
    assert text.encode("utf-8").decode("utf-8") == text
