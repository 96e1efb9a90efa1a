"""What became of articles and of the rows of datasets: in = stored + duplicate + rejected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from api.cli.drawing import Branch, Line, branch
from api.cli.failing import exit_status_after, note
from api.releases import ReleaseReport
from kg.store import Outcome, Writer
from loaders.articles import Rejected, Skipped
from loaders.articles.article import keep_article
from loaders.load import Loaded
from ontology.errors import OntologyError

_MOST_NAMED = 10


@dataclass(slots=True)
class Tally:
    """Articles and rows counted as they go in. A new version of a stored one counts as stored.

    Rows that a dataset leaves aside on purpose are counted apart, in the reports of its releases.
    """

    stored: int = 0
    duplicate: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    aside: list[Skipped] = field(default_factory=list)
    releases: list[ReleaseReport] = field(default_factory=list)

    @property
    def all(self) -> int:
        """How many articles and rows came in."""
        return self.stored + self.duplicate + len(self.rejected)

    @property
    def exit_status(self) -> int:
        """0 all in, 1 some rejected, 2 nothing usable."""
        return exit_status_after(self.stored + self.duplicate, len(self.rejected))

    def take(self, store: Writer, found: Loaded | Rejected | Skipped) -> Rejected | None:
        """Put what was found into the store, whole, and count it; what was rejected. What calls for a word gets one."""
        if isinstance(found, Skipped):
            self.aside.append(found)
            return None
        rejected = found if isinstance(found, Rejected) else self._put(store, found)
        if rejected:
            self.rejected.append(replace(rejected, kept=None))  # its text is the store's to keep
        return rejected

    def take_release(self, report: ReleaseReport) -> None:
        """Count the rows of a release as far as it is in."""
        self.releases.append(report)
        self.stored += report.stored
        self.duplicate += report.duplicate
        self.rejected += report.rejects

    def answer(self) -> dict[str, object]:
        """The report of `kg load --json`."""
        rejected = [{"file": one.file, "place": one.place, "reason": one.reason} for one in self.rejected]
        counts = {"in": self.all, "stored": self.stored, "duplicate": self.duplicate, "rejected": rejected}
        return counts | ({"datasets": [report.answer() for report in self.releases]} if self.releases else {})

    def tree(self) -> Branch:
        """The report for reading."""
        counts = f"{self.all} in: {self.stored} stored, {self.duplicate} duplicate, {len(self.rejected)} rejected"
        tree = branch(counts)
        for report in self.releases:
            add_release(tree, report)
        for told in (*(f"rejected: {one}" for one in self.rejected), *_left_aside(self.aside)):
            tree.add(Line(told))
        return tree

    def _put(self, store: Writer, loaded: Loaded) -> Rejected | None:
        article = loaded.article
        try:
            receipt = store.put(loaded.bundle)
        except OntologyError as exc:
            return Rejected(article.file, article.place, str(exc), keep_article(article))
        if receipt.outcome is Outcome.DUPLICATE:
            self.duplicate += 1
        else:
            self.stored += 1
        if loaded.note:
            note(f"kg: {Rejected(article.file, article.place, loaded.note)}")
        return None


def _left_aside(aside: Iterable[Skipped]) -> Iterator[str]:
    """A file a line, or many of one reason in one."""
    by_reason: dict[str, list[Skipped]] = {}
    for one in aside:
        by_reason.setdefault(one.reason, []).append(one)
    for reason, same in by_reason.items():
        if len(same) > _MOST_NAMED:
            yield f"{len(same):,} files left aside: {reason} (the first is {same[0].file})"
        else:
            yield from (f"left aside: {one}" for one in same)


def add_release(tree: Branch, report: ReleaseReport) -> None:
    """A release with what its rows became, and the names that nobody knows."""
    one = tree.add(Line(f"{report.dataset} {report.release or '(no date)'}, {report.state}: {report.rows:,} rows"))
    for reason, rows in report.left_aside.items():
        one.add(Line(f"{rows:,} left aside: {reason}"))
    if report.unresolved:
        named = [f"{name.name} ({name.records})" for name in report.unresolved[:_MOST_NAMED]]
        more = len(report.unresolved) - _MOST_NAMED
        rest = f", and {more} more (--json lists all)" if more > 0 else ""
        one.add(Line(f"not in the register, kept under their own names: {', '.join(named)}{rest}"))
