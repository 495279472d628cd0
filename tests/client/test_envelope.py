"""The workbook's file: what is saved comes back; anything else is refused in a sentence."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.client.talking import FOLDER, Node, talking

Data = dict[str, Any]
QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)
NAME = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")
TEXT = st.text(max_size=30)
FIELD = TEXT.filter(lambda name: name not in {"__proto__", "constructor", "prototype"})
LEAF = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT
JSON = st.recursive(
    LEAF,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELD, inner, max_size=4),
    max_leaves=6,
)
RECORD = st.fixed_dictionaries(
    {
        "id": NAME,
        "type": st.text(min_size=1, max_size=12),
        "sheet": st.none() | TEXT,
        "sheet_version": st.none() | TEXT,
        "pack": st.none() | TEXT,
        "rev": NAME,
        "ancestors": st.lists(NAME, max_size=5),
        "updated": st.just("2026-11-05T02:52:11.000Z"),
        "body": st.dictionaries(FIELD, JSON, max_size=5),
    },
    optional={"deleted": st.just(value=True), "later": JSON},
)
JUNK = [
    *'"{}[],:\\',
    *("null", "true", "1e999", "-0", "0x", "\\u0000", "\ud800", "[" * 50),
    *('"__proto__":{"polluted":1},', '"constructor":1,', '{"id":5}'),
]
RECORDS = st.lists(RECORD, max_size=3, unique_by=lambda rec: str(rec["id"]))


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("envelope")) as found:
        yield found


def record(number: int = 1, **more: Any) -> Data:
    """Make a record as a file holds it."""
    return {
        "id": f"{number:032x}",
        "type": "goal",
        "sheet": None,
        "sheet_version": None,
        "pack": None,
        "rev": f"{number + 100:032x}",
        "ancestors": [],
        "updated": "2026-11-05T02:52:11.000Z",
        "body": {"title": "Ask first"},
        **more,
    }


def written(node: Node, *records: Data) -> Data:
    """Return what a file with these records holds."""
    found: Data = json.loads(node.call("writeFile", records, {"site": "kowhai", "app": "1.2"}))
    return found


def sealed(file: Data) -> str:
    """Return the text of a file whose hash is right, whatever is in it."""
    return json.dumps({**file, "sha256": digest(file["records"])})


def digest(records: Any) -> str:
    """Reckon the hash that a file bears, as anybody may from its description."""
    text = json.dumps(records, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def read(node: Node, text: str, **options: bool) -> Data:
    """Read the text of a file."""
    found: Data = node.call("readFile", text, options)
    return found


def refusal(node: Node, text: str) -> str:
    """Return the sentence that refuses a file."""
    found = read(node, text)
    assert found["kind"] == "refused", found
    words: str = found["words"]
    assert words.endswith(".")
    return words


def test_a_file_says_what_it_is_and_can_be_read_by_anybody(node: Node) -> None:
    text = node.call("writeFile", [record()], {"site": "kowhai", "app": "1.2"})
    assert text.startswith('{\n "format": "peerpress-workbook",\n "site": "kowhai",\n')
    file = json.loads(text)
    assert list(file) == ["format", "site", "app", "schema", "exported", "records", "sha256"]
    assert file["exported"] == "2026-11-05T02:00:00.000Z"
    assert file["sha256"] == digest(file["records"])


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(RECORDS)
@pytest.mark.promise("lossy-file")
def test_what_is_saved_comes_back_as_it_was(node: Node, records: list[Data]) -> None:
    """Types and fields of other versions too."""
    found = read(node, node.call("writeFile", records, {"site": "kowhai", "app": "1.2"}))
    assert found["kind"] == "workbook", found
    assert found["file"]["records"] == records


def test_a_mark_before_the_first_letter_does_no_harm(node: Node) -> None:
    """As some editors write it."""
    text = node.call("writeFile", [record()], {"site": "kowhai", "app": "1.2"})
    assert read(node, f"\ufeff{text}")["kind"] == "workbook"


@pytest.mark.parametrize(
    "text, words",
    [
        ("", "not written in JSON"),
        ("a letter", "not written in JSON"),
        ("[1, 2]", "not written in JSON"),
        ('{"format": "peerpress-workbook", ', "not written in JSON"),
        ('{"format": "another"}', "JSON of another kind"),
        ('{"format": ["peerpress-workbook"]}', "JSON of another kind"),
        ("{}", "JSON of another kind"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 30 + "1" + "}" * 30, "nested too deeply"),
        ('"' + "x" * 20 * 1024 * 1024 + '"', "larger than 20 MB"),
    ],
    ids=lambda value: value[:20],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(node: Node, text: str, words: str) -> None:
    assert words in refusal(node, text)


def test_brackets_within_words_are_not_depth(node: Node) -> None:
    text = sealed(written(node, record(body={"title": '[{"' * 100 + "\\"})))
    assert read(node, text)["kind"] == "workbook"


@pytest.mark.parametrize(
    "change, words",
    [
        ({"schema": 2}, "newer version"),
        ({"schema": 0}, "cannot be"),
        ({"schema": 1.5}, "cannot be"),
        ({"schema": "1"}, "lacks a part"),
        ({"site": None}, "lacks a part"),
        ({"records": {}}, "lacks a part"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(node: Node, change: Data, words: str) -> None:
    assert words in refusal(node, sealed({**written(node, record()), **change}))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "short"},
        {"id": "G" * 32},
        {"id": 5},
        {"type": ""},
        {"type": None},
        {"sheet": 5},
        {"rev": None},
        {"rev": "f" * 64},
        {"ancestors": "f" * 32},
        {"ancestors": [5]},
        {"updated": "some day"},
        {"updated": "5"},
        {"updated": 5},
        {"body": []},
        {"body": "text"},
        {"body": None},
        {"body": {"a": [[[[[[[[[[[[1]]]]]]]]]]]]}},
    ],
    ids=str,
)
def test_a_record_that_is_none_is_refused_and_left_out_if_one_goes_on(
    node: Node, change: Data
) -> None:
    text = sealed(written(node, record(1), {**record(2), **change}))
    found = read(node, text)
    assert (found["kind"], found["anyway"]) == ("refused", True)
    assert found["words"] == "Of the 2 records in this file, 1 cannot be read."
    found = read(node, text, anyway=True)
    assert (found["left"], found["file"]["records"]) == (1, [record(1)])


def test_a_damaged_file_says_so_and_opens_only_if_one_goes_on(node: Node) -> None:
    file = written(node, record())
    file["records"][0]["body"]["title"] = "Ask last"
    text = json.dumps(file)
    found = read(node, text)
    assert (found["kind"], found["anyway"]) == ("refused", True)
    assert "changed or damaged" in found["words"]
    found = read(node, text, anyway=True)
    assert found["file"]["records"] == file["records"]


def test_an_answer_of_many_pages_is_doubted_but_not_lost(node: Node) -> None:
    text = sealed(written(node, record(body={"title": "x" * 200_001})))
    found = read(node, text)
    assert (found["kind"], found["anyway"]) == ("refused", True)
    assert "longer than 200000 characters" in found["words"]
    assert read(node, text, anyway=True)["kind"] == "workbook"


def test_more_records_than_anybody_writes_are_doubted(node: Node) -> None:
    text = sealed({**written(node), "records": [{}] * 50_001})
    assert "more than 50000 records" in refusal(node, text)


def test_names_that_mean_something_to_the_page_are_left_out(node: Node) -> None:
    text = sealed(written(node, record()))
    bad = '"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, '
    text = text.replace('"title"', f'{bad} "title"').replace('"type"', f'{bad} "type"', 1)
    found = read(node, text, anyway=True)
    assert found["file"]["records"] == [record()]
    assert read(node, '{"polluted": 1}').get("polluted") is None
    assert node.call("polluted") is None


def test_a_figure_without_end_becomes_a_blank(node: Node) -> None:
    text = json.dumps(written(node, record(body={"n": 1234567})))
    found = read(node, text.replace("1234567", "1e999"), anyway=True)
    assert found["file"]["records"][0]["body"] == {"n": None}


def test_only_the_last_fifty_ancestors_are_taken_up(node: Node) -> None:
    names = [f"{n:032x}" for n in range(60)]
    found = read(node, sealed(written(node, record(ancestors=names))))
    assert found["file"]["records"][0]["ancestors"] == names[10:]


def test_a_shared_copy_is_handed_on_as_it_is(node: Node) -> None:
    found = read(node, '{"format": "peerpress-share", "records": [], "__proto__": {"a": 1}}')
    assert found == {"kind": "share", "value": {"format": "peerpress-share", "records": []}}


def test_what_the_rescue_page_saved_can_be_opened(node: Node) -> None:
    rows = [{"key": record(n)["id"], "value": {"rec": record(n), "out": False}} for n in (1, 2)]
    small = json.dumps({"rec": record(3), "out": False})
    dump = {
        "format": "peerpress-rescue",
        "made": "2026-11-05T02:52:11.000Z",
        "databases": [{"name": "peerpress-a", "version": 1, "stores": {"records": rows}}],
        "local": {f"peerpress-a/record/{record(3)['id']}": small, "peerpress-a/meta": "{}"},
    }
    found = read(node, json.dumps(dump))
    assert found["file"]["records"] == [record(1), record(2), record(3)]
    rows.append({"key": "x", "value": {"rec": "spoiled"}})
    assert read(node, json.dumps(dump))["anyway"] is True
    assert read(node, json.dumps(dump), anyway=True)["left"] == 1
    rows.pop()
    large = {**dump, "unread": ["x" * 1024 * 1024] * 21}
    assert read(node, json.dumps(large, indent=1))["kind"] == "workbook"
    assert "newer" in refusal(
        node, json.dumps({**dump, "databases": [{"version": 9, "stores": {}}]})
    )


class TestMigration:
    def test_steps_are_taken_one_after_the_other(self, node: Node) -> None:
        found = node.call("migratedWith", [record()], 1, 3, {"1": "a", "2": "b"})
        assert found[0]["body"] == {"title": "Ask first", "steps": "ab"}

    def test_a_missing_step_stops_all(self, node: Node) -> None:
        with pytest.raises(Exception, match="no step from 2 to 3"):
            node.call("migratedWith", [record()], 1, 3, {"1": "a"})


def mutated(text: str, dice: random.Random) -> str:
    """Return a text with something wrong in it."""
    at, to = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    part = text[at : min(to, at + 40)]
    junk: str = dice.choice(JUNK)
    return dice.choice(
        [
            text[:at] + junk + text[at:],
            text[:at] + text[at + len(part) :],
            text[:at] + junk + text[at + len(part) :],
            text[:at] + part + part + text[at:],
            text[:at],
            text[to:] + text[:to],
        ]
    )


def anything(dice: random.Random, depth: int = 0) -> Any:
    """Return some value."""
    simple: list[Any] = [None, True, 0, -1, 1e308, "", "x", "f" * 32, "__proto__", [], {}]
    if depth > 3 or dice.random() < 0.6:
        return dice.choice(simple)
    if dice.random() < 0.5:
        return [anything(dice, depth + 1) for _ in range(dice.randrange(4))]
    names = ["id", "rev", "body", "type", "deleted", "ancestors", "__proto__", "constructor", "x"]
    return {dice.choice(names): anything(dice, depth + 1) for _ in range(dice.randrange(4))}


def replaced(value: Any, dice: random.Random) -> Any:
    """Return a value with some part of it replaced by some other value."""
    if dice.random() < 0.15 or not isinstance(value, dict | list) or not value:
        return anything(dice)
    if isinstance(value, list):
        at = dice.randrange(len(value))
        return [*value[:at], replaced(value[at], dice), *value[at + 1 :]]
    name = dice.choice(list(value))
    return {**value, name: replaced(value[name], dice)}


def nothing_gets_through(node: Node, number: int, seed: int) -> None:
    """Read files with mistakes: each is refused in a sentence, or all that it gives are records."""
    dice = random.Random(seed)
    file = written(node, record(1), record(2, deleted=True), record(3, body={"rows": [{"a": 1}]}))
    text = sealed(file)
    for _ in range(number):
        if dice.random() < 0.5:
            bad = mutated(text, dice)
        else:
            name = dice.choice(["records", "records", "records", *file])
            bad = sealed({**file, name: replaced(file[name], dice)})
        node.call("readAndTake", bad)


@pytest.mark.promise("hostile-file")
def test_no_file_gets_anything_past_the_checks(node: Node) -> None:
    nothing_gets_through(node, 2500, seed=1)


@pytest.mark.campaign
def test_no_file_in_ten_thousand_gets_anything_past_the_checks(node: Node) -> None:
    nothing_gets_through(node, 10_000, seed=2)
