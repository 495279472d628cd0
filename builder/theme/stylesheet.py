"""One stylesheet from the layers and tokens of a chain of themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.contrast import lighter
from builder.theme.folder import Folder, files, text_of

if TYPE_CHECKING:
    from builder.model.config import ThemeOptions

ON_DARK = 7.0
"""The contrast to which an accent is lightened for dark screens."""


def stylesheet(folders: tuple[Folder, ...], options: ThemeOptions) -> str:
    """Put the stylesheet together: the first theme's layers in order, then those of its children.

    Font faces stand outside layers. Tokens of all themes become CSS variables, the nearest winning.
    """
    root = folders[-1]
    layers = [name for name in root.file.layers if name != "fonts"]
    pieces = ["@layer " + ", ".join(["tokens", *layers, "site"]) + ";"]
    pieces += [text_of(path) for path in files(root, "css", "fonts.css")]
    pieces.append(f"@layer tokens {{\n{_variables(folders, options)}}}")
    for name in layers:
        for path in files(root, "css", f"{name}.css"):
            pieces.append(f"@layer {name} {{\n{text_of(path)}}}")
    for folder in reversed(folders[:-1]):
        for path in files(folder, "css"):
            pieces.append(f"@layer site {{\n{text_of(path)}}}")
    return "\n".join(pieces) + "\n"


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
