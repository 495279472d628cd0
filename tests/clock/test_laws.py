"""What holds for every pack, group, version and length, tried on random ones."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from builder.clock import Agenda, halves, minutes_seconds, protected, prove, reckon
from builder.clock.fit import slot
from builder.clock.turns import around, length, turning
from builder.clock.versions import changed, edition
from builder.model.pack import Pack, Segment
from builder.model.version import Change, Split, Version
from tests.clock.packs import nowhere, pack, segment

QUICK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
KINDS = ("opening", "check-in", "work", "practice", "commitment", "closing", "break")


@st.composite
def segments(draw: st.DrawFn, number: int, best: int) -> Segment:
    """Any segment whose turns fit into it."""
    per = draw(st.sampled_from([None, None, "person", "subgroup", "turn"]))
    made = segment(
        f"s{number}",
        0,
        kind=[draw(st.sampled_from(KINDS))],
        priority=draw(st.sampled_from(["must", "should", "could"])),
        grouping=[draw(st.sampled_from(["pairs", "trios", "fours"]))],
        per=per,
        each=minutes_seconds(draw(st.integers(1, 400))) if per else None,
        turns=draw(st.none() | st.integers(1, 5)) if per == "turn" else None,
    )
    minutes = turning(made, best) + draw(st.integers(0 if per else 1, 20))
    least = draw(st.none() | st.integers(1, minutes))
    most = draw(st.none() | st.integers(minutes, minutes + 15))
    return replace(made, minutes=minutes, least=least, most=most)


@st.composite
def versions(draw: st.DrawFn, source: Pack) -> Version:
    """Any version that drops nothing it may not, with its true total."""
    best = source.group.best
    changes = []
    total = 0
    for one in source.segments:
        away = [Change(segment=one.id, act="drop"), Change(segment=one.id, act="prepare")]
        act = draw(st.sampled_from(["none", "minutes", "each", *([] if protected(one) else away)]))
        change = act if isinstance(act, Change) else None
        if act == "minutes":
            wanted = draw(st.integers(1, one.minutes + 5))
            change = Change(segment=one.id, minutes=wanted, rest="follow-up")
        elif act == "each" and one.per is not None:
            change = Change(segment=one.id, each=minutes_seconds(draw(st.integers(5, 300))))
        now = one if change is None else changed(one, change, best)
        if now is not None and around(now, best) < 0:
            change, now = None, one
        changes += [] if change is None else [change]
        total += 0 if now is None else now.minutes
    assume(total > 0)
    return Version(name="short", minutes=total, changes=tuple(changes))


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Any pack whose minutes add up, with a version and a split."""
    low, best, high = sorted(draw(st.tuples(*[st.integers(1, 12)] * 3)))
    count = draw(st.integers(2, 6))
    made = pack(
        *(draw(segments(number, best)) for number in range(count)), people=(low, best, high)
    )
    cut = draw(st.integers(1, count - 1))
    first = sum(one.minutes for one in made.segments[:cut])
    close, back = draw(st.integers(0, 5)), draw(st.integers(0, 5))
    split = Split(
        after=made.segments[cut - 1].id,
        close=close,
        re_entry=back,
        minutes=(first + close, made.minutes - first + back),
    )
    return replace(made, versions=(draw(versions(made)),), split=split)


PEOPLE = st.integers(1, 15)
MINUTES = st.integers(1, 250)
NAMES = st.sampled_from(["full", "short"])


def by_id(agenda: Agenda) -> dict[str, int]:
    """The minutes of each lap."""
    return {lap.id: lap.minutes for lap in agenda.laps}


@QUICK
@given(packs(), PEOPLE, NAMES, MINUTES)
def test_laps_follow_one_another_and_sum_to_the_agenda(
    made: Pack, people: int, name: str, minutes: int
) -> None:
    """No gap, no overlap, in the order of the pack."""
    agenda = reckon(made, people, name, minutes)
    now = 0
    for lap in agenda.laps:
        assert lap.start == now
        now = lap.end
    assert now == agenda.minutes
    order = [one.id for one in made.segments]
    assert [order.index(lap.id) for lap in agenda.laps] == sorted(map(order.index, by_id(agenda)))


@QUICK
@given(packs(), PEOPLE, NAMES, MINUTES)
def test_fitting_stays_within_least_and_most(
    made: Pack, people: int, name: str, minutes: int
) -> None:
    """Each lap lies between its bounds, or where the people or the version put it beyond them."""
    agenda = by_id(reckon(made, people, name, minutes))
    for one in edition(made, name).segments:
        if one.id in agenda:
            bounds = slot(one, people, made.group.best)
            assert bounds.floor <= agenda[one.id] <= bounds.ceiling
            own = length(one, people, made.group.best)
            assert agenda[one.id] >= min(own, one.least or own)
            assert agenda[one.id] <= max(own, one.most or own)


@QUICK
@given(packs(), PEOPLE, NAMES, MINUTES)
def test_turns_fit_into_their_laps(made: Pack, people: int, name: str, minutes: int) -> None:
    """Nobody's turn is cut off, and no turn is shortened below five seconds."""
    written = {one.id: one for one in edition(made, name).segments}
    for lap in reckon(made, people, name, minutes).laps:
        assert lap.turns * lap.each <= lap.minutes * 60
        one = written[lap.id]
        if lap.turns and one.each:
            least, rest = one.each.split(":")
            assert lap.each >= min(5, int(least) * 60 + int(rest))


@QUICK
@given(packs(), PEOPLE, NAMES, MINUTES)
def test_a_must_a_check_in_a_commitment_and_a_closing_always_stay(
    made: Pack, people: int, name: str, minutes: int
) -> None:
    """However short the time; and only what could be left out is dropped to fit."""
    agenda = reckon(made, people, name, minutes)
    kept = by_id(agenda)
    assert all(one.id in kept for one in made.segments if protected(one))
    dropped = [note.segment for note in agenda.notes if note.kind == "drop"]
    assert all(one.priority == "could" for one in made.segments if one.id in dropped)


@QUICK
@given(packs())
def test_the_best_number_of_people_gets_the_minutes_as_written(made: Pack) -> None:
    """Reckoning without fitting returns what the author stated."""
    agenda = reckon(made, made.group.best)
    assert by_id(agenda) == {one.id: one.minutes for one in made.segments}
    assert agenda.notes == ()


@QUICK
@given(packs(), PEOPLE, NAMES)
def test_fitting_to_the_minutes_it_takes_changes_nothing(
    made: Pack, people: int, name: str
) -> None:
    """A length that is already right is left alone."""
    own = edition(made, name).segments
    total = sum(length(one, people, made.group.best) for one in own)
    agenda = reckon(made, people, name, total)
    assert by_id(agenda) == {one.id: length(one, people, made.group.best) for one in own}
    assert not {"shorten", "lengthen", "drop"} & {note.kind for note in agenda.notes}


@QUICK
@given(packs(), PEOPLE, NAMES, MINUTES)
def test_the_notes_account_for_every_minute(
    made: Pack, people: int, name: str, minutes: int
) -> None:
    """From the full version's minutes to those of the agenda, nothing goes unexplained."""
    agenda = reckon(made, people, name, minutes)
    told = sum(note.after - note.before for note in agenda.notes)
    assert made.minutes + told == agenda.minutes
    assert all(note.before != note.after for note in agenda.notes)
    assert all(moved.minutes > 0 for moved in agenda.moved)
    left = {note.segment for note in agenda.notes if note.after == 0}
    assert left == {one.id for one in made.segments} - by_id(agenda).keys()


@QUICK
@given(packs(), PEOPLE, NAMES, MINUTES, st.integers(0, 40))
def test_more_minutes_never_drop_more_nor_end_sooner(
    made: Pack, people: int, name: str, minutes: int, more: int
) -> None:
    """Asking for a longer session never makes a poorer one."""
    tight, wide = (reckon(made, people, name, time) for time in (minutes, minutes + more))
    assert set(wide.dropped) <= set(tight.dropped)
    assert tight.minutes <= wide.minutes


@QUICK
@given(packs(), NAMES, MINUTES)
def test_a_session_ends_on_time_where_it_can(made: Pack, name: str, minutes: int) -> None:
    """It ends early only with all at their longest, and late only with all at their shortest."""
    best = made.group.best
    agenda = reckon(made, best, name, minutes)
    kept = by_id(agenda)
    slots = [slot(one, best, best) for one in edition(made, name).segments]
    if agenda.ends_early:
        assert all(kept[one.id] == one.ceiling for one in slots if one.id in kept)
    if not agenda.fits:
        assert kept == {one.id: one.floor for one in slots if not one.droppable}


@QUICK
@given(packs(), st.integers(1, 12))
def test_two_meetings_hold_the_whole_session(made: Pack, people: int) -> None:
    """Each segment is in one of them, or said to be dropped; close and re-entry never change."""
    both = halves(made, people)
    assert both is not None
    assert made.split is not None
    ids = [lap.id for half in both for lap in half.laps if not lap.id.startswith("split.")]
    dropped = {*both[0].dropped, *both[1].dropped}
    assert ids == [one.id for one in made.segments if one.id not in dropped]
    assert by_id(both[0]).get("split.close", 0) == made.split.close
    assert by_id(both[1]).get("split.re-entry", 0) == made.split.re_entry


@QUICK
@given(packs())
def test_a_proved_pack_ends_on_time_for_every_group_and_version(made: Pack) -> None:
    """The only thing these packs can have wrong is that a large group does not fit."""
    problems = prove(made, nowhere())
    assert {problem.code for problem in problems} <= {"does-not-fit"}
    group = made.group
    late = [
        (people, name)
        for name in ("full", "short")
        for people in range(group.min, group.max + 1)
        if not reckon(made, people, name).fits
    ]
    assert bool(late) == bool(problems)
