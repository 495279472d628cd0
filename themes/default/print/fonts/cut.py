"""Cut the fonts of printed pages: plain TrueType files, since Typst reads no web fonts.

The results are committed, so this is only needed when a font changes at its source.
It needs the Python package fonttools, and a folder holding the npm packages
``@expo-google-fonts/source-sans-3`` (0.4.1 was used), ``@expo-google-fonts/literata`` (0.4.3) and
``@expo-google-fonts/noto-naskh-arabic`` (0.4.5), such as the ``node_modules`` folder that
``npm install`` leaves behind::

    python cut.py path/to/node_modules

Each style is cut to the scripts below, without hints, and to the layout features that print needs.
The same input and fonttools give the same bytes. Source Sans 3 reserves the name "Source" for
unchanged copies, so its cut files are called Peerpress Sans, inside and out, as on the web.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

EUROPEAN = frozenset(
    {
        *range(0x0020, 0x007F),  # Basic Latin
        *range(0x00A0, 0x0180),  # Latin-1 and Latin Extended-A
        *(0x018F, 0x0192, 0x01A0, 0x01A1, 0x01AF, 0x01B0, 0x0259),  # letters with horns, schwa
        *range(0x01CD, 0x01DD),  # letters with carons
        *range(0x0218, 0x021C),  # S and T with a comma below
        *range(0x02B9, 0x02BD),  # okina and apostrophe as letters
        *(0x02C6, 0x02C7, 0x02C9, 0x02D8, 0x02D9, 0x02DA, 0x02DB, 0x02DC, 0x02DD),
        *(0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0308, 0x030C, 0x0323, 0x0327),
        *range(0x0370, 0x03D0),  # Greek
        *range(0x0400, 0x0460),  # Cyrillic
        *range(0x1E80, 0x1E86),  # Welsh
        *range(0x1EA0, 0x1EFA),  # Vietnamese
        *(0x1EBC, 0x1EBD, 0x1E9E, 0x1E24, 0x1E25, 0x1E62, 0x1E63, 0x1E6C, 0x1E6D),
        *range(0x2002, 0x200C),  # spaces
        *range(0x2010, 0x2028),  # dashes, quotation marks, dots
        *(0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
        *range(0x2070, 0x208F),  # raised and lowered figures
        *(0x20A6, 0x20A9, 0x20AB, 0x20AC, 0x20B9, 0x2116, 0x2122, 0x2126),
        *(0x2153, 0x2154, 0x215B, 0x215C, 0x215D, 0x215E),  # fractions
        *(0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x2195),  # arrows
        *(0x2202, 0x2206, 0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E),
        *(0x2248, 0x2260, 0x2264, 0x2265),
        *(0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C6, 0x25CA, 0x25CB, 0x25CF),
        *(0x2610, 0x2611, 0x2713, 0x2717, 0xFB01, 0xFB02),
    }
)
ARABIC = frozenset(
    {
        *(0x0020, 0x00A0, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC),
        *range(0x0600, 0x0700),  # Arabic, Persian, Urdu
        *range(0x0750, 0x0780),
        *(0xFD3E, 0xFD3F, 0xFDF2),
    }
)
FEATURES = (
    *("ccmp", "locl", "rvrn", "calt", "liga", "rlig", "case", "init", "medi", "fina", "isol"),
    *("lnum", "tnum", "sups", "kern", "mark", "mkmk", "curs"),
)


@dataclass(frozen=True)
class Cut:
    """One file to make: where it comes from, and what it is called here."""

    package: str
    source: str
    family: str
    style: str
    weight: int
    characters: frozenset[int] = EUROPEAN

    @property
    def italic(self) -> bool:
        """Whether it leans."""
        return self.style.endswith("Italic")

    @property
    def file(self) -> str:
        """The name of the file to write."""
        return f"{self.family}-{self.style}.ttf".replace(" ", "-").lower()


SANS = ("source-sans-3", "SourceSans3", "Peerpress Sans")
SERIF = ("literata", "Literata", "Literata")
NASKH = ("noto-naskh-arabic", "NotoNaskhArabic", "Noto Naskh Arabic")
CUTS = (
    *(
        Cut(package, f"{weight}{style}/{stem}_{weight}{style}.ttf", family, style, weight)
        for package, stem, family, weights in (
            (*SANS, ((400, "Regular"), (600, "SemiBold"), (700, "Bold"))),
            (*SERIF, ((400, "Regular"), (500, "Medium"), (700, "Bold"))),
        )
        for weight, style in weights
    ),
    *(
        Cut(package, f"400Regular_Italic/{stem}_400Regular_Italic.ttf", family, "Italic", 400)
        for package, stem, family in (SANS, SERIF)
    ),
    *(
        Cut(
            NASKH[0],
            f"{weight}{style}/{NASKH[1]}_{weight}{style}.ttf",
            NASKH[2],
            style,
            weight,
            ARABIC,
        )
        for weight, style in ((400, "Regular"), (700, "Bold"))
    ),
)
"""Every file there is."""


def find(cut: Cut, packages: Path) -> Path:
    """Return the packaged file that one is cut from."""
    for root in (packages / "@expo-google-fonts", packages):
        path = root / cut.package / cut.source
        if path.is_file():
            return path
    raise SystemExit(f"{cut.source} is not in {packages}: unpack the npm packages there.")


def rename(font: TTFont, cut: Cut) -> None:
    """Give the font its name everywhere except in its copyright line."""
    compact = cut.family.replace(" ", "")
    version = f"{font['head'].fontRevision:.3f}"
    linked = cut.style in {"Regular", "Bold", "Italic"}
    records = {
        1: cut.family if linked else f"{cut.family} {cut.style}",
        2: cut.style if linked else "Regular",
        3: f"{version};{compact}-{cut.style}",
        4: f"{cut.family} {cut.style}",
        6: f"{compact}-{cut.style}",
        16: cut.family,
        17: cut.style,
    }
    for identifier, text in records.items():
        font["name"].removeNames(nameID=identifier)
        font["name"].setName(text, identifier, 3, 1, 0x409)
    for identifier in (21, 22, 25):
        font["name"].removeNames(nameID=identifier)


def make(cut: Cut, packages: Path, folder: Path) -> None:
    """Write one file."""
    font = TTFont(find(cut, packages), recalcTimestamp=False)
    options = subset.Options(
        hinting=False,
        layout_features=list(FEATURES),
        layout_scripts=["*"],
        name_IDs=["*"],
        notdef_outline=True,
        glyph_names=False,
    )
    options.drop_tables = [*options.drop_tables, "gasp", "vhea", "vmtx", "STAT", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=cut.characters)
    subsetter.subset(font)
    rename(font, cut)
    font["OS/2"].usWeightClass = cut.weight
    font.save(folder / cut.file)


def main() -> None:
    """Cut all files."""
    parser = argparse.ArgumentParser(description="Cut the fonts of the default theme's print.")
    parser.add_argument("packages", type=Path, help="folder with the npm packages unpacked")
    parser.add_argument("--fonts", type=Path, default=HERE, help="where the font files go")
    options = parser.parse_args()
    for cut in CUTS:
        make(cut, options.packages, options.fonts)


if __name__ == "__main__":
    main()
