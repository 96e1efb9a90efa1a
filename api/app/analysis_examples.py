"""Examples of analyses for the OpenAPI description, of the same made-up article as the others."""

from collections.abc import Mapping
from typing import Any

from api.app.examples import CLAIM, Responses

_HERALD: Mapping[str, str] = CLAIM["claimant"]
_TURKEY: Mapping[str, str] = CLAIM["proposition"]["roles"]["supplier"]
_AZERBAIJAN: Mapping[str, str] = CLAIM["proposition"]["roles"]["recipient"]
_ARMENIA = {"id": "Q399", "name": "Armenia"}
_PROPOSITION: str = CLAIM["proposition"]["id"]


def _edge(kind: str, source: Mapping[str, str], target: Mapping[str, str], words: str) -> Mapping[str, Any]:
    return {
        "proposition": _PROPOSITION,
        "kind": kind,
        "source": source,
        "target": target,
        "words": words,
        "status": "uncontested",
        "asserted_by": [_HERALD],
        "denied_by": [],
        "claims": 1,
        "origins": 1,
        "first": "2020",
        "last": "2020",
        "items": ["drones"] if kind == "ArmsSale" else [],
        "evidence": [CLAIM],
    }


_SALE = _edge("ArmsSale", _TURKEY, _AZERBAIJAN, "Turkey sells arms to Azerbaijan")
_FIGHT = _edge("Hostility", _AZERBAIJAN, _ARMENIA, "Azerbaijan fights Armenia")

PATHS: Mapping[str, Any] = {
    "source": _TURKEY,
    "target": _AZERBAIJAN,
    "length": 1,
    "paths": [
        {
            "entities": [_TURKEY, _AZERBAIJAN],
            "steps": [{"source": _TURKEY, "target": _AZERBAIJAN, "edges": [_SALE]}],
        }
    ],
    "more": False,
}

BROKERS: Mapping[str, Any] = {
    "entities": 3,
    "ties": 2,
    "sampled": None,
    "brokers": [
        {
            "entity": _AZERBAIJAN,
            "type": "State",
            "betweenness": 0.5,
            "sources": 1,
            "targets": 1,
            "claims": 2,
            "contested": 0,
        }
    ],
}

COMMUNITIES: Mapping[str, Any] = {
    "modularity": 0.0,
    "found": 1,
    "communities": [
        {
            "number": 1,
            "members": [
                {"entity": _AZERBAIJAN, "type": "State", "within": 1, "beyond": 0},
                {"entity": _TURKEY, "type": "State", "within": 1, "beyond": 0},
            ],
            "ties": 1,
            "contested": 0,
            "beyond": 0,
        }
    ],
}

DEPENDENCE: Mapping[str, Any] = {
    "recipient": _AZERBAIJAN,
    "counted": "deals are counted as they are claimed, a record or a sentence each; their values are not known",
    "spans": [
        {
            "since": 2020,
            "until": 2029,
            "deals": 1,
            "concentration": 1.0,
            "suppliers": [
                {
                    "supplier": _TURKEY,
                    "deals": 1,
                    "share": 1.0,
                    "change": None,
                    "proposition": _PROPOSITION,
                    "status": "uncontested",
                    "asserted_by": [_HERALD],
                    "denied_by": [],
                }
            ],
        }
    ],
    "undated": 0,
}

BOTH_SIDES: Mapping[str, Any] = {
    "found": 1,
    "items": [
        {
            "supplier": _TURKEY,
            "since": "2020-09-27",
            "until": "2020-11-10",
            "hostility": _FIGHT,
            "to_source": _SALE,
            "to_target": {**_SALE, "target": _ARMENIA, "words": "Turkey sells arms to Armenia"},
        }
    ],
}

ALLIES: Mapping[str, Any] = {
    "found": 1,
    "items": [
        {
            "ally": _TURKEY,
            "one": _ARMENIA,
            "opponent": _AZERBAIJAN,
            "since": "2020-09-27",
            "until": "2020-11-10",
            "hostility": _FIGHT,
            "arms": _SALE,
            "ties": [_edge("AllianceTie", _ARMENIA, _TURKEY, "Armenia is allied with Turkey")],
        }
    ],
}

GRAPH: Responses = {
    200: {"description": "GraphML or GEXF", "content": {"application/xml": {"example": "<graphml>…</graphml>"}}}
}
