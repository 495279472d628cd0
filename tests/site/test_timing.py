"""What a page is told of a pack's times: enough for its clock, and no more."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from builder.model.pack import Pack
from builder.site.timing import FIELDS, timing
from tests.clock.packs import Data, case, cases, pack, pack_of, reckoned, segment
from tests.conftest import ROOT

CASES = cases()
DECLARED = ROOT / "themes/default/client/src/clock/timing.ts"


def told(made: Pack) -> Data:
    """Read what a page is told of a pack."""
    data: Data = json.loads(timing(made))
    return data


@pytest.mark.parametrize("one", CASES, ids=[one["name"] for one in CASES])
def test_nothing_that_times_depend_on_is_lost(one: Data) -> None:
    """A pack made of what a page is told gives every case as it should be."""
    data = told(pack_of(one["pack"]))
    again = {**data, "group": {"min": 1, **data["group"], "max": 60}}
    assert reckoned({**one, "pack": again}) == one["expect"]


def test_what_has_the_default_of_the_model_is_left_out() -> None:
    """So that it is small; neither is there anything that times do not depend on."""
    made = replace(pack(segment("work", 30, purpose="To see")), promise="You will", care="Take it")
    assert told(made) == {
        "group": {"best": 6},
        "minutes": 30,
        "segments": [{"id": "work", "title": "Work", "kind": ["work"], "minutes": 30}],
    }


def test_a_whole_session_is_told_in_a_kilobyte() -> None:
    """With a short version and a split."""
    assert len(timing(pack_of(case("begin well with 8 people")["pack"])).encode()) < 1100


def test_no_title_can_end_the_script_it_stands_in() -> None:
    """And it is read back as the author wrote it, in any script."""
    title = 'Kōrero </script><!-- & "so" \u2028 on'
    made = pack(segment("work", title=title))
    assert "<" not in timing(made)
    assert told(made)["segments"][0]["title"] == title


def test_the_same_pack_is_always_told_the_same() -> None:
    """To the byte, in the order of the model."""
    first, second = (timing(pack_of(CASES[0]["pack"])) for _ in range(2))
    assert first == second
    assert first.startswith(
        '{"group":{"best":6},"minutes":75,"segments":[{"id":"open","title":"Open"'
    )


def test_the_client_declares_the_same_fields() -> None:
    """A field added here and not there, or there and not here, would be lost."""
    declared = re.findall(r"readonly (\w+)\??:", DECLARED.read_text(encoding="utf-8"))
    assert sorted(declared) == sorted(name for names in FIELDS.values() for name in names)
