"""Where the parts of a cartridge go: plain pages, links and topics of each pack, below its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.site.pdf_paths import papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.site import Kit, Site

PAGES = ("session", "handout", "guide")
PRINTED = ("handout", "guide")


def cartridge(site: Site, kit: Kit) -> Iterator[tuple[str, str]]:
    """Give the keys and paths of what a pack has in a cartridge.

    Worksheets are links to their pages on the published site, so a site without an address has
    none of them: its handout in print names the sheets.
    """
    for name in PAGES:
        yield f"cartridge-{name}:{kit.id}", f"{kit.name}/{name}.html"
    if site.config.url is not None:
        for id_ in kit.sheets:
            yield f"cartridge-link:{kit.id}:{id_}", f"{kit.name}/links/{_name(id_)}.xml"
        yield f"cartridge-link:{kit.id}:workbook", f"{kit.name}/links/workbook.xml"
    if kit.pack.question:
        yield f"cartridge-topic:{kit.id}", f"{kit.name}/question.xml"
    for paper in papers(site, "cartridge"):
        for what in PRINTED:
            yield f"pdf:{what}:{kit.id}:{paper}", f"{kit.name}/{kit.name}-{what}-{paper}.pdf"


def _name(id_: str) -> str:
    return id_.partition("@")[0].replace("/", "-")
