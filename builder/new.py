"""Begin a site, pack, page or worksheet from the starters that come with peerpress.

A starter is a folder of files with placeholders: `$ID`, `$TITLE`, `$TODAY`, `$AUTHOR` and
`$VERSION`. `_id_` in the name of a file becomes the id, and a name that begins with `dot-` begins
with a dot.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from builder import __version__
from builder.model.names import name as name_of
from builder.problems import Problem, Span, Wrong
from builder.source.scan import RESERVED

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

STARTERS = Path(__file__).parent / "starter"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WHERE = {"pack": "sessions/{id}", "page": "content", "worksheet": "content/worksheets"}
"""Where each kind goes, relative to the site."""
PEOPLE = "content/people"
EDITORS = "editors"
"""The page that stands for its authors, where a site has nobody's yet."""
FIRST_PACK = "our-first-session"
"""The pack that a new site comes with."""


@dataclass(frozen=True, slots=True)
class New:
    """Writes starters into a site."""

    root: Path
    today: datetime.date

    def make(self, what: str, name: str) -> list[str]:
        """Write a starter, and return what to tell the person; nothing is ever overwritten."""
        if what == "site":
            return self._site(Path(name))
        if not (self.root / "site.yaml").is_file():
            hint = "go to the folder of your site, or run `peerpress new site my-site` first"
            raise _wrong("there is no site.yaml here", hint)
        _check(what, name)
        files = dict(self._copies(what, self.root / WHERE[what].format(id=name), name))
        author = self._author()
        if not author and what != "worksheet":
            files = dict(self._copies(f"site/{PEOPLE}", self.root / PEOPLE, "")) | files
        written = self._write(files, name, author or EDITORS)
        main = next((path for path in written if path.endswith("/pack.yaml")), written[-1])
        return [*(f"wrote {path}" for path in written), f"Now open {main} and write over it."]

    def _site(self, folder: Path) -> list[str]:
        if folder.exists() and not folder.is_dir():
            raise _wrong(f"{folder} is a file", "name a folder")
        if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
            raise _wrong(f"the folder {folder} is not empty", "name a new one")
        new = New(folder, self.today)
        sites = dict(new._copies("site", folder, ""))
        packs = dict(new._copies("pack", folder / "sessions" / FIRST_PACK, FIRST_PACK))
        written = new._write(sites, plain(folder.resolve().name) or "my-site", EDITORS)
        written += new._write(packs, FIRST_PACK, EDITORS)
        return [
            f"wrote {len(written)} files in {folder}",
            f"Now open {folder / 'site.yaml'} and write your school's name there.",
            f"Then: cd {folder}, and peerpress serve",
        ]

    def _author(self) -> str:
        """Return whom to name as the author: the first person of the site; empty where none is."""
        people = sorted(path.stem for path in (self.root / PEOPLE).glob("*.md"))
        return next(filter(ID.fullmatch, people), "")

    def _copies(self, starter: str, folder: Path, id_: str) -> Iterator[tuple[Path, Path]]:
        """Give where each file of a starter goes, with the file."""
        for path in sorted((STARTERS / starter).rglob("*")):
            if path.is_file() and not path.name.endswith((".pyc", "~")):
                relative = path.relative_to(STARTERS / starter).as_posix().replace("_id_", id_)
                yield folder / re.sub(r"(^|/)dot-", r"\1.", relative), path

    def _write(self, files: dict[Path, Path], id_: str, author: str) -> list[str]:
        """Copy starters, their placeholders filled in; return the paths as a person sees them."""
        words = id_.rpartition("/")[2].replace("-", " ")
        values = {
            "ID": id_,
            "TITLE": words[:1].upper() + words[1:],
            "TODAY": self.today.isoformat(),
            "AUTHOR": author,
            "VERSION": __version__,
        }
        for path in files:
            if path.exists():
                raise _wrong(f"{self._shown(path)} exists already", "choose another id")
        for path, starter in files.items():
            text = Template(starter.read_text(encoding="utf-8")).safe_substitute(values)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return [self._shown(path) for path in files]

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _check(what: str, name: str) -> None:
    """Refuse a name that the site would refuse, or that would be something else there."""
    parts = name.split("/") if what == "page" else [name]
    if not all(ID.fullmatch(part) for part in parts):
        better = "/".join(filter(None, map(plain, parts))) or f"my-{what}"
        hint = f"write lower-case words with hyphens, such as '{better}'"
        raise _wrong(f"'{name}' cannot be the id of a {what}", hint)
    for part in parts:
        if part in RESERVED:
            raise _wrong(f"Windows keeps the name '{part}' for itself", "choose another id")
    if what == "pack" and name == "series":
        raise _wrong("a pack cannot have the id 'series'", "the folder holds the series")
    path = f"content/{name}.md"
    if what == "page" and name_of(path).what != "page":
        hint = f"copy a file that is in content/{parts[0]}/ already, or choose another id"
        raise _wrong(f"{path} would be no page, but one of the {parts[0]}", hint)


def plain(words: str) -> str:
    """Return words as an id: lower-case letters without accents, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", bare))


def _wrong(message: str, hint: str) -> Wrong:
    return Wrong(Problem(Span(""), "wrong-use", message, hint))
