"""The frames as data: a file a kind, its patterns compiled to search a line's code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.extract.frames.symbol import ACTORS
from loaders.extract.frames.words import load, verb_forms
from ontology.claim import Modality

FILES = ("arms", "alliance", "support", "hostility", "control", "membership", "sanction", "agreement", "trade")

_GAP = r"(?:(?!@[A-Z]|[,;:.!?“”\"()—] |-- |that |which |who |while |but |and )\S+ ){0,6}?"
_WIDE = r"(?:(?![;.!?“”\"] |that )\S+ ){0,14}?"
_MODS = (
    r"(?:(?!(?:of|in|on|for|to|with|from|by|at|regarding|over|about|against|as|is|are|was|were|has|have|had|will|would|said|"
    r"that|"
    r"and|but|or|who|which) |@[A-Z]|[^\w'“\"‘-])\S+ ){0,4}?"
)
_PART = (
    rf"(?:{_MODS}(?:city|town|village|port|capital|province|region|district|island|islands|territory|peninsula|area|areas|parts|part|"
    r"most|much|all|half|swathes|outskirts|centre|center|enclave|stronghold|fortress|suburb|suburbs|settlement|settlements|"
    rf"rest|control) (?:of |in )){{0,2}}{_MODS}"
)
_AUX = (
    r"(?:(?:has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|shall|should|can|must|to|did|does|do|not|"
    r"never|also|already|recently|again|since|reportedly|allegedly|now|once|first|just|only|soon|later|repeatedly|ever|"
    r"long|always|often|still|even|twice|\w+ly|n't) )*"
)
_APPOSITION = r", (?:(?![,;:.!?“”\"()—] |(?:said|says|told|which|who) )\S+ ){1,7}, (?!(?:and|but|or|said|says) )"
_ASIDE = r", (?:which|who) (?:(?![,;:.!?“”\"()—] )\S+ ){1,12}, (?!(?:and|but|or|said|says) )"
_RELATIVE = rf"(?:(?:, )?(?:which|who) |{_APPOSITION}|{_ASIDE})?"
_NO_SUBJECT = r"(?<!with )(?<!by )(?<!against )(?<!from )(?<!in )(?<!near )"
_LETTERS = {"item": "W", "place": "LSX", "alliance": "A", "holder": "P", "organization": "OA"}


@dataclass(frozen=True)
class Frame:
    """A way of saying one kind of proposition. `words` are the triggers without which no pattern can match.

    `speaker` is the role that the speaker's own state takes ("the town is ours"). What is `presupposed` holds whoever
    reports it ("Kenya's purchase of tanks was a mistake, he said"), except in a quotation. `by_words` leaves it to the
    words around whether it affirms or negates, where the trigger itself would mislead the reader ("ceded to"). One that
    `negates` tells of an end or a refusal ("driven out of"), and affirms where it is negated. `modality` is what its
    words themselves tell ("in talks to buy").
    """

    name: str
    kind: str
    patterns: tuple[re.Pattern[str], ...]
    words: frozenset[str]
    qualifiers: Mapping[str, str]
    speaker: str | None
    presupposed: bool
    by_words: bool
    negates: bool
    modality: Modality | None
    kinds: Mapping[str, str]
    examples: tuple[Mapping[str, Any], ...]


@cache
def load_frames() -> tuple[Frame, ...]:
    """All frames of all kinds, in the order of the files."""
    return tuple(_frame(file, entry) for file in FILES for entry in load(file)["frames"])


def _frame(file: str, entry: Mapping[str, Any]) -> Frame:
    triggers = _triggers(entry)
    alternatives = "|".join(sorted((re.escape(t) for t in triggers), key=lambda t: (-len(t), t)))
    return Frame(
        name=entry["frame"],
        kind=load(file)["kind"],
        patterns=tuple(
            _compiled(pattern, alternatives, owners=entry.get("owners", False)) for pattern in entry["patterns"]
        ),
        words=frozenset(t.split()[-1] for t in triggers),
        qualifiers=entry.get("qualifiers", {}),
        speaker=entry.get("speaker"),
        presupposed=entry.get("presupposed", False),
        by_words=entry.get("by_words", "speaker" in entry or "negates" in entry),
        negates=entry.get("negates", False),
        modality=Modality(entry["modality"]) if "modality" in entry else None,
        kinds=load(file).get("kinds", {}),
        examples=tuple(entry["examples"]),
    )


def _triggers(entry: Mapping[str, Any]) -> list[str]:
    forms = [form for verb in entry.get("verbs", ()) for form in verb_forms(verb)]
    return [*forms, *entry.get("words", ())]


def _compiled(pattern: str, triggers: str, *, owners: bool) -> re.Pattern[str]:
    """A pattern as an expression over a line's code.

    `{role}` is a name, `<>` the trigger; `<aux>`, `<mods>`, `<part>` (of a place) stand before it; `~`, `~~` are gaps.
    A name at the end must be meant itself ("on Kenya's airline" is not on Kenya), but for `owners`. A name that a verb
    follows must be its subject, a "which" or an apposition between: in "rebels allied with Kenya have taken" it is not.
    """
    parts = pattern.split()
    is_verb = parts[0].startswith("{") and parts[1:2] == ["<aux>"]
    begins, parts = (_NO_SUBJECT, [parts[0], "<relative>", *parts[1:]]) if is_verb else ("", parts)
    itself = parts[-1].startswith("{") and not parts[-1].startswith("{item") and not owners
    ends = r"(?!'s? )" if itself else ""
    return re.compile(r"(?<!\S)" + begins + "".join(_part(part, triggers) for part in parts) + ends)


def _part(part: str, triggers: str) -> str:
    role = re.fullmatch(r"\{(\w+)(?::(\w+))?\}(\??)", part)
    if role:
        slot = rf"@[{role[2] or _LETTERS.get(role[1], ACTORS)}](?P<{role[1]}>\d+) "
        return f"(?:{slot})?" if role[3] else slot
    special = {
        "~": _GAP,
        "~~": _WIDE,
        "<mods>": _MODS,
        "<part>": _PART,
        "<aux>": _AUX,
        "<relative>": _RELATIVE,
        "<>": rf"(?P<trigger>{triggers}) ",
    }
    if part in special:
        return special[part]
    if part.startswith(("(?!", "(?<!")):
        return part
    optional = part.endswith("?")
    return f"(?:{part.rstrip('?')} )" + ("?" if optional else "")
