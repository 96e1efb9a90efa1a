from dataclasses import replace

import pytest

from loaders.datasets.form import Form

FORM = Form(columns=("buyer", "seller", "sure", "arms"), recognised_by=("buyer", "seller", "arms"))


def test_a_release_is_known_by_its_columns_at_their_places() -> None:
    assert FORM.fits(("buyer", "seller", "", "arms"))
    assert not FORM.fits(("seller", "buyer", "", "arms"))
    assert not FORM.fits(("buyer", "seller", "", "arms", "value"))


def test_without_names_by_place_further_columns_do_not_matter() -> None:
    assert replace(FORM, columns=()).fits(("value", "arms", "seller", "buyer"))


@pytest.mark.parametrize(
    ("found", "difference"),
    [
        (("buyer", "seller", "", "arms", "value"), '5 columns, where 4 are expected; it has "value" besides'),
        (("buyer", "seller", "", "weapons"), 'it lacks "arms"; it has "weapons" besides'),
        (("seller", "buyer", "", "arms"), "its columns stand in another order"),
        (("id", "text"), None),
    ],
)
def test_columns_that_changed_are_told_with_the_difference(found: tuple[str, ...], difference: str | None) -> None:
    assert FORM.difference(found) == difference


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Generated: 13 Mar 2025 10:02:49 AM", "2025-03-13"),
        ("Generated: soon", None),
        ("Something else", "2024"),
    ],
)
def test_the_date_of_a_release_is_read_from_a_line_above_the_columns(line: str, date: str | None) -> None:
    form = Form(release="2024", release_line="Generated: …", release_date="%d %b %Y")

    assert form.release_of(("Title", line)) == date
