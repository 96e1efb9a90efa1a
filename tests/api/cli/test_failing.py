import pytest

from api.cli.failing import EXIT_STATUS, exit_status, exit_status_after
from kg.errors import AmbiguousName, StoreBusy
from loaders.errors import WrongMetadata
from ontology.errors import DateError


@pytest.mark.parametrize(
    "error", [StoreBusy("busy"), AmbiguousName("x", []), DateError("no date"), WrongMetadata("no"), PermissionError()]
)
def test_every_error_of_ours_has_a_status(error: Exception) -> None:
    assert exit_status(error) == 2


def test_a_fault_of_ours_has_none() -> None:
    assert not any(issubclass(KeyError, kind) for kind in EXIT_STATUS)


@pytest.mark.parametrize(("usable", "rejected", "status"), [(3, 0, 0), (3, 1, 1), (0, 1, 2), (0, 0, 2)])
def test_the_status_after_taking_in(usable: int, rejected: int, status: int) -> None:
    assert exit_status_after(usable, rejected) == status
