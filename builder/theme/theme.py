"""A theme with all that it takes over: templates along a chain of folders, and other files.

A site's `themes/NAME/` comes first, then the theme it extends, then those that come with
peerpress. A template's digest covers itself and all it extends, includes and imports, so an edited
template makes its pages anew and no others.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import Digester, of_bytes
from builder.problems import Problem, Span, Wrong, did_you_mean
from builder.theme.folder import Folder, files, text_of
from builder.theme.stylesheet import stylesheets
from builder.theme.template import Template
from builder.words import Catalogue, Words, read_catalogue

if TYPE_CHECKING:
    from builder.model.config import ThemeOptions

REFERENCE = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+([^%]*?)-?%}")
LITERAL = re.compile(r"""^["']([^"']+)["']""")


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that goes to `assets/`."""

    name: str
    """Its name in `static/`, such as `fonts/literata-upright-latin.woff2`."""
    digest: str
    data: bytes = field(compare=False, repr=False)

    @property
    def final(self) -> str:
        """Its published name: fingerprinted, but for fonts and texts, which others name."""
        if self.name.startswith("fonts/") or self.name.endswith(".txt"):
            return self.name
        stem, _, suffix = self.name.rpartition(".")
        return f"{stem}.{self.digest[:8]}.{suffix}"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with all that it takes over from those it extends."""

    folders: tuple[Folder, ...]
    """Nearest first."""
    files: tuple[StaticFile, ...]
    """What goes to `assets/`, the stylesheet among it."""
    words: Words
    sources: tuple[dict[str, str], ...] = field(compare=False)
    """The text of every template by its name, for each folder."""
    state: str = ""
    """The digest of all templates."""
    sentences: frozenset[str] = frozenset()
    """The English sentences that the scripts say, and look up in a translation."""

    def template(self, name: str, language: str) -> Template:
        """Return the maker for a template."""
        chain = tuple((folder.name, folder.path) for folder in self.folders)
        digest = of_bytes("\n".join(sorted(self._closure(name))).encode())
        return Template(name, digest, self.words.of(language), chain, self.state)

    def file(self, name: str) -> StaticFile | None:
        """Return one of the files by its name."""
        return next((file for file in self.files if file.name == name), None)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return name and published name of each file."""
        return tuple((file.name, file.final) for file in self.files)

    def _closure(self, name: str) -> set[str]:
        """Return a line for the template and for each that it refers to, however far."""
        found: dict[str, str] = {}
        waiting = [(name, Span(_shown(f"{self.folders[0].name}:{name}")))]
        while waiting:
            name, asked = waiting.pop()
            if name in found:
                continue
            key, text = self._find(name, asked)
            found[name] = f"{name} {key} {of_bytes(text.encode())}"
            for reference in REFERENCE.finditer(text):
                literal = LITERAL.match(reference[1])
                where = Span(_shown(key), text.count("\n", 0, reference.start()) + 1)
                if literal is None:
                    raise Wrong(_computed_name(where))
                waiting.append((literal[1], where))
        return set(found.values())

    def _find(self, name: str, asked: Span) -> tuple[str, str]:
        """Return the nearest template of a name, or that of the theme that the name begins with."""
        theme, colon, rest = name.rpartition(":")
        pairs = list(zip(self.folders, self.sources, strict=True))
        if colon:  # the last of the name: a site's theme may extend a packaged namesake
            last = max((n for n, pair in enumerate(pairs) if pair[0].name == theme), default=None)
            pairs = [] if last is None else pairs[last:]
        for folder, sources in pairs:
            if rest in sources:
                return f"{folder.name}:{rest}", sources[rest]
        known = [name for sources in self.sources for name in sources]
        message = f"there is no template '{name}'"
        raise Wrong(Problem(asked, "unknown-template", message, did_you_mean(rest, known)))


def load(folders: tuple[Folder, ...], options: ThemeOptions) -> Theme:
    """Load a theme: its stylesheet put together, its files and catalogues found."""
    static: dict[str, StaticFile] = {}
    catalogues: dict[str, Catalogue] = {}
    sentences: frozenset[str] = frozenset()
    for folder in reversed(folders):
        for path in files(folder, "static"):
            name = path.relative_to(Path(folder.path, "static")).as_posix()
            data = path.read_bytes()
            static[name] = StaticFile(name, of_bytes(data), data)
        for path in files(folder, "locale"):
            if path.suffix == ".po":
                before = catalogues.get(path.stem, Catalogue())
                catalogues[path.stem] = read_catalogue(text_of(path)).over(before)
        sentences |= _sentences(Path(folder.path, "static", "words.json"))
    for name, text in stylesheets(folders, options).items():
        css = text.encode()
        static[f"{name}.css"] = StaticFile(f"{name}.css", of_bytes(css), css)
    published = tuple(static[name] for name in sorted(static))
    sources = tuple(_templates(folder) for folder in folders)
    state = Digester().of(sources)
    return Theme(folders, published, Words(catalogues), sources, state, sentences)


def _sentences(path: Path) -> frozenset[str]:
    """Return what the scripts of a theme say; a list that cannot be read translates nothing."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return frozenset()
    if not isinstance(found, list):
        return frozenset()
    each = (one if isinstance(one, list) else [one] for one in found)  # what is counted has two
    return frozenset(str(sentence) for sentences in each for sentence in sentences)


def _templates(folder: Folder) -> dict[str, str]:
    root = Path(folder.path, "templates")
    return {path.relative_to(root).as_posix(): text_of(path) for path in files(folder, "templates")}


def _shown(key: str) -> str:
    folder, _, name = key.partition(":")
    return f"themes/{folder}/templates/{name}"


def _computed_name(where: Span) -> Problem:
    message = "a template is named by an expression here"
    return Problem(where, "template", message, "write its name in quotation marks")
