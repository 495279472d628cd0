"""The tools directory: what to use together, in one's own time and on paper, and what each asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.lists import Tool, When
from builder.model.site import Site
from builder.model.view import Frame
from builder.plan import Output
from builder.site.scope import Scope
from builder.theme import Theme

ORDER: tuple[When, ...] = ("together", "own time", "paper")


@dataclass(frozen=True, slots=True)
class Purpose:
    """A thing people need to do, with the tools for it."""

    words: str
    tools: tuple[tuple[str, str], ...]
    """Id and name of each, those still offered."""


@dataclass(frozen=True, slots=True)
class Group:
    """The tools for one way of being together or not."""

    when: When
    tools: tuple[Tool, ...]
    also: tuple[tuple[str, str], ...]
    """Id and name of tools that stand in an earlier group and serve here too."""


@dataclass(frozen=True, slots=True)
class ToolsView:
    """The tools directory."""

    frame: Frame
    groups: tuple[Group, ...]
    purposes: tuple[Purpose, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the tools directory."""
    path = scope.path("tools")
    if path is not None:
        frame = scope.frame("tools", scope.t()("Tools"), path=path)
        view = ToolsView(frame, groups(site.tools), purposes(site.tools))
        yield Output(path, theme.template("tools.html", site.config.language), view)


def groups(tools: tuple[Tool, ...]) -> tuple[Group, ...]:
    """Return the tools under the first way each is used, those no longer offered last."""
    found = []
    for when in ORDER:
        first = [tool for tool in tools if _first(tool) == when]
        also = [tool for tool in tools if when in tool.when and _first(tool) != when]
        if first or also:
            first.sort(key=lambda tool: tool.retired)
            names = tuple((tool.id, tool.name) for tool in also if not tool.retired)
            found.append(Group(when, tuple(first), names))
    return tuple(found)


def purposes(tools: tuple[Tool, ...]) -> tuple[Purpose, ...]:
    """Return what people need to do, in the order in which the directory first names it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for tool in tools:
        for purpose in tool.purpose:
            if not tool.retired:
                found.setdefault(purpose, []).append((tool.id, tool.name))
    return tuple(Purpose(words, tuple(names)) for words, names in found.items())


def _first(tool: Tool) -> When:
    return next((when for when in ORDER if when in tool.when), "together")
