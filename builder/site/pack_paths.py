"""Where the pages of packs and worksheets go, in each language.

A translation's keys end in `@LANGUAGE`, and its pages stand under the language: `pack:hello@mi`
goes to `mi/sessions/hello/index.html`. What it shares with the original, such as pictures, stands
there once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.site.pdf_paths import own_sheets, pack_pdfs, papers, sheet_name, sheet_pdfs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.site import Kit, Sheet, Site


def under(language: str, path: str) -> str:
    """Return a path under a language; as it is where there is none."""
    return f"{language}/{path}" if language else path


def language_part(id_: str) -> str:
    """Return the language that an id or key ends in; nothing for an original."""
    return id_.partition("@")[2]


def pack_root(kit: Kit) -> str:
    """Return the folder of a pack's pages on the published site."""
    return under(language_part(kit.id), f"sessions/{kit.name}/")


def published_pack(site: Site, kit: Kit) -> Iterator[tuple[str, str]]:
    """Give everything of one pack on the published site."""
    root = pack_root(kit)
    names = papers(site, "hosted")
    shared = frozenset(id_ for id_ in kit.sheets if kit.is_translation and not language_part(id_))
    yield from pack_pages(kit, root, shared)
    yield from pack_pdfs(site, kit, root, names, shared)
    yield f"metadata:{kit.id}", f"{root}metadata.json"
    yield f"zip:{kit.id}", f"{root.rstrip('/')}.zip"
    yield f"cartridge:{kit.id}", f"{root.rstrip('/')}.imscc"


def pack_pages(
    kit: Kit, root: str, elsewhere: frozenset[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Give the pages of a pack below `root`, without the worksheets that stand elsewhere."""
    yield f"pack:{kit.id}", f"{root}index.html"
    yield f"guide:{kit.id}", f"{root}guide.html"
    yield f"handout:{kit.id}", f"{root}handout.html"
    yield f"run:{kit.id}", f"{root}run.html"
    for id_ in own_sheets(kit):
        if id_ not in elsewhere:
            yield f"sheet:{id_}", f"{root}worksheets/{sheet_name(id_)}.html"


def published_sheet(site: Site, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give a shared worksheet on the published site."""
    if not sheet.pack:
        stem = under(language_part(sheet.id), f"worksheets/{sheet.name}")
        yield f"sheet:{sheet.id}", f"{stem}.html"
        yield from sheet_pdfs(sheet.id, stem, papers(site, "hosted"))
