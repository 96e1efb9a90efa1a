"""Reading an export back and asking it with rdflib, whose Dataset warns of its own use of its own methods."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from rdflib import Dataset


def read(data: str, form: str) -> Dataset:
    dataset = Dataset()
    with _quiet():
        dataset.parse(data=data, format=form)
    return dataset


def ask(dataset: Dataset, query: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT, as text."""
    with _quiet():
        return [tuple(map(str, row)) for row in dataset.query(query)]  # type: ignore[arg-type]


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        yield
