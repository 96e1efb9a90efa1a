"""The columns of the lists as CSV."""

from collections.abc import Iterable

from api.cli.output import Columns
from kg.answers import Named
from kg.questions.arms import ArmsLink
from kg.questions.claims import ClaimPosition, Quote
from kg.rejected import RejectedRow

ARMS: Columns[ArmsLink] = {
    "supplier": lambda link: link.supplier.name,
    "supplier_id": lambda link: link.supplier.id,
    "recipient": lambda link: link.recipient.name,
    "recipient_id": lambda link: link.recipient.id,
    "status": lambda link: link.status,
    "items": lambda link: link.items,
    "asserted_by": lambda link: _names(link.asserted_by),
    "denied_by": lambda link: _names(link.denied_by),
    "origins": lambda link: link.origins,
    "claims": lambda link: len(link.claims),
    "quotes": lambda link: " | ".join(dict.fromkeys(quote for claim in link.claims for quote in _quotes(claim))),
}

CLAIMS: Columns[ClaimPosition] = {
    "id": lambda row: row.id,
    "claimant": lambda row: row.claimant.name if row.claimant else None,
    "claimant_id": lambda row: row.claimant.id if row.claimant else None,
    "relayed_by": lambda row: _names(row.relayed_by),
    "stance": lambda row: row.stance,
    "polarity": lambda row: row.polarity,
    "modality": lambda row: row.modality,
    "content": lambda row: row.content,
    "said_on": lambda row: row.said_on,
    "proposition": lambda row: row.proposition.id if row.proposition else None,
    "kind": lambda row: row.proposition.kind if row.proposition else None,
    "roles": lambda row: _pairs((k, v.name) for k, v in row.proposition.roles.items()) if row.proposition else None,
    "status": lambda row: row.proposition.status if row.proposition else None,
    "qualifiers": lambda row: _pairs((k, v) for k, v in row.qualifiers.items() if v is not None),
    "quotes": lambda row: " | ".join(_quotes(row)),
    "documents": lambda row: tuple(dict.fromkeys(evidence.document for evidence in row.evidence)),
}


REJECTED: Columns[RejectedRow] = {
    "file": lambda row: row.file,
    "place": lambda row: row.place,
    "reason": lambda row: row.reason,
    "text": lambda row: row.text,
    "document": lambda row: row.document,
}


def _names(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(one.name for one in named)


def _quotes(row: ClaimPosition) -> tuple[str, ...]:
    return tuple(e.quote if isinstance(e, Quote) else e.record for e in row.evidence)


def _pairs(pairs: Iterable[tuple[str, object]]) -> tuple[str, ...]:
    return tuple(f"{key}={value}" for key, value in pairs)
