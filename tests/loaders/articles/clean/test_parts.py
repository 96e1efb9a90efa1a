"""A text in its parts: what each is, and that nothing is lost."""

from hypothesis import example, given
from hypothesis import strategies as st

from loaders.articles.clean import find_parts

PIECES = [
    "MOSCOW (AP) — ",
    "By Jane Doe",
    "(AP Photo/Jane Doe)",
    "A soldier looks on, Monday, May 1, 2023. ",
    "The minister said so.",
    "“No,” he said.",
    " (Reporting by Jane Doe)",
    "\n",
    "\r\n\r\n",
    "Photo: Reuters",
    "FILE - ",
    "é(",
]


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(part.kind.value, text[part.start : part.end]) for part in find_parts(text, title)]


def test_a_dateline_stands_apart_from_the_story() -> None:
    text = "SEOUL, South Korea (AP) — Shells went north, officials said.\nNobody was hurt."

    assert parts(text) == [
        ("dateline", "SEOUL, South Korea (AP) —"),
        ("body", "Shells went north, officials said.\nNobody was hurt."),
    ]


def test_a_caption_before_the_dateline_may_be_glued_to_it() -> None:
    text = "A tank crosses a bridge, Monday, May 1, 2023. (AP Photo/Jane Doe)KYIV, Ukraine (AP) — The bridge fell."

    assert parts(text) == [
        ("caption", "A tank crosses a bridge, Monday, May 1, 2023."),
        ("credit", "(AP Photo/Jane Doe)"),
        ("dateline", "KYIV, Ukraine (AP) —"),
        ("body", "The bridge fell."),
    ]


def test_a_caption_may_be_glued_between_two_paragraphs() -> None:
    text = "The port burned for days.A man looks at the port on Friday. (Reuters/Jane Doe)The harbour master resigned."

    assert parts(text) == [
        ("body", "The port burned for days."),
        ("caption", "A man looks at the port on Friday."),
        ("credit", "(Reuters/Jane Doe)"),
        ("body", "The harbour master resigned."),
    ]


def test_a_caption_at_the_end_of_a_story_of_one_paragraph_is_its_last_sentence() -> None:
    text = "ATHENS (AFP) - Greece bought frigates. A frigate leaves port on Sunday. (Photo by Jane Doe/AFP)"

    assert parts(text) == [
        ("dateline", "ATHENS (AFP) -"),
        ("body", "Greece bought frigates."),
        ("caption", "A frigate leaves port on Sunday."),
        ("credit", "(Photo by Jane Doe/AFP)"),
    ]


def test_a_repeated_caption_is_a_caption_wherever_it_stands() -> None:
    caption = "Smoke rises over the eastern harbour on Friday evening."
    text = f"{caption} (AP Photo)\nThe harbour was hit on Friday.\n{caption}\nNobody was hurt, officials said."

    assert [kind for kind, _ in parts(text)] == ["caption", "credit", "body", "caption", "body"]


def test_a_paragraph_that_follows_itself_is_a_caption() -> None:
    twice = "Smoke rises over the eastern harbour on Friday evening.\n" * 2

    assert [kind for kind, _ in parts(twice + "The harbour was hit on Friday.")] == ["caption", "caption", "body"]


def test_short_answers_may_be_repeated_in_a_story() -> None:
    assert [kind for kind, _ in parts("“No comment.”\nThe minister left.\n“No comment.”")] == ["body"]


def test_the_title_as_the_first_line_is_the_headline() -> None:
    text = "Sweden joins the alliance\nSTOCKHOLM — Sweden became a member on Thursday."

    assert parts(text, "Sweden joins the alliance | Harbour Wire")[0] == ("headline", "Sweden joins the alliance")
    assert parts(text, "Another title")[0][0] == "body"


def test_without_a_title_a_short_first_line_that_is_no_sentence_is_the_headline() -> None:
    assert parts("Sweden joins the alliance\n\nIt became a member on Thursday.")[0][0] == "headline"
    assert parts("Sweden joins the alliance.\n\nIt became a member on Thursday.")[0][0] == "body"
    assert parts("By Jane Doe\n\nSweden became a member on Thursday.")[0][0] == "byline"


def test_bylines_and_credits_are_kept_apart() -> None:
    text = (
        "By Jane Doe, Associated Press\nPublished: 8 November 2020\nTALLINN — Estonia sent howitzers. (AP)\n"
        "Associated Press writer John Roe in Riga contributed to this report.\n"
        "© 2022 Harbour Wire. All rights reserved."
    )

    assert [kind for kind, _ in parts(text)] == ["byline", "byline", "dateline", "body", "credit", "credit", "credit"]


def test_an_agency_dateline_is_found_behind_a_lead() -> None:
    text = "The envoy said that talks had failed. GENEVA (Reuters) - Talks on the border ended on Monday."

    assert [kind for kind, _ in parts(text)] == ["body", "dateline", "body"]


def test_a_lone_place_is_a_dateline_only_at_the_opening() -> None:
    body = "“Yes,” he said.\n“No,” she said.\n"
    text = "RIGA — A treaty was signed.\n(Reporting by Jane Doe)\n" + body + "(Reporting by John Roe)\n" + body

    assert parts(text + "\n(Editing by John Roe)\nOSLO — A treaty was broken.")[-1][1].startswith("OSLO — A treaty")
    assert parts(text)[0] == ("dateline", "RIGA —")


def test_the_speakers_of_a_transcript_are_no_places() -> None:
    text = "SMITH: Did you sell the ships?\nJONES: We did.\nSMITH: To whom?\nJONES: We do not say."

    assert parts(text) == [("body", text)]


def test_spaces_of_any_width_are_spaces() -> None:
    assert parts("WASHINGTON —\xa0Jets were sold.")[0] == ("dateline", "WASHINGTON —")


def test_a_wrapped_text_is_taken_by_its_blocks() -> None:
    text = (
        "A soldier guards a checkpoint outside\nthe city on Monday after the\ntruce. (AP Photo/Jane Doe)\n\n"
        "DAMASCUS, Syria (AP) — The truce held\nfor a third day on Monday, monitors\n"
        "said, and trucks reached\nthe city.\n"
    )

    assert [kind for kind, _ in parts(text)] == ["caption", "credit", "dateline", "body"]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=20).map("".join), st.none() | st.text()
)
@example("", None)
@example("\ufeff \u2028 ", "")
def test_parts_cover_the_text_and_never_overlap(text: str, title: str | None) -> None:
    end = 0
    for part in find_parts(text, title):
        assert not text[end : part.start].strip()
        assert part.start < part.end
        assert part.start >= end
        assert text[part.start : part.end] == text[part.start : part.end].strip()
        end = part.end
    assert not text[end:].strip()
