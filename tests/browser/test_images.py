"""A phone loads the small copy of a photograph, and a wide screen the large one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.watch import Watched
from tests.conftest import ROOT, SiteFolder
from tests.once import once
from tests.photos import photo

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
SETTINGS = "images: {widths: [480, 960, 1440]}\n"
SHOWN = "[...document.querySelectorAll('.prose img')]"
ARRIVED = f"""async () => {{
  const image = {SHOWN}.at(-1);
  image.scrollIntoView();
  await image.decode();
  return [image.currentSrc.split("/").at(-1).split(".")[0], image.naturalWidth > 0];
}}"""
"""The name of the file that the browser has chosen, once it is there."""
ROOM = f"() => {SHOWN}.at(-1).getBoundingClientRect().width"
SAID = """() => {
  const told = document.querySelector("source").sizes.split(", ").map((one) => one.split(") "));
  const [length] = told.flatMap(([first, then]) =>
    then === undefined ? [first] : matchMedia(`${first})`).matches ? [then] : []);
  const root = document.documentElement;
  const probe = root.appendChild(document.createElement("div"));
  root.style.fontSize = "16px";
  probe.style.inlineSize = length;
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  root.style.fontSize = "";
  return width;
}"""
"""The width that the page tells the browser beforehand; an em there is the browser's own."""


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of a small site in its folder, with a photograph far down a page."""

    def build(root: Path) -> None:
        shutil.copytree(ROOT / "tests/projects/small", root, dirs_exist_ok=True)
        site = SiteFolder(root).write({"content/hall.jpg": photo(1600, 1000)})
        site.replace("site.yaml", "id: small\n", f"{SETTINGS}id: small\n")
        words = "Words and more words.\n\n" * 400
        text = (root / "content/about.md").read_text(encoding="utf-8")
        site.write({"content/about.md": f"{text}\n{words}![A hall with chairs](hall.jpg)\n"})
        site.build()

    return f"{SiteFolder(once(tmp_path_factory, 'album', build)).out.as_uri()}/"


def open_page(watch: Watch, album: str, width: int, **more: Any) -> tuple[Watched, Page]:
    watched = watch(album, viewport={"width": width, "height": 800}, **more)
    return watched, watched.go("about.html")


@pytest.mark.parametrize(
    "width, density, chosen",
    [(360, 1, "hall-480"), (1440, 1, "hall-960"), (360, 2.5, "hall-960"), (1440, 2, "hall-1440")],
)
def test_a_screen_loads_the_copy_that_fits_it(
    watch: Watch, album: str, width: int, density: float, chosen: str
) -> None:
    """By its width and by how fine it is; and nothing is refused by the policy."""
    watched, page = open_page(watch, album, width, device_scale_factor=density)
    assert page.evaluate(ARRIVED) == [chosen, True]
    assert watched.faults == []


@pytest.mark.parametrize("width", [320, 360, 500, 600, 900, 1280, 1920])
def test_the_page_tells_the_browser_how_wide_a_picture_will_stand(
    watch: Watch, album: str, width: int
) -> None:
    """The browser chooses by it before it has laid out anything."""
    _, page = open_page(watch, album, width)
    assert page.evaluate(SAID) == pytest.approx(page.evaluate(ROOM), abs=2)


def test_a_picture_far_down_waits_until_it_is_near_and_paper_waits_for_none(
    watch: Watch, album: str
) -> None:
    """What nobody scrolls to is not loaded, but a printed page has its pictures."""
    _, page = open_page(watch, album, 1280)
    page.wait_for_load_state("load")
    assert page.evaluate(f"() => {SHOWN}.at(-1).complete") is False
    assert b"/Subtype /Image" in page.pdf()
