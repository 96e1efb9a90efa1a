"""Text from articles, made harmless for a terminal and for a spreadsheet: whoever wrote it may mean harm."""

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@")


def harmless(text: str) -> str:
    """One line without control characters: space is folded, what steers a terminal becomes a visible sign.

    >>> harmless("\\x1b[31mred\\nand more")
    '␛[31mred and more'
    """
    return _CONTROL.sub(_sign, " ".join(re.split(r"[ \t\r\n\f\v]+", text)).strip())


def harmless_json(text: str) -> str:
    """JSON in which no character steers a terminal: those that JSON leaves as they are become escapes."""
    return _UNESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def harmless_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless_cell("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    line = harmless(text)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "�"
