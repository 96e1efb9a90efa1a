"""Answers as trees for reading: what is claimed as a branch, under it everybody's position with the sentence."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from api.cli.drawing import Branch, Line, branch
from kg.answers import Document, Named
from kg.questions.bounds import in_words
from kg.questions.claims import ClaimedProposition, ClaimPosition, Quote
from kg.questions.document import DocumentAnswer
from kg.questions.entity import EntityAnswer
from kg.questions.propositions import PropositionAnswer, sentence
from ontology.claim import Modality, Stance

_STATUS = {"contested": "yellow", "uncontested": "green", "denied": "red"}
_NO_POSITION = "said without a position that could be read"

Documents = Mapping[str, Document]
"""The documents that positions are found in, by id."""


def claims_trees(
    rows: Iterable[ClaimPosition], documents: Documents, explained: Callable[[str], str]
) -> Iterator[Branch]:
    """What is claimed: a tree a proposition, and one for all that takes no position."""
    for about in _by_proposition(rows).values():
        tree = _about(about[0].proposition, explained)
        add_positions(tree, about, documents)
        yield tree


def entity_trees(entity: EntityAnswer) -> Iterator[Branch]:
    """Who somebody is."""
    tree = branch(f"{entity.name} ({entity.type}, {entity.id})", "bold")
    tree.add(Line(f"names: {', '.join(entity.names)}"))
    tree.add(Line(f"documents: {', '.join(entity.documents)}"))
    for it in entity.propositions:
        tree.below.append(headed(sentence(it.kind, it.roles), it.status, it.explanation))
    yield tree


def document_trees(document: DocumentAnswer, explained: Callable[[str], str]) -> Iterator[Branch]:
    """What a document is, what it says, and what could not be brought in."""
    tree = branch(document.title or document.url or document.id, "bold")
    shown = {
        "id": document.id,
        "url": document.url,
        "publisher": document.publisher.name,
        "agency": document.agency.name if document.agency else None,
        "published": document.published,
        "language": document.language,
    }
    for name, value in shown.items():
        if value:
            tree.add(Line(f"{name}: {value}"))
    for reject in document.rejects:
        tree.add(Line(f"not brought in: {reject.place}: {reject.reason}", "red"))
    yield tree
    yield from claims_trees(document.claims, {document.id: document}, explained)


def proposition_trees(proposition: PropositionAnswer, documents: Documents) -> Iterator[Branch]:
    """One proposition: who affirms it, who negates it, and what leaves it open."""
    tree = headed(sentence(proposition.kind, proposition.roles), proposition.status, proposition.explanation)
    tree.add(Line(f"id: {proposition.id}"))
    for side, rows in (
        ("affirmed", proposition.affirmed),
        ("negated", proposition.negated),
        ("open: rumoured, planned, demanded and the like", proposition.open),
    ):
        if rows:
            add_positions(tree.add(Line(side, "bold")), rows, documents)
    yield tree


def documents_in(rows: Iterable[ClaimPosition]) -> Collection[str]:
    """The ids of the documents that positions are found in."""
    return {evidence.document for row in rows for evidence in row.evidence}


def _about(proposition: ClaimedProposition | None, explained: Callable[[str], str]) -> Branch:
    if proposition is None:
        return branch(_NO_POSITION, "bold")
    return headed(sentence(proposition.kind, proposition.roles), proposition.status, explained(proposition.id))


def headed(words: str, status: str, explanation: str) -> Branch:
    """What is claimed, and where it stands."""
    return Branch((Line(words, "bold"), Line(explanation, _STATUS.get(status, ""))))


def add_positions(tree: Branch, rows: Iterable[ClaimPosition], documents: Documents) -> None:
    """Everybody's position below a branch, as they were said: by day, then by document and place in it."""
    for row in sorted(rows, key=lambda row: _when_and_where(row, documents)):
        leaf = tree.add(Line(_who_says(row)))
        for evidence in row.evidence:
            quote = f"“{evidence.quote}”" if isinstance(evidence, Quote) else f"record {evidence.record}"
            leaf.add(Line(quote, "italic"), _source(evidence.document, documents))


def add_source(tree: Branch, document: str, documents: Documents) -> None:
    """Where something stands, below it."""
    tree.add(_source(document, documents))


def _when_and_where(row: ClaimPosition, documents: Documents) -> tuple[str, str, int]:
    first = next(iter(row.evidence), None)
    document = documents.get(first.document) if first else None
    published = document.published if document else None
    return (
        row.said_on or published or "",
        first.document if first else "",
        first.start if isinstance(first, Quote) else 0,
    )


def _source(id_: str, documents: Documents) -> Line:
    if id_ not in documents:  # withdrawn since
        return Line(id_, "dim")
    document = documents[id_]
    title = f"“{document.title}”" if document.title else None
    return Line(", ".join(filter(None, (document.publisher.name, document.published, title, id_))), "dim")


def _who_says(row: ClaimPosition) -> str:
    who = row.claimant.name if row.claimant else "unattributed"
    told = [_position(row), row.said_on, f"relayed by {_names(row.relayed_by)}" if row.relayed_by else None]
    return f"{who}: {', '.join(filter(None, told))}{_qualified(row)}"


def _position(row: ClaimPosition) -> str:
    """What is usual (asserts, as asserted) goes without saying."""
    if row.polarity is None:
        return row.stance
    firmness = f" as {row.modality}" if row.modality is not Modality.ASSERTED else ""
    act = f" ({row.stance})" if row.stance is not Stance.ASSERTS else ""
    return f"{row.polarity}{firmness}{act}"


def _qualified(row: ClaimPosition) -> str:
    told = ", ".join(in_words(row.proposition.kind, row.qualifiers)) if row.proposition else ""
    return f" [{told}]" if told else ""


def _by_proposition(rows: Iterable[ClaimPosition]) -> dict[str, list[ClaimPosition]]:
    found: dict[str, list[ClaimPosition]] = {}
    for row in rows:
        found.setdefault(row.proposition.id if row.proposition else "", []).append(row)
    return found


def _names(named: Iterable[Named]) -> str:
    return ", ".join(one.name for one in named)
