"""What a store should answer, worked out with plain loops from the current bundles alone: slow, and easy to believe."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.rows import ClaimRow, DocumentRows, PositionRow, rows_of
from ontology.bundle import Bundle
from ontology.dates import first_day, last_day, may_overlap
from ontology.register import get_register

Pair = tuple[ClaimRow, PositionRow]


@dataclass
class NaiveStore:
    """The current bundles by document."""

    bundles: dict[str, Bundle] = field(default_factory=dict)

    def standings(self) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...], int]]:
        """Status, affirming and denying claimants and origins by proposition."""
        pairs = [pair for rows in self._rows() for pair in _pairs(rows)]
        ids = {position.proposition for _, position in pairs}
        return {id_: _standing([pair for pair in pairs if pair[1].proposition == id_]) for id_ in ids}

    def entities(self) -> dict[str, tuple[str, str]]:
        """Name and type by entity, of those that the register does not know."""
        readings = [(rows.document.id, reading) for rows in self._rows() for reading in rows.readings]
        found = {}
        for id_ in {reading.entity for _, reading in readings if not get_register().get(reading.entity)}:
            mine = [(document, reading) for document, reading in readings if reading.entity == id_]
            longest = max(len(reading.name) for _, reading in mine)
            types = Counter(type_ for _, type_ in {(document, reading.type) for document, reading in mine})
            name = sorted(reading.name for _, reading in mine if len(reading.name) == longest)[0]
            found[id_] = (name, sorted(t for t in types if types[t] == max(types.values()))[0])
        return found

    def claims(self) -> list[str]:
        """The ids of the claims in their order."""
        return [id_ for _, id_ in sorted((claim.at, claim.id) for rows in self._rows() for claim in rows.claims)]

    def _rows(self) -> list[DocumentRows]:
        return [rows_of(bundle) for bundle in self.bundles.values()]


def _pairs(rows: DocumentRows) -> Iterable[Pair]:
    claims = {claim.id: claim for claim in rows.claims}
    return ((claims[position.claim], position) for position in rows.positions)


def _standing(pairs: list[Pair]) -> tuple[str, tuple[str, ...], tuple[str, ...], int]:
    heard = [(c, p) for c, p in pairs if c.stance not in ("demands", "warns", "doubts")]
    asserted = [pair for pair in heard if pair[1].modality == "asserted"]
    asserted = [pair for pair in asserted if not any(_contradicts_later(other, pair) for other in asserted)]
    yes = [pair for pair in asserted if pair[1].polarity == "affirms"]
    no = [pair for pair in asserted if pair[1].polarity == "negates"]
    against = [n for n in no if any(_meet(n[1], y[1]) for y in yes)]
    if yes:
        return ("contested" if against else "uncontested", _who(yes), _who(against), _origins(yes))
    if no:
        return ("denied", (), _who(no), 0)
    modalities = {p.modality.value for _, p in heard}
    return (next((m for m in ("rumoured", "planned", "conditional") if m in modalities), "open"), (), (), 0)


def _contradicts_later(later: Pair, earlier: Pair) -> bool:
    if later[0].claimant is None or later[0].claimant != earlier[0].claimant:
        return False
    if not later[0].at or not earlier[0].at or first_day(later[0].at) <= last_day(earlier[0].at):
        return False
    signs = {later[1].polarity: later[1], earlier[1].polarity: earlier[1]}
    return len(signs) == 2 and _meet(*(signs[sign] for sign in sorted(signs, reverse=True)))


def _meet(no: PositionRow, yes: PositionRow) -> bool:
    spells = [str(q[name]) if name in q else None for q in (no.qualifiers, yes.qualifiers) for name in ("from", "to")]
    named = [name for name in no.qualifiers if name not in ("from", "to", "item")]
    return may_overlap(*spells) and all(no.qualifiers[name] == yes.qualifiers.get(name) for name in named)


def _who(pairs: list[Pair]) -> tuple[str, ...]:
    return tuple(sorted({claim.claimant for claim, _ in pairs if claim.claimant}))


def _origins(pairs: list[Pair]) -> int:
    groups: list[set[str]] = []
    for claim, _ in pairs:
        joined = [group for group in groups if group & set(claim.origins)]
        groups = [group for group in groups if group not in joined] + [set(claim.origins).union(*joined)]
    return len(groups)
