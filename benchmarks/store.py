"""Documents and claims a second put into an embedded store, beside bare inserts of the same bundles.

The bare inserts are SQLite's floor: the same durability (WAL, synchronous=FULL), one transaction a document, two tables
filled by executemany, nothing derived. Both start with an empty file and take the same bundles, in alternating rounds.
"""

import argparse
import json
import random
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kg.stores import open_store
from ontology.bundle import Bundle, make_bundle
from ontology.canonical import to_json
from ontology.claim import Claim, Evidence, Position
from ontology.document import Document
from ontology.entity import Entity
from ontology.identity import as_read_id

Put = Callable[[Path, Sequence[Bundle]], None]


def put_ours(folder: Path, bundles: Sequence[Bundle]) -> None:
    """Put the bundles into an embedded store."""
    with open_store(f"sqlite:{folder / 'ours.db'}", create=True) as store:
        for bundle in bundles:
            store.put(bundle)


def put_bare(folder: Path, bundles: Sequence[Bundle]) -> None:
    """Insert the bundles and their claims, and derive nothing."""
    with closing(sqlite3.connect(folder / "bare.db")) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE document (key TEXT PRIMARY KEY, bundle TEXT)")
        bare.execute("CREATE TABLE claim (document TEXT, place INTEGER, claim TEXT, PRIMARY KEY (document, place))")
        for bundle in bundles:
            with bare:
                bare.execute("INSERT INTO document VALUES (?, ?)", (bundle.document.key, to_json(bundle)))
                bare.executemany("INSERT INTO claim VALUES (?, ?, ?)", _claim_rows(bundle))


def _claim_rows(bundle: Bundle) -> list[tuple[str, int, str]]:
    key = bundle.document.key
    return [(key, place, json.dumps(asdict(claim))) for place, claim in enumerate(bundle.claims)]


def make_bundles(documents: int, claims: int, actors: int) -> list[Bundle]:
    """Articles about who arms whom among a number of actors; the same ones every time."""
    choose = random.Random(4)
    return [_article(f"id:{number}", claims, actors, choose) for number in range(documents)]


def _article(key: str, claims: int, actors: int, choose: random.Random) -> Bundle:
    names = [f"Actor {number}" for number in range(actors)]
    ids = {name: as_read_id(key, "Organization", name) for name in (*names, "The Paper")}
    pairs = [choose.sample(names, 2) for _ in range(claims)]
    sentences = [f"{one} sold arms to {other}, sentence {place}." for place, (one, other) in enumerate(pairs)]
    said, text = [], ""
    for (one, other), sentence in zip(pairs, sentences, strict=True):
        position = Position("ArmsSale", {"supplier": ids[one], "recipient": ids[other]})
        evidence = Evidence(sentence, len(text), len(text) + len(sentence))
        said.append(Claim(ids["The Paper"], sentence, evidence=(evidence,), positions=(position,)))
        text += sentence + " "
    document = Document(key, ids["The Paper"], published="2020-11-08", text=text)
    return make_bundle(document, [Entity(id_, "Organization", name, (name,)) for name, id_ in ids.items()], said)


def main() -> None:
    """Parse the command line, measure, print."""
    options = _options()
    bundles = make_bundles(options.documents, options.claims, options.actors)
    claims = sum(len(bundle.claims) for bundle in bundles)
    contenders = {"claimgraph": put_ours, "bare inserts": put_bare}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(options.rounds):
        for name, put in contenders.items():
            taken[name].append(_seconds(put, bundles))
    print(
        f"a put takes {median(taken['claimgraph']) / median(taken['bare inserts']):.1f} times as long as bare inserts"
    )
    for name, seconds in taken.items():
        spent = median(seconds)
        print(f"{name:<13} {len(bundles) / spent:>9,.0f} documents and {claims / spent:>10,.0f} claims a second")
    print(f"{len(bundles)} documents, {claims:,} claims, {options.actors} actors, {options.rounds} rounds")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--claims", type=int, default=10, help="a document (10)")
    parser.add_argument("--actors", type=int, default=40, help="the fewer, the more claims a proposition (40)")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def _seconds(put: Put, bundles: Sequence[Bundle]) -> float:
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        put(Path(folder), bundles)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
