import pytest

from loaders.datasets.sipri_trade_register.comments import get_transfer, get_value


@pytest.mark.parametrize(
    ("comments", "transfer"),
    [
        ("", None),
        ("Aid", "gift"),
        ("Second-hand; 'MAP' aid; A-29B version", "gift"),
        ("$79 m aid", "gift"),
        ("Aid after 2022 Russian invasion of Ukraine", "gift"),
        ("5-year lease", "loan"),
        ("loan until\nbought in 1977", "loan"),
        ("Produced under licence in Turkey", "licence"),
        ("Probably aid", None),
        ("incl 12 as aid", None),
        ("financed by US aid", None),
        ("incl production under licence in India", None),
        ("aid; produced under licence in India", None),
        ("hearing aid", None),
    ],
)
def test_the_transfer_is_told_where_one_is_said_plainly(comments: str, transfer: str | None) -> None:
    assert get_transfer(comments) == transfer


@pytest.mark.parametrize(
    ("comments", "value"),
    [
        ("$79 m deal; MSFV version", "$79 m"),
        ("EUR1.2 b deal", "EUR1.2 b"),
        ("$230-250 m deal", "$230-250 m"),
        ("Part of $1.6 b deal", None),
        ("$5 m deal; $6 m deal", None),
        ("deal", None),
    ],
)
def test_the_value_is_that_of_the_whole_deal(comments: str, value: str | None) -> None:
    assert get_value(comments) == value
