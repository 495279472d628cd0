"""What people want of a resource centre, each in a sentence; the rest is told where it is made."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import yaml

from tests.conftest import ROOT, SiteFolder

PACKS = sorted(path.parent.name for path in (ROOT / "sessions").glob("*/pack.yaml"))


def words(page: str) -> str:
    """Return the words of a page."""
    plain = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", plain)).split())


def pack(name: str) -> dict[str, Any]:
    """Return what a pack says of itself."""
    text = (ROOT / "sessions" / name / "pack.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def test_every_pack_says_how_it_runs_in_every_mode(own_site: SiteFolder) -> None:
    """In person, by video, by phone, by messages and alone: yes, with changes, or no."""
    for name in PACKS:
        modes = pack(name)["modes"]
        assert set(modes) == {"in-person", "video", "phone", "messages", "alone"}, name
        assert "Where" in own_site.page(f"sessions/{name}/index.html"), name


def test_objectives_are_the_same_in_every_mode(own_site: SiteFolder) -> None:
    """They stand outside of what a way of meeting shows or hides."""
    for name in PACKS:
        page = own_site.page(f"sessions/{name}/guide.html")
        hidden = re.sub(r"<(\w+)[^>]*data-mode=[^>]*>.*?</\1>", " ", page, flags=re.DOTALL)
        for objective in pack(name).get("objectives") or ():
            assert objective in words(hidden), name


def test_a_pack_tells_of_before_during_and_after_in_that_order(own_site: SiteFolder) -> None:
    """Each pack's page has the three parts."""
    for name in PACKS:
        page = own_site.page(f"sessions/{name}/index.html")
        headings = [words(one) for one in re.findall(r"<h2[^>]*>.*?</h2>", page, re.DOTALL)]
        parts = [one for one in headings if one in {"Before", "During", "After"}]
        assert parts == ["Before", "During", "After"], name


def test_every_material_has_its_own_address_a_print_and_a_place_in_an_index(
    own_site: SiteFolder,
) -> None:
    """Each sheet and each pack opens in one step from its index."""
    sheets = own_site.page("worksheets/index.html")
    originals = [p for p in (ROOT / "content/worksheets").glob("*.yaml") if "." not in p.stem]
    for path in originals:
        assert f"{path.stem}.html" in sheets
        assert f"{path.stem}-a4.pdf" in own_site.page(f"worksheets/{path.stem}.html")
    library = own_site.page("sessions/index.html")
    for name in PACKS:
        assert f"{name}/index.html" in library
        assert f"{name}.zip" in own_site.page(f"sessions/{name}/index.html")


def test_the_kinds_of_help_are_told_apart_in_one_table(own_site: SiteFolder) -> None:
    """Trainer, mentor, coach, peer coach, counsellor and appraiser, side by side."""
    page = own_site.page("trainer-mentor-or-coach.html")
    (table,) = re.findall(r"<table.*?</table>", page, re.DOTALL)
    for one in ("rainer", "entor", "oach", "eer", "ounsell", "pprais"):
        assert one in words(table)


def test_help_in_distress_is_on_the_first_two_pages_of_every_guide(own_site: SiteFolder) -> None:
    """The care box names whom to turn to."""
    for name in PACKS:
        assert "Ruth, room 4, extension 212" in words(
            own_site.page(f"sessions/{name}/guide.html")
        ), name


def test_three_ways_stand_before_a_choice_and_its_reason() -> None:
    """On the plan's sheet, as in the workbook."""
    path = ROOT / "content/worksheets/individual-learning-plan.yaml"
    fields = {one["id"]: one for one in yaml.safe_load(path.read_text(encoding="utf-8"))["fields"]}
    assert fields["options"]["lines"] == 3
    forms = (ROOT / "themes/default/client/src/model/forms-plan.ts").read_text(encoding="utf-8")
    options = forms[forms.index("table('options'") :]
    assert "lines: 3" in options[: options.index("words('reason'")]
