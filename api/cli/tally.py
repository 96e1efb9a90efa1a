"""What became of the articles: in = stored + duplicate + rejected."""

from dataclasses import dataclass, field

from api.cli.drawing import Branch, Line, branch
from api.cli.failing import exit_status_after, note
from kg.store import Outcome, Writer
from loaders.articles import Rejected, Skipped
from loaders.load import Loaded
from ontology.errors import OntologyError


@dataclass(slots=True)
class Tally:
    """Articles counted as they go in. A new version of a stored one counts as stored."""

    stored: int = 0
    duplicate: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    aside: list[Skipped] = field(default_factory=list)

    @property
    def all(self) -> int:
        """How many articles came in."""
        return self.stored + self.duplicate + len(self.rejected)

    @property
    def exit_status(self) -> int:
        """0 all in, 1 some rejected, 2 nothing usable."""
        return exit_status_after(self.stored + self.duplicate, len(self.rejected))

    def take(self, store: Writer, found: Loaded | Rejected | Skipped) -> None:
        """Put what was found into the store, whole, and count it; what calls for a word gets one."""
        if isinstance(found, Loaded):
            self._put(store, found)
        elif isinstance(found, Rejected):
            self.rejected.append(found)
        else:
            self.aside.append(found)

    def answer(self) -> dict[str, object]:
        """The report of `kg load --json`."""
        return {"in": self.all, "stored": self.stored, "duplicate": self.duplicate, "rejected": self.rejected}

    def tree(self) -> Branch:
        """The report for reading."""
        counts = f"{self.all} in: {self.stored} stored, {self.duplicate} duplicate, {len(self.rejected)} rejected"
        tree = branch(counts)
        for told in (*(f"rejected: {one}" for one in self.rejected), *(f"left aside: {one}" for one in self.aside)):
            tree.add(Line(told))
        return tree

    def _put(self, store: Writer, loaded: Loaded) -> None:
        article = loaded.article
        try:
            receipt = store.put(loaded.bundle)
        except OntologyError as exc:
            self.rejected.append(Rejected(article.file, article.place, str(exc)))
            return
        if receipt.outcome is Outcome.DUPLICATE:
            self.duplicate += 1
        else:
            self.stored += 1
        if loaded.note:
            note(f"kg: {Rejected(article.file, article.place, loaded.note)}")
