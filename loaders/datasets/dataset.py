"""A dataset: what it is, how its file looks, what its rows say, and what is expected of a release."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from loaders.datasets.form import Form, read_form
from loaders.datasets.mapping import FIELDS, read_mapping
from loaders.datasets.node import Node
from loaders.datasets.record import Record
from loaders.datasets.row import Left, Row
from loaders.datasets.spill import ROWS_A_PART
from loaders.datasets.who import Who
from loaders.errors import ChangedRelease, WrongMapping
from ontology.bundle import Reject
from ontology.entity import Entity
from ontology.errors import SchemaError
from ontology.identity import slug
from ontology.schema import SCHEMA
from ontology.yaml_file import YamlFile

ReadRecords = Callable[[Sequence[Row], Who], Iterator[Record | Reject | Left]]

_ABOUT = (
    "name",
    "title",
    "publisher",
    "source",
    "licence",
    "citation",
    "file",
    "group_by",
    "rows_a_part",
    "expectations",
)
_EXPECTED = ("rows", "claims", "duplicate", "rejected", "left_aside", "unresolved_names")


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset. `check_columns` raises WrongMapping where a file lacks what the mapping speaks of.

    `group_by` are the columns whose rows stand in one part together, whatever their order if `any_order`; `expected`
    the least and most of what is counted.
    """

    name: str
    title: str
    publisher: Callable[[Who], Entity]
    source: str | None
    licence: str | None
    form: Form
    group_by: tuple[str, ...]
    any_order: bool
    rows_a_part: int
    iter_records: ReadRecords
    check_columns: Callable[[Sequence[str]], None]
    expected: dict[str, tuple[int | None, int | None]]

    def check_counts(self, counted: dict[str, int], example: Reject | None = None) -> None:
        """Nothing, if a release is what is expected. Raises ChangedRelease with all that differs, and an example."""
        odd = [
            f"{what.replace('_', ' ')}: {counted[what]:,}, where {_span(least, most)} are expected"
            for what, (least, most) in self.expected.items()
            if (least is not None and counted[what] < least) or (most is not None and counted[what] > most)
        ]
        if odd:
            odd += [f"rejected at {example.place}: {example.reason}"] if example else []
            raise ChangedRelease(
                f"this release of {self.name} is not what is expected of it ({'; '.join(odd)}); nothing was written: "
                "look at the file, or load it with a mapping of your own"
            )


def read_dataset(path: Traversable, package: str | None = None) -> Dataset:
    """The dataset that a mapping file describes; one of ours may read its records in a module of its own.

    Raises WrongMapping with file and line.
    """
    try:
        file = YamlFile.read(path)
    except SchemaError as exc:
        raise WrongMapping(str(exc)) from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise WrongMapping(f"{path}: {getattr(exc, 'strerror', None) or exc}") from exc
    node = Node(file, (), file.data)
    return _read(node, package)


@cache
def known_datasets() -> tuple[Dataset, ...]:
    """The datasets that come with claimgraph, one a folder."""
    root = files(__package__)
    folders = sorted(folder.name for folder in root.iterdir() if (folder / "dataset.yaml").is_file())
    return tuple(read_dataset(root / name / "dataset.yaml", f"{__package__}.{name}") for name in folders)


def _read(node: Node, package: str | None) -> Dataset:
    node.fields([*_ABOUT, "records"] if package and node.has("records") else [*_ABOUT, *FIELDS])
    form = read_form(node.at("file")) if node.has("file") else Form()
    name = node.at("name").text()
    if slug(name) != name:
        raise node.at("name").wrong(f'"{name}" is no name of a dataset: write it as {slug(name)}')
    records, key, check = _records(node, package)
    group_by, any_order = _grouping(node.at("group_by")) if node.has("group_by") else (key, False)
    return Dataset(
        name=name,
        title=node.at("title").text(),
        publisher=_publisher(node.at("publisher")),
        source=_optional(node, "source"),
        licence=_optional(node, "licence"),
        form=form,
        group_by=group_by,
        any_order=any_order,
        rows_a_part=_rows_a_part(node),
        iter_records=records,
        check_columns=check,
        expected=_expected(node.at("expectations")) if node.has("expectations") else {},
    )


def _records(node: Node, package: str | None) -> tuple[ReadRecords, tuple[str, ...], Callable[[Sequence[str]], None]]:
    if package and node.has("records"):
        return import_module(f"{package}.records").iter_records, (), lambda _: None
    mapping = read_mapping(node)
    return mapping.iter_records, mapping.key, mapping.columns.check


def _grouping(node: Node) -> tuple[tuple[str, ...], bool]:
    if isinstance(node.data, dict):
        return node.fields(("any_order",)).at("any_order").words(), True
    return node.words(), False


def _rows_a_part(node: Node) -> int:
    if not node.has("rows_a_part"):
        return ROWS_A_PART
    return max(1, node.at("rows_a_part").whole())


def _publisher(node: Node) -> Callable[[Who], Entity]:
    node.fields(("register", "type", "name"))
    if node.has("register"):
        id_, name = node.at("register").text(), _optional(node, "name") or ""
        return lambda who: who.registered(id_, name)
    type_ = node.at("type").one_of(SCHEMA.classes) if node.has("type") else "Organization"
    called = node.at("name").text()
    return lambda who: who.named(called, type_)


def _expected(node: Node) -> dict[str, tuple[int | None, int | None]]:
    spans: dict[str, tuple[int | None, int | None]] = {}
    for name, one in node.fields(_EXPECTED).items():
        one.fields(("least", "most"))
        least, most = (one.at(bound).whole() if one.has(bound) else None for bound in ("least", "most"))
        spans[name] = least, most
    return spans


def _optional(node: Node, name: str) -> str | None:
    return node.at(name).text() if node.has(name) else None


def _span(least: int | None, most: int | None) -> str:
    if least is None:
        return f"at most {most:,}"
    return f"at least {least:,}" if most is None else f"{least:,} to {most:,}"
