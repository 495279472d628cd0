"""Messages ready to send: short, with a name only if one was typed, in links that phones take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.client.model import Model, listening

ENTRY = "export * from './src/model/nudge'; export * from './src/io/mail';"
NEXT = {"when": "Thursday 5 November 2026, 15:45", "place": "room B12"}
PACK = [
    {"day": 3, "before_next": None, "text": "Hello. How is your first step going?"},
    {"day": None, "before_next": 2, "text": "We meet in two days. Bring your plan."},
]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give what makes messages and links."""
    with listening(ENTRY, tmp_path_factory.mktemp("nudge")) as model:
        yield model


def texts(node: Model, pack: list[Any], partner: str, following: object = None) -> list[str]:
    """Return the messages."""
    return [one["text"] for one in node("nudges", pack, partner, following)]


def test_there_is_a_message_for_day_3_day_10_and_two_days_before(node: Model) -> None:
    found = node("nudges", [], "", NEXT)
    assert [(one["day"], one["before_next"]) for one in found] == [(3, None), (10, None), (None, 2)]
    assert found[2]["text"] == (
        "We meet Thursday 5 November 2026, 15:45, room B12. Bring your plan and one question."
    )


def test_a_session_with_messages_of_its_own_has_those(node: Model) -> None:
    assert texts(node, PACK, "") == [one["text"] for one in PACK]


def test_the_first_name_stands_in_a_message_only_if_it_was_typed(node: Model) -> None:
    assert texts(node, PACK, " Ana Fifita ") == [
        "Hello Ana. How is your first step going?",
        "Hello Ana. We meet in two days. Bring your plan.",
    ]
    assert all("{" not in one for one in texts(node, [], "", NEXT))


@given(
    partner=st.text(max_size=200),
    when=st.text(max_size=60),
    place=st.text(max_size=300),
    long=st.integers(0, 160),
)
def test_every_message_fits_into_one_text_message(
    node: Model, partner: str, when: str, place: str, long: int
) -> None:
    following = {"when": when, "place": place}
    own = texts(node, [], partner, following)
    packed = texts(node, [{"day": 3, "before_next": None, "text": "x" * long}], partner)
    assert all(len(one.encode("utf-16-le")) // 2 <= 160 for one in [*own, *packed])


def test_an_invitation_has_every_date_and_says_that_coming_is_voluntary(node: Model) -> None:
    dates = [
        {"when": "5 November, 15:45", "lead": "Ana", "place": "", "note": ""},
        {"when": "19 November, 15:45", "lead": "", "place": "B14", "note": "bring plans"},
    ]
    assert node("invitation", "Peer group", "Room B12", "", dates) == (
        "Peer group\nRoom B12\n\n5 November, 15:45 · Ana leads\n"
        "19 November, 15:45 · B14 · bring plans\n\n"
        "Coming is voluntary. Anyone may stop coming, and need not say why."
    )
    assert "Pacific/Auckland" in node("invitation", "", "", "Pacific/Auckland", dates)


def test_a_mail_has_its_words_in_place(node: Model) -> None:
    body = "Kia ora & hello?\nTē reo, 100 % #1+1"
    made = node("mailto", "ana+b@example.org", "Dates: ngā rā & more", body)
    found = urlsplit(made["href"])
    assert (found.scheme, found.path) == ("mailto", "ana%2Bb@example.org")
    assert parse_qs(found.query) == {
        "subject": ["Dates: ngā rā & more"],
        "body": [body.replace("\n", "\r\n")],
    }
    assert not made["shortened"]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=3000)


@given(body=words)
@example(body="ā" * 1000)
@example(body="🎉\n" * 400)
def test_a_mail_is_never_longer_than_programs_take(node: Model, body: str) -> None:
    made = node("mailto", "", "Dates", body, "(more)")
    assert len(made["href"]) <= 1800
    (sent,) = parse_qs(urlsplit(made["href"]).query, keep_blank_values=True)["body"]
    sent = sent.replace("\r\n", "\n")
    if made["shortened"]:
        assert sent.endswith("\n(more)")
        assert body.startswith(sent.removesuffix("\n(more)"))
    else:
        assert sent == body


def test_a_long_list_of_dates_is_cut_at_the_end_of_a_line(node: Model) -> None:
    body = "\n".join(f"Thursday {n} November, 15:45 · Ana leads" for n in range(80))
    made = node("mailto", "", "Dates", body, "(more)")
    (sent,) = parse_qs(urlsplit(made["href"]).query)["body"]
    assert made["shortened"]
    assert all(line.endswith("leads") for line in sent.split("\r\n")[:-1])


def test_a_text_message_has_its_number_and_words(node: Model) -> None:
    assert node("sms", "+64 (21) 123-45", "Kia ora & hi?") == (
        "sms:+642112345?&body=Kia%20ora%20%26%20hi%3F"
    )
    assert node("sms", "", "ā\nb") == f"sms:?&body={'%C4%81%0D%0Ab'}"
    assert unquote("%C4%81") == "ā"


def test_half_a_character_does_not_stop_a_message(node: Model) -> None:
    assert node("sms", "", "a\ud83d b") == "sms:?&body=a%20b"
