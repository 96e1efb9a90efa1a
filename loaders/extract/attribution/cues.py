"""The cues of saying and what each makes of its content, from `cues.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ontology.claim import Stance


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and who says what in it by this cue."""

    text: str
    claimant: str
    stance: Stance
    content: str


@dataclass(frozen=True)
class Lexicon:
    """Stances by the forms of their cues, `verbs` those that are verbs.

    `rumours` leave open who says it, `answered` is what a denial may mean.
    """

    stances: Mapping[str, Stance]
    pattern: re.Pattern[str]
    verbs: re.Pattern[str]
    rumours: re.Pattern[str]
    answered: re.Pattern[str]
    examples: tuple[Example, ...]

    def stance_of(self, cue: str) -> Stance:
        """What the words of a cue do: its longest known phrase decides, a cue that nobody knows asserts."""
        found = [match[0].casefold() for match in self.pattern.finditer(" ".join(cue.split()))]
        stances = [self.stances[form] for form in found]
        return next((s for s in stances if s is not Stance.ASSERTS), Stance.ASSERTS)

    def knows(self, cue: str) -> bool:
        """Whether the words hold a cue of the lexicon."""
        return self.pattern.search(cue) is not None


@cache
def get_lexicon() -> Lexicon:
    """The project's cues."""
    data = yaml.safe_load((files(__package__) / "cues.yaml").read_text(encoding="utf-8"))
    stances: dict[str, Stance] = {}
    for entry in data["entries"]:
        for form in _forms_of(entry, data["irregular"]):
            stances.setdefault(form, Stance(entry["stance"]))
    answered = "|".join(sorted(data["answered"], key=len, reverse=True))
    return Lexicon(
        stances,
        _any_of(stances),
        _any_of([form for entry in data["entries"] for form in _verbs_of(entry, data["irregular"])]),
        _any_of(data["rumours"]),
        re.compile(
            rf"(?:(?:the|this|that|these|those|such|any|all|his|her|its|their|\w+['’]s)\s+)*(?:\w+\s+)?(?:{answered})",
            re.IGNORECASE,
        ),
        tuple(_example(e) for entry in data["entries"] for e in entry["examples"]),
    )


def _any_of(phrases: Sequence[str] | Mapping[str, Any]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(
        r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first) + r")\b", re.IGNORECASE
    )


def _forms_of(entry: Mapping[str, Any], irregular: Mapping[str, Sequence[str]]) -> list[str]:
    return [*entry.get("phrases", ()), *entry.get("nouns", ()), *_verbs_of(entry, irregular)]


def _verbs_of(entry: Mapping[str, Any], irregular: Mapping[str, Sequence[str]]) -> list[str]:
    forms: list[str] = []
    for verb in entry["verbs"]:
        first, _, rest = verb.partition(" ")
        forms += [" ".join([form, rest]).strip() for form in (*_inflected(first), *irregular.get(first, ()))]
    return forms


def _inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb: deny, denies, denied, denying."""
    if re.search(r"[^aeiou]y$", verb):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    return verb, verb + ("es" if re.search(r"(?:s|sh|ch|x)$", verb) else "s"), verb + "ed", verb + "ing"


def _example(data: Mapping[str, Any]) -> Example:
    gives = data["gives"]
    return Example(data["text"], gives["claimant"], Stance(gives["stance"]), gives["content"])
