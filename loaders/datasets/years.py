"""Years that follow each other, put together: a dataset of one row a year tells one spell."""

from collections.abc import Iterable, Iterator


def iter_spells(years: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last year of each run of consecutive years.

    >>> [*iter_spells([1942, 1943, 1944, 1950, 1943])]
    [(1942, 1944), (1950, 1950)]
    """
    first: int | None = None
    last = 0
    for year in sorted(set(years)):
        if first is not None and year != last + 1:
            yield first, last
            first = year
        first, last = (year if first is None else first), year
    if first is not None:
        yield first, last


def told(spells: Iterable[tuple[int, int]]) -> str:
    """Spells as a reader wants them.

    >>> told([(1942, 1945), (1950, 1950)])
    '1942–1945, 1950'
    """
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spells)
