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
        """Whether a span stands in the content, or reaches into it from the cue: "denies backing"."""
        if self.holds(span):
            return True
        reaches = self.cue is not None and span.start < self.cue.end and self.cue.start < self.span.start
        return reaches and self.span.start < span.end <= self.span.end
