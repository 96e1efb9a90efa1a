"""What a row says, as a mapping file tells it: its key, its claim, and the positions that the claim takes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from loaders.datasets.cells import Cell, ValueCell, WrongCell, read_date, read_text, read_value
from loaders.datasets.columns import Columns
from loaders.datasets.conditions import Condition, read_conditions
from loaders.datasets.node import Node
from loaders.datasets.parties import Party, UnknownParty, read_party
from loaders.datasets.record import Record, Taken, make_record
from loaders.datasets.row import Left, Row
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Modality, Polarity, Position, Value
from ontology.entity import Entity
from ontology.schema import SCHEMA, PropositionKind

FIELDS = ("key", "content", "claimant", "said_on", "skip", "positions")

_POSITION = ("kind", "when", "roles", "qualifiers", "polarity", "modality")


@dataclass(frozen=True, slots=True)
class _Stand:
    """How one position is read."""

    kind: PropositionKind
    when: Condition
    parties: dict[str, Party]
    codes: dict[str, Cell]
    entities: dict[str, Party]
    values: dict[str, ValueCell]
    polarity: Cell
    modality: Cell

    def iter_taken(self, row: Row, who: Who) -> Iterator[Taken]:
        """The position that a row takes and whom it speaks of: none where the source does not know all parties.

        Raises WrongCell.
        """
        if self.when(row):
            with suppress(UnknownParty):
                yield self._read(row, who)

    def _read(self, row: Row, who: Who) -> Taken:
        parties = {name: found for name, party in self.parties.items() if (found := party(row, who))}
        codes = {name: text for name, cell in self.codes.items() if (text := cell(row))}
        for name, role in self.kind.roles.items():
            if role.required and name not in parties and name not in codes:
                raise WrongCell(f"{self.kind.name}: {name} is empty")
        things = {name: found for name, party in self.entities.items() if (found := _known(party, row, who))}
        told: dict[str, Value] = {name: _value(name, cell, row) for name, cell in self.values.items()}
        position = Position(
            self.kind.name,
            {**{name: one.id for name, one in parties.items()}, **codes},
            Polarity(self.polarity(row) or Polarity.AFFIRMS),
            Modality(self.modality(row) or Modality.ASSERTED),
            {**{name: one.id for name, one in things.items()}, **{n: v for n, v in told.items() if v is not None}},
        )
        return position, (*parties.values(), *things.values())


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the rows of a table say. `columns` are those that it speaks of. Made by `read_mapping`."""

    key: tuple[str, ...]
    columns: Columns
    _content: Callable[[Row], str]
    _claimant: Party | None
    _said_on: Cell
    _skips: tuple[tuple[Condition, str], ...]
    _stands: tuple[_Stand, ...]

    def iter_records(self, rows: Sequence[Row], who: Who) -> Iterator[Record | Reject | Left]:
        """What each row says, in the order of the rows."""
        return (self._read(row, who) for row in rows)

    def _read(self, row: Row, who: Who) -> Record | Reject | Left:
        for holds, reason in self._skips:
            if holds(row):
                return Left(row.place, reason)
        try:
            return self._record(row, who)
        except WrongCell as exc:
            return Reject(row.place, str(exc), self._content(row))

    def _record(self, row: Row, who: Who) -> Record:
        claimant = _known(self._claimant, row, who) if self._claimant else None
        taken = (one for stand in self._stands for one in stand.iter_taken(row, who))
        record = make_record(self._key(row), row.place, self._content(row), taken)
        return replace(record, claimant=claimant, said_on=self._said_on(row))

    def _key(self, row: Row) -> str:
        return ", ".join(row.values[column] for column in self.key)


def read_mapping(node: Node) -> Mapping:
    """What a mapping file tells of rows. Raises WrongMapping with file and line."""
    columns = Columns()
    key = tuple(columns.use(one) for one in node.at("key").each())
    return Mapping(
        key,
        columns,
        _content(node.at("content"), columns) if node.has("content") else Row.text,
        read_party(node.at("claimant"), "Actor", columns) if node.has("claimant") else None,
        read_date(node.at("said_on"), columns) if node.has("said_on") else _nothing,
        tuple(_skip(one, columns) for one in node.at("skip").each()) if node.has("skip") else (),
        tuple(_stand(one, columns) for one in node.at("positions").each()),
    )


def _stand(node: Node, columns: Columns) -> _Stand:
    node.fields(_POSITION)
    kind = SCHEMA.kinds[node.at("kind").one_of(SCHEMA.kinds)]
    roles = node.at("roles").fields([*kind.roles])
    for name, role in kind.roles.items():
        if role.required and not roles.has(name):
            raise roles.wrong(f"{kind.name}: {name} is missing")
    told = [*node.at("qualifiers").fields([*kind.qualifiers]).items()] if node.has("qualifiers") else []
    return _Stand(
        kind,
        read_conditions(node.at("when"), columns) if node.has("when") else _always,
        {n: read_party(one, kind.roles[n].range or "", columns) for n, one in roles.items() if kind.roles[n].range},
        {name: read_text(one, columns) for name, one in roles.items() if not kind.roles[name].range},
        {n: read_party(one, kind.qualifiers[n].range or "", columns) for n, one in told if kind.qualifiers[n].range},
        {n: read_value(one, kind.qualifiers[n], columns) for n, one in told if not kind.qualifiers[n].range},
        _code(node, "polarity", [*Polarity], columns),
        _code(node, "modality", [*Modality], columns),
    )


def _code(node: Node, name: str, codes: Sequence[str], columns: Columns) -> Cell:
    if not node.has(name):
        return _nothing
    cell = read_text(node.at(name), columns)

    def code(row: Row) -> str | None:
        text = cell(row)
        if text is not None and text not in codes:
            raise WrongCell(f'{name} is "{text[:40]}", none of {", ".join(codes)}: translate it with `values`')
        return text

    return code


def _known(party: Party, row: Row, who: Who) -> Entity | None:
    try:
        return party(row, who)
    except UnknownParty:
        return None


def _skip(node: Node, columns: Columns) -> tuple[Condition, str]:
    node.fields(("when", "reason"))
    return read_conditions(node.at("when"), columns), node.at("reason").text()


def _content(node: Node, columns: Columns) -> Callable[[Row], str]:
    """Columns in braces within a text."""
    pieces = node.text().replace("}", "{").split("{")
    for name in pieces[1::2]:
        columns.use_name(name, node)
    return lambda row: " ".join(
        "".join(row.values[piece] if place % 2 else piece for place, piece in enumerate(pieces)).split()
    )


def _value(name: str, cell: ValueCell, row: Row) -> Value:
    try:
        return cell(row)
    except WrongCell as exc:
        raise WrongCell(f"{name}: {exc}") from exc


def _nothing(_: Row) -> None:
    return None


def _always(_: Row) -> bool:
    return True
