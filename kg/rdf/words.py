"""The words that the mapping itself adds to the schema's: what stands around classes, kinds, roles and qualifiers."""

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "Claim": "One utterance of one claimant in one document.",
    "Document": "An article, or a part of a release of a dataset.",
    "Evidence": "Where a claim stands: an exact quote with its place in the document, or a record of a dataset.",
    "Position": "What a claim says of a proposition: for or against, how firmly, with what qualifiers.",
    "Proposition": "What can be claimed. That it is listed does not make it true.",
}

LINKS: Mapping[str, str] = {
    "agency": "The wire service that a document credits.",
    "asserted_by": "Who affirms a proposition as asserted.",
    "claimant": "Who makes a claim; absent where nobody is named.",
    "denied_by": "Who negates a proposition as asserted.",
    "document": "The document in which a claim stands.",
    "evidence": "Where a claim stands, word for word.",
    "mentioned_in": "A document that speaks of an entity.",
    "position": "What a claim says of one proposition.",
    "private_to": "The one document of a proposition that has no place or event to be known by elsewhere.",
    "proposition": "What a position is about.",
    "publisher": "Who publishes a document.",
    "relayed_by": "Who passes a claim on without making it.",
}

VALUES: Mapping[str, str] = {
    "claims": "How many claims affirm a shortcut's proposition as asserted.",
    "content": "What is claimed, in the document's words.",
    "first": "The earliest date that the claims of a shortcut carry.",
    "items": "What passes, as the claims of a shortcut have it.",
    "key": "What makes a document itself: its address, a given id, or the hash of its text.",
    "last": "The latest date that the claims of a shortcut carry.",
    "modality": "How firmly a position is taken: asserted, rumoured, planned or conditional.",
    "origins": "How many independent origins affirm a proposition as asserted.",
    "polarity": "Which side a position takes: affirms or negates.",
    "quote": "A sentence that stands for a shortcut.",
    "record": "The record of a dataset in which a claim stands.",
    "said_on": "When a claim was made, as precisely as its source says.",
    "stance": "The act of speaking: asserts, denies, confirms, accuses, vows, doubts, warns or demands.",
    "status": "Where a proposition stands: contested, uncontested, denied, rumoured, planned, conditional or open.",
    "version": "The hash of everything that a document says.",
}
