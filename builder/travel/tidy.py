"""What lessons write that our Markdown does not have: first line by line, then in each block.

Code is left alone throughout. What is changed or stays as it is written is noted as a loss.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from builder.markdown.address import is_allowed, is_inside
from builder.markdown.containers import Fences
from builder.model.names import name as name_of
from builder.new import plain
from builder.source.scan import ASSET_LIMIT
from builder.travel.loss import Losses

LINK = re.compile(
    r"(?P<bang>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?(?P<href>[^()\s<>]*(?:\([^()]*\)[^()\s<>]*)*)>?"
    r"(?:\s+(?P<quote>[\"'])(?P<title>.*?)(?P=quote))?\s*\)(?P<attributes>\{[^{}\n]*\})?"
)
CODE = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
MARK = re.compile(r"^[ \t>]*\{:[^{}]*\}[ \t]*$")
BEHIND = re.compile(r"[ \t]+\{[#.][^{}\n]*\}[ \t]*$")
OPENER = re.compile(r"^(?P<indent>\s*):{3,}[ \t]*(?:\{(?P<classes>[^{}]*)\}|(?P<name>[^\s:{]+))")
CLOSERS = re.compile(r"^\s*:{3,}(?:[ \t]+:{3,})+[ \t]*$")
LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
MATHS = re.compile(r"\$\$|\\\\\(")
ALT = re.compile(r"alt\s*=\s*(?P<quote>[\"'])(?P<words>.*?)(?P=quote)")
GONE = "\x01"
"""Stands for a line end that was in a comment; no text holds one."""
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


class Tidy:
    """Makes the text of one episode ours; it gathers pictures on the way."""

    def __init__(self, shown: str, path: Path, root: Path, losses: Losses) -> None:
        """Say which file it is, and the folder that pictures may come from."""
        self.shown, self.losses = shown, losses
        self.pictures: dict[str, bytes] = {}
        """By their names in `assets/`."""
        self._folders = (path.parent, root / "episodes", root)
        self._root = root.resolve()

    def lines(self, body: str, first: int) -> tuple[list[str], list[int]]:
        """Return a body's lines, containers written as we do, and where each stands in the file."""
        fences = Fences()
        lines: list[str] = []
        numbers: list[int] = []
        at = first
        for raw in self._without_comments(body, first).split("\n"):
            line = raw.replace(GONE, "").rstrip() if GONE in raw else raw
            made = [line] if fences.inside(line) else self._line(line, at)
            lines += made
            numbers += [at] * len(made)
            at += 1 + raw.count(GONE)
        return lines, numbers

    def _line(self, line: str, at: int) -> list[str]:
        """Return a line that is not code as we write it."""
        opener = OPENER.match(line)
        if CLOSERS.match(line):
            return [":::"] * len(line.split())
        if opener:
            return [self._opener(opener, at)]
        if MARK.match(line):
            self.losses.add(self.shown, at, f"the mark '{line.strip()}'", "left out")
            return [""]
        if line.startswith("#") and BEHIND.search(line):
            self.losses.add(self.shown, at, "the attributes of a heading", "left out")
            return [BEHIND.sub("", line)]
        return [line]

    def _without_comments(self, body: str, first: int) -> str:
        """Take HTML comments out; each leaves a mark for every line end that was in it."""

        def blank(found: re.Match[str]) -> str:
            if found["code"]:
                return found[0]
            at = first + body.count("\n", 0, found.start())
            self.losses.add(self.shown, at, "an HTML comment", "left out")
            return GONE * found[0].count("\n")

        fenced = r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[^\n]*$"
        code = rf"(?P<code>{fenced}|(?P<ticks>`+)[^`\n]+(?P=ticks))"
        return re.sub(rf"{code}|<!--.*?-->", blank, body, flags=re.DOTALL | re.MULTILINE)

    def _opener(self, opener: re.Match[str], at: int) -> str:
        classes = [word for word in (opener["classes"] or "").split() if word.startswith(".")]
        name = (classes[0][1:] if classes else opener["name"]) or "div"
        if opener["classes"] and len(opener["classes"].split()) > 1:
            self.losses.add(self.shown, at, f"the attributes of '{name}'", "left out")
        return f"{opener['indent']}::: {name.lower()}"

    def text(self, text: str, at: int) -> str:
        """Return a block's text with its links and pictures made ours; it begins at this line."""
        self._note_foreign(text, at)
        return outside_code(text, lambda piece, line: self._links(piece, at + line))

    def _note_foreign(self, text: str, at: int) -> None:
        def look(piece: str, line: int) -> str:
            for pattern, what in ((LIQUID, "a Liquid tag"), (MATHS, "mathematics")):
                found = pattern.search(piece)
                if found:
                    place = at + line + piece.count("\n", 0, found.start())
                    self.losses.add(self.shown, place, what, "shown as written")
            return piece

        outside_code(text, look)

    def _links(self, text: str, at: int) -> str:
        def change(found: re.Match[str]) -> str:
            place = at + text.count("\n", 0, found.start())
            if found["bang"]:
                return self._picture(found, place)
            if is_allowed(found["href"]):
                return found[0].removesuffix(found["attributes"] or "")
            what = f"the link to '{found['href']}', which the pack does not hold"
            self.losses.add(self.shown, place, what, "its words stay, without a link")
            return found["words"]

        return LINK.sub(change, text)

    def _picture(self, found: re.Match[str], at: int) -> str:
        said = ALT.search(found["attributes"] or "")
        words = " ".join((said["words"] if said else found["words"]).split())
        caption = " ".join((found["words"] if said else found["title"] or "").split())
        caption = "" if caption == words else caption.replace('"', "'")
        name = self._taken(found["href"]) if is_inside(found["href"]) else ""
        if not name:
            what = f"the picture '{found['href']}'"
            if is_allowed(found["href"]):
                self.losses.add(self.shown, at, f"{what} lies elsewhere", "a link leads to it")
                return f"[{words or 'Picture'}]({found['href']})"
            self.losses.add(self.shown, at, f"{what} is not there", "its words stay")
            return words or "(a picture)"
        if not words:
            what = f"the picture '{found['href']}' has no words for those who cannot see it"
            self.losses.add(self.shown, at, what, "marked 'Draft: say what it shows'")
        title = f' "{caption}"' if caption else ""
        return f"![{words or 'Draft: say what it shows'}](../assets/{name}{title})"

    def _taken(self, href: str) -> str:
        """Take a picture of the lesson along; return its name, or nothing where there is none."""
        path = href.partition("#")[0].partition("?")[0]
        if Path(path).suffix.lower() not in PICTURES:
            return ""
        for folder in self._folders:
            found = (folder / path).resolve()
            inside = found.is_relative_to(self._root) and found.is_file()
            if inside and found.stat().st_size <= ASSET_LIMIT:
                data = found.read_bytes()
                stem, number = plain(found.stem) or "picture", 1
                name = f"{stem}{found.suffix.lower()}"
                while self.pictures.get(name, data) != data:
                    number += 1
                    name = f"{stem}-{number}{found.suffix.lower()}"
                self.pictures[name] = data
                return name if name_of(f"sessions/x/assets/{name}").what == "asset" else ""
        return ""


def outside_code(text: str, change: Callable[[str, int], str]) -> str:
    """Return a text in which what is not code is changed; a piece comes with its line from 0."""
    made: list[str] = []
    fences = Fences()
    run: list[str] = []
    start = 0

    def flush() -> None:
        if run:
            made.append(_outside_spans("\n".join(run), start, change))
            run.clear()

    for number, line in enumerate(text.split("\n")):
        if fences.inside(line):
            flush()
            made.append(line)
        else:
            start = start if run else number
            run.append(line)
    flush()
    return "\n".join(made)


def _outside_spans(text: str, line: int, change: Callable[[str, int], str]) -> str:
    spans = [found[0] for found in CODE.finditer(text)]
    bare = CODE.sub(lambda _: "\x00", text)
    made = iter(spans)
    return re.sub("\x00", lambda _: next(made, ""), change(bare, line))
