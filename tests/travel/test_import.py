"""A lesson becomes a pack that checks without errors, and every loss is named with its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.cli import main
from builder.markdown.outline import outline
from builder.show import report
from builder.travel.bring import Order, bring
from builder.travel.pieces import share
from builder.travel.told import Told
from tests.conftest import ROOT, SiteFolder

LESSON = Path("tests/travel/lesson")
EXPECTED = ROOT / "tests/travel/expected"
Golden = Callable[[Path, str], None]


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """Give a site with settings and nothing else; paths of the lesson begin at our root."""
    monkeypatch.chdir(ROOT)
    return SiteFolder(tmp_path / "other").write({"site.yaml": "id: other\ntitle: Other\n"})


def brought(site: SiteFolder, text: str | None = None, **order: str) -> Told:
    """Import a lesson of one episode, or the one that lies here."""
    place = LESSON
    if text is not None:
        place = site.root.parent / "episode.md"
        place.write_text(text, encoding="utf-8")
        order.setdefault("licence", "CC-BY-4.0")
    return bring(site.project(), Order(place, order.pop("id", "charts"), **order))


def lost(told: Told) -> list[tuple[int, str, str]]:
    """Return the line, the thing and what became of it, for each loss."""
    return [(one.where.line, one.message, one.hint) for one in told.problems]


def test_a_lesson_becomes_a_pack(other: SiteFolder, golden: Golden) -> None:
    """Its files are what lies in `expected/`: read the diff when they change."""
    told = brought(other)
    assert told.good
    folder = other.root / "sessions/charts"
    made = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".md", ".yaml")
    }
    for name, path in made.items():
        golden(EXPECTED / "charts" / name, path.read_text(encoding="utf-8"))
    expected = EXPECTED / "charts"
    there = {path.relative_to(expected).as_posix() for path in expected.rglob("*.*")}
    assert set(made) == there
    picture = ROOT / LESSON / "episodes/fig/thread.png"
    assert (folder / "assets/thread.png").read_bytes() == picture.read_bytes()


def test_every_loss_is_told_with_its_line_and_what_became_of_it(
    other: SiteFolder, golden: Golden
) -> None:
    """Nothing that is not carried goes without a word."""
    told = brought(other)
    assert {one.code for one in told.problems} == {"not-carried"}
    text = report(told.problems, told.source_lines)
    golden(ROOT / "tests/problems/not-carried/expected.txt", f"{text}\n")
    golden(EXPECTED / "said.txt", "".join(f"{line}\n" for line in told.lines))


def test_the_pack_checks_without_errors_and_its_drafts_are_marked(other: SiteFolder) -> None:
    """What warns is what the author must say: which part serves which objective."""
    brought(other)
    errors = [problem for problem in other.problems() if problem.is_error]
    assert errors == []
    text = (other.root / "sessions/charts/pack.yaml").read_text(encoding="utf-8")
    for field in ("promise", "try_it"):
        assert f'{field}: "Draft: ' in text


def test_facilitators_words_stay_with_the_facilitator(other: SiteFolder) -> None:
    """Solutions, hints and notes for who leads are not printed for participants."""
    brought(other)
    segments = other.root / "sessions/charts/segments"
    text = (segments / "two-readings.md").read_text(encoding="utf-8")
    before, _, after = text.partition("::: if-stuck")
    assert "weeks 8 to 10" in after
    assert "weeks 8 to 10" not in before
    notes = (segments / "reading-before-judging.md").read_text(encoding="utf-8")
    for box in ("::: watch\nInline notes", '::: say\n"Say only', "::: do\n- Put the chart"):
        assert box in notes


def test_a_container_may_have_any_number_of_colons(other: SiteFolder) -> None:
    """As lessons write them, with or without braces, nested or not."""
    text = "---\ntitle: A\nteaching: 5\nexercises: 5\n---\n"
    text += (
        ":::::::: {.challenge}\n\n### Try\n\nDo it.\n\n:::: {.solution}\nSo.\n::::\n\n::::::::\n"
    )
    assert brought(other, text).good
    made = (other.root / "sessions/charts/segments/try.md").read_text(encoding="utf-8")
    assert made == "::: prompt\nDo it.\n:::\n\n::: if-stuck\nSo.\n:::\n"


def test_minutes_are_those_of_the_lesson(other: SiteFolder) -> None:
    """Teaching and exercises are shared out apart; drafts come on top."""
    brought(other)
    text = (other.root / "sessions/charts/pack.yaml").read_text(encoding="utf-8")
    assert "\nminutes: 50\n" in text  # 20 and 15 of the lesson, 5 and 10 of the drafts


@pytest.mark.parametrize(
    "header,loss",
    [
        ("title: A", (1, "the header gives no minutes of teaching", "5 minutes, a guess")),
        (
            "title: A\nteaching: soon",
            (3, "'teaching: soon' is no number of minutes", "guessed anew"),
        ),
        (
            "title: A\nteaching: 0",
            (
                1,
                "the minutes of teaching (0) are fewer than its parts",
                "one minute for each part, 1 in all",
            ),
        ),
        (
            "title: A\nteaching: 5\nexercises: 9",
            (1, "9 minutes of exercises, and nothing to fill them", "left out"),
        ),
        ("title: A\nteaching: 5\nsource: Rmd", (4, "the field 'source'", "left out")),
    ],
)
def test_a_header_that_does_not_say_all_is_told(
    header: str, loss: tuple[int, str, str], other: SiteFolder
) -> None:
    """And what was put in its place."""
    told = brought(other, f"---\n{header}\n---\nWords.\n")
    assert told.good
    assert loss in lost(told)


@given(st.integers(0, 300), st.lists(st.integers(0, 500), max_size=12))
def test_shared_minutes_are_all_given_out(total: int, weights: list[int]) -> None:
    """One at least for each part; more words never get less."""
    parts = share(total, weights)
    assert len(parts) == len(weights)
    if weights:
        assert sum(parts) == max(total, len(weights))
        assert min(parts) >= 1
    for one, more in zip(sorted(zip(weights, parts, strict=True)), parts, strict=False):
        assert more >= 1
        assert one[1] >= 1


def test_a_licence_must_be_known(other: SiteFolder) -> None:
    """A lesson that does not say is not taken on a guess."""
    told = brought(other, "---\ntitle: A\n---\nWords.\n", licence="")
    assert not told.good
    assert told.problems[0].message == "the lesson does not say what its licence is"
    assert not (other.root / "sessions").exists()


@pytest.mark.parametrize(
    "order,message",
    [
        ({"id": "One Chart"}, "'One Chart' cannot be the id of a pack"),
        ({"id": "series"}, "'series' cannot be the id of a pack"),
        ({"id": "../up"}, "'../up' cannot be the id of a pack"),
        ({"author": "nobody"}, "there is no person 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    order: dict[str, str], message: str, other: SiteFolder
) -> None:
    """Before anything of the lesson is read."""
    told = brought(other, **order)
    assert not told.good
    assert told.problems[0].message == message
    assert [path.name for path in other.root.iterdir()] == ["site.yaml"]


def test_a_pack_that_is_there_is_never_written_over(other: SiteFolder) -> None:
    """Another id is asked for."""
    other.write({"sessions/charts/pack.yaml": "ours"})
    told = brought(other)
    assert told.problems[0].message == "sessions/charts exists already"
    assert (other.root / "sessions/charts/pack.yaml").read_text(encoding="utf-8") == "ours"


def test_a_picture_outside_of_the_lesson_is_not_taken(other: SiteFolder) -> None:
    """Whether by its path or by a link."""
    secret = other.root.parent.parent / "secret.png"
    secret.write_bytes(b"secret")
    (other.root.parent / "linked.png").symlink_to(secret)
    text = "---\ntitle: A\n---\n![One](../secret.png)\n\n![Two](linked.png)\n"
    told = brought(other, text)
    assert told.good
    assert not (other.root / "sessions/charts/assets").exists()
    assert (4, "the picture '../secret.png' is not there", "its words stay") in lost(told)


def test_the_command_prints_the_losses_as_data_too(
    other: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """For editors and other programs."""
    where = ["--as", "charts", "--site", str(other.root)]
    assert main(["import", str(LESSON), *where, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {one["code"] for one in said["problems"]} == {"not-carried"}
    assert main(["import", str(LESSON), *where]) == 2
    said_again = capsys.readouterr()
    assert said_again.err.startswith("peerpress: sessions/charts exists already\n  hint: ")
    assert main(["import", "no-such-lesson", "--as", "x", "--site", str(other.root)]) == 2


def test_an_outline_names_blocks_and_keeps_their_lines() -> None:
    """Also within containers whose names nobody knows."""
    found = outline(
        ["# One", "", "words", "", "::::: odd more", "- a *b*", "- c", "", "```", "x", "```", ":::"]
    )
    assert [(block.kind, block.start, block.end) for block in found.blocks] == [
        ("heading", 0, 1),
        ("text", 2, 3),
        ("container", 4, 12),
    ]
    inside = found.blocks[2].inside
    assert found.blocks[2].name == "odd more"
    assert [(block.kind, block.start, block.end) for block in inside] == [
        ("list", 5, 8),
        ("code", 8, 11),
    ]
    assert inside[0].items == ("a b", "c")


SNIPPETS = (
    "::: challenge\n",
    "::::: solution\n",
    "::: instructor\n",
    "::: callout\n",
    "::: keypoints\n",
    "::: objectives\n",
    "::: tab\n",
    "::: {.hint title='x'}\n",
    "::: odd\n",
    ":::\n",
    ":::::\n",
    "::: :::\n",
    "# One\n",
    "## Two\n",
    "##### Five\n",
    "##\n",
    "words\n",
    "- item\n",
    "  - [x] inner\n",
    "> quoted\n",
    "```\n",
    "```{r}\n",
    "~~~\n",
    "<!-- a\n",
    "b -->\n",
    "<div>\n",
    "[a](b.md) ![](c.png) ![d](https://e.org/f.png)\n",
    "[a][b] [^n]\n",
    "[b]: g.md\n",
    "[^n]: note\n",
    "| a | b |\n|---|---|\n",
    "{: .x}\n",
    "{% x %} $$y$$\n",
    "[x](javascript:alert(1))\n",
    "![](\n",
    "`code\n",
    "\n",
    "\n\n",
    "---\n",
    "    indented\n",
    "term\n: what it is\n",
)


@given(st.lists(st.sampled_from(SNIPPETS), max_size=25))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_a_lesson_holds_the_pack_has_no_errors(
    other: SiteFolder, snippets: list[str]
) -> None:
    """Each construct by itself and in any order: it is carried, or told of, and the pack holds."""
    told = brought(other, "---\ntitle: A\n---\n" + "".join(snippets))
    shutil.rmtree(other.root / "sessions", ignore_errors=True)
    assert told.good, report(told.problems, told.source_lines)
    assert {one.code for one in told.problems} <= {"not-carried"}
