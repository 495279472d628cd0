"""What `theme.yaml` says: the parent of a theme, its layers and its tokens."""

from __future__ import annotations

from builder.model.record import Id, keyed, record


@record
class Token:
    """One design token: a CSS variable, also handed to the print design."""

    name: Id
    """Its name; the key in `tokens`."""
    light: str
    """Its value; on light screens and on paper, where there is another for dark ones."""
    dark: str = ""
    """Its value on dark screens, where that differs."""

    @staticmethod
    def shorthand(text: str) -> dict[str, str]:
        """Let a token with one value be written as that value."""
        return {"light": text}


@record
class Style:
    """A stylesheet of its own, for the pages that need more than all others."""

    name: Id
    """What it is called, as templates name it; the key in `styles`."""
    layers: tuple[Id, ...]
    """The files of `css/` that it holds."""


@record
class ThemeFile:
    """A theme: where it comes from and what it sets."""

    title: str = ""
    """What it is called."""
    extends: Id | None = None
    """The theme whose templates, tokens and files it takes over where it has none of its own."""
    layers: tuple[Id, ...] = ()
    """The files of `css/`, in the order of their cascade layers; an extending theme needs none."""
    styles: tuple[Style, ...] = keyed("name")
    """Layers that only some pages load, as stylesheets of their own; the rest is `site.css`."""
    tokens: tuple[Token, ...] = keyed("name")
    """Design tokens; an extending theme names only those that it changes."""
