"""The namespaces of the mapping, its graphs' names, and which terms of others its own terms stand beside."""

from collections.abc import Mapping

from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef

from ontology.schema.classes import IRI

CG = Namespace(IRI)
ID = Namespace("https://claimgraph.org/id/")
GRAPH = Namespace("https://claimgraph.org/graph/")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA_ORG = Namespace("https://schema.org/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
WD = Namespace("http://www.wikidata.org/entity/")
WDT = Namespace("http://www.wikidata.org/prop/direct/")

RESOLVED = GRAPH["resolved"]
"""Entities, and propositions with their status: what no single document says."""

PREFIXES: Mapping[str, str] = {
    "cg": str(CG),
    "id": str(ID),
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA_ORG),
    "sem": str(SEM),
    "skos": str(SKOS),
    "wd": str(WD),
    "wdt": str(WDT),
    "xsd": str(XSD),
}

BESIDE: Mapping[URIRef, tuple[URIRef, ...]] = {
    CG["Claim"]: (SCHEMA_ORG["Claim"],),
    CG["Evidence"]: (OA["SpecificResource"],),
    CG["claimant"]: (SCHEMA_ORG["author"], PROV["wasAttributedTo"]),
    CG["content"]: (SCHEMA_ORG["text"],),
    CG["document"]: (SCHEMA_ORG["appearance"], PROV["wasQuotedFrom"]),
    CG["publisher"]: (SCHEMA_ORG["publisher"], PROV["wasAttributedTo"]),
    CG["mentioned_in"]: (SCHEMA_ORG["subjectOf"],),
}
"""Terms of others that are stated beside our own, so that a query in either vocabulary finds the same."""


def shortcut_graph(status: str) -> URIRef:
    """The graph of the shortcuts of one status."""
    return GRAPH[f"shortcuts/{status}"]


def from_curie(curie: str) -> URIRef | None:
    """The IRI that a prefixed name of the schema's alignments stands for; None for a plain remark."""
    prefix, colon, local = curie.partition(":")
    known = colon and prefix in PREFIXES and local.isalnum()
    return URIRef(PREFIXES[prefix] + local) if known else None
