"""A site on a host that sends the headers of our recipe: all works, and nothing complains."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.new import New
from tests.browser.conftest import served
from tests.browser.watch import Watched
from tests.conftest import TODAY, SiteFolder
from tests.test_hosting import recipe

pytestmark = pytest.mark.browser
PACK = "sessions/our-first-session"
PAGES = (
    "index.html",
    "about.html",
    "complete.html",
    "tools.html",
    "sessions/index.html",
    f"{PACK}/index.html",
    f"{PACK}/handout.html",
    f"{PACK}/run.html",
    f"{PACK}/worksheets/slip.html",
    "workbook.html",
    "rescue.html",
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give a new site, built once."""
    site = SiteFolder(tmp_path_factory.mktemp("hosted") / "hill-school")
    New(Path(), TODAY).make("site", str(site.root))
    assert site.build().problems == ()
    return site


@pytest.fixture(scope="module")
def host(begun: SiteFolder) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the address of a host that does as `_headers` says, with the headers."""
    headers = recipe((begun.root / "hosting/_headers").read_text(encoding="utf-8"))
    with served(begun.out, headers) as address:
        yield address, headers


@pytest.mark.parametrize("path", PAGES)
def test_a_page_lives_with_the_headers_of_the_recipe(
    chromium: Browser, host: tuple[str, dict[str, str]], path: str
) -> None:
    """No script, style, picture or letter is refused."""
    address, headers = host
    watched = Watched.open(chromium, address)
    answer = watched.page.goto(address + path)
    assert answer
    sent = {name.lower(): value for name, value in answer.headers.items()}
    assert {name: sent[name.lower()] for name in headers} == headers
    watched.page.wait_for_load_state("networkidle")
    assert watched.faults == []
    watched.page.context.close()


def test_no_other_page_may_frame_the_site(
    chromium: Browser, host: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    """Which the policy in a page cannot forbid."""
    address, _ = host
    (tmp_path / "frame.html").write_text(f'<iframe src="{address}index.html"></iframe>', "utf-8")
    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "frame.html").as_uri())
    page.wait_for_load_state("networkidle")
    context.close()
    assert any("frame-ancestors" in line for line in said), said
