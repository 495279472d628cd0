"""One page of each kind in the site of this repository."""

from __future__ import annotations

from tests.conftest import ROOT

KINDS = {
    "home": "index.html",
    "page": "privacy.html",
    "page with tables": "handbook/packs.html",
    "note": "notes/local-notes.html",
    "notes": "notes/index.html",
    "year of notes": "notes/2026/index.html",
    "month of notes": "notes/2026/11.html",
    "categories": "categories/index.html",
    "category": "categories/handbook.html",
    "people": "people/index.html",
    "person": "people/peerpress-editors.html",
    "glossary": "glossary.html",
    "tools": "tools.html",
    "library": "sessions/index.html",
    "pack": "sessions/begin-well/index.html",
    "guide": "sessions/begin-well/guide.html",
    "handout": "sessions/begin-well/handout.html",
    "run mode": "sessions/begin-well/run.html",
    "series": "sessions/series/first-half-term.html",
    "sheets": "worksheets/index.html",
    "sheet of a pack": "sessions/begin-well/worksheets/slip.html",
    "workbook": "workbook.html",
    "way out of the workbook": "rescue.html",
    "complete list": "complete.html",
    "search": "search.html",
    "not found": "404.html",
}
SHEETS = {
    name: f"worksheets/{name}.html"
    for name in ("goal-ladder", "individual-learning-plan", "schedule-and-rota")
}
"""Shared sheets that have every kind of question between them."""
SHELF = tuple(sorted(path.parent.name for path in (ROOT / "sessions").glob("*/pack.yaml")))
"""Every pack of this repository."""
PACKS = ("begin-well", "gap-to-goal", "listen-then-ask")
"""Those that browsers look at one by one: between them they have every kind of segment."""
ALL = KINDS | SHEETS
FEW = ("home", "library", "pack", "guide", "sheet of a pack")
"""What differs most."""
