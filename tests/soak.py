"""Loads that are killed at random moments, and run again: `python -m tests.soak` (or `make soak`) prints what it saw.

A register in SIPRI's form and a file of articles, into SQLite and into Neo4j; each load is killed (SIGKILL) at seeded
moments, each time in an empty store, then run again to its end: the canonical dump is that of a load that nobody
disturbed, and the store is sound.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import StoreError
from kg.rdf.export import canonical_dump
from kg.stores import open_store
from kg.verify import verify
from tests.conftest import empty
from tools.neo4j import held_server

_SAMPLE = Path(__file__).parents[1] / "samples" / "datasets" / "trade-register.csv"
_STATES = ("France", "Egypt", "India", "Italy", "Greece", "Turkey", "Brazil", "Peru", "Kenya", "Poland", "Norway")
_SENTENCES = (
    "{a} delivered {n} jets to {b} in {y}.",
    "{a} denied that it had sold weapons to {b}.",
    "{a} and {b} signed a ceasefire in {y}.",
)
_LIMIT_S = 300


@dataclass(frozen=True, slots=True)
class Killed:
    """A load that was killed when it had done so many writes; `same` if it ended as one that nobody disturbed."""

    writes: int
    same: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """When a load is killed: so many seconds after it has done so many writes."""

    writes: int
    later_s: float


def write_register(path: Path, rows: int) -> Path:
    """A register in SIPRI's form, so many deals among some states."""
    lines = _SAMPLE.read_text(encoding="latin-1").splitlines(keepends=True)
    head = next(number for number, line in enumerate(lines) if line.startswith("Recipient,"))
    [sample] = csv.reader([lines[head + 1]])
    chance = random.Random(4)
    with path.open("w", encoding="latin-1", newline="") as out:
        out.writelines(lines[: head + 1])
        writer = csv.writer(out, lineterminator="\n")
        for number in range(rows):
            recipient, supplier = chance.sample(_STATES, 2)
            ordered = chance.randrange(1960, 2020)
            writer.writerow([recipient, supplier, ordered, "", number + 1, *sample[5:]])
    return path


def write_articles(path: Path, count: int) -> Path:
    """Articles that contradict each other, a line each."""
    chance = random.Random(5)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            a, b = chance.sample(_STATES, 2)
            text = chance.choice(_SENTENCES).format(a=a, b=b, n=number + 2, y=2000 + number % 20)
            said = {"text": text, "url": f"https://x.example/{number}", "publisher": "The Herald", "published": "2020"}
            out.write(json.dumps(said) + "\n")
    return path


def load(file: Path, url: str) -> "subprocess.Popen[str]":
    """`kg load` as a process of its own."""
    command = [sys.executable, "-c", "from api.cli import main; main()", "load", str(file), "--json", "--store", url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(file: Path, url: str) -> dict[str, object]:
    """Load to the end; the command's report."""
    with load(file, url) as run:
        out, err = run.communicate(timeout=_LIMIT_S)
    if run.returncode != 0:
        raise AssertionError(f"kg load ended with {run.returncode}: {err}")
    report: dict[str, object] = json.loads(out)
    return report


def dump(url: str) -> str:
    """The canonical dump of a store that is sound."""
    with open_store(url) as store:
        wrong = verify(store)
        if wrong:
            raise AssertionError("\n".join(map(str, wrong)))
        return canonical_dump(store)


def undisturbed(file: Path, folder: Path) -> tuple[str, int]:
    """What a load gives that nobody disturbs, and how many writes it does."""
    url = f"sqlite:{folder / 'undisturbed.db'}"
    finish(file, url)
    return dump(url), get_writes(url)


def kill(file: Path, url: str, moment: Moment) -> int:
    """Load, and be killed at a moment, if it comes; how many writes are in."""
    with load(file, url) as run:
        while run.poll() is None and get_writes(url) < moment.writes:
            time.sleep(0.01)
        time.sleep(moment.later_s)
        run.kill()
        run.communicate()
    return get_writes(url)


def get_writes(url: str) -> int:
    """How many writes a store holds; none where there is no store yet."""
    try:
        with open_store(url) as store:
            return store.get_length()
    except StoreError:
        return 0


def iter_killed(file: Path, make: Callable[[], str], moments: Sequence[Moment], meant: str) -> Iterator[Killed]:
    """Kill a load at each of some moments, in an empty store each time, and run it again."""
    for moment in moments:
        url = make()
        writes = kill(file, url, moment)
        finish(file, url)
        yield Killed(writes, dump(url) == meant)


def moments(seed: int, count: int, writes: int) -> list[Moment]:
    """Seeded moments in a load of so many writes."""
    chance = random.Random(seed)
    return [Moment(chance.randrange(writes), chance.uniform(0, 0.3)) for _ in range(count)]


def main() -> int:
    """Kill and load again; print what was seen. 0 if every store ended as one that nobody disturbed."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=6000)
    parser.add_argument("--articles", type=int, default=150)
    given = parser.parse_args()
    with TemporaryDirectory() as name, held_server() as server:
        folder, failed = Path(name), 0
        files = (
            write_register(folder / "register.csv", given.rows),
            write_articles(folder / "articles.jsonl", given.articles),
        )
        for file in files:
            meant, writes = undisturbed(file, folder)
            (folder / "undisturbed.db").unlink()
            at = moments(given.seed, given.moments, writes)
            for backend, make in (("sqlite", _files(folder, file)), ("neo4j", _emptied(server))):
                seen = list(iter_killed(file, make, at, meant))
                failed += sum(not one.same for one in seen)
                _report(file, backend, writes, seen)
    return 1 if failed else 0


def _files(folder: Path, file: Path) -> Callable[[], str]:
    numbers = iter(range(10_000))
    return lambda: f"sqlite:{folder / f'{file.stem}-{next(numbers)}.db'}"


def _emptied(url: str) -> Callable[[], str]:
    def make() -> str:
        empty(url)
        return url

    return make


def _report(file: Path, backend: str, writes: int, seen: Sequence[Killed]) -> None:
    same = sum(one.same for one in seen)
    print(f"{file.name} into {backend}: {len(seen)} killed, {same} ended as undisturbed")  # noqa: T201
    print(f"  with so many of {writes} writes:", *(one.writes for one in seen), flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
