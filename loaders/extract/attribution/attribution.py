"""An attribution: who says what, in which words."""

from dataclasses import dataclass

from ontology.claim import Stance
from ontology.extraction import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words. `content` has several spans where its cue splits it; no claimant where nobody is named.

    `rumour` is what the text itself holds for unconfirmed. One that is `answering` denies or confirms as a whole what
    was said before ("denied the claim"); `answers` is the place, among the attributions of the text, of that claim,
    where it is another speaker's.
    """

    content: tuple[Span, ...]
    stance: Stance = Stance.ASSERTS
    claimant: str | None = None
    source: Span | None = None
    cue: Span | None = None
    rumour: bool = False
    said_on: str | None = None
    answers: int | None = None
    answering: bool = False

    @property
    def span(self) -> Span:
        """From the first word of the content to its last."""
        return Span(self.content[0].start, self.content[-1].end)

    def holds(self, span: Span) -> bool:
        """Whether a span stands in the content."""
        return any(part.start <= span.start and span.end <= part.end for part in self.content)

    def voices(self, span: Span) -> bool:
        """Whether a span stands in the content, or reaches into it from the cue, or is the cue of a denial."""
        if self.holds(span) or self.cue is None or self.cue.start >= self.span.start:
            return self.holds(span)
        reaches = span.start < self.cue.end and self.span.start < span.end <= self.span.end
        denied = self.stance is Stance.DENIES and self.cue.start <= span.start and span.end <= self.cue.end
        return reaches or denied
