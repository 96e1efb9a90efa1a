"""Answers drawn for reading: what is claimed as a branch, under it everybody's position with the sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.text import Text
from rich.tree import Tree

from api.cli.safe import harmless
from kg.answers import Named
from kg.questions.arms import ArmsLink
from kg.questions.claims import ClaimPosition, Quote
from kg.questions.document import DocumentAnswer
from kg.questions.entity import EntityAnswer
from kg.questions.propositions import PropositionSummary, sentence
from loaders.extract.report import Report

_STATUS = {"contested": "bold yellow", "uncontested": "bold green", "denied": "bold red"}
_NO_POSITION = "said without a position that could be read"


def arms_tree(links: Sequence[ArmsLink]) -> Tree:
    """Who arms whom: a branch a pair."""
    tree = _tree()
    for link in links:
        branch = tree.add(_headline(f"{link.supplier.name} → {link.recipient.name}", link.status, link.explanation))
        if link.items:
            branch.add(_text(f"items: {', '.join(link.items)}"))
        _add_positions(branch, link.claims)
    return tree


def claims_tree(rows: Sequence[ClaimPosition], explained: Callable[[str], str]) -> Tree:
    """What is claimed: a branch a proposition, and one for all that takes no position."""
    tree = _tree()
    for about in _by_proposition(rows).values():
        proposition = about[0].proposition
        if proposition:
            words = sentence(proposition.kind, proposition.roles)
            branch = tree.add(_headline(words, proposition.status, explained(proposition.id)))
        else:
            branch = tree.add(_text(_NO_POSITION, "bold"))
        _add_positions(branch, about)
    return tree


def entity_tree(entity: EntityAnswer) -> Tree:
    """Who somebody is."""
    tree = _tree()
    branch = tree.add(_text(f"{entity.name} ({entity.type}, {entity.id})", "bold"))
    branch.add(_text(f"names: {', '.join(entity.names)}"))
    branch.add(_text(f"documents: {', '.join(entity.documents)}"))
    for proposition in entity.propositions:
        _add_proposition(branch, proposition)
    return tree


def document_tree(answer: DocumentAnswer, explained: Callable[[str], str]) -> Tree:
    """What a document is, and what it says."""
    document, tree = answer.document, _tree()
    branch = tree.add(_text(document.title or document.url or document.id, "bold"))
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
            branch.add(_text(f"{name}: {value}"))
    for claims in claims_tree(answer.claims, explained).children:
        branch.children.append(claims)
    for reject in answer.rejects:
        branch.add(_text(f"not brought in: {reject.place}: {reject.reason}", "red"))
    return tree


def report_tree(report: Report) -> Tree:
    """What was read in one article: who is spoken of, what is stated, what others say."""
    tree, names = _tree(), {entity.id: entity.name for entity in report.entities}
    branch = tree.add(_text(report.id, "bold"))
    for entity in report.entities:
        branch.add(_text(f"{entity.type}: {entity.name}"))
    for stated in report.propositions:
        roles = {role: Named(id_, names.get(id_, id_)) for role, id_ in stated.roles.items()}
        who = names.get(stated.claimant, stated.claimant) if stated.claimant else "the article"
        words = f"{sentence(stated.kind, roles)}: {stated.modality}, says {who}{_qualified(stated.qualifiers)}"
        branch.add(_text(words, "italic"))
    return tree


def _add_proposition(branch: Tree, proposition: PropositionSummary) -> None:
    words = sentence(proposition.kind, proposition.roles)
    branch.add(_headline(words, proposition.status, proposition.explanation))


def _add_positions(branch: Tree, rows: Iterable[ClaimPosition]) -> None:
    for row in rows:
        leaf = branch.add(_text(_who_says(row)))
        for evidence in row.evidence:
            where = evidence.document
            quote = f"“{evidence.quote}”" if isinstance(evidence, Quote) else f"record {evidence.record}"
            leaf.add(_text(quote, "italic").append(f"  {harmless(where)}", "dim"))


def _who_says(row: ClaimPosition) -> str:
    who = row.claimant.name if row.claimant else "unattributed"
    day = f", {row.said_on}" if row.said_on else ""
    relayed = f", relayed by {_names(row.relayed_by)}" if row.relayed_by else ""
    stand = f": {row.polarity} it as {row.modality}" if row.polarity else ""
    return f"{who} {row.stance}{day}{relayed}{stand}{_qualified(row.qualifiers)}"


def _qualified(qualifiers: Mapping[str, object]) -> str:
    told = [f"{name} {value}" for name, value in qualifiers.items() if not name.endswith("_id")]
    return f" [{', '.join(told)}]" if told else ""


def _by_proposition(rows: Iterable[ClaimPosition]) -> dict[str, list[ClaimPosition]]:
    found: dict[str, list[ClaimPosition]] = {}
    for row in rows:
        found.setdefault(row.proposition.id if row.proposition else "", []).append(row)
    return found


def _headline(words: str, status: str, explanation: str) -> Text:
    return _text(words, "bold").append(f"  {status}\n", _STATUS.get(status, "bold")).append(harmless(explanation))


def _text(words: str, style: str = "") -> Text:
    return Text(harmless(words), style=style, end="")


def _names(named: Iterable[Named]) -> str:
    return ", ".join(one.name for one in named)


def _tree() -> Tree:
    return Tree("", hide_root=True)
