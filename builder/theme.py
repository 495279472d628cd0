"""Themes: templates looked up along a chain of folders, one stylesheet, and the files beside it.

A site's `themes/NAME/` comes first, then the theme it extends, then those that come with peerpress.
A template's digest covers itself and all it extends, includes and imports, so an edited template
makes its pages anew and no others. Jinja is imported only when something is rendered.
"""

from __future__ import annotations

import functools
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.digest import Digester, of_bytes
from builder.markdown import html as markdown_html
from builder.problems import Problem, Span, Wrong, did_you_mean
from builder.words import Words, read_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from builder.model.config import ThemeOptions
    from builder.model.theme import ThemeFile
    from builder.model.view import Body
    from builder.plan import Stock
    from builder.words import Translator

REFERENCE = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+([^%]*?)-?%}")
LITERAL = re.compile(r"""^["']([^"']+)["']""")
UNPUBLISHED = (".py", ".pyc", ".map")
"""Files in `static/` that are for makers of themes and not for the site."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One theme of the chain."""

    name: str
    path: str = field(compare=False)
    """Where it is on this machine; no part of any fingerprint."""
    file: ThemeFile


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
class Template:
    """A maker: renders a view with a template, in one language's words."""

    name: str
    language: str
    digest: str
    """Of the template, all it refers to, and the words of the language."""
    chain: tuple[tuple[str, str], ...] = field(compare=False)
    """Name and folder of each theme, nearest first."""

    def __call__(self, view: object, stock: Stock) -> bytes:
        """Render the view; a mistake in the template is a problem with its file and line."""
        import jinja2  # noqa: PLC0415 - a build with nothing to do does without

        words = _words(self.chain).of(self.language)
        try:
            template = _environment(self.chain).get_template(self.name)
            text = template.render(
                view=view,
                t=words,
                html=functools.partial(_html, stock, words),
                size=functools.partial(_size, stock, words),
                text=functools.partial(_text, stock),
            )
        except jinja2.TemplateError as error:
            raise Wrong(_template_problem(error, self.name)) from error
        return text.encode()


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
        known = [path.name for folder in self.folders for path in _files(folder, "templates")]
        where = Span(f"themes/{self.folders[0].name}/templates/{rest}")
        message = f"there is no template '{name}'"
        raise Wrong(Problem(where, "unknown-template", message, did_you_mean(rest, known)))


def load(folders: tuple[Folder, ...], options: ThemeOptions) -> Theme:
    """Load a theme: its stylesheet put together, its files and catalogues found."""
    static: dict[str, StaticFile] = {}
    catalogues: dict[str, dict[str, str]] = {}
    for folder in reversed(folders):
        for path in _files(folder, "static"):
            name = path.relative_to(Path(folder.path, "static")).as_posix()
            data = path.read_bytes()
            static[name] = StaticFile(name, of_bytes(data), data)
        for path in _files(folder, "locale"):
            if path.suffix == ".po":
                words = read_catalogue(path.read_text(encoding="utf-8"))
                catalogues[path.stem] = catalogues.get(path.stem, {}) | words
    css = stylesheet(folders, options).encode()
    static["site.css"] = StaticFile("site.css", of_bytes(css), css)
    files = tuple(static[name] for name in sorted(static))
    return Theme(folders, files, Words(catalogues))


def stylesheet(folders: tuple[Folder, ...], options: ThemeOptions) -> str:
    """Put the stylesheet together: the first theme's layers in order, then those of its children.

    Font faces stand outside layers. Tokens of all themes become CSS variables, the nearest winning.
    """
    root = folders[-1]
    layers = [name for name in root.file.layers if name != "fonts"]
    pieces = ["@layer " + ", ".join(["tokens", *layers, "site"]) + ";"]
    pieces += [path.read_text(encoding="utf-8") for path in _files(root, "css", "fonts.css")]
    pieces.append(f"@layer tokens {{\n{_variables(folders, options)}}}")
    for name in layers:
        for path in _files(root, "css", f"{name}.css"):
            pieces.append(f"@layer {name} {{\n{path.read_text(encoding='utf-8')}}}")
    for folder in reversed(folders[:-1]):
        for path in _files(folder, "css"):
            pieces.append(f"@layer site {{\n{path.read_text(encoding='utf-8')}}}")
    return "\n".join(pieces) + "\n"


def tokens(folders: tuple[Folder, ...], options: ThemeOptions) -> dict[str, tuple[str, str]]:
    """Return every design token with its light and dark value, for the stylesheet and for print."""
    found: dict[str, tuple[str, str]] = {}
    for folder in reversed(folders):
        for token in folder.file.tokens:
            found[token.name] = (token.light, token.dark or token.light)
    if options.accent:
        dark = options.accent_dark or options.accent
        found |= {"press": (options.accent, dark), "fill": (options.accent, options.accent)}
    return found


def _variables(folders: tuple[Folder, ...], options: ThemeOptions) -> str:
    both = tokens(folders, options)
    light = "".join(f"  --{name}: {values[0]};\n" for name, values in both.items())
    dark = "".join(
        f"    --{name}: {values[1]};\n" for name, values in both.items() if values[0] != values[1]
    )
    screen = "@media screen and (prefers-color-scheme: dark)"
    return f":root {{\n{light}}}\n{screen} {{\n  :root {{\n{dark}  }}\n}}\n"


def _files(folder: Folder, kind: str, name: str = "**/*") -> Iterable[Path]:
    root = Path(folder.path, kind)
    found = sorted(root.glob(name), key=lambda path: path.as_posix())
    return (
        path
        for path in found
        if path.is_file()
        and path.suffix not in UNPUBLISHED
        and not any(part.startswith((".", "__")) for part in path.relative_to(root).parts)
    )


@functools.cache
def _words(chain: tuple[tuple[str, str], ...]) -> Words:
    catalogues: dict[str, dict[str, str]] = {}
    for _, folder in reversed(chain):
        for path in sorted(Path(folder, "locale").glob("*.po")):
            words = read_catalogue(path.read_text(encoding="utf-8"))
            catalogues[path.stem] = catalogues.get(path.stem, {}) | words
    return Words(catalogues)


@functools.cache
def _environment(chain: tuple[tuple[str, str], ...]) -> Any:
    import jinja2  # noqa: PLC0415 - as above

    loaders: dict[str, jinja2.BaseLoader] = {}
    folders = [Path(folder, "templates") for _, folder in chain]
    for index, (name, _) in enumerate(chain):
        loaders[name] = jinja2.FileSystemLoader(folders[index:])
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [jinja2.FileSystemLoader(folders), jinja2.PrefixLoader(loaders, delimiter=":")]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["relative"] = posixpath.relpath
    return environment


def forget() -> None:
    """Forget compiled templates and catalogues: the server calls this when a theme has changed."""
    _environment.cache_clear()
    _words.cache_clear()


def _html(stock: Stock, words: Translator, body: Body | None, part: str = "all", level: int = 2) -> Any:
    """Render a body for a template: `{{ html(view.body, "participant") }}`."""
    import markupsafe  # noqa: PLC0415 - comes with Jinja

    if body is None:
        return markupsafe.Markup("")
    return markupsafe.Markup(  # noqa: S704 - the renderer escapes everything it is given
        markdown_html.render_body(stock.read(body.digest), body, part=part, level=level, label=words)
    )


def _text(stock: Stock, body: Body | None, part: str = "all") -> str:
    return "" if body is None else markdown_html.plain_body(stock.read(body.digest), part=part)


def _size(stock: Stock, words: Translator, path: str) -> str:
    """Say how large a needed output is, as on a download button."""
    made = stock.needs[path]
    kilobytes = made.size / 1000
    if kilobytes < 1000:  # noqa: PLR2004 - a thousand kilobytes are a megabyte
        return words("{n} kB", n=max(1, round(kilobytes)))
    return words("{n} MB", n=f"{kilobytes / 1000:.1f}")


def _computed_name(path: str, text: str, offset: int) -> Problem:
    line = text.count("\n", 0, offset) + 1
    message = "a template is named by an expression here"
    return Problem(Span(path, line), "template", message, "write its name in quotation marks")


def _template_problem(error: Any, name: str) -> Problem:
    """Tell a mistake in a template with the innermost template's file and line."""
    line = getattr(error, "lineno", 0) or 0
    file = getattr(error, "filename", None) or ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/templates/" in Path(code.co_filename).as_posix():
            file, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    path = Path(file).as_posix()
    shown = "themes/" + path.rpartition("/themes/")[2] if "/themes/" in path else f"template {name}"
    return Problem(Span(shown, line), "template", str(error.message or error).rstrip("."))
