"""No script uses what a page from a folder cannot do, or what the policy forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, SiteFolder
from tests.pages import Page, pages, unpack
from themes.default.client import bundle

STATIC = ROOT / "themes/default/static"
SOURCES = ROOT / "themes/default/client/src"
SCRIPTS = sorted(STATIC.glob("*.js"))
FORBIDDEN = (
    "fetch(",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "EventSource",
    "eval(",
    "new Function",
    "import(",
    "importScripts",
    "export{",
    "innerHTML=",
    "outerHTML=",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "WebAssembly",
    "serviceWorker",
    "new Worker",
    "document.cookie",
)
UNREACHED = re.compile(r"\(\w+\.innerHTML=\w+\.__html\)")
"""How Preact inserts markup for a property that no source of ours gives it; see the test below."""
KEEPERS = ("workbook.html", "rescue.html")
"""The only pages that open a database."""


def uses(text: str) -> list[str]:
    """Return what a script uses that it must not."""
    text = UNREACHED.sub("", text)
    return [word for word in FORBIDDEN if word in text]


def test_every_script_that_is_made_is_looked_at() -> None:
    """And nothing else lies beside them."""
    assert {path.name for path in SCRIPTS} == set(bundle.SCRIPTS)


@pytest.mark.promise("forbidden-script")
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_bundle_uses_what_pages_cannot_or_must_not_do(path: Path) -> None:
    """Nothing is fetched, sent, evaluated, loaded late or inserted as markup."""
    assert uses(path.read_text(encoding="utf-8")) == []


@pytest.mark.promise("trusted-types")
def test_no_source_inserts_markup() -> None:
    """So that what Preact could do for `dangerouslySetInnerHTML` is never done."""
    sources = [path for path in SOURCES.rglob("*") if path.suffix in {".ts", ".tsx"}]
    assert len(sources) > 50
    for path in sources:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:inner|outer)HTML", text, re.IGNORECASE), path


def test_the_scan_finds_what_it_looks_for() -> None:
    """A scan that finds nothing in anything would be quiet too."""
    assert [uses(f"a;{word}b)") for word in FORBIDDEN] == [[word] for word in FORBIDDEN]
    assert uses("(e.innerHTML=t.__html)") == []


@pytest.mark.promise("worker-cache")
def test_nothing_is_registered_to_run_behind_the_pages(own_site: SiteFolder) -> None:
    """No worker of any kind, and no file that could be one."""
    scripts = [path for path in own_site.out.rglob("*.js") if "source" not in path.parts]
    assert scripts
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"serviceWorker|SharedWorker|new Worker|caches\.open", text), path.name


@pytest.mark.promise("one-page-keeps")
def test_only_the_workbook_and_its_way_out_open_a_database(
    own_site: SiteFolder, tmp_path: Path
) -> None:
    """On the site and in every zip, no other page loads a script that knows of one."""
    trees = {"the site": own_site.out, **unpack(own_site.out, tmp_path)}
    for name, tree in trees.items():
        opening = {page.path for page in pages(tree) if _opens_a_database(page, tree)}
        assert opening == set(KEEPERS), name


def _opens_a_database(page: Page, tree: Path) -> bool:
    return any("indexedDB" in text for text in _scripts(page, tree))


def _scripts(page: Page, tree: Path) -> Iterator[str]:
    for script in page.all("script"):
        # the addresses of 404.html begin at the root of the host; what has none is data
        if script.get("src") and not page.path.endswith("404.html"):
            yield (tree / page.path).parent.joinpath(script.get("src")).read_text(encoding="utf-8")
