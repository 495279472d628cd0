"""Begin a site, pack, page or worksheet from the starters that come with peerpress."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from builder.problems import Problem, Span, Wrong
from builder.site.routes import slug

if TYPE_CHECKING:
    import datetime

STARTERS = Path(__file__).parent / "starter"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PAGE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
WHERE = {"pack": "sessions/{id}", "page": "content", "worksheet": "content/worksheets", "site": "."}
"""Where each kind goes, relative to the site."""


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
        pattern = PAGE_ID if what == "page" else ID
        if not pattern.fullmatch(name):
            better = (
                "/".join(slug(part) for part in name.split("/")) if what == "page" else slug(name)
            )
            hint = f"lower-case words with hyphens, such as '{better}'"
            raise _wrong(f"'{name}' cannot be the id of a {what}", hint)
        if what == "pack" and name == "series":
            raise _wrong("a pack cannot have the id 'series'", "the folder holds the series")
        folder = self.root / WHERE[what].format(id=name)
        written = self._copy(what, folder, name)
        first = written[0]
        return [*(f"wrote {path}" for path in written), f"Now open {first} and write over it."]

    def _site(self, folder: Path) -> list[str]:
        if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
            raise _wrong(f"the folder {folder} is not empty", "name a new one")
        if folder.exists() and not folder.is_dir():
            raise _wrong(f"{folder} is a file", "name a folder")
        new = New(folder, self.today)
        written = new._copy("site", folder, slug(folder.resolve().name))
        written += new._copy("pack", folder / "sessions/our-first-session", "our-first-session")
        return [
            f"wrote {len(written)} files in {folder}",
            f"Now: cd {folder}, write your school's name into site.yaml, and run `peerpress serve`.",
        ]

    def _copy(self, what: str, folder: Path, name: str) -> list[str]:
        """Copy a starter, its placeholders filled in; `_id_` in a file's name becomes the id."""
        words = name.rpartition("/")[2].replace("-", " ")
        values = {
            "ID": name,
            "TITLE": words[:1].upper() + words[1:],
            "TODAY": self.today.isoformat(),
        }
        starter = STARTERS / what
        copies = []
        for path in sorted(path for path in starter.rglob("*") if path.is_file()):
            relative = path.relative_to(starter).as_posix().replace("_id_", name)
            relative = re.sub(r"(^|/)dot-", r"\1.", relative)
            if not relative.endswith((".pyc", "~")):
                copies.append((folder / relative, path))
        for target, _ in copies:
            if target.exists():
                raise _wrong(f"{self._shown(target)} exists already", "choose another id")
        for target, path in copies:
            target.parent.mkdir(parents=True, exist_ok=True)
            text = Template(path.read_text(encoding="utf-8")).safe_substitute(values)
            target.write_text(text, encoding="utf-8", newline="\n")
        return sorted((self._shown(target) for target, _ in copies), key=_main_first)

    def _shown(self, path: Path) -> str:
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )


def _main_first(path: str) -> tuple[bool, str]:
    return not path.endswith(("pack.yaml", "site.yaml")), path


def _wrong(message: str, hint: str) -> Wrong:
    return Wrong(Problem(Span(""), "wrong-use", message, hint))
