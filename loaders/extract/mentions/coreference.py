"""Whom a pronoun or a description means, where that is clear; where it is not, nobody.

A pronoun means the nearest fitting subject: of its own sentence, else of those before, outside of quotations first.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from loaders.extract.mentions.mentions import Mentions
from loaders.extract.mentions.offices import Bearer
from loaders.extract.mentions.words import get_alternatives, get_words
from loaders.extract.model import Reading
from loaders.extract.passage import Passage, Sentence
from ontology.extraction import Mention, MentionForm, Span

_BACK = 3
_ACTORS = ("State", "Organization", "Group")
_GERUND = re.compile(r"\b(?:of|for|by|from|against|with)\s+\w+ing\s+$")
_TOLD = re.compile(
    r"\b(?:told|warned|warning|reminded|urged|telling|assured)\s+(?:the\s+)?"
    r"(?P<whom>[A-Z][\w.’' -]{1,40}?)\s+(?:that\s+)?$"
)
_VERBS_FOLLOW = re.compile(
    r"\s+(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|does|did|also|\w+ed|\w+s)\b"
)
_ARTICLE = 4
_TROOPS = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:troops|forces|soldiers|army|fighters|rebels|marines|paratroopers)\b"
)
_FIGHTS = re.compile(
    r"They\s+(?:(?:have|had|also|still|now|then|later|are|were|\w+ly)\s+)*"
    r"(?:h[eo]ld|control|occup|captur|t[ao]k|seiz|attack|shell|bomb|fight|fought|advanc|withdr|retreat|march|mov|retook|retak|surround)"
)


@dataclass
class Resolver:
    """Reads a passage from left to right; what it has resolved helps it further."""

    passage: Passage
    mentions: Mentions
    bearers: Sequence[Bearer]
    labels: Sequence[tuple[Span, str]]
    sexes: dict[str, str]
    resolved: list[Mention] = field(default_factory=list)

    def run(self) -> tuple[Mention, ...]:
        """Every mention, the resolved ones among the named, in order."""
        self.resolved = list(self.mentions.mentions)
        for sentence in self.passage.sentences:
            for match in _pattern().finditer(self.passage.text, sentence.span.start, sentence.span.end):
                span = Span(*match.span())
                if self.mentions.touching(span):
                    continue
                if meant := self._meaning(match, sentence):
                    form = MentionForm.PRONOUN if match["pronoun"] or match["commander"] else MentionForm.DESCRIPTION
                    insort(self.resolved, Mention(span, meant, form), key=lambda m: m.span)
        return tuple(self.resolved)

    def _meaning(self, match: re.Match[str], sentence: Sentence) -> tuple[str, ...]:
        word, at = match[0].casefold(), match.start()
        if match["own"]:
            return self._own_country(match, sentence)
        if match["sides"]:
            return self._two_sides(at, sentence)
        if match["commander"]:
            return self._one(self._nearest(at, sentence, _ACTORS, but=("MediaOutlet",)))
        if match["office"]:
            return self._office_holder(match, sentence)
        if match["thing"]:
            return self._described(match["thing"].casefold(), at, sentence)
        if word in get_words("he") or word in get_words("she"):
            return self._person(word, at, sentence)
        if word in get_words("they"):
            return self._several(at, sentence)
        return self._thing(match, sentence)

    def _person(self, word: str, at: int, sentence: Sentence) -> tuple[str, ...]:
        sex = "female" if word in get_words("she") else "male"
        for place in self._places(at, sentence):
            fitting = [m.entities[0] for m in place if self._fits_person(m, sex)]
            if fitting:
                self.sexes.setdefault(fitting[0], sex)
                return (fitting[0],)
        return ()

    def _fits_person(self, mention: Mention, sex: str) -> bool:
        who = mention.entities[0]
        one = len(mention.entities) == 1 and (self.mentions.is_a(who, "Person") or who in self.mentions.singles)
        return one and self.sexes.get(mention.entities[0], sex) == sex

    def _several(self, at: int, sentence: Sentence) -> tuple[str, ...]:
        if troops := self._troops(at, sentence):
            return troops
        for place in self._places(at, sentence):
            for mention in place:
                if len(mention.entities) > 1 or self._is(mention, ("Group", "Organization")):
                    return mention.entities
            if pair := self._coordinated(place):
                return pair
        return ()

    def _troops(self, at: int, sentence: Sentence) -> tuple[str, ...]:
        """Who holds or attacks in the next sentence, where the last one has troops for its subject."""
        if at != sentence.span.start or not sentence.index or not _FIGHTS.match(self.passage.text, at):
            return ()
        last = self.passage.sentences[sentence.index - 1].span
        subject = next(iter(self._between(last.start, last.end)), None)
        acts = subject is not None and _TROOPS.match(self.passage.text, subject.span.end)
        return subject.entities if subject and acts and subject.span.start - last.start <= _ARTICLE else ()

    def _coordinated(self, place: Sequence[Mention]) -> tuple[str, ...]:
        for first, second in pairwise(place):
            joined = re.fullmatch(r"(?:,\s|\s)?and\s(?:the\s)?", self.passage.text[first.span.end : second.span.start])
            alike = any(self._is(first, (c,)) and self._is(second, (c,)) for c in ("State", "Person", "Organization"))
            if joined and alike and first.entities != second.entities:
                return (*first.entities, *second.entities)
        return ()

    def _thing(self, match: re.Match[str], sentence: Sentence) -> tuple[str, ...]:
        """ "It" where the reader takes it for an actor: as a subject the last subject, as an object another one."""
        label = self._label_at(match.start())
        classes = {"state": ("State",), "organization": ("Organization",), "alliance": ("Alliance",)}.get(label or "")
        if classes is None and (label or match[0].casefold() != "it"):
            return ()
        is_seen, classes = classes is not None, classes or ("State",)
        if told := self._told(match.start(), sentence, classes):
            return told
        before = [m for m in self._before(match.start(), sentence) if self._is(m, classes)]
        distinct = list(dict.fromkeys(m.entities[0] for m in before))
        is_object = match[0].casefold() == "it" and not _VERBS_FOLLOW.match(self.passage.text, match.end())
        if is_object and len(distinct) > 1:
            gerund = _GERUND.search(self.passage.text, sentence.span.start, match.start())
            return (
                (distinct[0],)
                if gerund
                else (before[-1].entities[0] if before[-1].entities[0] != distinct[0] else distinct[-1],)
            )
        return self._one(self._nearest(match.start(), sentence, classes)) if is_seen else ()

    def _told(self, at: int, sentence: Sentence, classes: Sequence[str]) -> tuple[str, ...]:
        """ "Warned N that it": it is N."""
        found = _TOLD.search(self.passage.text, sentence.span.start, at)
        mention = self.mentions.at(found.start("whom")) if found else None
        return mention.entities if mention and self._is(mention, classes) else ()

    def _described(self, word: str, at: int, sentence: Sentence) -> tuple[str, ...]:
        """ "The country" is the last state, "the city" the last place, "the ministry" the last thing of that name."""
        label = self._label_at(at)
        if label == "state" and word in get_words("countries"):
            return self._one(self._nearest(at, sentence, ("State",)))
        if label == "place" and word in get_words("places"):
            return self._one(self._nearest(at, sentence, ("Place",), but=("State",)))
        if label in {"organization", "alliance", "group"}:
            before = [m.entities[0] for m in self.resolved if m.span.start < at and self._ends_with(m, word)]
            return self._one(before[-1] if before else self._body_called(word, at, sentence))
        return self._one(self._body_called(word, at, sentence))

    def _body_called(self, word: str, at: int, sentence: Sentence) -> str | None:
        """ "The group" is the last body that is named, no state's."""
        if word not in get_words("body_words"):
            return None
        near = (m for place in self._places(at, sentence) for m in place if m.form is MentionForm.NAME)
        bodies = (m for m in near if self._is(m, ("Organization",)) and not self._is(m, ("GovernmentBody", "State")))
        return next((m.entities[0] for m in bodies), None)

    def _ends_with(self, mention: Mention, word: str) -> bool:
        fitting = len(mention.entities) == 1 and self._is(mention, ("Organization", "Group"))
        return fitting and self.mentions.entities[mention.entities[0]].name.casefold().split()[-1] == word

    def _label_at(self, at: int) -> str | None:
        index = bisect_right(self.labels, at, key=lambda one: one[0].start) - 1
        return self.labels[index][1] if index >= 0 and at < self.labels[index][0].end else None

    def _own_country(self, match: re.Match[str], sentence: Sentence) -> tuple[str, ...]:
        word = match["own"].casefold()
        if word in get_words("they") or word in get_words("it"):
            return self._one(self._nearest(match.start(), sentence, ("State",)))
        person = self._person(word, match.start(), sentence)
        state = self._state_of(person[0]) if person else None
        return (state,) if state else ()

    def _state_of(self, person: str) -> str | None:
        return self.mentions.states.get(person)

    def _two_sides(self, at: int, sentence: Sentence) -> tuple[str, ...]:
        """The two states that the text has told most of, those aside that the sentence itself sets beside them."""
        aside = {e for m in self._before(at, sentence) for e in m.entities}
        until = [e for m in self.resolved if m.span.start < at for e in m.entities if self.mentions.is_a(e, "State")]
        ranked = [pair for pair in Counter(until).most_common() if pair[0] not in aside]
        if len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] > ranked[2][1]):
            return (ranked[0][0], ranked[1][0])
        return ()

    def _office_holder(self, match: re.Match[str], sentence: Sentence) -> tuple[str, ...]:
        office = " ".join(match["office"].casefold().split())
        holders = [b for b in self.bearers if b.title == office or office in b.title.split()]
        state: str | None = None
        if match["of"]:
            state = next(iter(self._one(self._nearest(match.start(), sentence, ("State",)))), None)
            holders = [b for b in holders if b.of in (None, state)]
        distinct = list(dict.fromkeys(b.person for b in holders))
        if len(distinct) == 1:
            return (distinct[0],)
        before = [m.entities[0] for m in self.resolved if m.span.start < match.start() and m.entities[0] in distinct]
        return (before[-1],) if before else ()

    def _nearest(self, at: int, sentence: Sentence, classes: Sequence[str], but: Sequence[str] = ()) -> str | None:
        for place in self._places(at, sentence):
            for mention in place:
                if len(mention.entities) == 1 and self._is(mention, classes) and not self._is(mention, but):
                    return mention.entities[0]
        return None

    def _is(self, mention: Mention, classes: Sequence[str]) -> bool:
        return any(self.mentions.is_a(mention.entities[0], class_) for class_ in classes)

    @staticmethod
    def _one(entity: str | None) -> tuple[str, ...]:
        return (entity,) if entity else ()

    def _places(self, at: int, sentence: Sentence) -> Iterator[Sequence[Mention]]:
        """Where to look, nearest first: this sentence up to here, then the sentences before."""
        yield self._before(at, sentence)
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            yield self._in_order(self.passage.sentences[index])

    def _before(self, at: int, sentence: Sentence) -> list[Mention]:
        return [m for m in self._between(sentence.span.start, at) if m.span.end <= at]

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self.resolved, start, key=_start)
        return self.resolved[first : bisect_left(self.resolved, end, key=_start)]

    def _in_order(self, sentence: Sentence) -> list[Mention]:
        """Its mentions, those outside of quotations first."""
        inside = self._between(sentence.span.start, sentence.span.end)
        return sorted(inside, key=lambda m: (self.passage.quotation_at(m.span.start) is not None, m.span))


def _start(mention: Mention) -> int:
    return mention.span.start


@cache
def _pattern() -> re.Pattern[str]:
    countries, offices, sides = get_alternatives("countries"), get_alternatives("offices"), get_alternatives("sides")
    pronouns = "|".join(get_alternatives(name) for name in ("he", "she", "it", "they"))
    return re.compile(
        rf"\b(?:(?P<sides>{sides})"
        rf"|(?:the|its|their)\s+(?:(?P<of>{countries})['’]s\s+)?(?P<office>{offices})(?!\s+of\b)(?=\W)"
        rf"|(?P<own>his|her|its|their)\s+(?:own\s+)?(?:{countries})"
        rf"|(?P<commander>its)(?=\s+(?:own\s+)?(?:armed\s+)?(?:{get_alternatives('troops')})\b)"
        rf"|the\s+(?P<thing>[a-z]+)"
        rf"|(?P<pronoun>{pronouns}))\b",
        re.IGNORECASE,
    )


def find_sexes(passage: Passage, mentions: Mentions) -> dict[str, str]:
    """The sexes that titles and apposed words tell: "spokeswoman", "Mr."."""
    sexes: dict[str, str] = {}
    for mention in mentions.mentions:
        if mentions.is_a(mention.entities[0], "Person"):
            around = passage.text[max(0, mention.span.start - 30) : mention.span.start].casefold().split()[-2:]
            behind = passage.text[mention.span.end : mention.span.end + 40]
            words = {w.strip(".,") for w in [*around, *(behind.casefold().split()[1:5] if behind[:1] == "," else [])]}
            for sex in ("female", "male"):
                if words & get_words(sex):
                    sexes.setdefault(mention.entities[0], sex)
    return sexes


def resolve(passage: Passage, mentions: Mentions, readings: Iterable[Reading], bearers: Sequence[Bearer]) -> Mentions:
    """The mentions with those added that are pronouns and descriptions."""
    labels = [(t.span, t.label) for reading in readings for t in reading.tagged("men")]
    resolver = Resolver(passage, mentions, bearers, labels, find_sexes(passage, mentions))
    return replace(mentions, mentions=resolver.run(), sexes=resolver.sexes)
