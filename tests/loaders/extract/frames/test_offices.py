import pytest

from loaders.extract.frames import find_offices, find_unnamed_offices, is_title, to_title
from tests.loaders.extract.frames.marked import marked


def offices(text: str) -> list[tuple[str, str | None, str]]:
    sentence = marked(text)
    found = find_offices(sentence.line(join=False))
    quote = sentence.passage.quote
    return [(o.holder.entities[0], o.of.entities[0] if o.of else None, quote(o.title)) for o in found]


@pytest.mark.parametrize(
    ("text", "of", "title"),
    [
        ("[s Kenyan=Kenya] President [p Ann Roe] left.", "kenya", "President"),
        ("[Kenya]'s former defence minister [p Ann Roe] left.", "kenya", "former defence minister"),
        ("[o Rhine Bank] press secretary [p Ann Roe] left.", "rhine-bank", "press secretary"),
        ("[p Ann Roe], a senior [s Kenyan=Kenya] presidential adviser, left.", "kenya", "presidential adviser"),
        ("[p Ann Roe], the marketing manager at [o Rhine Bank], left.", "rhine-bank", "marketing manager"),
        ("The chief of [o Northern Staff], Gen. [p Ann Roe], left.", "northern-staff", "chief"),
        (
            "[p Ann Roe], the [s Fijian=Fiji] former “defence minister” of [o Northern Front], left.",
            "northern-front",
            "defence minister",
        ),
        ("[p Ann Roe] was prime minister of [Kenya].", "kenya", "prime minister"),
        ("[s Kenyan=Kenya] Foreign Minister Dr. [p Ann Roe] left.", "kenya", "Foreign Minister"),
    ],
)
def test_a_title_tells_an_office(text: str, of: str, title: str) -> None:
    assert offices(text) == [("ann-roe", of, title)]


@pytest.mark.parametrize(
    "text",
    [
        "The [s Kenyan=Kenya] special envoy for [Sudan], [p Ann Roe], left.",
        "[p Ann Roe], the [s Kenyan=Kenya] ambassador to [Sudan], left.",
        "[Kenya]'s envoy to [Sudan] [p Ann Roe] left.",
    ],
)
def test_who_is_sent_holds_the_office_of_those_who_send(text: str) -> None:
    assert [(holder, of) for holder, of, _ in offices(text)] == [("ann-roe", "kenya")]


@pytest.mark.parametrize(
    "text", ["[p Ann Roe], ambassador to [Sudan], left.", "The envoy for [Sudan], [p Ann Roe], left."]
)
def test_where_somebody_is_sent_is_not_his_state(text: str) -> None:
    assert [of for _, of, _ in offices(text)] in ([], [None])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Its head of foreign policy", "head of foreign policy"),
        ("the leader of the", "leader"),
        ("Prime Minister Ann", "Prime Minister"),
        ("speaker of its parliament,", "speaker of parliament"),
    ],
)
def test_a_title_is_told_without_its_ends(text: str, title: str) -> None:
    assert to_title(text, "Ann Roe") == title


@pytest.mark.parametrize("status", ["former", "acting", "outgoing"])
def test_a_status_before_the_state_belongs_to_the_title(status: str) -> None:
    (office,) = find_offices(marked(f"The {status} [s Kenyan=Kenya] president, [p Ann Roe], left.").line(join=False))
    assert office.status == status


def test_a_bare_title_tells_no_state() -> None:
    assert offices("President [p Ann Roe] left.") == [("ann-roe", None, "President")]


@pytest.mark.parametrize(
    "text",
    [
        "[s Kenyan=Kenya] singer [p Ann Roe] left.",
        "[p Ann Roe], a [s Kenyan=Kenya] journalist, left.",
        "Leader [p Ann Roe] left.",
    ],
)
def test_a_profession_is_no_office(text: str) -> None:
    assert offices(text) == []


def test_a_title_without_a_name_is_heard() -> None:
    line = marked("The [s Kenyan=Kenya] president met reporters.").line(join=False)
    assert [(title, of.entities[0]) for title, of in find_unnamed_offices(line)] == [("president", "kenya")]


def test_words_with_a_title_are_known() -> None:
    assert is_title("deputy foreign minister")
    assert not is_title("robotics professor")
