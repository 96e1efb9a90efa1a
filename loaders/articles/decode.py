"""Bytes become text, or a reason why not.

UTF-8, with or without its mark; UTF-16 and UTF-32 with theirs; and Windows-1252 where a file cannot be anything else.
"""

import codecs
import re

from loaders.errors import UnreadableArticle

_MARKS = (  # UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS_OF_WINDOWS_1252 = re.compile(r"[ -~\s\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u20acŒœŠšŽžŸ]*")
_MOST_CONTROLS = 0.01
_MOST_ACCENTS = 0.2


def decode(data: bytes) -> str:
    """The text of a file, its line ends untouched and its byte order mark dropped. Raises UnreadableArticle."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_text(_decode_as(data[len(mark) :], encoding))
    if b"\0" in data:
        raise UnreadableArticle("it holds NUL bytes: this is a binary file, not text", f"byte {data.index(0)}")
    try:
        return _as_text(data.decode("utf-8"))
    except UnicodeDecodeError as exc:
        return _as_windows_1252(data, exc.start)


def decode_utf8(data: bytes) -> str:
    """The text, where only UTF-8 is allowed. Raises UnreadableArticle."""
    return _decode_as(data.removeprefix(codecs.BOM_UTF8), "utf-8")


def check_text(text: str, what: str = "the text") -> str:
    """The text itself, if it can be stored and sent anywhere. Raises UnreadableArticle."""
    if "\0" in text:
        raise UnreadableArticle(f"{what} holds a NUL character at character {text.index(chr(0))}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as exc:
        half = f"\\u{ord(text[exc.start]):04x}"
        raise UnreadableArticle(
            f"{what} holds half of a surrogate pair ({half}) at character {exc.start}: write the whole character"
        ) from exc
    return text


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        raise UnreadableArticle(f"it is not {name}: save it as UTF-8", f"byte {exc.start}") from exc


def _as_windows_1252(data: bytes, wrong: int) -> str:
    refused = UnreadableArticle("it is neither UTF-8 nor Windows-1252: save it as UTF-8", f"byte {wrong}")
    if _UTF8_SEQUENCE.search(data):  # mostly UTF-8, with an error in it: a guess would garble it
        raise UnreadableArticle("it is UTF-8 with a broken character: save it as UTF-8 again", f"byte {wrong}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as exc:
        raise refused from exc
    accents = sum(c > "~" for c in text)
    if accents > _MOST_ACCENTS * len(text) or not _LETTERS_OF_WINDOWS_1252.fullmatch(text):
        raise refused
    return _as_text(text)


def _as_text(text: str) -> str:
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableArticle("it is full of control characters: this is a binary file, not text")
    return text
