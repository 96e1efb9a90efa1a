"""Answers drawn for reading: what is claimed as a branch, under it everybody's position with the sentence."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from rich.text import Text
from rich.tree import Tree

from api.cli.safe import harmless
from kg.answers import Named
from kg.questions.arms import ArmsLink
from kg.questions.claims import ClaimedProposition, ClaimPosition, Quote
from kg.questions.document import DocumentAnswer
from kg.questions.entity import EntityAnswer
from kg.questions.propositions import sentence
from ontology.claim import Modality, Stance

_STATUS = {"contested": "yellow", "uncontested": "green", "denied": "red"}
_NO_POSITION = "said without a position that could be read"


def arms_trees(links: Iterable[ArmsLink]) -> Iterator[Tree]:
    """Who arms whom: a tree a pair."""
    for link in links:
        tree = Tree(_headline(f"{link.supplier.name} → {link.recipient.name}", link.status, link.explanation))
        if link.items:
            tree.add(_text(f"items: {', '.join(link.items)}"))
        _add_positions(tree, link.claims)
        yield tree


def claims_trees(rows: Iterable[ClaimPosition], explained: Callable[[str], str]) -> Iterator[Tree]:
    """What is claimed: a tree a proposition, and one for all that takes no position."""
    for about in _by_proposition(rows).values():
        tree = Tree(_about(about[0].proposition, explained))
        _add_positions(tree, about)
        yield tree


def entity_trees(entity: EntityAnswer) -> Iterator[Tree]:
    """Who somebody is."""
    tree = Tree(_text(f"{entity.name} ({entity.type}, {entity.id})", "bold"))
    tree.add(_text(f"names: {', '.join(entity.names)}"))
    tree.add(_text(f"documents: {', '.join(entity.documents)}"))
    for proposition in entity.propositions:
        words = sentence(proposition.kind, proposition.roles)
        tree.add(_headline(words, proposition.status, proposition.explanation))
    yield tree


def document_trees(document: DocumentAnswer, explained: Callable[[str], str]) -> Iterator[Tree]:
    """What a document is, what it says, and what could not be brought in."""
    tree = Tree(_text(document.title or document.url or document.id, "bold"))
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
            tree.add(_text(f"{name}: {value}"))
    for reject in document.rejects:
        tree.add(_text(f"not brought in: {reject.place}: {reject.reason}", "red"))
    yield tree
    yield from claims_trees(document.claims, explained)


def _about(proposition: ClaimedProposition | None, explained: Callable[[str], str]) -> Text:
    if proposition is None:
        return _text(_NO_POSITION, "bold")
    words = sentence(proposition.kind, proposition.roles)
    return _headline(words, proposition.status, explained(proposition.id))


def _add_positions(branch: Tree, rows: Iterable[ClaimPosition]) -> None:
    for row in rows:
        leaf = branch.add(_text(_who_says(row)))
        for evidence in row.evidence:
            quote = f"“{evidence.quote}”" if isinstance(evidence, Quote) else f"record {evidence.record}"
            leaf.add(Text.assemble((harmless(quote), "italic"), (f"  {harmless(evidence.document)}", "dim")))


def _who_says(row: ClaimPosition) -> str:
    who = row.claimant.name if row.claimant else "unattributed"
    told = [_position(row), row.said_on, f"relayed by {_names(row.relayed_by)}" if row.relayed_by else None]
    return f"{who}: {', '.join(filter(None, told))}{_qualified(row.qualifiers)}"


def _position(row: ClaimPosition) -> str:
    """What is usual (asserts, as asserted) goes without saying."""
    if row.polarity is None:
        return row.stance
    firmness = f" as {row.modality}" if row.modality is not Modality.ASSERTED else ""
    act = f" ({row.stance})" if row.stance is not Stance.ASSERTS else ""
    return f"{row.polarity}{firmness}{act}"


def _qualified(qualifiers: Mapping[str, object]) -> str:
    told = [f"{name} {value}" for name, value in qualifiers.items() if not name.endswith("_id")]
    return f" [{', '.join(told)}]" if told else ""


def _by_proposition(rows: Iterable[ClaimPosition]) -> dict[str, list[ClaimPosition]]:
    found: dict[str, list[ClaimPosition]] = {}
    for row in rows:
        found.setdefault(row.proposition.id if row.proposition else "", []).append(row)
    return found


def _headline(words: str, status: str, explanation: str) -> Text:
    return Text.assemble((harmless(words), "bold"), (f"\n{harmless(explanation)}", _STATUS.get(status, "")))


def _text(words: str, style: str = "") -> Text:
    return Text(harmless(words), style)


def _names(named: Iterable[Named]) -> str:
    return ", ".join(one.name for one in named)
