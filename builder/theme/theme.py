"""A theme with all that it takes over: templates along a chain of folders, and the files beside them.

A site's `themes/NAME/` comes first, then the theme it extends, then those that come with peerpress.
A template's digest covers itself and all it extends, includes and imports, so an edited template
makes its pages anew and no others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import Digester, of_bytes
from builder.problems import Problem, Span, Wrong, did_you_mean
from builder.theme.folder import Folder, files
from builder.theme.stylesheet import stylesheet
from builder.theme.template import Template
from builder.words import Words, read_catalogue

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
        """Its published name: fingerprinted, but for fonts, whose names the stylesheet holds."""
        if self.name.startswith("fonts/"):
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
    digests: dict[str, str] = field(default_factory=dict, compare=False)

    def template(self, name: str, language: str) -> Template:
        """Return the maker for a template."""
        chain = tuple((folder.name, folder.path) for folder in self.folders)
        messages = Digester().of(self.words.of(language).messages)
        digest = of_bytes(f"{self._closure(name)} {messages}".encode())
        return Template(name, language, digest, chain)

    def file(self, name: str) -> StaticFile | None:
        """Return one of the files by its name."""
        return next((file for file in self.files if file.name == name), None)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return name and published name of each file."""
        return tuple((file.name, file.final) for file in self.files)

    def _closure(self, name: str) -> str:
        if name not in self.digests:
            self.digests[name] = ""  # a template that includes itself ends here
            path, text = self._find(name)
            found = [path, of_bytes(text.encode())]
            for reference in REFERENCE.finditer(text):
                literal = LITERAL.match(reference[1])
                if literal is None:
                    raise Wrong(_computed_name(path, text, reference.start()))
                found.append(self._closure(literal[1]))
            self.digests[name] = of_bytes("\n".join(found).encode())
        return self.digests[name]

    def _find(self, name: str) -> tuple[str, str]:
        theme, colon, rest = name.rpartition(":")
        folders = self.folders
        if colon:
            names = [folder.name for folder in folders]
            folders = folders[names.index(theme) :] if theme in names else ()
        for folder in folders:
            path = Path(folder.path, "templates", rest)
            if path.is_file():
                return f"themes/{folder.name}/templates/{rest}", path.read_text(encoding="utf-8")
        known = [path.name for folder in self.folders for path in files(folder, "templates")]
        where = Span(f"themes/{self.folders[0].name}/templates/{rest}")
        message = f"there is no template '{name}'"
        raise Wrong(Problem(where, "unknown-template", message, did_you_mean(rest, known)))


def load(folders: tuple[Folder, ...], options: ThemeOptions) -> Theme:
    """Load a theme: its stylesheet put together, its files and catalogues found."""
    static: dict[str, StaticFile] = {}
    catalogues: dict[str, dict[str, str]] = {}
    for folder in reversed(folders):
        for path in files(folder, "static"):
            name = path.relative_to(Path(folder.path, "static")).as_posix()
            data = path.read_bytes()
            static[name] = StaticFile(name, of_bytes(data), data)
        for path in files(folder, "locale"):
            if path.suffix == ".po":
                words = read_catalogue(path.read_text(encoding="utf-8"))
                catalogues[path.stem] = catalogues.get(path.stem, {}) | words
    css = stylesheet(folders, options).encode()
    static["site.css"] = StaticFile("site.css", of_bytes(css), css)
    published = tuple(static[name] for name in sorted(static))
    return Theme(folders, published, Words(catalogues))


def _computed_name(path: str, text: str, offset: int) -> Problem:
    line = text.count("\n", 0, offset) + 1
    message = "a template is named by an expression here"
    return Problem(Span(path, line), "template", message, "write its name in quotation marks")
