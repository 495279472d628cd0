"""Templates as makers of outputs: the only importer of `jinja2`, and only to render."""

from __future__ import annotations

import functools
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.engine import packaged
from builder.markdown import html as markdown_html
from builder.markdown import mail
from builder.problems import Problem, Span, Wrong

if TYPE_CHECKING:
    from builder.markdown.audience import Part
    from builder.model.view import Body
    from builder.plan import Stock
    from builder.words import Translator


MISTAKES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What an expression in a site's own template may raise; in ours it is a fault and shows itself."""


@dataclass(frozen=True, slots=True)
class Template:
    """A maker: renders a view with a template, in one language's words."""

    name: str
    digest: str
    """Of the template and all it refers to."""
    words: Translator
    chain: tuple[tuple[str, str], ...] = field(compare=False)
    """Name and folder of each theme, nearest first."""
    state: str = field(compare=False)
    """Of all templates of the chain: compiled ones serve as long as it stays."""

    def __call__(self, view: object, stock: Stock) -> bytes:
        """Render the view; a mistake in the template is a problem with its file and line."""
        import jinja2

        ours = all(Path(folder).parent == packaged() for _, folder in self.chain)
        mistakes = (jinja2.TemplateError, *(() if ours else MISTAKES))
        try:
            template = _environment(self.chain, self.state).get_template(self.name)
            text = template.render(
                view=view,
                t=self.words,
                html=functools.partial(_html, stock, self.words),
                size=functools.partial(_size, stock, self.words),
                pages_of=functools.partial(_pages, stock),
                text=functools.partial(_text, stock),
                mails=functools.partial(_mails, stock),
            )
        except mistakes as error:
            raise Wrong(_template_problem(error, self.name)) from error
        return str(text).encode()


@functools.lru_cache(maxsize=2)
def _environment(chain: tuple[tuple[str, str], ...], state: str) -> Any:  # noqa: ARG001 - a key
    """Return Jinja for a chain of themes; a changed template anywhere in it makes a new one."""
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


def _mails(
    stock: Stock, body: Body | None, subject: str, end: str, cut: str
) -> tuple[tuple[str, str], ...]:
    """Return heading and mail link for each section of a body."""
    return () if body is None else mail.mails(stock.read(body.digest), subject, end, cut)


def _size(stock: Stock, t: Translator, path: str) -> str:
    """Say how large a needed output is, as on a download button."""
    made = stock.needs[path]
    kilobytes = made.size / 1000
    if kilobytes < 1000:  # noqa: PLR2004 - a thousand kilobytes are a megabyte
        return t("{n} kB", n=max(1, round(kilobytes)))
    return t("{n} MB", n=f"{kilobytes / 1000:.1f}")


def _pages(stock: Stock, path: str) -> int:
    """Return how many printed pages a needed output has."""
    return stock.needs[path].pages


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
    message = str(getattr(error, "message", None) or error).rstrip(".") or type(error).__name__
    hint = "put this right in the template; Jinja's documentation says how templates are written"
    return Problem(Span(shown, line), "template", message.partition("\n")[0], hint)
