"""What a zip has beside its pages: how to use it, its licence, and the sources it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from builder.model.page import Reference
from builder.model.site import File, Kit, Programme, Sheet, Site
from builder.plan import Output, Stock
from builder.site.frame import LICENCES
from builder.site.scope import Scope
from builder.theme import Theme
from builder.words import Translator


@dataclass(frozen=True, slots=True)
class TextView:
    """A plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source file, exactly as its author wrote it; its bytes are in the store."""

    digest: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give the two texts and the sources of one zip."""
    kits, programme = _inside(site, scope)
    if scope.is_hosted or not kits:
        return
    language = programme.language if programme else kits[0].language
    t = scope.t(language)
    title = programme.series.title if programme else kits[0].pack.title
    path = scope.path("how-to-use")
    if path is not None:
        yield Output(path, text_file, TextView(how_to_use(t, title, scope)))
    path = scope.path("licence")
    if path is not None:
        yield Output(path, text_file, TextView(licence(t, site, kits)))
    root = scope.path("source")
    if root is not None:
        for file in _sources(kits, programme):
            yield Output(f"{root}/{file.path}", source_file, SourceView(file.digest))


def text_file(view: object, _stock: Stock) -> bytes:
    """Return a text with the line ends that every editor shows, old ones on Windows too."""
    return cast("TextView", view).text.replace("\n", "\r\n").encode()


def source_file(view: object, stock: Stock) -> bytes:
    """Return the bytes of a source file."""
    return stock.read(cast("SourceView", view).digest)


def _inside(site: Site, scope: Scope) -> tuple[list[Kit], Programme | None]:
    kind, _, id_ = scope.name.partition(":")
    programme = site.programme(id_) if kind == "series" else None
    ids = programme.packs if programme else (id_,)
    return [kit for kit in map(site.kit, ids) if kit is not None], programme


def _sources(kits: list[Kit], programme: Programme | None) -> list[File]:
    files = {file.path: file for kit in kits for file in kit.files}
    if programme is not None:
        files[programme.path] = File(programme.path, programme.digest, programme.size)
    return [files[path] for path in sorted(files)]


def how_to_use(t: Translator, title: str, scope: Scope) -> str:
    """Return plain words for a person who has just opened the zip."""
    site = scope.site.config
    address = t("From {address}", address=site.url) if site.url else ""
    steps = (
        t("Unzip it first: a page that is opened inside a zip cannot find its pictures and fonts."),
        t("Open index.html in any browser. It needs no network, no account and no server."),
        t("Print the facilitator guide, and one handout for each person. Black and white is fine."),
        t("Copy the whole folder to a shared drive or a memory stick; keep its files together."),
        t("workbook.html keeps what you write in this browser only; save it to a file."),
    )
    recipes = (
        t(
            "Moodle: add a File to your course, upload the zip, and unzip it there. Then choose "
            "index.html and set it as the main file."
        ),
        t(
            "Canvas: upload the zip under Files, which unpacks it. Then link to index.html from a "
            "page or a module."
        ),
        t(
            "Google Classroom, Teams and others that show no web pages: upload the zip as it is, "
            "and ask people to unzip it."
        ),
    )
    others = (
        t("LICENCE.txt says what you may do with it, and whom to name."),
        t("source/ holds what it was made from: change it, and build it again with peerpress."),
        t("manifest.json lists each file with its SHA-256, to see whether a copy is whole."),
    )
    parts = (
        _headed(title, [address]),
        _headed(t("How to use it"), _numbered(steps)),
        _headed(t("On a learning platform"), _dashed(recipes)),
        _headed(t("What else is here"), _dashed(others)),
    )
    return "\n".join(parts)


def licence(t: Translator, site: Site, kits: list[Kit]) -> str:
    """Return what may be done with what is inside, whom to name, and what it rests on."""
    parts = [_headed(t("Licence"), [_fonts(t)])]
    for kit in kits:
        pack = kit.pack
        members = [site.member(id_) for id_ in pack.authors]
        names = t.listed(member.person.title for member in members if member)
        lines = [
            _licensed(t, pack.licence),
            t("Please name it so:"),
            t(
                "“{title}”, version {version}, by {authors}.",
                title=pack.title,
                version=pack.version,
                authors=names or site.config.organisation.name or site.config.title,
            ),
            *_rests_on(t, pack.sources),
        ]
        parts.append(_headed(pack.title, lines))
    used = {id_ for kit in kits for id_ in kit.sheets}
    parts += [_sheet(t, sheet) for sheet in site.all_sheets if sheet.id in used]
    wanted = {segment.activity for kit in kits for segment in kit.pack.segments}
    for exercise in site.all_activities:
        if exercise.id in wanted:
            activity = exercise.activity
            lines = [_licensed(t, activity.licence or site.config.licence)]
            parts.append(_headed(activity.title, [*lines, *_rests_on(t, activity.sources)]))
    return "\n".join(parts)


def _sheet(t: Translator, sheet: Sheet) -> str:
    worksheet = sheet.worksheet
    title = t("Worksheet: {title}", title=worksheet.title)
    note = [worksheet.permission_note] if worksheet.permission_note else []
    return _headed(title, [_licensed(t, worksheet.licence), *note, *_rests_on(t, worksheet.source)])


def _licensed(t: Translator, name: str) -> str:
    address = LICENCES.get(name)
    return f"{name}: {address}" if address else name or t("No licence is stated.")


def _rests_on(t: Translator, sources: Iterable[Reference]) -> list[str]:
    lines = [f"{one.text} {one.url}" if one.url else one.text for one in sources]
    return [t("It rests on:"), *_dashed(lines)] if lines else []


def _fonts(t: Translator) -> str:
    return t(
        "The fonts in assets/fonts are under the SIL Open Font License 1.1: see "
        "assets/fonts/OFL.txt. The scripts and styles in assets are under the Apache License 2.0; "
        "for the packages in the scripts see assets/THIRD-PARTY.txt."
    )


def _headed(title: str, lines: Iterable[str]) -> str:
    body = "\n".join(line for line in lines if line)
    return f"{title}\n{'=' * len(title)}\n\n{body}\n" if body else f"{title}\n{'=' * len(title)}\n"


def _numbered(lines: Iterable[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def _dashed(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]
