"""All checks across files, in one run: what is wrong in one place hides nothing in another."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from builder.contrast import check_accent
from builder.model.config import Config
from builder.model.part import GlossaryFile, LocalFile, PageFile, ToolsFile
from builder.model.series import Series
from builder.model.worksheet import Worksheet
from builder.problems import Problem, did_you_mean
from builder.site.check_links import LinkCheck, texts_of
from builder.site.check_pack import Known, check_pack
from builder.site.check_sheet import answers_of, check_sheet
from builder.site.check_translation import check_translations
from builder.site.images import check_images
from builder.site.links import is_internal
from builder.site.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.part import Held, Marks, Read
    from builder.model.site import Site
    from builder.problems import Span
    from builder.site.links import Atlas


LISTS = ("notes", "worksheets", "people", "categories", "tools.html", "glossary.html")
"""Pages that a site has once there is something to list."""


def check(
    site: Site, reads: Iterable[Read], held: Iterable[Held], places: Atlas
) -> Iterator[Problem]:
    """Give every problem that shows only when all files are seen together."""
    found = tuple(reads)
    known = Known(found)
    links = LinkCheck(found, held, places)
    answers = {
        f"{r.name.pack}/{r.name.id}" if r.name.pack else r.name.id: set(answers_of(r.part.value))
        for r in found
        if isinstance(r.part.value, Worksheet) and not r.name.language
    }
    for read in found:
        for text in texts_of(read.part.value):
            yield from links.check(text)
        if read.name.what == "pack" and read.name.pack:
            own = [r for r in found if r.name.pack == read.name.pack]
            yield from check_pack(read, own, known)
        elif read.name.what == "worksheet" and not read.name.language:
            yield from check_sheet(read, answers)
        else:
            yield from _other(site, read, known, places)
    yield from check_translations(found, site.translations)
    yield from _due(site, found)
    yield from check_images(site, places)


def _other(site: Site, read: Read, known: Known, places: Atlas) -> Iterator[Problem]:
    value, marks = read.part.value, read.part.marks
    if isinstance(value, PageFile):
        yield from _page(read, value, known)
    elif isinstance(value, Series):
        for index, pack in enumerate(value.packs):
            yield from _known(marks.at("packs", index), "unknown-pack", pack, known.packs)
    elif isinstance(value, LocalFile):
        yield from _local(site, read, value, known)
    elif isinstance(value, ToolsFile):
        yield from _tools(value, marks)
    elif isinstance(value, GlossaryFile):
        terms = [term.term for term in value.terms]
        yield from _twice(terms, marks, "term")
    elif isinstance(value, Config):
        yield from _config(site, value, marks, places)


def _page(read: Read, value: PageFile, known: Known) -> Iterator[Problem]:
    head, marks = value.head, read.part.marks
    for index, author in enumerate(head.authors):
        yield from _known(marks.at("authors", index), "unknown-author", author, known.people)
    if read.name.id.startswith("notes/") and head.published is None:
        hint = "write `published: 2026-11-06`, with the day of the note"
        yield Problem(marks.at(), "note-without-date", "a note needs the day it came out", hint)


def _due(site: Site, found: Iterable[Read]) -> Iterator[Problem]:
    """Warn of every published page, pack and worksheet whose review date is past."""
    due = {page.path: page.head.title for page in (*site.pages, *site.notes) if page.due}
    due |= {kit.path: kit.pack.title for kit in site.kits if kit.due}
    due |= {sheet.path: sheet.worksheet.title for sheet in site.sheets if sheet.due}
    for read in found:
        marks = read.part.marks
        if read.part.path in due:
            message = f"'{due[read.part.path]}' is due for review"
            hint = "read it through, then set `reviewed` to the day you did"
            where = marks.at("review_by" if marks.has("review_by") else "reviewed")
            yield Problem(where, "review-due", message, hint, "warning")


def _local(site: Site, read: Read, value: LocalFile, known: Known) -> Iterator[Problem]:
    yield from _known(read.part.marks.at(), "unknown-pack", read.name.id, known.packs)
    kit = site.kit(read.name.id)
    if kit is None:
        return
    ids = {segment.id for segment in kit.pack.segments}
    for section in value.sections:
        if section.segment and section.segment not in ids:
            message = f"the pack has no segment '{section.segment}'"
            hint = f"{did_you_mean(section.segment, ids)} The text goes to the pack page".lstrip()
            where = read.part.marks.at(section.segment)
            yield Problem(where, "unknown-segment", message, hint, "warning")


def _tools(value: ToolsFile, marks: Marks) -> Iterator[Problem]:
    yield from _twice([tool.id for tool in value.tools], marks, "id")
    for index, tool in enumerate(value.tools):
        if not tool.login.strip():
            message = f"'{tool.name}' does not say who must sign in"
            hint = "write `login: none`, or who must sign in and to what"
            yield Problem(marks.at(index), "no-login", message, hint)


def _twice(words: list[str], marks: Marks, field: str) -> Iterator[Problem]:
    met: dict[str, int] = {}
    for index, word in enumerate(words):
        where = marks.at(index, field)
        first = met.setdefault(slug(word), index)
        if first != index:
            message = f"two entries are called '{word}'"
            hint = f"the other one is in line {marks.at(first, field).line}; make one of the two"
            yield Problem(where, "duplicate-id", message, hint)


def _config(site: Site, config: Config, marks: Marks, places: Atlas) -> Iterator[Problem]:
    pages = [(marks.at("navigation", n, "page"), i.page) for n, i in enumerate(config.navigation)]
    doors = enumerate(config.home.doors)
    pages += [(marks.at("home", "doors", n, "page"), door.page) for n, door in doors]
    for where, page in pages:
        if page.strip("/").removesuffix("/index.html") in LISTS:
            continue  # where there is nothing to list, the word is left out
        if places.find(page, "content/index.md") is None:
            sources = {path.removeprefix("content/") for path in places.sources}
            hint = did_you_mean(page.lstrip("/"), sources)
            if not is_internal(page):
                hint = "name a page of this site; links to other places stand in texts"
            yield Problem(where, "broken-link", f"'{page}' leads nowhere", hint)
    logo = config.theme_options.logo
    if logo and f"asset:content/{logo}" not in places.files:
        images = [path.removeprefix("content/") for path in places.sources]
        hint = did_you_mean(logo, images) or "name an image by its path in `content/`"
        where = marks.at("theme_options", "logo")
        yield Problem(where, "broken-link", f"there is no image 'content/{logo}'", hint)
    if config.url and not _is_address(config.url):
        message = f"'{config.url[:40]}' is not an address that a browser understands"
        hint = "write it as it stands in a browser, such as 'https://www.example.org/'"
        yield Problem(marks.at("url"), "wrong-form", message, hint)
    if config.home.series:
        known = {programme.id for programme in site.series}
        where = marks.at("home", "series")
        yield from _known(where, "unknown-series", config.home.series, known)
    yield from check_accent(config.theme_options, marks)


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _known(where: Span, code: str, word: str, known: set[str]) -> Iterator[Problem]:
    if word not in known:
        message = f"there is no {code.removeprefix('unknown-')} '{word}'"
        yield Problem(where, code, message, did_you_mean(word, known))
