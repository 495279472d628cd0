"""Every published page is sound HTML, keeps the policy, and asks nothing of another host."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from tests.conftest import ROOT, SiteFolder
from tests.pages import Page, pages

CHECKER = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"
EXPECTED_WARNINGS = (
    "Resource violates Content Security Policy",  # the checker takes no file for 'self'
    "Inline script violates Content Security Policy",  # it takes data for a script; see `inline`
    "Section lacks heading",  # a box of words begins with its signal word, which is no heading
)
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
}
LOADED = {
    "a": (),  # only a person follows it
    "link": ("href",),
    "form": ("action",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "object": ("data",),
}
"""Attributes with an address that a browser follows by itself, beside those of every element."""
LOADED_ANYWHERE = ("src", "srcset", "poster", "background", "formaction", "ping")
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check(*trees: Path) -> list[str]:
    """Run the normative HTML checker over the pages of trees; errors and warnings, one a line."""
    if shutil.which("java") is None:
        pytest.fail("java is missing: install a Java runtime (Debian: default-jre-headless)")
    if not CHECKER.exists():
        pytest.fail("the HTML checker is missing: run `npm ci` in tests/tools")
    done = subprocess.run(
        ["java", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", *map(str, trees)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message['url']}:{message.get('lastLine', 0)} {message['type']}: {message['message']}"
        for message in messages
        if not message["message"].startswith(EXPECTED_WARNINGS)
    ]


def test_the_html_checker_finds_nothing(own_site: SiteFolder, site: SiteFolder) -> None:
    """No error and no warning on any page of either site."""
    site.build()
    assert check(own_site.out, site.out) == []


def each(own_site: SiteFolder, fault: str, faults: Iterator[str]) -> None:
    """Fail with every fault, not only with the first."""
    found = list(faults)
    assert found == [], f"{len(found)} pages or places {fault}"


@pytest.mark.promise("style-in-page")
def test_no_page_has_inline_style_or_script(own_site: SiteFolder) -> None:
    """The policy would refuse them, so a page that has one is broken."""

    def faults() -> Iterator[str]:
        for page in pages(own_site.out):
            if page.inline:
                yield f"{page.path}: {page.inline[0][:60]}"
            for element in page.elements:
                bad = [a for a in element.attributes if a == "style" or a.startswith("on")]
                if bad or element.tag == "style":
                    yield f"{page.path}:{element.line} <{element.tag}> {bad}"

    each(own_site, "have inline style or script", faults())


def test_the_policy_stands_before_all_else(own_site: SiteFolder) -> None:
    """A policy binds only what comes after it."""

    def faults() -> Iterator[str]:
        for page in pages(own_site.out):
            first = next(element for element in page.elements if element.parent == "head")
            directives = dict(
                part.strip().partition(" ")[::2] for part in first.get("content").split(";")
            )
            kept = POLICY.items() <= directives.items()
            if first.get("http-equiv") != "Content-Security-Policy" or not kept:
                yield f"{page.path}: {first}"

    each(own_site, "do not begin with the policy", faults())


def test_no_page_loads_anything_from_another_host(own_site: SiteFolder) -> None:
    """Reading tells nobody: only a link that a person follows may lead elsewhere."""

    def faults() -> Iterator[str]:
        for page in pages(own_site.out):
            for element in page.elements:
                # A link to this page itself, or to it in another language or form, loads nothing.
                if element.tag == "link" and element.get("rel") in {"canonical", "alternate"}:
                    continue
                for name in (*LOADED_ANYWHERE, *LOADED.get(element.tag, ())):
                    address = element.get(name)
                    if urlsplit(address).netloc or urlsplit(address).scheme not in {"", "data"}:
                        yield f"{page.path}:{element.line} <{element.tag} {name}={address}>"

    each(own_site, "load from another host", faults())


def test_no_style_loads_anything_from_another_host(own_site: SiteFolder) -> None:
    """Fonts and pictures of the style sheets are files beside them."""
    sheets = list(own_site.out.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
            if not address.startswith(("data:", "#")):
                assert (sheet.parent / address).is_file(), address


def test_every_page_has_one_title_a_language_and_a_direction(own_site: SiteFolder) -> None:
    """What a screen reader asks first."""

    def faults() -> Iterator[str]:
        for page in pages(own_site.out):
            root = next(page.all("html"))
            if len(list(page.all("h1"))) != 1:
                yield f"{page.path}: {len(list(page.all('h1')))} h1"
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", root.get("lang")):
                yield f"{page.path}: lang={root.get('lang')!r}"
            if root.get("dir") not in {"ltr", "rtl"}:
                yield f"{page.path}: dir={root.get('dir')!r}"

    each(own_site, "lack a heading, language or direction", faults())


def ids(page: Page) -> Counter[str]:
    """Count the ids of a page."""
    return Counter(e.get("id") for e in page.elements if e.get("id"))


def test_ids_are_unique_and_what_names_them_finds_them(own_site: SiteFolder) -> None:
    """A label, a description or a place in the page that is not there is silent, so count."""

    def faults() -> Iterator[str]:
        for page in pages(own_site.out):
            known = ids(page)
            yield from (f"{page.path}: {n} times #{id_}" for id_, n in known.items() if n > 1)
            for element in page.elements:
                href = element.get("href")
                named = [unquote(href[1:])] if href.startswith("#") and len(href) > 1 else []
                for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list"):
                    named += element.get(name).split()
                lost = [name for name in named if name not in known]
                yield from (f"{page.path}:{element.line} names #{name}" for name in lost)

    each(own_site, "name an id twice or in vain", faults())


def test_the_first_link_skips_to_the_text(own_site: SiteFolder) -> None:
    """Who goes by keyboard need not pass the navigation on every page."""

    def faults() -> Iterator[str]:
        for page in pages(own_site.out):
            first = next(page.all("a"))
            target = [
                e for e in page.elements if e.get("id") == first.get("href").removeprefix("#")
            ]
            if first.get("class") != "skip" or [e.tag for e in target] != ["main"]:
                yield f"{page.path}: {first}"

    each(own_site, "have no link to their text", faults())


def test_the_feed_and_the_map_are_well_formed_and_absolute(own_site: SiteFolder) -> None:
    """Readers fetch them from elsewhere, so every link names the host and a page that exists."""
    feed = ElementTree.fromstring(own_site.page("feed.xml"))  # noqa: S314 - our own
    links = [link.get("href", "") for link in feed.iter(f"{ATOM}link")]
    assert feed.tag == f"{ATOM}feed"
    assert len(list(feed.iter(f"{ATOM}entry"))) >= 2
    names = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(names)) == len(names)
    sitemap = ElementTree.fromstring(own_site.page("sitemap.xml"))  # noqa: S314 - our own
    places = [place.text or "" for place in sitemap.iter(f"{SITEMAP}loc")]
    assert sitemap.tag == f"{SITEMAP}urlset"
    assert len(set(places)) == len(places) > 20
    site = "https://peerpress.example.org/"
    for address in (*links, *places):
        assert address.startswith(site), address
        assert (own_site.out / unquote(address.removeprefix(site))).is_file(), address
    for content in feed.iter(f"{ATOM}content"):
        inside = re.findall(r"(?:href|src)=\"([^\"]+)\"", content.text or "")
        assert all(urlsplit(address).scheme for address in inside), inside


def test_the_map_has_every_page_that_is_meant_to_be_found(own_site: SiteFolder) -> None:
    """All but redirects, what only whoever leads needs, and what says it is not to be found."""
    site = "https://peerpress.example.org/"
    mapped = set(re.findall(f"<loc>{site}([^<]+)</loc>", own_site.page("sitemap.xml")))
    meant = {
        page.path
        for page in pages(own_site.out)
        if not any("noindex" in meta.get("content") for meta in page.all("meta"))
        and not page.path.endswith(("/guide.html", "/run.html"))
        and not re.search(r"/page-\d+\.html$", page.path)  # the first page of a list leads to it
    }
    assert mapped == meant


def test_the_catalogue_names_what_is_there(own_site: SiteFolder) -> None:
    """packs.json is for other programs: its paths exist and its sizes are true."""
    catalogue = json.loads(own_site.page("packs.json"))
    there = sorted(path.parent.name for path in (ROOT / "sessions").glob("*/pack.yaml"))
    assert sorted(pack["id"] for pack in catalogue["packs"]) == there
    for pack in catalogue["packs"]:
        assert (own_site.out / pack["page"]).is_file()
        assert (own_site.out / pack["zip"]["path"]).stat().st_size == pack["zip"]["size"]
