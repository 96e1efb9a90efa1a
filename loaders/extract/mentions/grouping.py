"""Names that are one: a surname is the person of that name, "(NATO)" is what stands before it. Makes the entities."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loaders.extract.mentions.bodies import to_kind
from loaders.extract.mentions.name import Name
from loaders.extract.mentions.words import get_words
from ontology.entity import Entity
from ontology.extraction import MentionForm
from ontology.identity import as_read_id, slug
from ontology.register import NameForm
from ontology.schema import SCHEMA


def group(document_key: str, text: str, names: Sequence[Name]) -> tuple[dict[str, Entity], list[str]]:
    """The entities by id, and for each name the id of its entity."""
    keys = _keys(text, names)
    members: dict[str, list[Name]] = defaultdict(list)
    for key, name in zip(keys, names, strict=True):
        members[key].append(name)
    made = {key: _entity(document_key, among) for key, among in members.items()}
    entities: dict[str, Entity] = {}
    for entity in made.values():
        entities[entity.id] = _joined(entities[entity.id], entity) if entity.id in entities else entity
    return entities, [made[key].id for key in keys]


def _keys(text: str, names: Sequence[Name]) -> list[str]:
    """What each name is grouped by: who it is in the register, else its slug, parts and acronyms led to the whole."""
    keys = [name.known.id if name.known else _key(name) for name in names]
    leads = _surnames(names, keys) | _acronyms(text, names, keys) | _short_forms(names, keys)
    return [leads.get(key, key) for key in keys]


def _key(name: Name) -> str:
    """A group and somebody of the same name are two; a body of a state is one, however it is named."""
    if name.state and name.body:
        return f"body {name.state.id} {to_kind(name.body)}"
    return f"group {slug(_bare(name.text))}" if name.type == "Group" else slug(_bare(name.text))


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", re.sub(r"['’]s\b", "", text), flags=re.IGNORECASE)


def _surnames(names: Sequence[Name], keys: Sequence[str]) -> dict[str, str]:
    """From the key of a part of a person's name to the key of the whole, where only one whole has that part."""
    whole = {key: key.split("-") for name, key in zip(names, keys, strict=True) if name.type == "Person" and "-" in key}
    leads: dict[str, str] = {}
    for key in {key for name, key in zip(names, keys, strict=True) if not name.known and name.type != "Group"}:
        words = key.split("-")
        longer = [other for other, parts in whole.items() if len(parts) > len(words) and parts[-len(words) :] == words]
        if not longer and len(words) == 1:
            longer = [other for other, parts in whole.items() if parts[0] == key]
        longest = max(longer, key=lambda other: (len(whole[other]), other), default=None)
        if longest and all(whole[longest][-len(whole[o]) :] == whole[o] or o == longest for o in longer):
            leads[key] = longest
    return {key: leads.get(to, to) for key, to in leads.items()}


def _short_forms(names: Sequence[Name], keys: Sequence[str]) -> dict[str, str]:
    """From a short form's key to the whole that the text names too: "Northern" to "the Northern group"."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for name, key in zip(names, keys, strict=True):
        for short in _shortened(name):
            wholes[short.casefold()].add(key)
    short_names = ((n, k) for n, k in zip(names, keys, strict=True) if not n.known and n.type not in ("Group", "Place"))
    return {k: min(to) for n, k in short_names if len(to := wholes.get(n.text.casefold(), set()) - {k}) == 1}


def _shortened(name: Name) -> Iterator[str]:
    """The forms that stand for a body beside its whole name."""
    if name.known and SCHEMA.is_a(name.type, "Organization"):
        yield from (one.text for one in name.known.names if one.shared)
    first, _, last = _bare(name.text).rpartition(" ")
    if first and last.casefold() in get_words("body_tails"):
        yield first


def _acronyms(text: str, names: Sequence[Name], keys: Sequence[str]) -> dict[str, str]:
    """From an acronym's key to the name that it follows in brackets, or whose initials it has."""
    leads: dict[str, str] = {}
    for before, name, key_before, key in zip(names, names[1:], keys, keys[1:], strict=False):
        between = text[before.span.end : name.span.start]
        if (
            between in {" (", " (“", ' ("'}
            and name.text.isupper()
            and not name.known
            and len(before.text) > len(name.text)
        ):
            leads[key] = key_before
    initials = {_initials(name.text): key for name, key in zip(names, keys, strict=True) if " " in name.text}
    for name, key in zip(names, keys, strict=True):
        if name.text.isupper() and len(name.text) > 2 and not name.known and name.text in initials:
            leads.setdefault(key, initials[name.text])
    return leads


def _initials(text: str) -> str:
    return "".join(
        word[0] for word in re.findall(r"[^\W\d_]+", text) if word.casefold() not in get_words("particles")
    ).upper()


def _entity(document_key: str, names: Sequence[Name]) -> Entity:
    known = next((name.known for name in names if name.known), None)
    type_ = known.type if known else _type(names)
    own = [_bare(name.text) for name in names if name.form is MentionForm.NAME or type_ == "Group"]
    name = max(own, key=lambda n: (len(n), n), default=_bare(names[0].text))
    if known and (type_ == "State" or not own):
        name = known.name
    elif body := max((n for n in names if n.state and n.body), key=lambda n: (len(n.body), n.body), default=None):
        name = _with_state(body, own)
    mentions = tuple(sorted({name.text for name in names}))
    private = type_ == "Group" or (type_ == "GovernmentBody" and not any(n.state or n.text[0].isupper() for n in names))
    return Entity(as_read_id(document_key, type_, name), type_, name, mentions, known.id if known else None, private)


def _with_state(body: Name, own: Sequence[str]) -> str:
    """The name of a body with its state's adjective: "Finnish defence ministry"."""
    adjectives = [n.text for n in body.state.names if n.form is NameForm.ADJECTIVE] if body.state else []
    told = [text for text in own if text.startswith(tuple(f"{adjective} " for adjective in adjectives))]
    state = next(iter(adjectives), body.state.name if body.state else "")
    return max(told, key=lambda text: (len(text), text), default=f"{state} {body.body}")


def _type(names: Iterable[Name]) -> str:
    """What most of the names were taken for, the narrower class where one is below the other."""
    counts = Counter(name.type for name in names)
    first = counts.most_common(1)[0][0]
    return next((type_ for type_ in counts if type_ != first and SCHEMA.is_a(type_, first)), first)


def _joined(first: Entity, second: Entity) -> Entity:
    mentions = tuple(sorted({*first.mentions, *second.mentions}))
    return Entity(
        first.id, first.type, first.name, mentions, first.known or second.known, first.private and second.private
    )


def states_of(names: Sequence[Name], ids: Sequence[str]) -> Mapping[str, str]:
    """The state that a body was named with, as the id of the state's entity, where the text names the state too."""
    by_known = {name.known.id: id_ for name, id_ in zip(names, ids, strict=True) if name.known}
    return {
        id_: by_known[name.state.id]
        for name, id_ in zip(names, ids, strict=True)
        if name.state and name.state.id in by_known
    }
