"""An article becomes a document: its key, its parts, its publisher and the agency that it credits."""

from loaders.articles.article import Article
from loaders.articles.clean import House, find_parts, get_credited, get_dateline, get_house
from loaders.articles.clean.rules import find_first
from loaders.articles.language import get_language
from ontology.document import Document, Part, PartKind
from ontology.entity import Entity
from ontology.identity import as_read_id, document_key, fold
from ontology.register import get_register
from ontology.schema import SCHEMA

UNNAMED = "unnamed outlet"
_NOBODY = frozenset({"unknown", "unknown publisher", "n/a", "none", "null", "-", "?"})


def make_document(article: Article) -> tuple[Document, tuple[Entity, ...]]:
    """The document of an article, and the entities that it names itself: publisher and agency.

    The publisher is the given one, else the house of the dateline, else an outlet private to the document.
    """
    key = document_key(url=article.url, given=article.id, text=article.text)
    parts = find_parts(article.text, article.title)
    dateline = get_dateline(article.text, parts)
    sender = dateline.house if dateline else None
    house = sender or _credited(article.text, parts)
    publisher = _publisher(key, article, sender)
    agency = _outlet(key, house.name) if house else None
    document = Document(
        key=key,
        publisher=publisher.id,
        url=article.url,
        title=article.title or _headline(article.text, parts),
        published=article.published or (dateline.day if dateline else None),
        language=get_language(article.text),
        agency=agency.id if agency else None,
        text=article.text,
        parts=parts,
    )
    entities = {entity.id: entity for entity in (publisher, agency) if entity}
    return document, tuple(entities.values())


def _credited(text: str, parts: tuple[Part, ...]) -> House | None:
    """The house of the bylines, else of the credits; a digest that credits several was written by none of them."""
    for kind in (PartKind.BYLINE, PartKind.CREDIT):
        credited = [text[part.start : part.end] for part in parts if part.kind is kind]
        # a photo's credit says nothing of the words
        houses = {house for words in credited if not find_first("photo", words) and (house := get_credited(words))}
        if houses:
            return houses.pop() if len(houses) == 1 else None
    return None


def _publisher(key: str, article: Article, sender: House | None) -> Entity:
    if article.publisher and fold(article.publisher) not in _NOBODY:
        house = get_house(article.publisher)
        return _outlet(key, house.name if house else article.publisher)
    if sender:
        return _outlet(key, sender.name)
    return Entity(as_read_id(key, "MediaOutlet", UNNAMED), "MediaOutlet", UNNAMED, private=True)


def _outlet(key: str, name: str) -> Entity:
    known = [k for k in get_register().find(name) if SCHEMA.is_a(k.type, "MediaOutlet")]
    if len(known) == 1:
        name = known[0].name
        return Entity(as_read_id(key, known[0].type, name), known[0].type, name, known=known[0].id)
    return Entity(as_read_id(key, "MediaOutlet", name), "MediaOutlet", name)


def _headline(text: str, parts: tuple[Part, ...]) -> str | None:
    return next((text[p.start : p.end] for p in parts if p.kind is PartKind.HEADLINE), None)
