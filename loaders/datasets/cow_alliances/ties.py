"""What the files of COW's formal alliances have in common: obligations, alliances by number, censored dates."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from loaders.datasets.cells import WrongCell, date_of
from loaders.datasets.row import Row
from loaders.datasets.terms import Term, make_term
from loaders.datasets.who import Who
from ontology.dates import first_day, last_day
from ontology.entity import Entity
from ontology.yaml_file import YamlFile

_KINDS = ("defense", "neutrality", "nonaggression", "entente")


def kinds_of(row: Row) -> tuple[str, ...]:
    """What the allies owe each other; unspecified where nothing is marked. Raises WrongCell."""
    for kind in _KINDS:
        if row.values[kind] not in ("0", "1", ""):
            raise WrongCell(f'"{kind}" is "{row.values[kind][:40]}", neither 0 nor 1')
    return tuple(kind for kind in _KINDS if row.values[kind] == "1") or ("unspecified",)


def term_of(row: Row, prefix: str) -> Term:
    """When the tie was in force, by the columns of a prefix (`dyad`, `mem`). Raises WrongCell."""
    begin, end = (
        date_of(tuple(row.values[f"{prefix}_{which}_{part}"] or None for part in ("year", "month", "day")))
        for which in ("st", "end")
    )
    if not begin:
        raise WrongCell(f'"{prefix}_st_year" is empty')
    if end and last_day(end) < first_day(begin):
        raise WrongCell(f"it ends on {end}, before it begins on {begin}")
    return make_term(begin, end, begin_is_known=row.values["left_censor"] != "1")


def find_alliance(number: str, who: Who) -> Entity:
    """The alliance of a number: one that the register knows, else one known by its number."""
    known = _alliances().get(number)
    name = f"COW alliance {number}"
    return who.registered(known) if known else who.own(f"alliance-{number}", name, "Alliance", of="cow")


def told(row: Row, term: Term, parties: str, kinds: tuple[str, ...]) -> str:
    """The row as a reader wants it."""
    begin = term.begin or "before the data begin"
    end = term.end or "the end of the data"
    return f"{parties}: {', '.join(kinds)}; alliance {row.values['version4id']}, from {begin} to {end}"


@cache
def _alliances() -> Mapping[str, str]:
    return YamlFile.read(files(__package__) / "alliances.yaml").data
