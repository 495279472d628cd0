"""The frame around every page: masthead, way back, foot, and what the head of the page says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from builder.model.view import ForPrograms, Frame, NavLink, Picture
from builder.site import metadata

if TYPE_CHECKING:
    from builder.model.config import Config
    from builder.model.site import Site
    from builder.site.links import Atlas
    from builder.site.routes import Routes
    from builder.words import Words

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left."""

LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
}
"""Where the text of a licence is, for those that packs commonly carry."""


class Framer:
    """Makes the frames of one scope; what all of its pages share is made once."""

    def __init__(self, site: Site, routes: Routes, places: Atlas, words: Words) -> None:
        """Bind the site and the addresses of a scope."""
        self.site = site
        self.routes = routes
        self.places = places
        self.words = words
        keys = (key for key in routes.table if key.startswith("theme:") and key.endswith(".css"))
        self._sheets = tuple(key for key in keys if "/" not in key and key != "theme:site.css")

    def frame(  # noqa: PLR0913 - what a page says of itself, by name
        self,
        key: str,
        title: str,
        *,
        path: str = "",
        description: str = "",
        language: str = "",
        crumbs: tuple[tuple[str, str], ...] = (),
        licence: str = "",
        translations: tuple[tuple[str, str], ...] = (),
        about: metadata.About = metadata.NOTHING,
        source: str = "",
    ) -> Frame:
        """Return the frame of a page; `crumbs` are labels and keys, outermost first.

        `source` is the file that the page is made from, where it is one that people edit.
        """
        config = self.site.config
        hosted = self.routes.is_hosted
        here = path or self.routes.path(key) or "index.html"
        language = language or config.language
        licence = licence or config.licence
        return Frame(
            language=language,
            direction=direction(language),
            title=title,
            description=description,
            site=config.organisation.name or config.title,
            tagline=config.tagline,
            home=self._here("home", here),
            logo=self._logo(here),
            css=self.asset("site.css", here) or "",
            styles=self._styles(here),
            script=self.asset("page.js", here),
            icon=self.asset("icon.svg", here),
            navigation=self._navigation(key, here, language),
            crumbs=tuple(
                NavLink(label, url)
                for label, other in crumbs
                if self.routes.path(other) and (url := self.routes.url(other, here)) is not None
            ),
            foot=self._foot(key, here, language, title),
            translations=tuple(
                NavLink(own_name(tag), url, language=tag)
                for tag, other in translations
                if (url := self.routes.url(other, here)) is not None
            ),
            programs=self._for_programs(
                key, here, (title, description, language), about, translations
            ),
            licence=licence,
            licence_url=LICENCES.get(licence),
            address=short_address(config, self.routes.hosted.get(key, "")),
            hosted=hosted,
            edit=edit_address(config, source) if hosted and source else None,
        )

    def _for_programs(
        self,
        key: str,
        here: str,
        words: tuple[str, str, str],
        about: metadata.About,
        translations: tuple[tuple[str, str], ...],
    ) -> ForPrograms:
        """Return what a page says to programs; `words` are its title, description and language."""
        title, description, language = words
        url = self.routes.absolute(key)
        if not self.routes.is_hosted:
            return ForPrograms(canonical=url)
        return ForPrograms(
            canonical=url,
            alternates=self._alternates(language, key, translations, here),
            feed=self._here("feed", here),
            feed_json=self._here("feed-json", here),
            social=metadata.open_graph(
                site=metadata.publisher(self.site.config),
                title=title,
                description=description,
                language=language,
                url=url,
                about=about,
            ),
            terms=metadata.dublin_core(language, about),
            data=about.data,
            described=self._here(f"metadata:{key.partition(':')[2]}", here),
            manifest=self._here("web-manifest", here),
        )

    def _here(self, key: str, here: str) -> str | None:
        """Return the way to a thing of this scope; None where it has none."""
        return self.routes.url(key, here) if self.routes.path(key) is not None else None

    def _alternates(
        self, language: str, key: str, others: tuple[tuple[str, str], ...], here: str
    ) -> tuple[NavLink, ...]:
        """Return a page in each of its languages, itself too, as search engines want to know it.

        Addresses are whole where the site has one: engines do not follow relative ones.
        """
        if not others:
            return ()
        original = key.partition("@")[0]
        pairs = [(language, key), *others]
        pairs += [("x-default", other) for _, other in pairs if other == original][:1]
        found = (
            (tag, self.routes.absolute(other) or self.routes.url(other, here))
            for tag, other in pairs
        )
        return tuple(NavLink("", url, language=tag) for tag, url in found if url)

    def _styles(self, here: str) -> tuple[tuple[str, str], ...]:
        found = []
        for key in self._sheets:
            url = self.routes.url(key, here)
            found += [(key.removeprefix("theme:").removesuffix(".css"), url)] if url else []
        return tuple(found)

    def asset(self, name: str, start: str) -> str | None:
        """Return the way to one of the theme's files."""
        if self.routes.path(f"theme:{name}") is None:
            return None
        return self.routes.url(f"theme:{name}", start)

    def _logo(self, here: str) -> Picture | None:
        name = self.site.config.theme_options.logo
        key = f"asset:content/{name}"
        file = self.places.files.get(key) if name else None
        if file is None or self.routes.path(key) is None:
            return None
        url = self.routes.url(key, here) or ""
        return Picture(url, file.width or LOGO_HEIGHT, file.height or LOGO_HEIGHT)

    def _navigation(self, key: str, here: str, language: str) -> tuple[NavLink, ...]:
        if not self.routes.is_hosted:
            return ()
        items = [(item.label, item.page) for item in self.site.config.navigation]
        links = []
        for label, page in items or self._usual(language):
            target = self.places.find(page, "content/index.md")
            url = self.routes.url(target.key, here) if target else None
            if target and url:
                links.append(NavLink(label, url, current=within(key, target.key)))
        return tuple(links)

    def _usual(self, language: str) -> list[tuple[str, str]]:
        t = self.words.of(language)
        usual = [(t("Home"), "/index.html"), (t("Sessions"), "/sessions/index.html")]
        usual += [(t("Sheets"), "/worksheets/index.html"), (t("Notes"), "/notes/index.html")]
        usual += [(t("Workbook"), "/workbook.html")]
        return usual

    def _foot(self, key: str, here: str, language: str, title: str) -> tuple[NavLink, ...]:
        t = self.words.of(language)
        ask = None if key in ASKS_NOTHING else self.routes.workbook(here, "journal", "ask", title)
        asking = (NavLink(t("Add a question"), ask),) if ask else ()
        wanted = [
            (t("Search"), "search"),
            (t("Everything, in one list"), "complete"),
            (t("Handbook"), "page:handbook/index"),
            (t("Privacy"), "page:privacy"),
            (t("Take it all away (zip)"), "site-zip"),
            (t("Feed"), "feed"),
        ]
        return asking + tuple(
            NavLink(label, url)
            for label, other in wanted
            if self.routes.path(other) and (url := self.routes.url(other, here)) is not None
        )


ASKS_NOTHING = frozenset({"workbook", "rescue", "404"})
"""Pages that nobody has a question about for their question log."""
LOGO_HEIGHT = 40
"""For a logo that does not say how large it is."""


def direction(language: str) -> str:
    """Return the direction of a language's usual script."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


OWN_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "español",
    "fr": "français",
    "mi": "te reo Māori",
    "sm": "gagana Sāmoa",
    "to": "lea faka-Tonga",
    "zh": "中文",
}
"""What a language calls itself."""


def own_name(tag: str) -> str:
    """Return a language's own name, or its tag where we do not know it."""
    return OWN_NAMES.get(tag, OWN_NAMES.get(tag.partition("-")[0], tag))


def within(key: str, part: str) -> bool:
    """Whether a page belongs to the part of the site that a navigation item leads to."""
    if key == part or key.startswith(f"{part}:"):
        return True
    kind = "note" if key.startswith("page:notes/") else key.partition(":")[0]
    return kind in SECTIONS.get(part, ()) or (
        part.startswith("page:")
        and part.endswith("/index")
        and key.startswith(part.removesuffix("index"))
    )


SECTIONS = {
    "library": ("pack", "guide", "handout", "run", "series"),
    "sheets": ("sheet",),
    "notes": ("archive", "note"),
    "people": ("person",),
    "workbook": ("rescue",),
}
"""Which pages stand under which navigation item."""


def short_address(config: Config, path: str) -> str:
    """Return an address short enough to type from paper."""
    if not config.url:
        return ""
    host = config.url.partition("://")[2].rstrip("/")
    return f"{host}/{path.removesuffix('index.html').rstrip('/')}".rstrip("/")


def edit_address(config: Config, source: str) -> str | None:
    """Return where a source file is edited, where the site says so."""
    return config.edit.replace("{path}", quote(source)) if config.edit else None
