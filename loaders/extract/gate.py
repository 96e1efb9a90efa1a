"""The gate: from an extraction to a bundle. Only what stands in the text, character for character, goes through."""

from ontology.bundle import Bundle, Reject, Run, make_bundle
from ontology.claim import Claim, Evidence, Position
from ontology.errors import BundleError
from ontology.extraction import Extraction, FoundClaim, Span
from ontology.fitting import Types, check_position

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
    types = {entity.id: entity.type for entity in extraction.entities}
    unknown = next((name for name in (found.claimant, *found.relayed_by) if name and name not in types), None)
    if unknown:
        return f"it speaks of {unknown}, which is not among the entities"
    return next((wrong for position in found.positions if (wrong := _misfit(position, types))), None)


def _misfit(position: Position, types: Types) -> str | None:
    """What keeps a position from being one of the schema's."""
    try:
        check_position(position, types)
    except BundleError as exc:
        return str(exc)
    return None


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
