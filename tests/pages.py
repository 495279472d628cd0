"""Published pages, read with the standard library alone; and the trees in which they stand."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass(frozen=True)
class Element:
    """A start tag of a page."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: str
    """The tag of the element it stands in."""

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")


@dataclass
class Page:
    """A page: its elements in order, and what stands in its script and style elements."""

    path: str
    elements: list[Element] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """Give the elements of some tags."""
        return (element for element in self.elements if element.tag in tags)

    def has(self, tag: str) -> bool:
        """Whether there is an element of a tag."""
        return next(self.all(tag), None) is not None

    @property
    def is_redirect(self) -> bool:
        """Whether it only sends readers on."""
        return any(meta.get("http-equiv").lower() == "refresh" for meta in self.all("meta"))


DATA = "application/ld+json"
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = Page(path)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1] if self._open else ""
        attributes = {name: value or "" for name, value in attrs}
        self.page.elements.append(Element(tag, attributes, self.getpos()[0], parent))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        # what describes the page is data, which no browser runs and no policy refuses
        is_data = self.page.elements and self.page.elements[-1].get("type") == DATA
        if self._open and self._open[-1] in {"script", "style"} and data.strip() and not is_data:
            self.page.inline.append(data)


def read_page(path: Path, root: Path) -> Page:
    """Return one page of a tree."""
    reader = _Reader(path.relative_to(root).as_posix())
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page


def pages(root: Path) -> list[Page]:
    """Return every page of a tree, by path."""
    found = [read_page(path, root) for path in sorted(root.rglob("*.html"))]
    assert found, f"there is no page in {root}"
    return found


def unpack(out: Path, into: Path) -> dict[str, Path]:
    """Unpack every zip of a published site into a folder of its own; return the folders by path."""
    trees = {}
    for path in sorted(out.rglob("*.zip")):
        name = path.relative_to(out).as_posix()
        trees[name] = into / name.removesuffix(".zip").replace("/", "-")
        with zipfile.ZipFile(path) as archive:
            archive.extractall(trees[name])
    return trees
