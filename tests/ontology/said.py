"""A small document that says things, for the tests of this folder."""

from ontology.claim import Claim, Evidence, Position
from ontology.document import Document
from ontology.entity import Entity
from ontology.identity import as_read_id, document_key

TEXT = "The Herald reports that France has sold jets to Egypt. France denied it."
KEY = document_key(given="a")
FIRST, SECOND = TEXT[:54], TEXT[55:]


def entity(type_: str, name: str) -> Entity:
    """An entity as the document reads it."""
    return Entity(as_read_id(KEY, type_, name), type_, name, (name,))


HERALD, FRANCE, EGYPT = entity("MediaOutlet", "The Herald"), entity("State", "France"), entity("State", "Egypt")
JETS, SINAI = entity("Weapon", "jets"), entity("Place", "Sinai")
ENTITIES = (HERALD, FRANCE, EGYPT, JETS, SINAI)
DOCUMENT = Document(KEY, HERALD.id, published="2020-11-08", text=TEXT)
SALE = Position("ArmsSale", {"supplier": FRANCE.id, "recipient": EGYPT.id}, qualifiers={"item": JETS.id})


def claim(content: str = FIRST, claimant: str | None = HERALD.id, *positions: Position, at: int | None = None) -> Claim:
    """A claim of these words, with its evidence where they stand (or elsewhere)."""
    start = TEXT.index(content) if at is None else at
    return Claim(claimant, content, evidence=(Evidence(content, start, start + len(content)),), positions=positions)
