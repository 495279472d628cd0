"""What is shared: chosen parts, without what the reader may not see, just as they are previewed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.client.model import Model, listening

ENTRY = """
import { site } from './src/core/site';
import { FORMS } from './src/model/forms';
export { plainText, readShare, shareOf, shareText, showable } from './src/io/share';
export { givenIn, isKept, keptAs } from './src/io/theirs';
export const forms = () => FORMS;
export const sheets = (given) => site.sheets.splice(0, site.sheets.length, ...given);
"""
KINDS = ["line", "text", "date", "number", "choice", "many", "scale", "ratings", "checklist"]
KINDS += ["rows", "people", "ladder", "signature"]
SEEN = {"partner": ("partner", "group"), "group": ("group",)}
ROW = {"kind": "line", "options": [], "low": 0, "high": 10, "group": ""}
DAY, SITE = "2026-11-05", "kowhai"

Data = dict[str, Any]


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give what makes copies to share."""
    with listening(ENTRY, tmp_path_factory.mktemp("share")) as model:
        yield model


def record(number: int, kind: str, body: Data, **more: Any) -> Data:
    """Make a record; its revisions and its day of change are nobody's business either."""
    return {
        "id": f"{number:032x}",
        "type": kind,
        "sheet": None,
        "sheet_version": None,
        "pack": None,
        "rev": f"PRIVATE-rev-{number}",
        "ancestors": [f"PRIVATE-ancestor-{number}"],
        "updated": "2026-11-04T21:52:11.000Z",
        "body": body,
        **more,
    }


def shared(share: Model, recs: list[Data], audience: str, ids: list[str] | None = None) -> Data:
    """Share these records, or those of them that are named."""
    chosen = [rec["id"] for rec in recs] if ids is None else ids
    choice = {"ids": chosen, "from": " Ana ", "day": DAY, "site": SITE}
    found: Data = share("shareOf", recs, choice, audience)
    return found


def answer(field: Data, token: str) -> Any:
    """Answer a field, with a token in whatever can be written there, and in what cannot be seen."""
    kind = field["kind"]
    if kind in ("line", "text", "date"):
        return f"{token} said\nand more"
    if kind in ("number", "scale"):
        return 7
    if kind == "choice":
        # an option of another version stays what it is
        return f"{token} chosen"
    if kind in ("many", "checklist"):
        return [one["id"] for one in field["options"]] + [f"{token} ticked"]
    hidden = {"no-such-column": "PRIVATE hidden column"}
    row = {one["id"]: f"{token} cell" for one in field["columns"]} | hidden
    if kind in ("rows", "people", "signature"):
        return [row, {}, row]
    items = {one["id"]: row if field["columns"] else f"{token} item" for one in field["items"]}
    return items | {"no-such-item": "PRIVATE hidden item"}


def filled(fields: list[Data], number: int, extra: Data | None = None) -> Data:
    """Answer every field; what no form asks for is private."""
    body = {one["id"]: answer(one, token(one, number)) for one in fields}
    return (
        {"strengths": ["PRIVATE"], "a key of its own": {"deep": "PRIVATE"}} | body | (extra or {})
    )


def token(field: Data, number: int) -> str:
    return f"{field['visibility'].upper()}-{number}-{field['id']}"


def expected(fields: list[Data], number: int, audience: str) -> set[str]:
    """Return the tokens of what this reader may see."""
    return {
        token(one, number)
        for one in fields
        if one["visibility"] in SEEN[audience]
        and one["kind"] not in ("number", "scale")
        # a choice without options names another record, which is not said
        and (one["kind"] != "choice" or one["options"])
    }


def items(least: int = 0) -> st.SearchStrategy[list[Data]]:
    ids = st.lists(st.sampled_from(["a", "b", "c", "constructor", "__proto__"]), unique=True)
    return ids.filter(lambda found: len(found) >= least).map(
        lambda found: [{**ROW, "id": one, "label": f"item {one}"} for one in found]
    )


@st.composite
def fields(draw: st.DrawFn) -> list[Data]:
    """Any fields of a worksheet."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=6))
    return [
        {
            "id": f"f{index}",
            "kind": kind,
            "label": f"question {index}",
            "help": "",
            "lines": 1,
            "visibility": draw(st.sampled_from(["private", "partner", "group"])),
            "options": draw(items(1)) if kind in ("choice", "many", "checklist") else [],
            "items": draw(items(1)) if kind in ("ratings", "ladder") else [],
            "columns": draw(items(0 if kind == "ratings" else 1))
            if kind in ("ratings", "rows", "people", "signature")
            else [],
            "low": 0,
            "high": 10,
            "low_label": "",
            "high_label": "",
            "unit": "",
        }
        for index, kind in enumerate(kinds)
    ]


def leaves(value: Any) -> Iterator[str]:
    """Return every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)


def told(said: Data) -> Iterator[Data]:
    """Return what is told, with its parts."""
    yield said
    for one in said["parts"]:
        yield from told(one)


def check(share: Model, copy: Data, fields: list[Data], expects: set[str], audience: str) -> None:
    """Check a copy: all that may be seen, nothing else, and the same in every form."""
    options = {one["id"] for field in fields for one in field["options"]}
    text = share("shareText", copy)
    assert json.loads(text) == copy, "the bytes are the preview"
    assert share("readShare", json.loads(text)) == copy, "and read back as it"
    assert "PRIVATE" not in text
    if audience == "group":
        assert "PARTNER" not in text
    plain = share("plainText", copy, "From Ana")
    for one in expects:
        assert one in text
        assert one in plain
    for part in (one for said in copy["records"] for one in told(said)):
        for one in part["answers"]:
            words = "\n".join(one["words"])
            for leaf in leaves(one["value"]):
                assert leaf.strip() in words or leaf in options
            for line in words.split("\n"):
                assert line in plain


@pytest.mark.parametrize("audience", ["partner", "group"])
def test_no_private_line_of_any_form_is_in_a_copy(share: Model, audience: str) -> None:
    """Each form of the workbook, whole, with all that belongs to it."""
    forms = share("forms")
    recs, expects = [], set()
    for number, form in enumerate(forms, 1):
        whole = form.get("of")
        of = whole and next(n for n, one in enumerate(forms, 1) if one["type"] == whole)
        extra = {whole: f"{of:032x}"} if whole else {}
        recs.append(record(number, form["type"], filled(form["fields"], number, extra)))
        expects |= expected(form["fields"], number, audience)
    ids = [rec["id"] for rec, form in zip(recs, forms, strict=True) if "of" not in form]
    every = [field for form in forms for field in form["fields"]]
    check(share, shared(share, recs, audience, ids), every, expects, audience)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=st.lists(fields(), min_size=1, max_size=3), audience=st.sampled_from(list(SEEN)))
def test_no_private_line_of_any_worksheet_is_in_a_copy(
    share: Model, asked: list[list[Data]], audience: str
) -> None:
    """Worksheets of any fields, of any kind, for anybody."""
    sheets = [{"id": f"s{n}", "title": f"sheet {n}", "fields": one} for n, one in enumerate(asked)]
    share("sheets", sheets)
    recs, expects = [], set()
    for number, one in enumerate(asked):
        body = filled(one, number)
        recs.append(record(number, "answers", body, sheet=f"s{number}", sheet_version="1.0"))
        expects |= expected(one, number, audience)
    check(
        share,
        shared(share, recs, audience),
        [field for one in asked for field in one],
        expects,
        audience,
    )


def test_a_goal_marked_private_is_absent_with_its_steps(share: Model) -> None:
    goal = record(1, "goal", {"who": "Sam", "private": True})
    step = record(2, "step", {"goal": goal["id"], "words": "Write cards"})
    assert shared(share, [goal, step], "partner", [goal["id"]])["records"] == []
    assert share("showable", [goal, step], "partner") == []


def test_what_was_not_chosen_is_absent(share: Model) -> None:
    one, other = (record(n, "goal", {"who": f"goal {n}"}) for n in (1, 2))
    step = record(3, "step", {"goal": other["id"], "words": "a step of the other"})
    text = share("shareText", shared(share, [one, other, step], "partner", [one["id"]]))
    assert "goal 1" in text
    assert "goal 2" not in text
    assert "a step of the other" not in text


@pytest.mark.parametrize(
    "more", [{"deleted": True}, {"type": "no-such-form"}, {"type": "answers", "sheet": "unknown"}]
)
def test_what_is_put_away_or_not_known_here_is_absent(share: Model, more: Data) -> None:
    """Of a form that is not known here nobody can say who may see it."""
    assert shared(share, [record(1, "goal", {"who": "Sam"}, **more)], "partner")["records"] == []


def test_what_somebody_else_gave_is_not_passed_on(share: Model) -> None:
    theirs = record(1, "offer", {"name": "Bo", "theirs": True})
    assert shared(share, [theirs], "group")["records"] == []
    assert shared(share, [theirs], "partner")["records"] == []


def test_a_choice_that_names_another_record_says_nothing_of_it(share: Model) -> None:
    """Its words are not this form's to show."""
    goal = record(1, "goal", {"different": "PRIVATE words"})
    asked = {"id": "goal", "kind": "choice", "label": "Goal", "visibility": "group", "options": []}
    share("sheets", [{"id": "s", "title": "sheet", "fields": [asked]}])
    answers = record(2, "answers", {"goal": goal["id"]}, sheet="s", sheet_version="1.0")
    assert shared(share, [goal, answers], "group", [answers["id"]])["records"] == []


def test_a_step_put_away_is_absent_and_the_others_keep_their_order(share: Model) -> None:
    goal = record(1, "goal", {"who": "Sam"})
    steps = [
        record(n, "step", {"goal": goal["id"], "words": f"step {n}", "order": -n}, **more)
        for n, more in [(2, {}), (3, {"deleted": True}), (4, {})]
    ]
    copy = shared(share, [goal, *steps], "partner", [goal["id"]])
    words = [part["answers"][0]["words"] for part in copy["records"][0]["parts"]]
    assert words == [["step 4"], ["step 2"]]


def test_a_copy_says_from_whom_for_whom_and_when(share: Model) -> None:
    copy = shared(share, [record(1, "goal", {"by": "2026-12-12"})], "partner")
    del copy["records"]
    assert copy == {
        "format": "peerpress-share",
        "version": 1,
        "site": SITE,
        "from": "Ana",
        "shared": DAY,
        "audience": "partner",
    }


def test_only_what_has_something_to_show_is_offered(share: Model) -> None:
    goal = record(1, "goal", {"who": "Sam"})
    step = record(2, "step", {"goal": goal["id"], "words": "Write cards"})
    entry = record(3, "entry", {"words": "A hard day"})
    agreement = record(4, "agreement", {"purpose": "To think aloud"})
    recs = [goal, step, entry, agreement]
    assert [one["type"] for one in share("showable", recs, "partner")] == ["goal", "agreement"]
    assert [one["type"] for one in share("showable", recs, "group")] == ["agreement"]


GOOD: Data = {
    "format": "peerpress-share",
    "version": 1,
    "site": SITE,
    "from": "Ana",
    "shared": DAY,
    "audience": "partner",
    "records": [
        {
            "id": "1",
            "type": "offer",
            "sheet": None,
            "kind": "needs and offers",
            "answers": [{"id": "name", "label": "Name", "value": "Ana", "words": ["Ana"]}],
            "parts": [],
        }
    ],
}


def broken(path: list[str | int], value: Any) -> Data:
    """Return a good copy with one thing changed."""
    copy: Data = json.loads(json.dumps(GOOD))
    place: Any = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return copy


@pytest.mark.parametrize(
    "copy",
    [
        *[None, 7, "text", [], {}],
        broken(["format"], "peerpress-workbook"),
        broken(["version"], 2),
        broken(["audience"], "private"),
        broken(["from"], ["Ana"]),
        broken(["records"], {"0": GOOD["records"][0]}),
        broken(["records", 0], None),
        broken(["records", 0, "kind"], 7),
        broken(["records", 0, "sheet"], 7),
        broken(["records", 0, "answers", 0, "words"], "Ana"),
        broken(["records", 0, "answers", 0, "words", 0], {"html": "<b>"}),
        broken(["records", 0, "parts"], None),
    ],
)
def test_a_copy_that_is_not_as_it_should_be_is_refused(share: Model, copy: Any) -> None:
    assert share("readShare", GOOD) == GOOD
    assert share("readShare", copy) is None


def test_a_copy_nested_without_end_is_refused(share: Model) -> None:
    said = GOOD["records"][0]
    for _ in range(4):
        said = {**said, "parts": [said]}
    assert share("readShare", {**GOOD, "records": [said]}) is None


class TestWhatSomebodyElseGave:
    def test_needs_and_offers_are_kept_as_such_and_marked(self, share: Model) -> None:
        """Lines that are never shared are not taken up either, whoever put them into the file."""
        said = json.loads(json.dumps(GOOD["records"][0]))
        said["answers"].append({"id": "decision", "label": "", "value": "no", "words": ["no"]})
        assert share("keptAs", GOOD, said) == {
            "type": "offer",
            "body": {"name": "Ana", "theirs": True},
        }

    def test_anything_else_is_kept_to_be_read_and_reads_back_the_same(self, share: Model) -> None:
        goal = record(1, "goal", {"who": "Sam and Lea", "by": "2026-12-12"})
        copy = shared(share, [goal], "partner")
        kept = share("keptAs", copy, copy["records"][0])
        assert kept["type"] == "shared"
        assert share("givenIn", record(2, kept["type"], kept["body"])) == {
            "site": SITE,
            "from": "Ana",
            "shared": DAY,
            "audience": "partner",
            "told": copy["records"][0],
        }

    def test_what_is_kept_already_is_known_again(self, share: Model) -> None:
        kept = share("keptAs", GOOD, GOOD["records"][0])
        there = record(1, kept["type"], kept["body"])
        assert share("isKept", [there], GOOD, GOOD["records"][0]) is True
        assert share("isKept", [{**there, "deleted": True}], GOOD, GOOD["records"][0]) is False

    def test_a_record_that_holds_something_else_is_not_shown(self, share: Model) -> None:
        assert share("givenIn", record(1, "shared", {"told": "no such thing"})) is None
