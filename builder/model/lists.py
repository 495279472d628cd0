"""What `content/tools.yaml` and `content/glossary.yaml` say."""

from __future__ import annotations

from typing import Literal

from builder.model.record import Id, Web, record

When = Literal["together", "own time", "paper"]


@record
class Tool:
    """One entry of the tools directory: a tool outside the site, or a paper way."""

    id: Id
    """Its permanent id."""
    name: str
    """What it is called."""
    purpose: tuple[str, ...]
    """What a group would use it for, as it would say it: `share files`."""
    why: str
    """Why this tool, in one sentence."""
    when: tuple[When, ...]
    """Whether people use it together, in their own time, or on paper."""
    login: str = ""
    """Who must sign in, and to what; `none` where nobody must. An entry without it is refused."""
    cost: str = ""
    """What it costs in money."""
    data: str = ""
    """What happens to what people type."""
    paper: str = ""
    """The paper way, for those who cannot use it."""
    when_not: str = ""
    """When not to use it."""
    url: Web | None = None
    """Its address."""
    retired: bool = False
    """Whether it is no longer offered."""


@record
class Term:
    """One entry of the glossary."""

    term: str
    """The word."""
    meaning: str
    """What it means here, in one sentence."""
    also: tuple[str, ...] = ()
    """Other words for it; they serve search too."""
