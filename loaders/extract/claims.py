"""Claims: attributions with the statements that stand in them, and what the publisher says itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.extract.attribution import Attribution
from loaders.extract.passage import Passage
from loaders.extract.propositions.statement import Statement
from ontology.claim import Modality, Polarity, Position, Stance
from ontology.extraction import FoundClaim, Span

_REACH, _PRONOUN = 400, 4
_OTHER_SIDE = {Polarity.AFFIRMS: Polarity.NEGATES, Polarity.NEGATES: Polarity.AFFIRMS}


def make_claims(
    passage: Passage, attributions: Sequence[Attribution], statements: Sequence[Statement]
) -> tuple[FoundClaim, ...]:
    """Every statement hangs on the innermost content that holds it, else on the sentence that the publisher says."""
    said: dict[int, list[Position]] = defaultdict(list)
    told: dict[int, list[Position]] = defaultdict(list)
    for statement in statements:
        holders = [] if statement.by_publisher else _holders(attributions, statement)
        for index in holders:
            said[index].append(_as_said(attributions[index], statement.to_position()))
        sentence = passage.sentence_at(statement.trigger.start)
        if not holders and sentence:
            told[sentence.index].append(statement.to_position())
    _answer(attributions, said, _own_words(passage, told))
    reported = [_claim(passage, a, attributions, said.get(i, ())) for i, a in enumerate(attributions)]
    return (*reported, *_own(passage, told))


def _holders(attributions: Sequence[Attribution], statement: Statement) -> list[int]:
    """Whose words a statement stands in; who denies a content does not speak for what it takes for granted."""
    holders = _innermost(attributions, statement.trigger)
    return [i for i in holders if not (statement.aside and attributions[i].stance is Stance.DENIES)]


def _innermost(attributions: Sequence[Attribution], trigger: Span) -> list[int]:
    """The attributions of the shortest content that holds the trigger; several where several claim it together."""
    holding = [(a.span.end - a.span.start, i) for i, a in enumerate(attributions) if a.voices(trigger)]
    shortest = min(holding, default=(0, 0))[0]
    return [i for length, i in holding if length == shortest]


def _as_said(attribution: Attribution, position: Position) -> Position:
    """The position as its claimant takes it: who denies a content negates it, a rumour is one."""
    if attribution.stance is Stance.DENIES:
        return replace(position, polarity=Polarity.NEGATES, modality=Modality.ASSERTED)
    if attribution.rumour and position.modality is Modality.ASSERTED:
        return replace(position, modality=Modality.RUMOURED)
    return position


_Own = Sequence[tuple[Span, Sequence[Position]]]


def _own_words(passage: Passage, told: Mapping[int, Sequence[Position]]) -> _Own:
    """What the article states itself, sentence by sentence, offices aside, which nobody disputes."""
    spans = ((passage.sentences[index].span, told[index]) for index in sorted(told))
    return [(span, kept) for span, all_ in spans if (kept := [p for p in all_ if p.kind != "Office"])]


def _answer(attributions: Sequence[Attribution], said: dict[int, list[Position]], own: _Own) -> None:
    """Who denies an earlier claim as a whole takes the other side of all its positions."""
    for index, attribution in enumerate(attributions):
        if not attribution.answering or said.get(index):
            continue
        denies = attribution.stance is Stance.DENIES
        said[index] = [
            replace(position, polarity=_OTHER_SIDE[position.polarity], modality=Modality.ASSERTED)
            if denies
            else position
            for position in _answered(attributions, said, own, attribution)
        ]


def _answered(
    attributions: Sequence[Attribution], said: Mapping[int, Sequence[Position]], own: _Own, answer: Attribution
) -> Sequence[Position]:
    """What is answered: the nearest claim of the speaker before that states something, else the article's own words."""
    if answer.answers is not None:
        speaker, nearest = attributions[answer.answers].claimant, attributions[answer.answers].span
        for index in range(answer.answers, -1, -1):
            is_meant = answer.span.end - answer.span.start > _PRONOUN or attributions[index].span.end > nearest.start
            if attributions[index].claimant == speaker and said.get(index) and is_meant:
                return said[index]
        return ()
    near = (p for span, p in own if span.end <= answer.span.start <= span.end + _REACH)
    return next(reversed(list(near)), ())


def _claim(
    passage: Passage, attribution: Attribution, attributions: Sequence[Attribution], positions: Sequence[Position]
) -> FoundClaim:
    return FoundClaim(
        attribution.claimant,
        attribution.content,
        _evidence(passage, attribution),
        attribution.stance,
        attribution.source,
        attribution.cue,
        (passage.document.publisher, *_relaying(attributions, attribution)),
        attribution.said_on,
        tuple(positions),
    )


def _relaying(attributions: Sequence[Attribution], attribution: Attribution) -> Iterator[str]:
    """Who passes a claim on: whoever says a content in which its cue stands."""
    cue = attribution.cue
    yield from dict.fromkeys(a.claimant for a in attributions if cue and a.claimant and a.holds(cue))


def _evidence(passage: Passage, attribution: Attribution) -> tuple[Span, ...]:
    """From the first sentence of content and cue to the last; a single sentence also where it is printed again."""
    spans = [*attribution.content, *([attribution.cue] if attribution.cue else [])]
    found = [s for span in spans for at in (span.start, span.end - 1) if (s := passage.sentence_at(at))]
    if not found:
        return (attribution.span,)
    whole = Span(min(s.span.start for s in found), max(s.span.end for s in found))
    indexes = {s.index for s in found}
    return (whole, *(passage.copies.get(indexes.pop(), ()) if len(indexes) == 1 else ()))


def _own(passage: Passage, told: Mapping[int, Sequence[Position]]) -> Iterator[FoundClaim]:
    """One claim of the publisher for each sentence that states something itself."""
    for index in sorted(told):
        span = passage.sentences[index].span
        evidence = (span, *passage.copies.get(index, ()))
        yield FoundClaim(passage.document.publisher, (span,), evidence, positions=tuple(told[index]))
