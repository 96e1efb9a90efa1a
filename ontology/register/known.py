"""A known entity, and the register that finds it by id, name or code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from ontology.identity import fold
from ontology.schema import SCHEMA


class NameForm(StrEnum):
    """What a name is to its bearer. A capital stands for its state only where it acts."""

    NAME = "name"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of a known entity; `used_by` is the state whose side uses it (Shusha, Shushi).

    `shared` names mean several entities ("Congo", "Korea"): they find all, and recognise none.
    """

    text: str
    form: NameForm = NameForm.NAME
    used_by: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A code in a scheme (`iso2`, `iso3`, `cow`, `cow_abbreviation`, `gw`), with the years it stood for its bearer."""

    scheme: str
    value: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A known entity: a QID where an open file gives one, else a slug. `parent` is the broader weapon or region."""

    id: str
    type: str
    name: str
    names: tuple[KnownName, ...] = ()
    codes: tuple[Code, ...] = ()
    parent: str | None = None
    speaks_for: str | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Register:
    """All known entities, found by id, by name or by code."""

    known: tuple[Known, ...]

    def get(self, id_: str) -> Known | None:
        """The known entity of an id."""
        return self._by_id.get(id_)

    def find(self, name: str, forms: Iterable[NameForm] = tuple(NameForm)) -> tuple[Known, ...]:
        """Whoever bears the name, case and spacing aside; several where it is ambiguous.

        A name of one's own goes before that of a capital (Jerusalem is the city first), and both before a shared name
        ("Moscow" is Russia, not the Soviet Union).
        """
        wanted = set(forms)
        bearers = [(id_, form) for id_, form in self._by_name.get(fold(name), ()) if form.form in wanted]
        best = min((_right(form) for _, form in bearers), default=0)
        return tuple(self._by_id[id_] for id_ in dict.fromkeys(id_ for id_, form in bearers if _right(form) == best))

    def iter_known(self, type_: str | None = None) -> Iterator[Known]:
        """All known entities of a class, its subclasses among them."""
        return (k for k in self.known if type_ is None or SCHEMA.is_a(k.type, type_))

    def get_by_code(self, scheme: str, value: str, year: int | None = None) -> Known | None:
        """Who a code stood for in a year (any year, where none is given)."""
        spells = self._by_code.get((scheme, value), ())
        return next((k for k, code in spells if year is None or _covers(code, year)), None)

    def get_bearer(self, scheme: str, value: str, year: int) -> Known | None:
        """Who a code means in a year, in the gaps of its spells too: a state that was occupied, or not yet admitted.

        Before its first spell and behind its last one, the code means the bearer of that one; between two spells
        whoever bore both. Where one bearer followed another across a gap, nobody.
        """
        if known := self.get_by_code(scheme, value, year):
            return known
        spells = self._by_code.get((scheme, value), ())
        before = max((s for s in spells if s[1].until and s[1].until < year), key=_until, default=None)
        behind = min((s for s in spells if s[1].since and s[1].since > year), key=_since, default=None)
        nearest = {spell[0] for spell in (before, behind) if spell}
        return nearest.pop() if len(nearest) == 1 else None

    def iter_below(self, id_: str) -> Iterator[str]:
        """The id itself, then all ids whose parents lead to it."""
        yield id_
        for child in self._children.get(id_, ()):
            yield from self.iter_below(child)

    @cached_property
    def _by_id(self) -> dict[str, Known]:
        return {k.id: k for k in self.known}

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[str, KnownName]]]:
        index: dict[str, list[tuple[str, KnownName]]] = {}
        for known in self.known:
            for name in (KnownName(known.name), *known.names):
                index.setdefault(fold(name.text), []).append((known.id, name))
        return index

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], list[tuple[Known, Code]]]:
        index: dict[tuple[str, str], list[tuple[Known, Code]]] = {}
        for known in self.known:
            for code in known.codes:
                index.setdefault((code.scheme, code.value), []).append((known, code))
        return index

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for known in self.known:
            if known.parent:
                index.setdefault(known.parent, []).append(known.id)
        return index


def _right(name: KnownName) -> int:
    return 2 if name.shared else 1 if name.form is NameForm.CAPITAL else 0


def _since(spell: tuple[Known, Code]) -> int:
    return spell[1].since or 0


def _until(spell: tuple[Known, Code]) -> int:
    return spell[1].until or 0


def _covers(code: Code, year: int) -> bool:
    return (code.since or year) <= year <= (code.until or year)


@cache
def get_register() -> Register:
    """The project's register, read once."""
    from ontology.register.loading import load_register  # 0.1 s that most answers do without

    return load_register()
