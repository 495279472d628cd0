"""Templates as makers of outputs: the only importer of `jinja2`, and only when something is rendered."""

from __future__ import annotations

import functools
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.markdown import html as markdown_html
from builder.problems import Problem, Span, Wrong
from builder.words import Words, read_catalogue

if TYPE_CHECKING:
    from builder.markdown.audience import Part
    from builder.model.view import Body
    from builder.plan import Stock
    from builder.words import Translator


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
        import jinja2

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
        return str(text).encode()


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
    import jinja2

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


def _html(
    stock: Stock, words: Translator, body: Body | None, part: Part = "all", level: int = 2
) -> Any:
    """Render a body for a template: `{{ html(view.body, "participant") }}`."""
    import markupsafe

    if body is None:
        return markupsafe.Markup("")
    return markupsafe.Markup(  # noqa: S704 - the renderer escapes everything it is given
        markdown_html.render_body(
            stock.read(body.digest), body, part=part, level=level, label=words
        )
    )


def _text(stock: Stock, body: Body | None, part: Part = "all") -> str:
    return "" if body is None else markdown_html.plain_body(stock.read(body.digest), part=part)


def _size(stock: Stock, words: Translator, path: str) -> str:
    """Say how large a needed output is, as on a download button."""
    made = stock.needs[path]
    kilobytes = made.size / 1000
    if kilobytes < 1000:  # noqa: PLR2004 - a thousand kilobytes are a megabyte
        return words("{n} kB", n=max(1, round(kilobytes)))
    return words("{n} MB", n=f"{kilobytes / 1000:.1f}")


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
