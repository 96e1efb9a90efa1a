"""Which language a text is in."""

import pytest

from loaders.articles.language import get_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Russie a livré des missiles à l’Iran, a annoncé mardi le ministère de la Défense à Moscou.", "fr"),
        (
            "Russland hat dem Iran Raketen geliefert, teilte das Verteidigungsministerium am Dienstag in Moskau mit.",
            "de",
        ),
        ("Россия поставила Ирану зенитные ракеты, сообщило во вторник министерство обороны.", "ru"),
        ("НАТО (NATO) сообщило, что Россия поставила Ирану зенитные ракеты.", "ru"),
        ("Rusya, İran'a füze teslim etti, savunma bakanlığı salı günü Moskova'da açıkladı.", "tr"),
        ("Russia delivered missiles to Iran, the defence ministry said in Moscow on Tuesday.", "en"),
        ("Russia sells arms.", "en"),
        ("Kyiv, Odesa, Kharkiv", "en"),
        ("Putin", "en"),
        ("12.5", "en"),
    ],
)
def test_a_text_is_english_unless_it_clearly_is_not(text: str, language: str) -> None:
    assert get_language(text) == language
