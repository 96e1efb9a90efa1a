"""What takes more than one edge: paths, brokers, communities, suppliers, both sides, and the graph itself."""

from collections.abc import Iterable
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.app import analysis_examples as examples
from api.app.dependencies import StoreDep
from api.app.examples import one
from api.app.parameters import Day, Statuses, statuses
from api.app.turns import take_turn
from api.graph_format import GraphFormat
from kg.analysis import View, make_view
from kg.analysis.allies import AllyArming, get_allies_arming
from kg.analysis.both_sides import BothSides, get_both_sides
from kg.analysis.brokers import Brokers, get_brokers
from kg.analysis.communities import BINDING, Communities, get_communities
from kg.analysis.export import WRITERS
from kg.analysis.hostilities import HostilityQuery
from kg.analysis.paths import BETWEEN_ACTORS, Paths, get_paths
from kg.analysis.some import Some
from kg.analysis.suppliers import Dependence, get_suppliers
from kg.analysis.view import check_size
from kg.store import Reader
from ontology.claim import Modality

MOST = 200
"""How many findings, paths or entities an answer may list."""

LARGEST = 100_000
"""How many ties an analysis may look at."""

router = APIRouter(prefix="/analysis", tags=["analysis"], dependencies=[Depends(take_turn)])

Name = Annotated[str, Field(max_length=500, description="An id, a known name, or the unique last part of one.")]
Kinds = Annotated[list[str] | None, Field(description="Only ties of this kind; may be repeated.", max_length=20)]


class Xml(Response):
    """XML as it is."""

    media_type = "application/xml"


class ViewParameters(BaseModel):
    """What is looked at: by default what somebody affirms as asserted, contested or not."""

    model_config = ConfigDict(extra="forbid")

    status: Statuses = None
    modality: Annotated[Modality | None, Field(description="What is affirmed so.")] = None
    since: Day = None
    until: Day = None

    def view(self, store: Reader, kinds: Iterable[str]) -> View:
        """The view of a store, if it is not too large. Raises QuestionError, DateError."""
        view = make_view(store, kinds, statuses(self.status), self.since, self.until, self.modality)
        check_size(view, LARGEST)
        return view


class TieParameters(ViewParameters):
    """Which ties."""

    kind: Kinds = None
    limit: Annotated[int, Field(ge=1, le=MOST, description="How much is listed at most.")] = 20


class PathParameters(TieParameters):
    """From where to where."""

    source: Annotated[Name, Field(examples=["Turkey"])]
    target: Annotated[Name, Field(examples=["Armenia"])]
    longest: Annotated[int, Field(ge=1, le=20, description="Steps at most.")] = 6
    follow: Annotated[bool, Field(description="Only along the direction of every tie.")] = False


class CommunityParameters(TieParameters):
    """How finely they are told apart."""

    resolution: Annotated[float, Field(ge=0.01, le=100, description="Higher finds more and smaller ones.")] = 1.0


class SupplierParameters(ViewParameters):
    """Whose suppliers."""

    recipient: Annotated[Name, Field(examples=["Azerbaijan"])]
    by: Annotated[Name | None, Field(description="Only the word of this claimant.")] = None
    years: Annotated[int, Field(ge=1, le=100, description="How many years a span has.")] = 10


class HostilityParameters(ViewParameters):
    """Which hostilities, and whose arms."""

    one: Annotated[Name | None, Field(description="Only hostilities of this one.", examples=["Armenia"])] = None
    other: Annotated[Name | None, Field(description="Only those with this one.", examples=["Azerbaijan"])] = None
    supplier: Annotated[Name | None, Field(description="Only arms from this one.")] = None
    margin: Annotated[float, Field(ge=0, le=100, description="Years before and after in which arms count too.")] = 1.0
    whenever: Annotated[bool, Field(description="Arms count whenever they passed.")] = False
    limit: Annotated[int, Field(ge=1, le=MOST, description="How much is listed at most.")] = 20

    def query(self) -> HostilityQuery:
        """The question."""
        return HostilityQuery(self.one, self.other, self.supplier, None if self.whenever else self.margin)


class GraphParameters(ViewParameters):
    """In what format."""

    kind: Kinds = None
    format: GraphFormat = GraphFormat.GRAPHML


@router.get("/paths", summary="The shortest paths between two actors", responses=one(examples.PATHS))
def paths(asked: Annotated[PathParameters, Query()], store: StoreDep) -> Paths:
    """With the words behind every step. Without `kind` over all ties between actors."""
    view = asked.view(store, asked.kind or BETWEEN_ACTORS)
    return get_paths(view, asked.source, asked.target, limit=asked.limit, longest=asked.longest, follow=asked.follow)


@router.get("/brokers", summary="Who stands between the others", responses=one(examples.BROKERS))
def brokers(asked: Annotated[TieParameters, Query()], store: StoreDep) -> Brokers:
    """By betweenness; without `kind` in the flows of arms."""
    return get_brokers(asked.view(store, asked.kind or ["ArmsSale"]), limit=asked.limit)


@router.get("/communities", summary="Who belongs together", responses=one(examples.COMMUNITIES))
def communities(asked: Annotated[CommunityParameters, Query()], store: StoreDep) -> Communities:
    """By the Louvain method with a fixed seed; without `kind` by arms, alliances and support."""
    return get_communities(asked.view(store, asked.kind or BINDING), resolution=asked.resolution, limit=asked.limit)


@router.get("/suppliers", summary="A recipient's dependence on its suppliers", responses=one(examples.DEPENDENCE))
def suppliers(asked: Annotated[SupplierParameters, Query()], store: StoreDep) -> Dependence:
    """Shares and concentration by spans of years. Deals are counted as they are claimed, never values."""
    return get_suppliers(asked.view(store, ["ArmsSale"]), asked.recipient, years=asked.years, by=asked.by)


@router.get("/both-sides", summary="Who arms both sides of a hostility", responses=one(examples.BOTH_SIDES))
def both_sides(asked: Annotated[HostilityParameters, Query()], store: StoreDep) -> Some[BothSides]:
    """At the time of it, with a margin; the latest fights first."""
    return get_both_sides(asked.view(store, ["ArmsSale", "Hostility"]), asked.query(), asked.limit)


@router.get("/allies-arming-opponents", summary="Who arms those who fight its allies", responses=one(examples.ALLIES))
def allies_arming_opponents(asked: Annotated[HostilityParameters, Query()], store: StoreDep) -> Some[AllyArming]:
    """Allies are bound to each other, or both to one alliance, at the time of the hostility."""
    view = asked.view(store, ["AllianceTie", "ArmsSale", "Hostility"])
    return get_allies_arming(view, asked.query(), asked.limit)


@router.get(
    "/graph", summary="The graph for Gephi, Cytoscape or networkx", response_class=Xml, responses=examples.GRAPH
)
def get_graph(asked: Annotated[GraphParameters, Query()], store: StoreDep) -> Xml:
    """As GraphML or GEXF: entities as nodes, propositions as edges."""
    out = BytesIO()
    WRITERS[asked.format.value](asked.view(store, asked.kind or ()), out)
    return Xml(out.getvalue())
