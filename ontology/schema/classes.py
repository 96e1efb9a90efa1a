"""What a file of the schema says, as frozen data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_CLAUSE = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"{(\w+)}")

IRI = "https://claimgraph.org/ontology/"


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A class of entities. `prefix` begins the ids of its members."""

    name: str
    label: str
    definition: str
    parents: tuple[str, ...]
    prefix: str
    neo4j_label: str
    alignments: Mapping[str, str]

    @property
    def iri(self) -> str:
        """The IRI of the class."""
        return IRI + self.name


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a proposition: an entity of a class (`range`), or one of some codes."""

    name: str
    range: str | None
    codes: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier of a position: `type` is text, integer, date, words, code or entity (with a `range`).

    A date of which there may be `many` is written as "1957; 1958". A `bound` is the least or the most of a range:
    answers show it where it is open too, as null. A qualifier that `broadens` another names what that one stands below:
    who speaks of the wider thing speaks of the narrower one too.
    """

    name: str
    type: str
    label: str
    range: str | None = None
    codes: tuple[str, ...] = ()
    many: bool = False
    bound: str | None = None
    broadens: str | None = None


@dataclass(frozen=True, slots=True)
class PropositionKind:
    """A kind of proposition.

    `symmetric` names its two interchangeable roles. `anchors` are optional roles of which one is needed for the
    proposition to be the same in two documents. `shortcut` is the derived relationship, from one role to another.
    """

    name: str
    label: str
    definition: str
    sentence: str
    roles: Mapping[str, Role]
    qualifiers: Mapping[str, Qualifier]
    symmetric: tuple[str, str] | None
    anchors: tuple[str, ...]
    neo4j_label: str
    shortcut: str | None
    shortcut_from: str | None
    shortcut_to: str | None
    alignments: Mapping[str, str]

    def in_words(self, names: Mapping[str, str]) -> str:
        """A proposition of this kind in words, given the names in its roles: "Azerbaijan controls Shusha".

        An empty role is three dots; the clause of the sentence that brackets set around it is left out.
        """
        filled = set(names)
        words = _CLAUSE.sub(
            lambda clause: clause[1] if filled.issuperset(_FIELD.findall(clause[1])) else "", self.sentence
        )
        return words.format_map({role: names.get(role, "…") for role in self.roles})

    @property
    def identity(self) -> tuple[str, ...]:
        """The roles that make a proposition itself: the required ones and the anchors."""
        return tuple(name for name, role in self.roles.items() if role.required or name in self.anchors)

    @property
    def iri(self) -> str:
        """The IRI of the kind."""
        return IRI + self.name


@dataclass(frozen=True, slots=True)
class Schema:
    """All classes and kinds, by name."""

    classes: Mapping[str, EntityClass]
    kinds: Mapping[str, PropositionKind]

    def iter_ancestors(self, name: str) -> Iterator[str]:
        """The class itself, then every class above it, each once, nearest first."""
        queue, seen = [name], set()
        while queue:
            current = queue.pop(0)
            if current not in seen:
                seen.add(current)
                yield current
                queue.extend(self.classes[current].parents)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether a class is, or stands below, another."""
        return ancestor in self.iter_ancestors(name)
