"""Where articles come from: files, folders, standard input. One article is held in memory at a time."""

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from loaders.articles.article import (
    JSON,
    LINES,
    NOTHING_SAID,
    PAGE,
    TEXT,
    Article,
    Kept,
    Metadata,
    Rejected,
    Skipped,
    keep,
)
from loaders.articles.limits import LARGEST_PAGE, LARGEST_TEXT_FILE, LONGEST_KEPT, LONGEST_LINE, LONGEST_TEXT
from loaders.articles.read import check_metadata, from_line, from_page, from_text
from loaders.errors import UnreadableArticle, WrongMetadata

Found = Article | Rejected | Skipped

STANDARD_INPUT, STANDARD_INPUT_NAME = "-", "<stdin>"
_ENDINGS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".jsonl": LINES,
    ".ndjson": LINES,
}
_TABLES = (".csv", ".tsv")
_BEGINS_A_RECORD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_BEGINS_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*$|\[\s*(?:[{\]]|$))")
_BEGINS_A_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|(?:html|head|meta|title|body|main|article|div|p)\b)", re.IGNORECASE
)
_CHUNK = 1 << 20


def iter_articles(
    paths: Iterable[str | os.PathLike[str]], metadata: Metadata = NOTHING_SAID, stdin: BinaryIO | None = None
) -> Iterator[Found]:
    """The articles of files, of folders with all that is in them, and of standard input ("-"), in order.

    What cannot be read is given as `Rejected` in its place. Raises WrongMetadata before anything is taken in.
    """
    given = [os.fspath(path) for path in paths]
    checked = _checked(metadata)
    if (checked.title or checked.url) and (len(given) > 1 or any(map(_is_folder, given))):
        raise WrongMetadata("a title and a URL describe one article: give them with a single file")
    return _iter_all(given, checked, stdin or sys.stdin.buffer)


def read_again(kept: Kept, file: str, place: str, metadata: Metadata = NOTHING_SAID) -> Iterator[Article | Rejected]:
    """The article of bytes that were kept when it was rejected, under the same conditions."""
    for found in _iter_stream(BytesIO(kept.data), file, kept.kind or None, metadata):
        if not isinstance(found, Skipped):
            yield replace(found, place=place)


def _checked(metadata: Metadata) -> Metadata:
    try:
        return check_metadata(metadata)
    except UnreadableArticle as exc:
        raise WrongMetadata(str(exc)) from exc


def _iter_all(paths: Iterable[str], metadata: Metadata, stdin: BinaryIO) -> Iterator[Found]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _iter_stream(stdin, STANDARD_INPUT_NAME, None, metadata)
        elif not path:
            yield Rejected('""', "", "this is no path: name a file or a folder")
        elif _is_folder(path):
            yield from _iter_folder(Path(path), metadata)
        else:
            yield from _iter_file(Path(path), metadata)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:  # reading it tells why
        return False


def _iter_folder(folder: Path, metadata: Metadata) -> Iterator[Found]:
    found_any = False
    for found in _iter_files(folder):
        found_any = found_any or not isinstance(found, Skipped)
        if isinstance(found, Path):
            yield from _iter_file(found, metadata)
        else:
            yield found
    if not found_any:
        known = ", ".join(sorted(_ENDINGS))
        yield Rejected(_shown(folder), "", f"there is no article in this folder: files end in {known}")


def _iter_files(folder: Path) -> Iterator[Path | Rejected | Skipped]:
    unreadable: list[OSError] = []
    for where, below, names in os.walk(folder, onerror=unreadable.append):
        below.sort()
        for name in sorted(names):
            path = Path(where, name)
            reason = _why_skipped(path)
            yield Skipped(_shown(path), reason) if reason else path
        below[:] = [name for name in below if not name.startswith(".")]
    for error in unreadable:
        yield Rejected(_shown(Path(error.filename)), "", _why(error))


def _why_skipped(path: Path) -> str | None:
    if path.name.startswith("."):
        return "a hidden file"
    if path.suffix.lower() in _TABLES:
        return "a table: name the file itself to load it as a register"
    if path.suffix.lower() not in _ENDINGS:
        return f'not an article: "{path.suffix}" is no known ending' if path.suffix else "not an article: no ending"
    try:
        return None if path.is_file() else "not a regular file"
    except OSError:  # reading it tells why
        return None


def _iter_file(path: Path, metadata: Metadata) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from _iter_stream(stream, _shown(path), _ENDINGS.get(path.suffix.lower()), metadata)
    except WrongMetadata:
        raise
    except (OSError, ValueError) as exc:  # ValueError: a path with a NUL in it
        yield Rejected(_shown(path), "", _why(exc))


def _iter_stream(stream: BinaryIO, file: str, kind: str | None, metadata: Metadata) -> Iterator[Found]:
    """The articles of a stream; what they are is told by its first line that is not blank, where its name does not."""
    blank, first = _begin(stream)
    kind = kind or _guess(first)
    if kind == LINES and (metadata.title or metadata.url):
        raise WrongMetadata("a title and a URL describe one article: write them into the lines of the file")
    if kind == LINES:
        yield from _iter_lines(stream, first, blank.count(b"\n") + 1, file, metadata)
    elif kind == JSON:
        reason = "this is JSON, but not JSONL: write each article as one object on a line of its own"
        yield Rejected(file, "", reason, keep("", blank + first + stream.read(LONGEST_KEPT)))
    elif kind == PAGE:
        yield _read_file(stream, blank + first, LARGEST_PAGE, partial(from_page, metadata=metadata), file, kind)
    else:
        yield _read_file(stream, blank + first, LARGEST_TEXT_FILE, partial(from_text, metadata=metadata), file, TEXT)


def _begin(stream: BinaryIO) -> tuple[bytes, bytes]:
    """The blank lines that a stream begins with, as far as an article may be long, and the line behind them."""
    blank, line = bytearray(), stream.readline(LONGEST_LINE + 1)
    while line and not line.removeprefix(codecs.BOM_UTF8).strip() and len(blank) <= LARGEST_PAGE:
        blank += line
        line = stream.readline(LONGEST_LINE + 1)
    return bytes(blank), line


def _guess(first: bytes) -> str:
    if _BEGINS_A_RECORD.match(first):
        return LINES
    if _BEGINS_JSON.match(first):
        return JSON
    return PAGE if _BEGINS_A_PAGE.match(first) else TEXT


def _read_file(
    stream: BinaryIO, first: bytes, most: int, read: Callable[[bytes], Article], file: str, kind: str
) -> Article | Rejected:
    data = first + stream.read(max(0, most + 1 - len(first)))
    if len(data) > most:
        reason = f"it is larger than {most:,} bytes: an article has at most {LONGEST_TEXT:,} characters"
        return Rejected(file, "", reason, keep(kind, data))
    return _read(read, data, file, kind)


def _iter_lines(stream: BinaryIO, first: bytes, number: int, file: str, metadata: Metadata) -> Iterator[Found]:
    line, found_any = first, False
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        reason = "it is UTF-16, and JSONL is UTF-8: save it as UTF-8"
        yield Rejected(file, "", reason, keep(LINES, first + stream.read(LONGEST_KEPT)))
        return
    while line:
        cut = len(line) > LONGEST_LINE
        if cut:
            _skip_line(stream, line)
            yield Rejected(file, str(number), f"the line is longer than {LONGEST_LINE:,} bytes", keep(LINES, line))
        elif line.strip():
            yield _read(partial(from_line, metadata=metadata), line, file, LINES, str(number))
        found_any = found_any or cut or bool(line.strip())
        line, number = stream.readline(LONGEST_LINE + 1), number + 1
    if not found_any:
        yield Rejected(file, "", "it is empty", keep(LINES, b""))


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


def _read(read: Callable[[bytes], Article], data: bytes, file: str, kind: str, line: str = "") -> Article | Rejected:
    try:
        return replace(read(data), file=file, place=line)
    except UnreadableArticle as exc:
        return Rejected(file, line or exc.place, str(exc), keep(kind, data))


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you may not read it: change its permissions"
    return f"it cannot be read: {getattr(error, 'strerror', None) or error}"


def _shown(path: Path) -> str:
    """The path as text that can be printed anywhere; bytes that are no UTF-8 are shown as �."""
    return os.fsencode(path).decode("utf-8", "replace") if "\0" not in str(path) else str(path).replace("\0", "�")
