"""How large an article may be: far above any that was ever printed, far below what would stop a small machine."""

LONGEST_TEXT = 2_000_000
"""Characters of an article's text."""

LONGEST_FIELD = 10_000
"""Characters of a title, a URL, a publisher or an id."""

LARGEST_TEXT_FILE = 4 * LONGEST_TEXT
"""Bytes of a file of plain text: UTF-8 takes up to four a character."""

LARGEST_PAGE = 10_000_000
"""Bytes of an HTML file; most of a page is not its text."""

LONGEST_KEPT = 100_000
"""Bytes that are kept of an article that cannot be taken in."""

LONGEST_LINE = 6 * LONGEST_TEXT + 1_000_000
"""Bytes of a line of JSONL: an escaped character takes six."""
