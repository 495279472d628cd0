"""Stylesheets from the layers and tokens of a chain of themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.contrast import lighter
from builder.theme.folder import Folder, files, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.config import ThemeOptions

ASIDE = re.compile(
    r"""(?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^"')]*\))|\s*/\*.*?\*/|^[ \t]+""",
    re.DOTALL | re.MULTILINE,
)
"""Comments and indents; texts and addresses, in which signs of a comment mean themselves, stay."""
ON_DARK = 7.0
"""The contrast to which an accent is lightened for dark screens."""


def stylesheets(folders: tuple[Folder, ...], options: ThemeOptions) -> dict[str, str]:
    """Put the stylesheets together: `site`, which every page has, and those of some pages.

    Each begins with the order of all layers, so that it does not matter which arrives first. Font
    faces stand outside layers. A child's rules are in the layer `site`, after all others. Tokens of
    all themes become CSS variables, the nearest winning.
    """
    root = folders[-1]
    layers = [name for name in root.file.layers if name != "fonts"]
    order = "@layer " + ", ".join(["tokens", *layers, "site"]) + ";"
    apart = {style.name: style.layers for style in root.file.styles}
    taken = {layer for names in apart.values() for layer in names}
    pieces = [order, *(text_of(path) for path in files(root, "css", "fonts.css"))]
    pieces.append(f"@layer tokens {{\n{_variables(folders, options)}}}")
    pieces += _layers(root, [name for name in layers if name not in taken])
    for folder in reversed(folders[:-1]):
        pieces += [f"@layer site {{\n{text_of(path)}}}" for path in files(folder, "css")]
    found = {name: [order, *_layers(root, names)] for name, names in apart.items()}
    every = {"site": pieces, **found}
    return {name: bare("\n".join(made) + "\n") for name, made in every.items()}


def bare(css: str) -> str:
    """Return a stylesheet without its comments and indents, which no reader is to wait for."""
    return ASIDE.sub(lambda match: match["kept"] or "", css)


def _layers(folder: Folder, names: Iterable[str]) -> list[str]:
    return [
        f"@layer {name} {{\n{text_of(path)}}}"
        for name in names
        for path in files(folder, "css", f"{name}.css")
    ]


def tokens(folders: tuple[Folder, ...], options: ThemeOptions) -> dict[str, tuple[str, str]]:
    """Return every design token with its light and dark value, for the stylesheet and for print."""
    found: dict[str, tuple[str, str]] = {}
    for folder in reversed(folders):
        for token in folder.file.tokens:
            found[token.name] = (token.light, token.dark or token.light)
    if options.accent:
        dark = options.accent_dark or lighter(options.accent, found["paper"][1], ON_DARK)
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
