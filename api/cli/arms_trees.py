"""Who arms whom as trees for reading: a pair, what datasets record of it in short, and some claims of it."""

from collections.abc import Collection, Iterable, Iterator

from api.cli.drawing import Branch, Line
from api.cli.trees import Documents, add_positions, add_source, documents_in, headed
from kg.questions.arms import ArmsPair
from kg.questions.records import Records
from ontology.claim import Modality, Polarity

_ITEMS = 12
"""How many items are named on one line."""


def arms_trees(pairs: Iterable[ArmsPair], documents: Documents) -> Iterator[Branch]:
    """A tree a pair."""
    for pair in pairs:
        link = pair.link
        tree = headed(f"{link.supplier.name} → {link.recipient.name}", link.status, link.explanation)
        if link.items and (link.claims or pair.more):  # records name their own
            tree.add(Line(f"items: {_listed(link.items)}"))
        for records in pair.records:
            add_source(tree.add(Line(_told(records))), records.document, documents)
        add_positions(tree, link.claims, documents)
        if pair.more:
            tree.add(Line(f"{pair.more:,} more {'claim' if pair.more == 1 else 'claims'}: --claims N", "dim"))
        yield tree


def documents_of(pairs: Collection[ArmsPair]) -> Collection[str]:
    """The ids of the documents that pairs are found in."""
    claimed = documents_in(claim for pair in pairs for claim in pair.link.claims)
    return {*claimed, *(records.document for pair in pairs for records in pair.records)}


def _told(records: Records) -> str:
    who = records.claimant.name if records.claimant else "unattributed"
    side = "" if records.polarity is Polarity.AFFIRMS else " that deny it"
    firmness = "" if records.modality is Modality.ASSERTED else f" ({records.modality})"
    years = f", {' to '.join(dict.fromkeys((records.since, records.until)))}" if records.since else ""
    items = f": {_listed(records.items)}" if records.items else ""
    return f"{who}: {records.count:,} records{side}{firmness}{years}{items}"


def _listed(items: Collection[str]) -> str:
    shown = ", ".join([*items][:_ITEMS])
    return shown if len(items) <= _ITEMS else f"{shown} and {len(items) - _ITEMS:,} others"
