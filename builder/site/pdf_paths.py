"""Where printed documents go: their keys and paths, on each paper that a scope has them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.plan import HOSTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.site import Kit, Site


def papers(site: Site, scope: str) -> tuple[str, ...]:
    """Return the papers that a scope has printed documents on, the usual one first."""
    if not site.config.editions.pdf:
        return ()
    names = tuple(dict.fromkeys(paper.lower() for paper in site.config.print.paper))
    return names if scope == HOSTED else names[:1]


def pack_pdfs(
    site: Site,
    kit: Kit,
    root: str,
    names: tuple[str, ...],
    elsewhere: frozenset[str] = frozenset(),
) -> Iterator[tuple[str, str]]:
    """Give the documents of a pack below `root`, with its own worksheets but those elsewhere."""
    what = {"guide": "guide", "handout": "handout"}
    if site.config.print.large_print:
        what["large"] = "handout-large"
    if kit.decks:
        what["cards"] = "cards"
    for paper in names:
        for kind, word in what.items():
            yield f"pdf:{kind}:{kit.id}:{paper}", f"{root}{kit.name}-{word}-{paper}.pdf"
    for id_ in own_sheets(kit):
        if id_ not in elsewhere:
            yield from sheet_pdfs(id_, f"{root}worksheets/{sheet_name(id_)}", names)


def own_sheets(kit: Kit) -> Iterator[str]:
    """Give the ids of the worksheets that are the pack's own."""
    return (id_ for id_ in kit.sheets if id_.startswith(f"{kit.name}/"))


def sheet_name(id_: str) -> str:
    """Return what the file of a worksheet is called, whatever its pack and language."""
    return id_.rpartition("/")[2].partition("@")[0]


def sheet_pdfs(id_: str, stem: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give a worksheet; `stem` is its path without paper and suffix."""
    for paper in names:
        yield f"pdf:sheet:{id_}:{paper}", f"{stem}-{paper}.pdf"


def deck_pdfs(id_: str, root: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give a deck of no pack."""
    for paper in names:
        yield f"pdf:deck:{id_}:{paper}", f"{root}{id_}-{paper}.pdf"


def planner_pdfs(id_: str, root: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give the wall planner of a series."""
    for paper in names:
        yield f"pdf:planner:{id_}:{paper}", f"{root}{id_}-planner-{paper}.pdf"
