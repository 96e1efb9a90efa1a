"""What a dateline says of its story."""

import pytest

from loaders.articles.clean import Dateline, find_parts, get_dateline, get_house


def dateline(text: str) -> Dateline | None:
    return get_dateline(text, find_parts(text))


@pytest.mark.parametrize(
    ("text", "house", "day"),
    [
        ("MOSCOW (AP) — It was signed.", "Associated Press", None),
        ("MOSCOW, December 25, 1991 (UPI) — It was signed.", "United Press International", "1991-12-25"),
        ("Minsk, 8 Dec 1991 /TASS/. It was signed.", "TASS", "1991-12-08"),
        ("CAIRO, June 21, 1967 — Transports landed.", None, "1967-06-21"),
        ("CAIRO, June 41, 1967 — Transports landed.", None, None),
        ("LONDON, September 17, 2007 (Meridian Press) — Jets were sold.", "Meridian Press", "2007-09-17"),
        ("BAMAKO (XYZ) — Mali recalled its envoy.", "XYZ", None),
        ("KABUL (NATO) — Troops left.", None, None),
        ("CNN — Transports landed.", "CNN", None),
    ],
)
def test_a_dateline_names_its_house_and_its_day(text: str, house: str | None, day: str | None) -> None:
    found = dateline(text)

    assert found is not None
    assert (found.house.name if found.house else None, found.day) == (house, day)


def test_a_story_without_a_dateline_has_none() -> None:
    assert dateline("Transports landed in Cairo on June 21, 1967.") is None


def test_a_house_is_known_by_all_its_forms() -> None:
    assert get_house("the  associated press") == get_house("AP")
    assert get_house("Harbour Wire") is None
