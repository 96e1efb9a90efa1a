"""The files that Neo4j Browser takes: a style, a zip of saved queries, a guide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = Path(__file__).parent / "files"
STYLE, QUERIES, GUIDE = "claimgraph.grass", "claimgraph-queries.zip", "guide.html"
DRAWER = "claimgraph"
"""The folder that the saved queries lie in, among Browser's favourites."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same queries are the same zip


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with the name that Browser shows, which is its first line."""

    key: str
    name: str
    text: str


def iter_queries() -> Iterator[SavedQuery]:
    """The saved queries by the names of their files."""
    for file in sorted((FOLDER / "queries").glob("*.cypher")):
        text = file.read_text(encoding="utf-8")
        yield SavedQuery(file.stem, text.partition("\n")[0].removeprefix("// "), text)


def make_zip() -> bytes:
    """The saved queries as Browser takes them in: each a file in a folder of one name."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for query in iter_queries():
            archive.writestr(ZipInfo(f"{DRAWER}/{query.key}.cypher", _LONG_AGO), query.text)
    return packed.getvalue()


def get_files() -> Mapping[str, bytes]:
    """All files by their names."""
    return {
        STYLE: (FOLDER / STYLE).read_bytes(),
        QUERIES: make_zip(),
        GUIDE: (FOLDER / GUIDE).read_bytes(),
    }


def write_files(folder: Path) -> None:
    """Write all files into a folder, which is made if need be. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in get_files().items():
        (folder / name).write_bytes(content)
