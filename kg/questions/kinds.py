"""Kinds of propositions as a person types them."""

from kg.errors import QuestionError
from ontology.schema import SCHEMA


def kind_named(text: str) -> str:
    """The kind of a name, upper and lower case aside. Raises QuestionError with the kinds that there are."""
    kinds = {name.casefold(): name for name in SCHEMA.kinds}
    if text.casefold() not in kinds:
        raise QuestionError(f'"{text}" is no kind of proposition: take one of {", ".join(SCHEMA.kinds)}')
    return kinds[text.casefold()]
