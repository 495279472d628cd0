"""The site is whole from a folder, from the folder of a zip, and under a path of a host."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest

from tests.browser.kinds import FEW, KINDS
from tests.browser.watch import Watched
from tests.conftest import SiteFolder
from tests.pages import pages

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
LINKS = """root => [...document.querySelectorAll("a[href]")].map((link, place) => ({
  place,
  address: link.href.split("#")[0],
  shown: link.checkVisibility() && !link.closest(".hush, .skip"),
})).filter(link => link.shown && link.address.startsWith(root) && link.address.endsWith(".html"))"""


def walk(watched: Watched) -> set[str]:
    """Go through a site as a person does, clicking; return the paths of the pages seen."""
    page = watched.go()
    seen = {page.url}
    links: dict[str, list[dict[str, Any]]] = {}
    """The links of each page that may still lead to one not seen yet."""
    here: str | None = page.url
    while here is not None:
        if urldefrag(page.url).url != here:
            page.goto(here)
        if here not in links:
            links[here] = page.evaluate(LINKS, watched.root)
        fresh = [link for link in links[here] if link["address"] not in seen]
        if fresh:
            page.locator("a[href]").nth(fresh[0]["place"]).click()
            page.wait_for_load_state()
            here = urldefrag(page.url).url
            assert here == fresh[0]["address"]
            seen.add(here)
        else:
            links[here] = []
            left = (at for at, all_ in links.items() if any(a["address"] not in seen for a in all_))
            here = next(left, None)
    return {address.removeprefix(watched.root) for address in seen}


def published(root: Path) -> set[str]:
    """Return the pages that readers should come to: not those that only hosts use."""
    return {page.path for page in pages(root) if not page.is_redirect and page.path != "404.html"}


def test_every_page_is_reached_by_clicking(own_site: SiteFolder, folder: str, watch: Watch) -> None:
    """From the home page in a folder; no page asks for anything outside it or complains."""
    watched = watch(folder)
    assert walk(watched) == published(own_site.out)
    assert watched.requests > 100
    assert watched.faults == []


@pytest.mark.parametrize(
    "name",
    [
        "sessions/begin-well.zip",
        "sessions/gap-to-goal.zip",
        "sessions/listen-then-ask.zip",
        "sessions/series/first-half-term.zip",
    ],
)
def test_a_zip_is_a_site_of_its_own(unpacked: dict[str, Path], watch: Watch, name: str) -> None:
    """Unpacked anywhere, every page of it is reached, and none needs what is not in it."""
    tree = unpacked[name]
    watched = watch(f"{tree.as_uri()}/")
    assert walk(watched) == published(tree)
    assert watched.faults == []


def test_the_site_lives_under_a_path_of_a_host(hosted_below: str, watch: Watch) -> None:
    """Beside other things on one server: no page asks for anything above its own folder."""
    watched = watch(hosted_below)
    page = watched.go()
    for kind in (*FEW, "note", "month of notes", "person", "series"):
        watched.go(KINDS[kind])
        assert page.locator("h1").is_visible(), kind
    page.locator("nav a").first.click()
    assert page.url.startswith(hosted_below)
    assert watched.faults == []


def test_the_page_for_what_is_not_here_works_at_any_depth(hosted: str, watch: Watch) -> None:
    """A host shows it for every address; its styles and links begin at the address of the site."""
    watched = watch(hosted)
    page = watched.page
    found = page.request.get(f"{hosted}404.html").text()
    page.route("**/no/such/page.html", lambda route: route.fulfill(body=found))
    watched.go("no/such/page.html")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Peerpress')
    page.get_by_role("link", name="Everything, in one list").first.click()
    assert page.url == f"{hosted}complete.html"
    assert watched.faults == []
