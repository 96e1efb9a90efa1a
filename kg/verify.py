"""Whether a store answers what its log says: everything is derived again beside it, and compared answer by answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from kg.answers import Claim, Document, Entity, Proposition, Shortcut
from kg.errors import StoreBusy
from kg.questions.propositions import sentence
from kg.store import ClaimFilter, EntityFilter, PropositionFilter, Reader, Receipt, Store
from kg.stores import open_store
from ontology.bundle import Reject
from ontology.identity import document_id

Answer = Claim | Document | Entity | Proposition | Shortcut
Key = tuple[str, ...]
A = TypeVar("A", Claim, Document, Entity, Proposition, Shortcut)
Place = TypeVar("Place")

_PAGE = 1000
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the store answers otherwise than its log says. `kind` is what it is: claim, document, log …"""

    kind: str
    id: str
    told: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.told}" if self.id else f"{self.kind}: {self.told}"


def verify(store: Store, step: Callable[[], None] = lambda: None) -> tuple[Difference, ...]:
    """All that is wrong with a store: its files, its log, and what is derived from it; nothing for a sound one.

    `step` is called after each document. Raises StoreBusy if somebody writes meanwhile, StoreError for a damaged log.
    """
    length = store.get_length()
    wrong = [Difference("file", "", told) for told in store.iter_faults()]
    standing: dict[str, int] = {}
    wrong += _iter_log_faults(store, standing)
    with (
        TemporaryDirectory(prefix="kg-verify-") as folder,
        open_store(f"sqlite:{Path(folder, 'again.db')}", create=True) as again,
    ):
        for _ in _derive_again(store, again, standing):
            step()
        wrong += _iter_differences(store, again)
    if store.get_length() != length:
        raise StoreBusy("somebody wrote to the store meanwhile: verify it again when nobody writes")
    return tuple(wrong)


def _iter_log_faults(store: Store, standing: dict[str, int]) -> Iterator[Difference]:
    """Places that are missing or mistaken; where each document stands by the log is noted in `standing`."""
    expected = 1
    for entry in store.iter_log():
        standing[entry.document] = entry.sequence
        if entry.sequence != expected:
            yield Difference("log", str(expected), f"this place is missing, the next one is {entry.sequence}")
        if entry.bundle and document_id(entry.bundle.document.key) != entry.document:
            yield Difference("log", str(entry.sequence), f"the bundle is not of {entry.document}")
        expected = entry.sequence + 1


def _derive_again(store: Store, again: Store, standing: Mapping[str, int]) -> Iterator[Receipt]:
    """Put what stands by the log of a store into another one; one receipt a document."""
    for entry in store.iter_log():
        if entry.bundle and standing.get(entry.document) == entry.sequence:
            yield again.put(entry.bundle, entry.recorded)


def _iter_differences(store: Reader, again: Reader) -> Iterator[Difference]:
    """What differs between two stores, by kind and id."""
    yield from _compared("document", _documents(store), _documents(again), _by_id)
    yield from _compared("entity", _entities(store), _entities(again), _by_id)
    yield from _compared("proposition", _propositions(store), _propositions(again), _by_id)
    yield from _compared("claim", _claims(store), _claims(again), lambda claim: (claim.at, claim.id))
    yield from _compared("shortcut", store.iter_shortcuts(), again.iter_shortcuts(), lambda edge: (edge.proposition,))
    yield from _iter_rejects(store, again)


def _by_id(answer: Document | Entity | Proposition) -> Key:
    return (answer.id,)


def _compared(kind: str, found: Iterable[A], meant: Iterable[A], key: Callable[[A], Key]) -> Iterator[Difference]:
    """Two lists in the order of their keys, read side by side."""
    left, right = iter(found), iter(meant)
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        if other is None or (one is not None and key(one) < key(other)):
            assert one is not None  # noqa: S101 (the loop ends when both are)
            yield Difference(kind, key(one)[-1], f"the store has it, and by the log it is not there{_named(one)}")
            one = next(left, None)
        elif one is None or key(other) < key(one):
            yield Difference(kind, key(other)[-1], f"the store lacks it{_named(other)}")
            other = next(right, None)
        else:
            if one != other:
                yield Difference(kind, key(one)[-1], _told(one, other) + _named(other))
            one, other = next(left, None), next(right, None)


def _told(found: Answer, meant: Answer) -> str:
    pairs = ((f.name, getattr(found, f.name), getattr(meant, f.name)) for f in fields(found))
    return "; ".join(
        f"{name} is {_short(one)}, and by the log {_short(other)}" for name, one, other in pairs if one != other
    )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _named(answer: Answer) -> str:
    match answer:
        case Proposition(kind=kind, roles=roles):
            return f" ({sentence(kind, roles)})"
        case Entity(name=name):
            return f" ({name})"
        case Claim(content=content):
            return f" ({_short(content)})"
        case Document(title=title, key=key):
            return f" ({title or key})"
    return ""


def _documents(store: Reader) -> Iterator[Document]:
    return (store.get_document(document.id) or document for document in _bare_documents(store))


def _bare_documents(store: Reader) -> Iterator[Document]:
    """The documents without their text."""
    return _paged("", lambda after: store.iter_documents(after, _PAGE), _id)


def _entities(store: Reader) -> Iterator[Entity]:
    return _paged("", lambda after: store.iter_entities(EntityFilter(after=after, limit=_PAGE)), _id)


def _propositions(store: Reader) -> Iterator[Proposition]:
    return _paged("", lambda after: store.iter_propositions(PropositionFilter(after=after, limit=_PAGE)), _id)


def _claims(store: Reader) -> Iterator[Claim]:
    return _paged(
        ("", ""), lambda after: store.iter_claims(ClaimFilter(after=after, limit=_PAGE)), lambda it: (it.at, it.id)
    )


def _id(answer: Document | Entity | Proposition) -> str:
    return answer.id


def _paged(after: Place, ask: Callable[[Place], Iterable[A]], place: Callable[[A], Place]) -> Iterator[A]:
    """All answers, asked for a page at a time: each behind the place of the last one."""
    while page := list(ask(after)):
        yield from page
        after = place(page[-1])


def _iter_rejects(store: Reader, again: Reader) -> Iterator[Difference]:
    for document in _bare_documents(again):
        found, meant = (tuple[Reject, ...](one.iter_rejects(document.id)) for one in (store, again))
        if found != meant:
            yield Difference("rejects", document.id, f"{len(found)} are listed, and by the log {len(meant)}")
