"""Who is who: the ids of documents, entities, claims and propositions, all of them functions of what was read.

`VERSION` changes whenever an id would; `tests/ontology/test_identity.py` holds golden values.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from ontology.claim import Claim
from ontology.entity import Entity
from ontology.schema import SCHEMA

VERSION = 1

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`", "'") | dict.fromkeys("‐‑‒–—―", "-"))
_LONGEST_SLUG = 80


def digest(*parts: str) -> str:
    """20 hexadecimal digits of SHA-256 over the parts, which cannot run into each other."""
    joined = "\x1f".join(parts)
    if "\x1e" in joined or joined.count("\x1f") >= len(parts):
        joined = "\x1f".join(part.replace("\x1e", "\x1e0").replace("\x1f", "\x1e1") for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def fold(text: str) -> str:
    """Text with space, case and quotation marks folded away: the same words give the same fold.

    >>> fold('“Shusha  is ours”,') == fold('"SHUSHA is ours",')
    True
    """
    if text.isascii():  # most of what is read, and ten times as fast
        return " ".join(text.replace("`", "'").lower().split())
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return " ".join(plain.split())


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """A name as a part of an id: its letters and digits, hyphens between; accents are kept off, scripts are kept.

    >>> slug("Recep Tayyip Erdoğan"), slug("Восток-1")
    ('recep-tayyip-erdogan', 'восток-1')
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare.replace("'", "").replace("’", ""))))
    if not words:
        return digest(name)
    return words if len(words) <= _LONGEST_SLUG else f"{words[:_LONGEST_SLUG]}-{digest(name)[:8]}"


def document_key(*, url: str | None = None, given: str | None = None, text: str | None = None) -> str:
    """What makes a document itself: its URL, else the id that the caller gives, else the hash of its text."""
    if url and url.strip():
        return f"url:{_same_url(url.strip())}"
    if given and given.strip():
        return f"id:{given.strip()}"
    return f"text:{hashlib.sha256((text or '').encode('utf-8', 'surrogatepass')).hexdigest()}"


def _same_url(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[": not a URL, still a name
        return url
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


def document_id(key: str) -> str:
    """The id of a document, from its key."""
    return f"doc:{digest(key)}"


def as_read_id(key: str, type_: str, name: str) -> str:
    """The id of an entity as the document of this key reads it: `person:shushan-stepanyan@<hash of the key>`."""
    return f"{SCHEMA.classes[type_].prefix}:{slug(name)}@{digest(key)}"


def canonical_id(entity: Entity) -> str:
    """The id of an entity across documents: its known id, else its slug; what cannot be told apart stays private."""
    if entity.known:
        return entity.known
    if is_private(entity):
        return entity.id
    return f"{SCHEMA.classes[entity.type].prefix}:{slug(entity.name)}"


def is_private(entity: Entity) -> bool:
    """Whether nothing but its own document tells who this is: a group, a lone surname, one marked so."""
    if entity.known:
        return False
    lone_surname = entity.type == "Person" and len(entity.name.split()) < 2
    return entity.private or entity.type == "Group" or lone_surname


def claim_id(key: str, claim: Claim) -> str:
    """The id of a claim: document, claimant as read, and content in its normal form."""
    return _claim_id(key, claim.claimant or "", claim.content)


@lru_cache(maxsize=1 << 11)  # a bundle's own, which are asked for when it is made and again when it is stored
def _claim_id(key: str, claimant: str, content: str) -> str:
    return f"claim:{digest(key, claimant, fold(content))}"


def proposition_id(kind: str, roles: Mapping[str, str], private_to: str | None = None) -> str:
    """The id of a proposition: its kind and its canonical roles (of a symmetric kind, in either order).

    `private_to` is the document of a proposition that lacks its anchor.
    """
    parts = [f"{role}={value}" for role, value in sorted(_ordered(kind, roles).items())]
    return f"prop:{digest(kind, *parts, *([private_to] if private_to else []))}"


def _ordered(kind: str, roles: Mapping[str, str]) -> Mapping[str, str]:
    pair = SCHEMA.kinds[kind].symmetric
    if not pair or not all(role in roles for role in pair):
        return roles
    return {**roles, **dict(zip(pair, sorted(roles[role] for role in pair), strict=True))}


def ordered_roles(kind: str, roles: Mapping[str, str]) -> dict[str, str]:
    """The roles as a proposition keeps them: identity roles only, the two of a symmetric kind sorted by id."""
    wanted = SCHEMA.kinds[kind].identity
    return {role: _ordered(kind, roles)[role] for role in wanted if role in roles}


def canonical_ids(entities: Iterable[Entity]) -> dict[str, str]:
    """Canonical ids by ids as read."""
    return {entity.id: canonical_id(entity) for entity in entities}
