"""What frames find, as statements."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from loaders.extract.attribution import Attribution
from loaders.extract.frames import Match, is_aside, match_frames
from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.parties import is_bystander
from loaders.extract.propositions.selling import describe_sale
from loaders.extract.propositions.stance import find_stance
from loaders.extract.propositions.statement import Statement
from ontology.claim import Polarity, Value
from ontology.extraction import Span
from ontology.schema import SCHEMA

_OF_STATES = ("ArmsSale", "Hostility")


def iter_framed(
    passage: Passage,
    context: Context,
    mentions: Mentions,
    attributions: Sequence[Attribution],
    states: Mapping[str, str],
) -> Iterator[Statement]:
    """What the frames find in a sentence. `states` tells for whom a speaker speaks ("the town is ours")."""
    for match in match_frames(context.line):
        polarity, modality = find_stance(context, match.trigger, match.index, by_words=match.frame.by_words)
        modality = modality if match.frame.modality is None else match.frame.modality
        if match.frame.negates:
            polarity = Polarity.AFFIRMS if polarity is Polarity.NEGATES else Polarity.NEGATES
        qualifiers: dict[str, Value] = dict(match.qualifiers)
        if match.frame.kind == "ArmsSale":
            qualifiers |= describe_sale(passage, context, match.index, modality, match.slots.get("item"))
        for roles in _roles(match, attributions, states, mentions):
            if is_plausible(match.frame.kind, roles, mentions):
                yield Statement(
                    match.frame.kind,
                    roles,
                    match.trigger,
                    context.sentence.span,
                    polarity,
                    modality,
                    qualifiers,
                    by_publisher=match.frame.presupposed and passage.quotation_at(match.trigger.start) is None,
                    aside=is_aside(context.line, match.index),
                )


def _acting_for(entity: str, states: Mapping[str, str], mentions: Mentions) -> str:
    """A person who holds office in a state arms and fights for it."""
    return states.get(entity, entity) if mentions.is_a(entity, "Person") else entity


def _roles(
    match: Match, attributions: Sequence[Attribution], states: Mapping[str, str], mentions: Mentions
) -> Iterator[dict[str, str]]:
    kind = SCHEMA.kinds[match.frame.kind]
    if "both" in match.slots and kind.symmetric:
        for pair in combinations(match.slots["both"].entities, 2):
            yield dict(zip(kind.symmetric, pair, strict=True))
        return
    named = {name: match.slots[name].entities for name in kind.roles if name in match.slots}
    if match.frame.kind in _OF_STATES:
        named = {name: tuple(_acting_for(one, states, mentions) for one in ones) for name, ones in named.items()}
    if match.frame.speaker:
        named[match.frame.speaker] = tuple(_speakers(match.trigger, attributions, states))
    for chosen in product(*named.values()):
        yield dict(zip(named, chosen, strict=True))


def _speakers(trigger: Span, attributions: Sequence[Attribution], states: Mapping[str, str]) -> Iterator[str]:
    """The states of those in whose words a trigger stands, the innermost words first and alone."""
    holding = [a for a in attributions if a.claimant and a.holds(trigger)]
    shortest = min((a.span.end - a.span.start for a in holding), default=0)
    for attribution in holding:
        state = states.get(attribution.claimant or "")
        if state and attribution.span.end - attribution.span.start == shortest:
            yield state


def is_plausible(kind: str, roles: Mapping[str, str], mentions: Mentions) -> bool:
    """Whether all required roles are filled, each by another entity of the right class."""
    required = [role for role in SCHEMA.kinds[kind].roles.values() if role.required]
    if kind == "Hostility" and any(is_bystander(mentions, entity) for entity in roles.values()):
        return False
    return (
        all(role.name in roles for role in required)
        and len(set(roles.values())) == len(roles)
        and all(role.range is None or mentions.is_a(roles[role.name], role.range) for role in required)
    )
