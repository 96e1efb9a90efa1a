"""From a passage, its mentions and its readings to its attributions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extract.attribution.answers import find_answered, with_answers
from loaders.extract.attribution.attribution import Attribution
from loaders.extract.attribution.contents import Content, find_contents
from loaders.extract.attribution.dates import find_said_on
from loaders.extract.attribution.links import Link, link
from loaders.extract.attribution.nested import find_nested
from loaders.extract.attribution.rumours import find_rumours, is_rumour
from loaders.extract.attribution.speakers import Speakers
from loaders.extract.attribution.stances import find_stance, is_passive_charge, is_question
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Span


def attribute(passage: Passage, mentions: Mentions, readings: Sequence[Reading]) -> tuple[Attribution, ...]:
    """The attributions of a passage, in the order of their contents; one content of two speakers is two."""
    contents = tuple(_with_whole_name(mentions, content) for content in find_contents(passage, readings))
    contents = (*contents, *find_answered(passage, readings, contents))
    links = [*link(passage, mentions, contents), *find_nested(passage, mentions, contents)]
    links.sort(key=lambda one: (one.content.span.start, -one.content.span.end))
    told = list(_told(passage, mentions, links))
    told = sorted([*told, *find_rumours(passage, told)], key=lambda a: a.span)
    return with_answers(passage, _unsplit(passage, told))


def _told(passage: Passage, mentions: Mentions, links: Sequence[Link]) -> Iterator[Attribution]:
    speakers = Speakers(passage, mentions)
    for one in links:
        if is_question(passage, one.cue, one.content.span) or _is_name(mentions, one.content.span):
            continue
        rumour = is_rumour(passage, one.content.span, one.cue, one.source)
        nobodys = rumour or is_passive_charge(passage, one.cue, one.content.span)
        claimants = () if nobodys or one.doubtful else speakers.of(one)
        if claimants or nobodys or (one.source and one.cue and not one.doubtful):
            for claimant in claimants or (None,):
                yield _attribution(passage, one, claimant, rumour)


def _with_whole_name(mentions: Mentions, content: Content) -> Content:
    """A content that begins within a name begins with it."""
    name = mentions.at(content.span.start)
    if name is None or name.span.start == content.span.start or name.span.end >= content.span.end:
        return content
    return replace(content, span=Span(name.span.start, content.span.end))


def _is_name(mentions: Mentions, content: Span) -> bool:
    """Whether a content is only somebody's name, which claims nothing."""
    mention = mentions.at(content.start)
    return mention is not None and mention.span == content


def _attribution(passage: Passage, one: Link, claimant: str | None, rumour: bool) -> Attribution:
    span = one.content.span
    said_on = find_said_on(passage, one.cue, (span,)) if one.cue else None
    return Attribution((span,), find_stance(passage, one.cue, span), claimant, one.source, one.cue, rumour, said_on)


def _unsplit(passage: Passage, told: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Two quotations with their cue between them in one sentence are one content."""
    joined: list[Attribution] = []
    for one in told:
        last = joined[-1] if joined else None
        if (
            last
            and last.cue
            and last.cue == one.cue
            and last.claimant == one.claimant
            and _is_split(passage, last, one)
        ):
            joined[-1] = replace(last, content=(*last.content, *one.content))
        else:
            joined.append(one)
    return tuple(joined)


def _is_split(passage: Passage, last: Attribution, one: Attribution) -> bool:
    quoted = passage.quotation_at(last.span.start) and passage.quotation_at(one.span.start)
    between = last.cue is not None and last.span.end <= last.cue.start and last.cue.end <= one.span.start
    return bool(quoted) and between and passage.sentence_at(last.span.end - 1) == passage.sentence_at(one.span.start)
