"""Tolls in a passage: a number, what happened to so many, of whom, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from loaders.extract.passage import Passage, Sentence, Token
from loaders.extract.tolls.numbers import Amount, iter_amounts
from ontology.extraction import Span

_FARTHEST = 12
HARMS = ("killed", "wounded", "displaced", "captured")


@dataclass(frozen=True, slots=True)
class Toll:
    """A stated toll; open ends are None. `whole` is the words from the number to the harm, `again` one that corrects the toll before."""

    harm: str
    low: int | None
    high: int | None
    whole: Span
    sentence: Sentence
    of_whom: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Counted:
    """An amount among the tokens of its sentence: its first token, and the first one behind it."""

    amount: Amount
    first: int
    end: int


def find_tolls(passage: Passage) -> tuple[Toll, ...]:
    """All tolls of a passage, in order; "put that number at 5,000" takes the harm of the toll before it."""
    found: list[Toll] = []
    for sentence in passage.sentences:
        for toll in _tolls_of(passage, sentence, found[-1] if found else None):
            found.append(toll)
    return tuple(found)


def _tolls_of(passage: Passage, sentence: Sentence, before: Toll | None) -> Iterator[Toll]:
    tokens = passage.tokens_of(sentence)
    amounts = list(_counted(passage, sentence, tokens))
    told = False
    for number, counted in enumerate(amounts):
        left = amounts[number - 1].end if number else 0
        right = amounts[number + 1].first if number + 1 < len(amounts) else len(tokens)
        toll = _toll(passage, sentence, tokens, counted, left, right)
        if toll is None and before is not None and not told and _is_again(tokens, counted):
            toll = Toll(
                before.harm,
                counted.amount.low,
                counted.amount.high,
                counted.amount.span,
                sentence,
                before.of_whom,
                True,
            )
        if toll is not None:
            told = True
            yield toll


def _counted(passage: Passage, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[_Counted]:
    end_before = -1
    for amount in iter_amounts(passage.text, sentence.span.start, sentence.span.end):
        inside = [i for i, t in enumerate(tokens) if t.start < amount.span.end and t.end > amount.span.start]
        if not inside:
            continue
        if end_before >= 0 and _is_aside(tokens, end_before, inside[0]):
            continue
        end_before = inside[-1] + 1
        yield _Counted(amount, inside[0], inside[-1] + 1)


def _is_aside(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Whether a number only plays with the one before: "hundreds — if not thousands"."""
    between = [
        t.text.lower() for t in tokens[end:first] if t.text.lower() not in ("—", "–", "-", "--", ",", "perhaps", "even")
    ]
    return between in (["if", "not"], ["or"], ["and", "possibly"], ["or", "even"])


def _toll(
    passage: Passage, sentence: Sentence, tokens: Sequence[Token], counted: _Counted, left: int, right: int
) -> Toll | None:
    words = [t.text.lower() for t in tokens]
    whom_end, counts_people = _whom(passage, tokens, words, counted)
    after = _harm_after(words, counted, whom_end, right, counts_people)
    before = _harm_before(words, counted, left, counts_people)
    chosen = min((h for h in (after, before) if h), key=lambda h: h[1], default=None)
    if chosen is None:
        return None
    harm, _, at = chosen
    first, last = min(at, counted.first), max(at, counted.end - 1)
    whole = Span(min(tokens[first].start, counted.amount.span.start), max(tokens[last].end, counted.amount.span.end))
    of_whom = (
        passage.text[counted.amount.span.end : tokens[whom_end - 1].end].strip() if whom_end > counted.end else None
    )
    return Toll(harm, counted.amount.low, counted.amount.high, whole, sentence, of_whom or None)


def _whom(passage: Passage, tokens: Sequence[Token], words: Sequence[str], counted: _Counted) -> tuple[int, bool]:
    """Where the words for the counted end, and whether they are people: "of Kenyan soldiers", or nothing at all."""
    at = counted.end
    while at < len(words) and at - counted.end < 6:
        word = words[at]
        if word in _data()["people"]:
            return at + 1, True
        if word in _data()["passive"] or word in _all_after() or not word[0].isalnum():
            return at, at == counted.end or _is_demonym(tokens, at - 1)
        at += 1
    return counted.end, False


def _is_demonym(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[0].isupper() and tokens[at].text.endswith(("s", "i", "ese"))


def _harm_after(
    words: Sequence[str], counted: _Counted, whom_end: int, right: int, counts_people: bool
) -> tuple[str, int, int] | None:
    """The harm behind a number, its distance and its place."""
    passive = False
    for at in range(counted.end, min(right, counted.end + _FARTHEST, len(words))):
        word = words[at]
        if word in _data()["stops"]:
            return None
        passive |= word in _data()["passive"]
        harm = next((h for h in HARMS if word in _data()[h]["after"]), None)
        if (
            harm
            and (counts_people or passive and not _has_thing(words, counted.end, at))
            and not _takes_object(words, at, right, passive)
        ):
            return (harm, at - counted.end, at) if _is_real(word, words, at) else None
    return None


def _has_thing(words: Sequence[str], first: int, last: int) -> bool:
    return last - first > 5


def _takes_object(words: Sequence[str], at: int, right: int, passive: bool) -> bool:
    """Whether the harm is done by the counted, not to them: "two jets killed six"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    active = words[at] in ("killed", "wounded", "injured", "captured", "murdered", "executed", "kidnapped", "abducted")
    return (
        active
        and not passive
        and (at + 1 == right or following in ("the", "a", "an", "at", "more", "several", "many", "dozens"))
    )


def _is_real(word: str, words: Sequence[str], at: int) -> bool:
    if word == "lost":
        return not set(words[at - 6 : at + 1]).isdisjoint(_data()["lives"])
    if word == "lives":
        return not set(words[max(0, at - 8) : at + 4]).isdisjoint(_data()["claims"])
    return True


def _harm_before(
    words: Sequence[str], counted: _Counted, left: int, counts_people: bool
) -> tuple[str, int, int] | None:
    """The harm before a number: "killing at least nine", "the death toll rose to 40"."""
    for at in range(counted.first - 1, max(left, counted.first - _FARTHEST) - 1, -1):
        word = words[at]
        if word in _data()["stops"]:
            return None
        harm = next((h for h in HARMS if word in _data()[h]["before"]), None)
        if harm is None:
            continue
        distance = counted.first - at - 1
        if word in ("death", "deaths", "dead", "fatalities", "died"):
            return (harm, distance, at) if _is_toll(words, at, counted.first) else None
        if word in ("lost", "loss"):
            return (harm, distance, at) if distance <= 2 and _loses_people(words, counted) else None
        if word in _data()["claims"] and _takes_no_lives(words, counted):
            continue
        return (harm, distance, at) if distance <= 4 and counts_people else None
    return None


def _is_toll(words: Sequence[str], at: int, number: int) -> bool:
    between = words[at + 1 : number]
    counted = not {"number", "toll", "put", "puts"}.isdisjoint([*between[:1], *words[max(0, at - 3) : at]])
    return counted or between in (["of"], ["at"])


def _takes_no_lives(words: Sequence[str], counted: _Counted) -> bool:
    return set(words[counted.end : counted.end + 4]).isdisjoint(_data()["lives"])


def _loses_people(words: Sequence[str], counted: _Counted) -> bool:
    return not set(words[counted.end : counted.end + 2]).isdisjoint(_data()["losable"])


def _is_again(tokens: Sequence[Token], counted: _Counted) -> bool:
    near = [t.text.lower() for t in tokens[max(0, counted.first - 7) : counted.first]]
    again = _data()["again"]
    return (
        not again["verbs"].isdisjoint(near)
        and not again["what"].isdisjoint(near)
        and near[-1:] in (["at"], ["to"], ["as"])
    )


@cache
def _all_after() -> frozenset[str]:
    return frozenset(word for harm in HARMS for word in _data()[harm]["after"])


@cache
def _data() -> Any:  # noqa: ANN401
    data = yaml.safe_load(files("loaders.extract.tolls").joinpath("harms.yaml").read_text("utf-8"))
    return {
        name: frozenset(value) if isinstance(value, list) else {k: frozenset(v) for k, v in value.items()}
        for name, value in data.items()
    }
