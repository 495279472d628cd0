"""A text as mails: one for each section, whole where it fits, never too long for a link."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.mail import LONGEST, mail, mails
from builder.markdown.parse import parse
from builder.markdown.tree import dump

PREP = """
Read this first.

## For the one who leads

Fifteen minutes.

- Read the guide *once*.
- Print.

::: say
Only for whoever leads.
:::

## For participants

1. Bring a calendar
2. Bring a pen & paper
"""


def read(link: str) -> tuple[str, str]:
    """Return subject and body as a mail program reads them."""
    parts = urlsplit(link)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "", "")
    found = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    return found["subject"][0], found["body"][0]


def sent(markdown: str) -> dict[str, tuple[str, str]]:
    data = dump(parse("prepare.md", markdown).tree)
    return {heading: read(link) for heading, link in mails(data, "Before", "END", "MORE")}


def test_each_section_is_a_mail_of_its_own_with_its_heading_in_the_subject() -> None:
    found = sent(PREP)
    assert list(found) == ["", "For the one who leads", "For participants"]
    assert [subject for subject, _ in found.values()] == [
        "Before",
        "Before. For the one who leads",
        "Before. For participants",
    ]


def test_it_is_plain_text_with_dashes_numbers_and_line_ends_of_mails() -> None:
    found = sent(PREP)
    assert found["For the one who leads"][1] == (
        "Fifteen minutes.\r\n\r\n- Read the guide once.\r\n- Print.\r\n\r\nEND"
    )
    assert found["For participants"][1] == (
        "1. Bring a calendar\r\n2. Bring a pen & paper\r\n\r\nEND"
    )


def test_what_only_facilitators_see_is_in_no_mail() -> None:
    assert not [body for _, body in sent(PREP).values() if "whoever leads" in body]


def test_a_text_without_words_is_no_mail() -> None:
    assert sent("") == {}


def test_a_text_that_is_too_long_is_cut_between_words_and_says_so() -> None:
    _, body = read(mail("Before", "word " * 1000, "END", "MORE"))
    text, dots, rest = body.partition(" …")
    assert set(text.split()) == {"word"}
    assert dots + rest == " …\r\n\r\nMORE\r\n\r\nEND"
    assert len(body) > 1000


@given(subject=st.text(max_size=300), text=st.text(max_size=3000).map(str.strip))
def test_no_mail_is_longer_than_mail_programs_take(subject: str, text: str) -> None:
    link = mail(subject, text, "https://example.org/", "MORE")
    assert len(link) <= LONGEST
    assert link.isascii()


@given(text=st.text(max_size=120).map(str.strip))
def test_a_text_that_fits_is_whole(text: str) -> None:
    link = mail("Before", text, "", "MORE")
    assert "MORE" not in link
    assert len(link) <= LONGEST
