"""The reference page of the ontology, made of the schema's files: `python -m ontology.reference > docs/ontology.md`."""

import sys
from collections.abc import Iterator, Mapping

from ontology.schema import SCHEMA, EntityClass, PropositionKind, Qualifier, Role

_HEAD = """\
# The ontology

*Made from `ontology/schema/` by `python -m ontology.reference`: change the files there, then make this page again.*

Nothing here is a fact. A **claim** takes **positions** on **propositions**: it affirms or negates them, as asserted,
rumoured, planned or conditional. A proposition is a kind with its required roles and nothing else; what varies from
speaker to speaker stands with the position, as **qualifiers**. Unknown stays empty. Dates are `2020`, `2020-11` or
`2020-11-08`, each as precise as the source.
"""


_REGISTER = """
## Known entities

`ontology/register/` holds who is known before anything is read, a class with its entities in each part of a file:
`states.yaml` (of today and of the past; made by `tools/make_states.py`), `organizations.yaml`, `memberships.yaml`,
`places.yaml` and `weapons.yaml`. What each of them may say of an entity:

| field | what it holds |
|---|---|
| `id` | a Wikidata QID where an open file gives one (see `SOURCES.md` there), else the class's prefix and a slug |
| `name`, `names` | the name that English news use, and the others |
| `acronyms`, `adjectives`, `demonyms`, `capitals` | NATO; Turkish; Turks; Ankara, its state only where it acts |
| `iso2`, `iso3`, `cow`, `gw` | codes, in quotation marks; those of COW and of Gleditsch and Ward with years |
| `since`, `until` | first and last year |
| `parent` | the broader category of a weapon |
| `speaks_for` | the state for which a government body speaks; what it says is its own claim |

A name may be a mapping: `{text: Shushi, used_by: Armenia}` tells the state whose side uses it, and `shared: true` that
it means too much to recognise anybody by: it finds all who bear it. Nothing says who a place belongs to: that is what
claims are about. Whatever is wrong in a file is refused with its line when the register is read.
"""


def make_reference() -> str:
    """The page, as Markdown."""
    return "\n".join([_HEAD, *_iter_classes(), "", *_iter_kinds(), _REGISTER]).rstrip() + "\n"


def _iter_classes() -> Iterator[str]:
    yield "## Classes of entities\n"
    yield "A class inherits from those it stands below, so that a State is an Actor and a Place at once.\n"
    yield "| class | below | ids begin with | Neo4j label | what it is | elsewhere |"
    yield "|---|---|---|---|---|---|"
    for class_ in sorted(SCHEMA.classes.values(), key=_depth):
        yield _class_row(class_)


def _depth(class_: EntityClass) -> tuple[int, str]:
    return len([*SCHEMA.iter_ancestors(class_.name)]), class_.name


def _class_row(class_: EntityClass) -> str:
    cells = [
        f"**{class_.name}**",
        ", ".join(class_.parents) or "–",
        f"`{class_.prefix}:`",
        f"`{class_.neo4j_label}`",
        class_.definition,
        _elsewhere(class_.alignments),
    ]
    return _row(cells)


def _iter_kinds() -> Iterator[str]:
    yield "## Kinds of propositions"
    for kind in SCHEMA.kinds.values():
        yield ""
        yield from _iter_kind(kind)


def _iter_kind(kind: PropositionKind) -> Iterator[str]:
    yield f"### {kind.name}\n"
    yield f"{kind.definition} Read as “{kind.sentence.format_map(_Roles())}”.\n"
    yield "| role or qualifier | takes | note |"
    yield "|---|---|---|"
    for role in kind.roles.values():
        yield _row([f"**{role.name}**", _taken(role), _note(kind, role)])
    for qualifier in kind.qualifiers.values():
        yield _row([qualifier.name, _taken(qualifier), "" if qualifier.label == qualifier.name else qualifier.label])
    yield ""
    yield f"In Neo4j: `(:Claim)-[:AFFIRMS|NEGATES]->(:Proposition:{kind.neo4j_label})`{_shortcut(kind)}."
    yield f"IRI: <{kind.iri}>. Elsewhere: {_elsewhere(kind.alignments)}."


class _Roles(dict[str, str]):
    def __missing__(self, role: str) -> str:
        return f"*{role}*"


def _taken(taker: Role | Qualifier) -> str:
    if taker.range:
        return taker.range
    if taker.codes:
        return ", ".join(f"`{code}`" for code in taker.codes)
    return taker.type if isinstance(taker, Qualifier) else ""


def _note(kind: PropositionKind, role: Role) -> str:
    if kind.symmetric and role.name in kind.symmetric:
        return "required; the two may change places"
    if role.name in kind.anchors:
        return "anchor: without one, the proposition is private to its document"
    return "required" if role.required else ""


def _shortcut(kind: PropositionKind) -> str:
    if not kind.shortcut:
        return ", with no shortcut"
    return f", with the shortcut `({kind.shortcut_from})-[:{kind.shortcut}]->({kind.shortcut_to})` where it is affirmed"


def _elsewhere(alignments: Mapping[str, str]) -> str:
    return "; ".join(f"{scheme}: {what}" for scheme, what in alignments.items()) or "–"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(make_reference())
