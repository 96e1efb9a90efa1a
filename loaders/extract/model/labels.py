"""What the reader's heads say, in the order of their outputs."""

from collections.abc import Mapping

from ontology.claim import Modality

KINDS = (
    "ArmsSale",
    "AllianceTie",
    "Support",
    "Hostility",
    "Control",
    "Membership",
    "Office",
    "Sanction",
    "Agreement",
    "Casualties",
    "Trade",
)
ROLES: Mapping[str, tuple[str, ...]] = {
    "ArmsSale": ("supplier", "recipient"),
    "AllianceTie": ("a", "b"),
    "Support": ("supporter", "supported"),
    "Hostility": ("a", "b"),
    "Control": ("controller", "place"),
    "Membership": ("member", "organization"),
    "Office": ("holder", "of"),
    "Sanction": ("imposer", "target"),
    "Agreement": ("a", "b"),
    "Casualties": (),
    "Trade": ("exporter", "importer"),
}
MODALITIES = (Modality.ASSERTED, Modality.RUMOURED, Modality.PLANNED, Modality.CONDITIONAL)

HEADS: Mapping[str, tuple[str, ...]] = {
    "ner": ("PER", "ORG", "LOC", "FAC", "NORP", "MISC", "DATE", "MONEY", "PROD"),
    "att": ("SOURCE", "CUE", "CONTENT"),
    "men": ("state", "person", "organization", "alliance", "place", "group", "weapon", "event"),
    "trig": KINDS,
}
"""The labels of each head; its outputs are O, then B and I of each label."""
