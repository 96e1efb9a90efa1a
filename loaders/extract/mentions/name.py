"""A name where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.extraction import MentionForm, Span
from ontology.register import Known


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: its class, and who it is where the register knows.

    Of a body named with its state, `state` is that and `body` the rest of the name: "defence ministry".
    """

    span: Span
    text: str
    type: str
    form: MentionForm = MentionForm.NAME
    known: Known | None = None
    state: Known | None = None
    body: str = ""


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span shares a character with any of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)
