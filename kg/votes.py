"""The votes that a document brings, without asking a store for them."""

from collections import defaultdict
from collections.abc import Mapping

from kg.rows import DocumentRows
from kg.standing import Vote


def votes_of(rows: DocumentRows) -> Mapping[str, list[Vote]]:
    """What a document's claims say of each proposition, by its id."""
    claims = {claim.id: (claim, claim.quote) for claim in rows.claims}
    votes: defaultdict[str, list[Vote]] = defaultdict(list)
    for position in rows.positions:
        claim, quote = claims[position.claim]
        votes[position.proposition].append(
            Vote(
                claim.id,
                claim.claimant,
                claim.at,
                claim.stance,
                position.polarity,
                position.modality,
                position.qualifiers,
                claim.origins,
                quote,
            )
        )
    return votes
