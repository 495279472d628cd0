"""What an author's link means, from each kind of file to each kind of thing."""

from __future__ import annotations

import zipfile

import pytest

from builder.site.routes import fingerprinted, relative
from builder.site.slugs import slug
from tests.conftest import SiteFolder


@pytest.mark.parametrize(
    "written, leads_to",
    [
        ("../about.md", "../about.html"),
        ("/about.md", "../about.html"),
        ("/about.html", "../about.html"),
        ("/index.md", "../index.html"),
        ("/", "../index.html"),
        ("/sessions/hello/pack.yaml", "../sessions/hello/index.html"),
        ("/sessions/hello/", "../sessions/hello/index.html"),
        ("/sessions/hello", "../sessions/hello/index.html"),
        ("/sessions/hello/guide.html", "../sessions/hello/guide.html"),
        ("/sessions/hello/segments/begin.md", "../sessions/hello/handout.html"),
        ("../../sessions/hello/pack.yaml", "../sessions/hello/index.html"),
        ("/sessions/index.html", "../sessions/index.html"),
        ("/sessions/hello/worksheets/slip.yaml", "../sessions/hello/worksheets/slip.html"),
        ("/worksheets/look-back.yaml", "../worksheets/look-back.html"),
        ("/people/ana.md", "../people/ana.html"),
        ("/tools.yaml", "../tools.html"),
        ("/glossary.html#x", "../glossary.html#x"),
        ("/sessions/series/first-steps.yaml", "../sessions/series/first-steps.html"),
        ("#here", "#here"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
    ],
)
def test_a_link_in_a_page_of_a_folder(site: SiteFolder, written: str, leads_to: str) -> None:
    """Sources and published pages may be named, from here or from the root."""
    page = f"---\ntitle: Deep\n---\n## Here\n\n[the link]({written})\n"
    site.write({"content/deep/page.md": page}).build()
    assert f'href="{leads_to}"' in site.page("deep/page.html")


def test_a_link_that_leaves_a_zip_is_absolute_or_plain_words(site: SiteFolder) -> None:
    """With a site url it leads to the site; without one its words stay."""
    text = (site.root / "sessions/hello/follow-up.md").read_text(encoding="utf-8")
    site.write({"sessions/hello/follow-up.md": text + "\nSee [about us](/about.md).\n"})
    site.build()
    assert 'href="https://small.example/about.html"' in zipped(site, "index.html")
    settings = (site.root / "site.yaml").read_text(encoding="utf-8")
    rows = [row for row in settings.split("\n") if not row.startswith("url:")]
    site.write({"site.yaml": "\n".join(rows)}).build()
    assert "about us" in zipped(site, "index.html")
    assert ">about us</a>" not in zipped(site, "index.html")


def zipped(site: SiteFolder, name: str) -> str:
    """Return a file of the pack's zip."""
    with zipfile.ZipFile(site.out / "sessions/hello.zip") as archive:
        return archive.read(name).decode()


def test_relative_links_name_the_file() -> None:
    """So that a folder works as a server does."""
    assert relative("a/b.html", "a/c.html") == "b.html"
    assert relative("index.html", "a/b/c.html") == "../../index.html"
    assert relative("ā b.html", "c.html") == "%C4%81%20b.html"


def test_a_changed_file_has_a_new_name() -> None:
    """Part of the digest stands before the suffix."""
    assert fingerprinted("img/a.png", "0123456789abcdef") == "img/a.01234567.png"
    assert fingerprinted("LICENSE", "0123456789abcdef") == "LICENSE.01234567"


def test_a_slug_keeps_the_letters_of_every_script() -> None:
    """And is never empty."""
    assert slug("Kōwhai Road, Room 4") == "kōwhai-road-room-4"
    assert slug("مدرسة") == "مدرسة"
    assert slug("!?") == "other"
