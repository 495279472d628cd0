"""Cut the web fonts of the default theme and write the style rules that load them.

The results are committed, so this is only needed when a font changes at its source.
It needs the Python packages fonttools and brotli, and a folder holding the two npm packages
``@fontsource-variable/source-sans-3`` and ``@fontsource-variable/literata`` (version 5.3.0 was
used), such as the ``node_modules`` folder that ``npm install`` leaves behind::

    python cut.py path/to/node_modules

Each style is cut to the weights 400 to 700 and to four sets of characters, of which a browser only
fetches those that a page has: what English needs, the vowels with macrons of te reo Māori, the rest
of Latin-1, and the rest of Latin Extended-A.
The same input, fonttools and brotli give the same bytes.

Source Sans 3 reserves the name "Source" for unchanged copies, so its cut files are called
Peerpress Sans, inside and out. Literata reserves nothing and keeps its name.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
THEME = HERE.parents[1]

WEIGHTS = (400, 700)

COMBINING = 0x0304
"""The combining macron: with English and with the macrons, so that it finds its letter."""

ENGLISH = frozenset(
    {
        *range(0x0020, 0x007F),  # Basic Latin
        *(0x00A0, 0x00A9, 0x00B0, 0x00B7),  # non-breaking space, copyright, degree, middle dot
        *(0x00BD, 0x00D7, 0x00E9),  # a half, times, e as in café
        COMBINING,
        *range(0x2013, 0x2015),  # en and em dash
        *range(0x2018, 0x201A),  # single quotation marks
        *range(0x201C, 0x201E),  # double quotation marks
        0x2026,  # ellipsis
    }
)
MACRON = frozenset(
    {
        *(0x0100, 0x0101, 0x0112, 0x0113, 0x012A, 0x012B, 0x014C, 0x014D, 0x016A, 0x016B),
        COMBINING,
    }
)
LATIN = (
    frozenset(
        {
            *range(0x00A0, 0x0100),  # Latin-1
            0x0131,  # dotless i
            *range(0x0152, 0x0154),  # OE ligatures
            *range(0x02BB, 0x02BD),  # okina and apostrophe as letters
            *(0x02C6, 0x02DA, 0x02DC),  # circumflex, ring, small tilde
            0x2009,  # thin space
            *(0x201A, 0x201E),  # low quotation marks
            0x2022,  # bullet
            *range(0x2032, 0x2034),  # minutes and seconds
            *range(0x2039, 0x203B),  # angle quotation marks
            *(0x2044, 0x20AC, 0x2122),  # fraction slash, euro, trade mark
            *(0x2212, 0x2215),  # minus, division slash
        }
    )
    - ENGLISH
)
LATIN_EXT = frozenset(range(0x0100, 0x0180)) - MACRON - LATIN

FEATURES = (
    *("ccmp", "locl", "rvrn", "calt", "liga"),
    *("lnum", "tnum"),
    *("kern", "mark", "mkmk"),
)
VERTICAL_TABLES = ("vhea", "vmtx", "VVAR")

FACE_RULE = """\
@font-face {{
  font-family: "{family}";
  font-style: {style};
  font-weight: {lightest} {boldest};
  font-display: swap;
  src: url("fonts/{file}") format("woff2");
  unicode-range: {ranges};
}}
"""


@dataclass(frozen=True)
class Family:
    """A family as it is packaged, and the name it carries here."""

    package: str
    name: str
    renamed: bool

    @property
    def stem(self) -> str:
        """The start of its file names: ``peerpress-sans``."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True)
class Cut:
    """One file to make: a family, a style and a set of characters."""

    family: Family
    italic: bool
    charset: str
    packaged: str
    """The set of characters of the packaged file."""
    characters: frozenset[int]

    @property
    def file(self) -> str:
        """The name of the file to write."""
        style = "italic" if self.italic else "upright"
        return f"{self.family.stem}-{style}-{self.charset}.woff2"

    @property
    def css_style(self) -> str:
        """The style as style sheets (and the packages) call it."""
        return "italic" if self.italic else "normal"

    def source(self, packages: Path) -> Path:
        """Find the packaged file this one is cut from."""
        package = self.family.package
        name = f"{package}-{self.packaged}-wght-{self.css_style}.woff2"
        for root in (packages / "@fontsource-variable", packages):
            path = root / package / "files" / name
            if path.is_file():
                return path
        raise SystemExit(f"{name} is not in {packages}: unpack the two npm packages there.")


FAMILIES = (
    Family(package="source-sans-3", name="Peerpress Sans", renamed=True),
    Family(package="literata", name="Literata", renamed=False),
)
CHARSETS = (
    ("latin-ext", "latin-ext", LATIN_EXT),
    ("latin", "latin", LATIN),
    ("macron", "latin-ext", MACRON),
    ("english", "latin", ENGLISH),
)
"""Name, the packaged file that it is cut from, and characters."""
# In the order of the rules: where two faces share a character, browsers take the later one.


def cuts() -> Iterator[Cut]:
    """Yield every file to make, in the order of the style rules."""
    for family in FAMILIES:
        for italic in (False, True):
            for charset, source, characters in CHARSETS:
                yield Cut(family, italic, charset, source, characters)


def keep_characters(font: TTFont, characters: Iterable[int]) -> None:
    """Drop every other character, the hints, and what only vertical text needs."""
    options = subset.Options(
        hinting=False,
        layout_features=list(FEATURES),
        layout_scripts=["DFLT", "latn"],
        name_IDs=["*"],
        notdef_outline=True,
    )
    options.drop_tables = [*options.drop_tables, "gasp", *VERTICAL_TABLES]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def keep_weights(font: TTFont) -> None:
    """Cut the weight axis, starting at the regular weight."""
    lightest, boldest = WEIGHTS
    limits = {"wght": (lightest, lightest, boldest)}
    instancer.instantiateVariableFont(font, limits, inplace=True)
    font["OS/2"].usWeightClass = lightest


def rename(font: TTFont, cut: Cut) -> None:
    """Give the font its new name everywhere except in its copyright line."""
    name = cut.family.name
    compact = name.replace(" ", "")
    style = "Italic" if cut.italic else "Regular"
    version = f"{font['head'].fontRevision:.3f}"
    records = {
        1: name,
        2: style,
        3: f"{version};{compact}-{style}",
        4: f"{name} {style}",
        6: f"{compact}-{style}",
        16: name,
        17: style,
        25: f"{compact}Italic" if cut.italic else compact,
    }
    for identifier, text in records.items():
        font["name"].removeNames(nameID=identifier)
        font["name"].setName(text, identifier, 3, 1, 0x409)


def make(cut: Cut, packages: Path, folder: Path) -> list[int]:
    """Write one file and return the characters it holds."""
    font = TTFont(cut.source(packages), recalcTimestamp=False)
    keep_characters(font, cut.characters)
    keep_weights(font)
    if cut.family.renamed:
        rename(font, cut)
    font.flavor = "woff2"
    font.save(folder / cut.file)
    return sorted(font.getBestCmap())


def unicode_range(characters: Iterable[int]) -> str:
    """Write characters the way ``unicode-range`` wants them: ``U+20-7E, U+A0``."""
    runs: list[list[int]] = []
    for character in sorted(characters):
        if runs and character == runs[-1][1] + 1:
            runs[-1][1] = character
        else:
            runs.append([character, character])
    return ", ".join(
        f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs
    )


def face_rule(cut: Cut, characters: Iterable[int]) -> str:
    """Write the style rule that loads one file."""
    lightest, boldest = WEIGHTS
    return FACE_RULE.format(
        family=cut.family.name,
        style=cut.css_style,
        lightest=lightest,
        boldest=boldest,
        file=cut.file,
        ranges=unicode_range(characters),
    )


def main() -> None:
    """Cut all files and write the style rules."""
    parser = argparse.ArgumentParser(description="Cut the web fonts of the default theme.")
    parser.add_argument("packages", type=Path, help="folder with the two npm packages unpacked")
    parser.add_argument("--fonts", type=Path, default=HERE, help="where the font files go")
    parser.add_argument(
        "--css", type=Path, default=THEME / "css" / "fonts.css", help="the style sheet to write"
    )
    options = parser.parse_args()
    rules = [face_rule(cut, make(cut, options.packages, options.fonts)) for cut in cuts()]
    options.css.write_text("\n".join(rules), encoding="utf-8")


if __name__ == "__main__":
    main()
