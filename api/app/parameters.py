"""What the lists can be asked by: the options of the command line, under the same names."""

from typing import Annotated

from pydantic import Field

from api.app.paging import MOST, Paging
from kg.answers import Status

Who = Annotated[str | None, Field(max_length=500, description="An id, a known name, or the unique last part of one.")]
Day = Annotated[str | None, Field(description="2020, 2020-11 or 2020-11-08.", examples=["2020-11"])]
Statuses = Annotated[list[Status] | None, Field(description="Only what stands so; may be repeated.")]
Kind = Annotated[str | None, Field(description="Only this kind of proposition.", examples=["Control"])]


class ArmsParameters(Paging):
    """Which pairs of supplier and recipient."""

    supplier: Annotated[Who, Field(examples=["Turkey"])] = None
    recipient: Annotated[Who, Field(examples=["Azerbaijan"])] = None
    item: Annotated[str | None, Field(max_length=500, description="A weapon, and all kinds of it.")] = None
    since: Day = None
    until: Day = None
    status: Statuses = None
    claims: Annotated[int, Field(ge=1, le=MOST, description="How many positions of each pair at most.")] = 10


class ClaimsParameters(Paging):
    """Which positions of claims."""

    proposition: Annotated[
        str | None, Field(max_length=500, description="Only on this one.", examples=["prop:5fb5fb51e972b4296f0c"])
    ] = None

    about: Annotated[Who, Field(examples=["Shusha"])] = None
    by: Annotated[Who, Field(examples=["Aliyev"])] = None
    kind: Kind = None
    status: Statuses = None
    since: Day = None
    until: Day = None


class PropositionsParameters(Paging):
    """Which propositions."""

    about: Annotated[Who, Field(examples=["Shusha"])] = None
    kind: Kind = None
    status: Statuses = None


class EntitiesParameters(Paging):
    """Which entities."""

    type: Annotated[str | None, Field(description="A class; its subclasses are among it.", examples=["Actor"])] = None
    name: Annotated[str | None, Field(max_length=500, description="A name, case aside.", examples=["Aliyev"])] = None


def statuses(given: list[Status] | None) -> frozenset[Status] | None:
    """Statuses as the questions take them: none given means all."""
    return frozenset(given) if given else None
