"""`kg arms`, `kg claims`, `kg entity`, `kg document`, `kg proposition`: the questions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from api.cli.extent import All, Each, Extent, Limit, rows_shown, tell_more_claims
from api.cli.failing import note
from api.cli.options import DEFAULT_STORE, Face, Format, Json, Kind, Since, Statuses, Store, Until, face
from kg.answers import Status
from kg.errors import UnknownName

if TYPE_CHECKING:
    import kg.store
    from api.cli.drawing import Branch
    from api.cli.trees import Documents
    from kg.questions.arms import ArmsQuery
    from kg.questions.claims import ClaimPosition, ClaimsQuery
    from kg.questions.document import DocumentAnswer
    from kg.questions.entity import EntityAnswer
    from kg.questions.propositions import PropositionAnswer
    from kg.store import Reader

Row = TypeVar("Row")


def arms(
    supplier: Annotated[str | None, typer.Option("--supplier", metavar="X", help="Who supplies.")] = None,
    recipient: Annotated[str | None, typer.Option("--recipient", metavar="Y", help="Who receives.")] = None,
    item: Annotated[str | None, typer.Option("--item", metavar="Z", help="A weapon, and all kinds of it.")] = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    limit: Limit = None,
    each: Each = None,
    whole: All = False,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who arms whom, and who says so.

    X and Y are an id, a known name, or the last part of one. Listed are the pairs that somebody affirms; --status asks
    for others. Dates are those of order, delivery and validity, else when it was said. Of many pairs the first 20 are
    shown, those with most independent origins, with 3 claims each and records in short; JSON and CSV hold all.

    \b
    Example:
      kg arms --recipient Azerbaijan --item drones --since 2010
    """
    from api.cli.output import show_list
    from api.cli.sheets import ARMS
    from kg.questions import arms as question

    asked = question.ArmsQuery(supplier, recipient, item, since, until, _set(status))
    shape = face(json, format_)
    with _reading(store) as reader:
        if shape is Face.TEXT:
            _draw_arms(reader, asked, Extent.of(limit, each, whole=whole))
        else:
            show_list(shape, _or_nobody(lambda: question.arms(reader, asked))[:limit], ARMS, lambda _: ())


def claims(
    about: Annotated[
        str | None, typer.Option("--about", metavar="X", help="Of whom or what something is said.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="X", help="Who says it; an outlet too.")] = None,
    kind: Kind = None,
    status: Statuses = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    whole: All = False,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """What is claimed, by whom, in what words.

    X is an id, a known name, or the last part of one. Of many claims the first 50 are shown; JSON and CSV hold all.

    \b
    Example:
      kg claims --about Shusha --kind Control --status contested
    """
    from api.cli.output import show_list
    from api.cli.sheets import CLAIMS
    from kg.questions import claims as question

    asked = question.ClaimsQuery(about, by, kind, _set(status), since, until)
    shape = face(json, format_)
    with _reading(store) as reader:
        if shape is Face.TEXT:
            _draw_claims(reader, asked, rows_shown(limit, whole=whole))
        else:
            show_list(shape, _or_nobody(lambda: question.claims(reader, asked))[:limit], CLAIMS, lambda _: ())


def entity(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="An id, a known name, or the last part of one.")],
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who somebody is, and what is claimed of it.

    \b
    Example:
      kg entity Aliyev
    """
    from api.cli.output import show, show_json
    from kg.questions.entity import get_entity

    with _reading(store) as reader:
        found = _or_nobody(lambda: [get_entity(reader, name)])
    if found:
        show(face(json), found[0], partial(_drawn_entity, found[0]))
    else:
        show_json([])


def document(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a document, or its URL.")],
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """What a document is, and what it says.

    \b
    Example:
      kg document https://example.org/news/1
    """
    from api.cli.output import show
    from kg.questions.document import get_document

    with _reading(store) as reader:
        found = get_document(reader, id_)
        show(face(json), found, partial(_drawn_document, reader, found))


def proposition(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a proposition, as --json shows it.")],
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who affirms one proposition, who denies it, in what words.

    \b
    Example:
      kg proposition prop:5fb5fb51e972b4240635
    """
    from api.cli.output import show
    from kg.questions.propositions import get_proposition

    with _reading(store) as reader:
        found = get_proposition(reader, id_)
        show(face(json), found, partial(_drawn_proposition, reader, found))


def _reading(url: str) -> "kg.store.Store":
    from kg.stores import open_store

    return open_store(url)


def _or_nobody(ask: Callable[[], list[Row]]) -> list[Row]:
    """An answer, which is empty where a name is nobody's; that is said beside it."""
    try:
        return ask()
    except UnknownName as nobody:
        note(f"kg: {nobody}")
        return []


def _set(statuses: Sequence[Status] | None) -> frozenset[Status] | None:
    return frozenset(statuses) if statuses else None


def _explained(reader: "Reader", proposition: str) -> str:
    from kg.standing import explain

    found = reader.get_proposition(proposition)
    return explain(found) if found else ""


# What draws is imported only where something is drawn.


def _draw_arms(reader: "Reader", asked: "ArmsQuery", extent: Extent) -> None:
    from api.cli.arms_trees import arms_trees, documents_of
    from api.cli.output import show_drawn
    from kg.questions.arms import get_overview

    found = _or_nobody(lambda: [get_overview(reader, asked, *extent.bounds, gathered=extent.short)])
    pairs = [pair for overview in found for pair in overview.pairs]
    documents = {document.id: document for document in reader.iter_documents(ids=documents_of(pairs))}
    show_drawn(arms_trees(pairs, documents), [more for overview in found if (more := extent.tell(overview.more))])


def _draw_claims(reader: "Reader", asked: "ClaimsQuery", limit: int | None) -> None:
    from api.cli.output import show_drawn
    from api.cli.trees import claims_trees
    from kg.questions.claims import iter_claims

    some = None if limit is None else limit + 1
    found = _or_nobody(lambda: [row for row, _ in islice(iter_claims(reader, asked), some)])
    rows = found[:limit]
    trees = claims_trees(rows, _documents(reader, rows), partial(_explained, reader))
    show_drawn(trees, [tell_more_claims()] if len(found) > len(rows) else [])


def _drawn_entity(entity: "EntityAnswer") -> "Iterator[Branch]":
    from api.cli.trees import entity_trees

    return entity_trees(entity)


def _drawn_document(reader: "Reader", document: "DocumentAnswer") -> "Iterator[Branch]":
    from api.cli.trees import document_trees

    return document_trees(document, partial(_explained, reader))


def _drawn_proposition(reader: "Reader", proposition: "PropositionAnswer") -> "Iterator[Branch]":
    from api.cli.trees import proposition_trees

    rows = (*proposition.affirmed, *proposition.negated, *proposition.open)
    return proposition_trees(proposition, _documents(reader, rows))


def _documents(reader: "Reader", rows: Iterable["ClaimPosition"]) -> "Documents":
    from api.cli.trees import documents_in

    return {document.id: document for document in reader.iter_documents(ids=documents_in(rows))}
