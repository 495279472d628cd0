"""Files that a browser would run are refused; pictures and documents are not."""

from __future__ import annotations

import pytest

from builder.source.active import INERT, RUN, runs
from tests.conftest import ROOT, SiteFolder

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">%b</svg>'
DRAWN = {
    "a script": b"<script>alert(1)</script>",
    "a script by another name": b'<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>',
    "a script in capitals": b"<SCRIPT>1</SCRIPT>",
    "an event": b'<circle r="4" onclick="alert(1)"/>',
    "an event on a new line": b'<circle r="4"\nonload = "alert(1)"/>',
    "an event with nothing before it": b'<circle r="4"onload="alert(1)"/>',
    "an address that is code": b'<a href="javascript:alert(1)">x</a>',
    "an address in numbers": b'<a href="&#106;ava&#x73;cript:alert(1)">x</a>',
    "an address over two lines": b'<a href="java\nscript:alert(1)">x</a>',
    "an address that becomes code": b'<animate attributeName="href" to="javascript:1"/>',
    "a page in it": b"<foreignObject><p>x</p></foreignObject>",
    "another page in it": b'<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_a_drawing_that_would_run_is_refused(drawn: bytes) -> None:
    """However it is written."""
    problem = runs("content/ring.svg", SVG % drawn)
    assert problem
    assert problem.code == "active-file"
    assert problem.is_error


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]>' + SVG % b"&x;",
        b'<?xml-stylesheet type="text/xsl" href="x.png"?>' + SVG % b"",
        (SVG % b"<script>alert(1)</script>").decode().encode("utf-16"),
        (SVG % b"").decode().encode("utf-16-le"),
    ],
)
def test_a_drawing_that_could_become_another_is_refused(data: bytes) -> None:
    """By entities, by a style sheet that rewrites it, or in letters of two bytes."""
    assert runs("content/ring.svg", data)


@pytest.mark.parametrize(
    "drawn",
    [
        b'<title>On the way, once = twice</title><circle r="4" class="on"/>',
        b"<style>circle{fill:#333}</style>",
        b'<a href="https://www.example.org/"><text>Read on</text></a>',
        b'<text font-family="Georgia">A description, in Javanese script</text>',
    ],
)
def test_a_drawing_is_a_drawing(drawn: bytes) -> None:
    """Words that look like code to nobody are let through."""
    assert runs("content/ring.svg", SVG % drawn) is None


@pytest.mark.parametrize("ending", sorted(RUN))
def test_what_a_browser_or_a_system_runs_is_refused(ending: str) -> None:
    """Whatever is in it, and in capitals too."""
    assert runs(f"content/timer{ending}", b"")
    assert runs(f"sessions/begin-well/assets/timer{ending.upper()}", b"words")


@pytest.mark.parametrize("name", ["timer", "timer.v2", "timer.htmlx", "timer.unknown"])
def test_a_page_under_a_name_that_says_nothing_is_refused(name: str) -> None:
    """A host that does not know the ending leaves the browser to guess."""
    assert runs(f"content/{name}", b"\xef\xbb\xbf \r\n<!DOCTYPE html><script>alert(1)</script>")
    assert runs(f"content/{name}", b"some words < others") is None


@pytest.mark.parametrize("ending", sorted(INERT))
def test_a_file_that_every_host_knows_is_let_through(ending: str) -> None:
    """A text about HTML may begin with its first tag."""
    assert runs(f"content/words{ending}", b"<p> stands for a paragraph") is None


def test_no_file_of_ours_is_refused() -> None:
    """Of this site, with its packs and pictures."""
    files = [path for folder in ("content", "sessions") for path in (ROOT / folder).rglob("*.*")]
    others = [path for path in files if path.suffix not in {".md", ".yaml"}]
    assert others
    assert [path for path in others if runs(path.as_posix(), path.read_bytes())] == []


def test_a_pack_that_holds_a_page_of_its_own_is_not_published(site: SiteFolder) -> None:
    """It would stand beside the workbook, at the same address."""
    site.build()
    before = site.tree()
    site.write({"sessions/hello/assets/timer.html": "<script>alert(1)</script>"})
    assert "error[active-file]" in site.report()
    assert site.tree() == before
