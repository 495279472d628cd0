"""The workbook as people use it, from a folder, in Chromium and in Firefox with its real limits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.walking import BROWSERS, walk
from tests.once import once

pytestmark = pytest.mark.browser

JOURNEYS = (
    "sheets",
    "round",
    "bridge",
    "finish",
    "question",
    "share",
    "tabs",
    "keyboard",
    "odd",
    "stories",
)


@pytest.fixture(scope="module", params=BROWSERS)
def went(
    request: pytest.FixtureRequest,
    folder: str,
    hosted_below: str,
    unpacked: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    """Give what came of each journey, all of them walked in one go for all workers."""
    pack = "sessions/begin-well.zip"
    packs = {pack: f"{unpacked[pack].as_uri()}/"}
    places = {"site": folder, "hosted": hosted_below, "packs": packs}

    def go(into: Path) -> None:
        told = walk(request.param, JOURNEYS, places, into)
        (into / "told.json").write_text(json.dumps(told), encoding="utf-8")

    went = once(tmp_path_factory, f"journeys-{request.param}", go)
    return json.loads((went / "told.json").read_text(encoding="utf-8"))


@pytest.mark.promise("forbidden-script")
@pytest.mark.promise("trusted-types")
def test_no_journey_meets_a_fault_or_asks_anything_of_anyone(went: Any) -> None:
    """No complaint in the console, no report of the policy, no request that leaves the folder."""
    for name, journey in went.items():
        assert "error" not in journey, f"{name}: {journey}"
        assert journey["faults"] == [], name
        assert journey["asked"] == [], name


def test_every_field_of_every_sheet_is_there_again_after_closing(went: Any) -> None:
    """Each kind of control, filled in as a person does; no field stays empty."""
    sheets = went["sheets"]
    assert sheets["found"] == sheets["written"]
    for id_, values in sheets["found"].items():
        assert "" not in values, f"{id_} has a field that nothing was written into"


@pytest.mark.promise("lossy-file")
@pytest.mark.promise("moved-folder")
def test_a_file_brings_back_exactly_what_was_deleted(went: Any) -> None:
    """An empty workbook asks for a file, and the same records come back."""
    went = went["round"]
    assert len(went["before"]) == 3
    assert went["after"] == went["before"]
    assert went["name"].endswith(".json")


@pytest.mark.promise("shared-origin")
def test_a_goal_travels_between_site_and_download_and_nothing_is_overwritten(went: Any) -> None:
    """`a` made in the download becomes `ab` at home; then both go on, and both are kept."""
    bridge = went["bridge"]
    assert (bridge["first"], bridge["home"]) == (["a"], ["ab"])
    assert bridge["replaced"] == ["ab"], "what grew from it takes its place"
    assert bridge["both"] == ["abc", "abd"], "what went two ways is kept twice"
    assert bridge["marked"] == 1


@pytest.mark.promise("other-files-read")
@pytest.mark.promise("left-in-memory")
def test_after_finish_on_a_shared_device_no_word_is_left(went: Any) -> None:
    """Not in the database, the page, the history, or the page when it is opened again."""
    finish = went["finish"]
    assert finish["before"], "it was there before"
    assert finish["inFile"]
    assert finish["left"] == [False, False, False, False]


@pytest.mark.promise("address-history")
def test_a_question_from_another_page_takes_two_moves_and_is_on_the_next_check_in(
    went: Any,
) -> None:
    """And the address never holds what was written."""
    question = went["question"]
    words = "Who is told if a child is at risk?"
    assert words in question["next"]
    assert words in question["log"]
    assert "child" not in question["address"]


@pytest.mark.promise("share-leak")
def test_what_is_shared_is_what_was_shown(went: Any) -> None:
    """The private line is in neither; the partner's line is in both."""
    share = went["share"]
    shown = "\n".join(line.strip() for line in share["preview"].splitlines() if line.strip())
    text = "\n".join(line.strip() for line in share["text"].splitlines() if line.strip())
    assert text == shown
    assert "Sam and Lea" in shown
    told = json.loads(share["bytes"])
    assert "PRIVATECANARY" not in json.dumps([share["preview"], share["text"], told])
    for words in ("Who will notice, and what?", "Sam and Lea, quiet by the third minute"):
        assert words in share["bytes"]


@pytest.mark.promise("two-tabs")
def test_a_second_tab_follows_takes_over_and_loses_nothing(went: Any) -> None:
    """What the first wrote and what the second wrote are both there."""
    followed = went["tabs"]["followed"]
    assert "from the first tab and on" in followed
    assert "from the second tab" in followed


def test_a_whole_plan_is_made_by_keyboard_alone(went: Any) -> None:
    """Goal, if-then, ladder, and two steps in the order that was wanted."""
    keyboard = went["keyboard"]
    assert keyboard["moved"].startswith("Move step 1 up"), "the focus stays with the step"
    records = keyboard["records"]
    (goal,) = (record["body"] for record in records if record["type"] == "goal")
    assert goal["different"] == "The students start the lesson"
    assert goal["if"] == "lunch duty keeps me out"
    assert goal["ladder"] == {"zero": "they begin within three minutes"}
    steps = [record["body"] for record in records if record["type"] == "step"]
    steps.sort(key=lambda body: body["order"])
    assert [body["words"] for body in steps] == [
        "Ask Sam and Lea to set them out",
        "Write one card for each desk",
    ]


@pytest.mark.promise("odd-language")
def test_a_browser_that_names_no_language_and_never_answers_opens_it_all_the_same(
    went: Any,
) -> None:
    """Nothing on the way waits for either."""
    assert "Journal" in went["odd"]["text"]


class TestStories:
    """Small things that people do with a plan and a group."""

    def test_a_need_becomes_a_line_of_the_gap_review_without_retyping(self, went: Any) -> None:
        assert "Quieter starts" in went["stories"]["gaps"]

    def test_wanting_a_mentor_points_to_the_page_and_to_the_matching_sheet(self, went: Any) -> None:
        links = " ".join(went["stories"]["mentor"])
        assert "trainer-mentor-or-coach.html" in links
        assert "#/group/match" in links
