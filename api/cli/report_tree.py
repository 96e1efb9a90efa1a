"""A report drawn for reading: what one article speaks of, and what it states."""

from api.cli.drawing import Branch, Line, branch
from kg.answers import Named
from kg.questions.propositions import sentence
from loaders.extract.report import Report, ReportedProposition


def report_tree(report: Report) -> Branch:
    """A branch for who is spoken of, and one for every statement with whose word it is."""
    names = {entity.id: entity.name for entity in report.entities}
    tree = branch(report.id, "bold")
    for entity in report.entities:
        tree.add(Line(f"{entity.type}: {entity.name}"))
    for stated in report.propositions:
        tree.add(Line(_statement(stated, names), "italic"))
    return tree


def _statement(stated: ReportedProposition, names: dict[str, str]) -> str:
    roles = {role: Named(id_, names.get(id_, id_)) for role, id_ in stated.roles.items()}
    who = names.get(stated.claimant, stated.claimant) if stated.claimant else "the article"
    return f"{who}: {sentence(stated.kind, roles)} ({stated.modality})"
