import pytest

from loaders.datasets.record import Record
from ontology.bundle import Reject
from tests.loaders.datasets.sipri_trade_register.deals import deal, known, read, record, told


def test_a_deal_is_a_position_on_its_pair() -> None:
    one = record()
    assert one.positions[0].kind == "ArmsSale"
    assert known(one) == {
        "supplier": ("Q801", "State", "Israel"),
        "recipient": ("Q227", "State", "Azerbaijan"),
        "item": ("weapon:harop", "Weapon", "Harop"),
        "category": ("weapon:loitering-munition", "Weapon", "loitering munition"),
    }
    assert {name: value for name, value in told().items() if name not in ("item", "category")} == {
        "stage": "completed",
        "number": 50,
        "number_delivered": 50,
        "delivered": "2015; 2016",
        "condition": "new",
        "ordered": "2014",
    }


def test_a_question_mark_makes_its_own_value_uncertain_and_no_other() -> None:
    assert "uncertain" not in told()
    assert told({"Year of order ?": "?"})["uncertain"] == ("ordered",)
    assert told({"Number ordered ?": "?", "Number delivered ?": "?"})["uncertain"] == ("number", "number_delivered")
    assert told({"Year of order ?": "?"})["delivered"] == "2015; 2016"


@pytest.mark.parametrize(
    ("changed", "stage"),
    [
        ({}, "completed"),
        ({"Number ordered ?": "?"}, None),
        ({"Number delivered ?": "?"}, None),
        ({"Number delivered": "49"}, None),
        ({"Number ordered": ""}, None),
        ({"Year of order ?": "?"}, "completed"),
        ({"Number delivered": "0", "Year(s) of delivery": ""}, "agreed"),
        ({"Number delivered": "0", "Number ordered ?": "?"}, "agreed"),
        ({"Number delivered": "0", "Number delivered ?": "?"}, None),
    ],
)
def test_the_stage_is_told_where_it_is_certain(changed: dict[str, str], stage: str | None) -> None:
    assert told(changed).get("stage") == stage


def test_what_is_not_known_is_not_told() -> None:
    assert "number" not in told({"Number ordered": ""})
    assert "delivered" not in told({"Year(s) of delivery": ""})
    assert told({"Number delivered": "0"})["number_delivered"] == 0


@pytest.mark.parametrize("status", ["New", "Second hand", "Second hand but modernized"])
def test_the_condition_is_what_the_status_says(status: str) -> None:
    assert told({"status": status})["condition"] == status.lower()


def test_the_comments_tell_transfer_and_value_and_stand_in_the_content() -> None:
    changed = {"Comments": "$12 m deal; lease; for\ntraining"}
    assert told(changed)["transfer"] == "loan"
    assert told(changed)["value"] == "$12 m"
    assert "Comments: $12 m deal; lease; for training" in record(changed).content


def test_the_content_is_the_row_with_its_doubts() -> None:
    assert record({"Number ordered ?": "?", "Year(s) of delivery": ""}).content == (
        "Recipient: Azerbaijan | Supplier: Israel | Year of order: 2014 | Number ordered: 50 ? | "
        "Weapon designation: Harop | Weapon description: loitering munition | Number delivered: 50 | status: New | "
        "SIPRI TIV per unit: 0.5 | SIPRI TIV for total order: 25 | SIPRI TIV of delivered weapons: 25"
    )


@pytest.mark.parametrize(
    "changed",
    [{"Supplier": "unknown supplier(s)"}, {"Recipient": "unknown recipient(s)"}, {"Recipient": "unknown rebel group*"}],
)
def test_a_deal_with_an_unknown_party_takes_no_position(changed: dict[str, str]) -> None:
    one = record(changed)
    assert not one.positions
    assert not one.entities
    assert "Harop" in one.content


def test_the_key_tells_the_deal_and_not_what_a_release_revises() -> None:
    assert record().key == "Israel → Azerbaijan, 2014, Harop (loitering munition)"
    assert record({"Number ordered": "60", "Number delivered": "60", "Comments": "aid"}).key == record().key


def test_deals_of_one_key_are_numbered_in_whatever_order_they_come() -> None:
    one, other = deal({"Number ordered": "9"}), deal({"Number ordered": "10"})
    keys = {r.content: r.key for r in read(one, other) if isinstance(r, Record)}
    assert keys == {r.content: r.key for r in read(other, one) if isinstance(r, Record)}
    assert sorted(keys.values()) == [record().key, f"{record().key} #2"]
    assert keys[record({"Number ordered": "9"}).content] == record().key


def test_an_exact_repeat_has_the_key_and_the_content_of_the_first() -> None:
    first, again = read(deal(line=1), deal(line=2))
    assert isinstance(first, Record)
    assert isinstance(again, Record)
    assert (first.key, first.content) == (again.key, again.content)
    assert (first.place, again.place) == ("register.csv:1", "register.csv:2")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"Year of order": "19x4"}, '"Year of order" is "19x4", not a year'),
        ({"Number ordered": "many"}, '"Number ordered" is "many", not a number'),
        ({"Number ordered": "1" * 30}, f'"Number ordered" is "{"1" * 30}", not a number'),
        ({"Number delivered": "-1"}, '"Number delivered" is "-1", not a number'),
        ({"Year(s) of delivery": "2015, 2016"}, '"Year(s) of delivery" is "2015, 2016", not years as in "1957; 1958"'),
        ({"Number ordered ?": "!"}, '"Number ordered ?" is "!", not a "?" or nothing'),
        ({"Supplier": ""}, '"Supplier" is "", not a name'),
        ({"Weapon designation": ""}, '"Weapon designation" is "", not a name'),
    ],
)
def test_a_row_that_is_none_is_rejected_with_its_reason(changed: dict[str, str], reason: str) -> None:
    (one,) = read(deal(changed))
    assert isinstance(one, Reject)
    assert one.reason == reason
    assert one.place == "register.csv:1"
