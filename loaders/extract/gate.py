"""The gate: from an extraction to a bundle. Only what stands in the text, character for character, goes through."""

from collections.abc import Iterator

from ontology.bundle import Bundle, Reject, Run, make_bundle
from ontology.claim import Claim, Evidence, Position
from ontology.extraction import Extraction, FoundClaim, Span
from ontology.schema import SCHEMA

RUN = Run("claimgraph local extractor", "1")


def to_bundle(extraction: Extraction, run: Run = RUN) -> Bundle:
    """The bundle of an extraction: what is not in the text, or speaks of nobody listed, is rejected with its reason."""
    claims: list[Claim] = []
    rejects: list[Reject] = []
    for found in extraction.claims:
        reason = _why_not(extraction, found)
        if reason:
            rejects.append(_reject(extraction, found, reason))
        else:
            claims.append(_claim(extraction, found))
    return make_bundle(extraction.document, extraction.entities, claims, rejects, run)


def _why_not(extraction: Extraction, found: FoundClaim) -> str | None:
    text = extraction.document.text or ""
    spans = (*found.content, *found.evidence)
    if not found.content or not found.evidence:
        return "it has no words of its own in the text"
    if any(not (0 <= span.start < span.end <= len(text)) for span in spans):
        return "its words do not stand in the text"
    quotes = [text[span.start : span.end] for span in found.evidence]
    if any(text[part.start : part.end] not in quote for part in found.content for quote in quotes):
        return "its content does not stand in its evidence"
    listed = {entity.id for entity in extraction.entities}
    unknown = next((name for name in _spoken_of(found) if name not in listed), None)
    if unknown:
        return f"it speaks of {unknown}, which is not among the entities"
    return next((wrong for position in found.positions if (wrong := _misfit(position))), None)


def _spoken_of(found: FoundClaim) -> Iterator[str]:
    yield from (name for name in (found.claimant, *found.relayed_by) if name)
    for position in found.positions:
        kind = SCHEMA.kinds.get(position.kind)
        roles = kind.roles if kind else {}
        yield from (value for role, value in position.roles.items() if role in roles and roles[role].range)


def _misfit(position: Position) -> str | None:
    """What keeps a position from being one of the schema's."""
    kind = SCHEMA.kinds.get(position.kind)
    if kind is None:
        return f"{position.kind} is no kind of proposition"
    missing = [name for name, role in kind.roles.items() if role.required and not position.roles.get(name)]
    if missing:
        return f"{position.kind} lacks its {missing[0]}"
    foreign = [name for name in position.roles if name not in kind.roles]
    return f"{position.kind} has no role {foreign[0]}" if foreign else None


def _claim(extraction: Extraction, found: FoundClaim) -> Claim:
    relayed_by = tuple(name for name in found.relayed_by if name != found.claimant)
    return Claim(
        found.claimant,
        " … ".join(_quote(extraction, span) for span in found.content),
        found.stance,
        relayed_by,
        found.said_on,
        tuple(Evidence(_quote(extraction, span), span.start, span.end) for span in found.evidence),
        found.positions,
    )


def _reject(extraction: Extraction, found: FoundClaim, reason: str) -> Reject:
    first = found.content[0] if found.content else Span(0, 0)
    return Reject(f"{first.start}-{first.end}", reason, _quote(extraction, first))


def _quote(extraction: Extraction, span: Span) -> str:
    return (extraction.document.text or "")[span.start : span.end]
