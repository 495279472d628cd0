"""Printed documents: a view and a print design in, PDF out. The only importer of `typst`.

Words reach Typst as data and are never parsed as markup. It sees the design, the theme's fonts and
copies of the pictures that a document shows, and nothing else of the machine. Every document is
PDF/UA-1: tagged, titled, in a language, each picture with its words.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from builder import letters
from builder.markdown.paper import printed
from builder.model.paper import PagesOf, PaperFrame, Passage
from builder.plan import Paper, Stock
from builder.problems import Problem, Span, Wrong

if TYPE_CHECKING:
    from builder.words import Translator

PICTURES = {
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF8": "gif",
    b"RIFF": "webp",
}
"""How the pictures that can be printed begin."""
REACHES_OUT = re.compile(
    rb"<script|<foreignObject|<!ENTITY|(?:href|src)\s*=\s*[\"'](?!#|data:image/)|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)
"""What a drawing may not have: it would be run, or fetch something."""

PLACE = re.compile(r"─ (?:\S*/)?([^\s:/]+):(\d+):")
"""How Typst says where in a page design something is."""


@dataclass(frozen=True, slots=True)
class Set:
    """What came of setting a document."""

    data: bytes
    pages: int
    parts: dict[str, int]
    """On which page each of its parts begins, by name."""


class Look(Protocol):
    """The print design of a theme, as `theme.design` finds it."""

    @property
    def digest(self) -> str:
        """Of all page designs and fonts."""

    @property
    def tokens(self) -> tuple[tuple[str, str], ...]:
        """The theme's design tokens."""

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Name and place of each page design."""

    @property
    def fonts(self) -> tuple[str, ...]:
        """Where the font files are."""


def press(name: str, look: Look, words: Translator, before: str = "", design: str = "") -> Press:
    """Return the maker that sets views with a page design.

    `before` is the field of the view that is set first, with the page design `design`.
    """
    return Press(name, look.digest, words, look.tokens, look.files, look.fonts, (before, design))


@dataclass(frozen=True, slots=True)
class Press:
    """A maker: sets a view with one page design, in one language's words."""

    name: str
    """The page design, such as `guide.typ`."""
    digest: str
    """Of all page designs and fonts."""
    words: Translator
    tokens: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...] = field(compare=False)
    fonts: tuple[str, ...] = field(compare=False)
    first: tuple[str, str] = ("", "")
    """Another document that is set before it, by its field of the view, and its page design: the
    view's pages refer to its pages."""
    slow: ClassVar[bool] = True
    """A document takes longer than sending it to another process."""

    def __call__(self, view: object, stock: Stock) -> Paper:
        """Set the view."""
        pictures = _Pictures(stock)
        value = _Writer(stock, pictures).value(view)
        name, design = self.first
        if name:
            facts = self.set(design, value[name], pictures)
            value[name] = {"pages": facts.pages, "parts": facts.parts}
        done = self.set(self.name, value, pictures)
        return Paper(done.data, done.pages)

    def set(self, design: str, value: dict[str, Any], pictures: _Pictures) -> Set:
        """Set a document from plain values, after a look at whether our fonts have its letters."""
        frame = value["frame"]
        _check_letters(value, frame["source"], self.fonts)
        data = value | {"words": self.words.messages, "tokens": dict(self.tokens)}
        given = json.dumps(data, ensure_ascii=False, sort_keys=True)
        facts = frame["date"], frame["source"]
        return compile(
            Job(design, given, self.digest, self.files, self.fonts, pictures.files, *facts)
        )


@dataclass(frozen=True, slots=True)
class Job:
    """One document to set: all that Typst is given, and nothing besides."""

    design: str
    given: str
    """What the page design is to show, as JSON; pictures stand in it by their digests."""
    digest: str
    """Of all page designs and fonts."""
    files: tuple[tuple[str, str], ...] = field(compare=False)
    fonts: tuple[str, ...] = field(compare=False)
    pictures: dict[str, bytes] = field(compare=False)
    date: str = field(compare=False)
    source: str = field(compare=False)

    def unpack(self, root: Path) -> None:
        """Write the page designs and pictures into a folder."""
        designs = {name: Path(path).read_bytes() for name, path in self.files}
        for name, content in (designs | self.pictures).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)


@functools.lru_cache(maxsize=128)
def compile(job: Job) -> Set:  # noqa: A001 - what Typst calls it
    """Set one document; what Typst says against it is a problem of the source.

    The latest are kept in mind: guide and large print tell the pages of the handout.
    """
    import typst

    moment = datetime.datetime.fromisoformat(f"{job.date}T00:00:00+00:00")
    with tempfile.TemporaryDirectory(prefix="peerpress-") as folder:
        root = Path(folder).resolve()
        job.unpack(root)
        try:
            compiler = typst.Compiler(
                str(root / job.design),
                root=str(root),
                font_paths=_fonts(job.fonts),
                sys_inputs={"data": job.given},
            )
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1"], timestamp=moment
            )
            facts = json.loads(compiler.query("<facts>", field="value", one=True))
        except RuntimeError as error:  # TypstError, or what it says of paths
            raise Wrong(_problem(job.source, job.design, error)) from error
    for warning in warnings:
        raise Wrong(_problem(job.source, job.design, warning))
    whole = pdf if isinstance(pdf, bytes) else b""  # a list would be pictures of pages
    return Set(whole, facts["pages"], facts["parts"])


@functools.lru_cache(maxsize=4)
def _fonts(paths: tuple[str, ...]) -> Any:
    """Return the theme's fonts, and no others, read once in a process."""
    import typst

    folders = sorted({str(Path(path).parent) for path in paths})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _problem(source: str, design: str, said: Any) -> Problem:
    """Tell what Typst says; where in the page design it came to light is for makers of themes."""
    found = PLACE.search(str(getattr(said, "diagnostic", "")))
    place = f"{found[1]}:{found[2]}" if found else design
    message = f"it cannot be printed: {getattr(said, 'message', said)}"
    return Problem(Span(source), "pdf", message, f"this came to light in print/{place}")


class _Pictures:
    """The pictures of a document: each looked at, and given a name of ours."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self.files: dict[str, bytes] = {}

    def name(self, digest: str, src: str, source: str) -> str:
        """Return the name under which Typst finds a picture."""
        data = self._stock.read(digest)
        kind = next((kind for start, kind in PICTURES.items() if data.startswith(start)), "svg")
        if kind == "svg" and (b"<svg" not in data[:4096] or REACHES_OUT.search(data)):
            message = f"the picture '{src}' cannot be printed"
            hint = "use PNG, JPEG, GIF, WebP, or an SVG without scripts and links"
            raise Wrong(Problem(Span(source), "pdf", message, hint))
        name = f"{digest}.{kind}"
        self.files[name] = data
        return name


class _Writer:
    """Turns a view into plain values: passages into trees, pages to be counted into numbers."""

    def __init__(self, stock: Stock, pictures: _Pictures) -> None:
        self._stock = stock
        self._pictures = pictures

    def value(self, value: Any) -> Any:
        """Return the plain value of anything a view may hold."""
        if isinstance(value, Passage):
            return {"source": value.source, "nodes": self._tree(value)}
        if isinstance(value, PagesOf):
            return self._stock.needs[value.path].pages if value.path else 0
        if isinstance(value, PaperFrame):
            return self._fields(value) | _typst_language(value.language)
        if is_dataclass(value):
            return self._fields(value)
        if isinstance(value, (tuple, list)):
            return [self.value(item) for item in value]
        return value

    def _fields(self, value: Any) -> dict[str, Any]:
        return {one.name: self.value(getattr(value, one.name)) for one in fields(value)}

    def _tree(self, passage: Passage) -> list[Any]:
        names = {
            one.src: self._pictures.name(one.digest, one.src, passage.source)
            for one in passage.pictures
        }
        return printed(self._stock.read(passage.digest), passage, names)


QUOTES = {
    "de": ("„", "“"),
    "fr": ("« ", " »"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "pt": ("«", "»"),
    "ar": ("«", "»"),
    "fa": ("«", "»"),
    "pl": ("„", "”"),
    "sv": ("”", "”"),
    "fi": ("”", "”"),
}
"""The marks around what is said, where they are not the English ones."""


def _typst_language(tag: str) -> dict[str, Any]:
    """Return a language tag in the parts that Typst wants, and its quotation marks."""
    first, *rest = tag.split("-")
    region = next((part for part in rest if re.fullmatch("[A-Za-z]{2}", part)), None)
    lang = first.lower() if re.fullmatch("[A-Za-z]{2,3}", first) else "en"
    return {"lang": lang, "region": region, "quotes": QUOTES.get(lang, ("‘", "’"))}


def _check_letters(value: Any, source: str, fonts: tuple[str, ...]) -> None:
    """Refuse a letter that no font of the theme has, with the word it stands in."""
    known = letters.of_fonts(fonts)
    for words, where in _texts(value, source):
        missing = next((c for c in words if ord(c) not in known and c not in "\n\t\u00ad"), None)
        if missing is not None:
            word = next(w for w in words.split() if missing in w)
            message = f"no font of the theme has '{missing}' (U+{ord(missing):04X}), in '{word}'"
            hint = "write it with other letters, or add a font with it to the theme's print/fonts"
            raise Wrong(Problem(Span(where), "no-glyph", message, hint))


UNPRINTED = frozenset(
    {"t", "id", "href", "src", "arg", "kind", "digest", "source", "paper", "lang"}
)
"""Keys of what is never set as text."""


def _texts(value: Any, source: str) -> Iterator[tuple[str, str]]:
    """Give every text of plain values, with the file it came from."""
    if isinstance(value, str):
        yield value, source
    elif isinstance(value, dict):
        source = value.get("source") or source
        for name, one in value.items():
            if name not in UNPRINTED:
                yield from _texts(one, source)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one, source)
