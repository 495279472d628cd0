"""The way through the packs: their order, what they ask in all, and whom they fit."""

from __future__ import annotations

from typing import Any

from builder.model.pack import FollowUp, Group, Modes, Pack, Prep
from builder.model.site import Kit
from builder.model.version import Version
from builder.model.view import NavLink
from builder.site import way
from builder.site.shelves import groups
from builder.words import Translator


def kit(id_: str, **more: Any) -> Kit:
    plain: dict[str, Any] = {
        "format": 1,
        "title": id_.title(),
        "group": Group(min=4, best=6, max=8),
        "minutes": 75,
        "segments": (),
    }
    return Kit(id_, Pack(**(plain | more)), "en", f"sessions/{id_}/pack.yaml", {})


def ids(kits: tuple[Kit, ...]) -> list[str]:
    return [one.id for one in kits]


def test_packs_are_met_by_trust_then_by_what_they_come_after_then_by_title() -> None:
    kits = [
        kit("late", trust=3),
        kit("again", after=("zest",)),
        kit("zest"),
        kit("best"),
        kit("deep", trust=2, after=("again", "not-here")),
    ]
    assert ids(way.in_order(kits)) == ["best", "zest", "again", "deep", "late"]


def test_packs_that_lean_on_each_other_still_have_an_order() -> None:
    assert ids(way.in_order([kit("b", after=("a",)), kit("a", after=("b",))])) == ["a", "b"]


def test_time_in_all_is_before_together_and_after() -> None:
    pack = kit("a", prep=Prep(facilitator=20, participant=5), follow_up=FollowUp(minutes=15)).pack
    assert (way.in_all(pack), way.to_lead(pack)) == (95, 110)
    assert way.times_in_all([kit("b", minutes=90), kit("c", minutes=91)]) == (90, 120)


def test_one_person_fits_what_can_be_done_alone() -> None:
    alone, together = kit("a", modes=Modes(alone="with changes")).pack, kit("b").pack
    assert way.fits_people(alone, 1, 1)
    assert not way.fits_people(together, 1, 1)
    assert not way.fits_people(alone, 2, 2)
    assert way.fits_people(together, 8, None)


def test_a_need_lists_what_is_made_for_it_before_what_only_helps() -> None:
    kits = [kit("helps", needs=("meet", "listen")), kit("made", needs=("Listen", "meet"))]
    assert ids(way.by_need(kits)["listen"]) == ["made", "helps"]
    assert way.needs(kits) == {"meet": "meet", "listen": "listen"}


def test_each_list_says_why_a_pack_is_on_it() -> None:
    kits = (
        kit(
            "well",
            needs=("begin as a group",),
            why="It comes first.",
            modes=Modes(video="with changes"),
            versions=(Version(name="short", minutes=60),),
        ),
        kit("brief", minutes=45),
    )
    found = {
        shelf.id: [(link.label, link.note) for link in shelf.packs]
        for group in groups(
            kits, lambda one, note: NavLink(one.id, "", note=note), Translator("en")
        )
        for shelf in group.shelves
    }
    assert found["need-begin-as-a-group"] == [("well", "It comes first.")]
    assert found["time-60"] == [("well", "in its short version"), ("brief", "leaves 15")]
    assert found["time-75"] == [("well", ""), ("brief", "leaves 30")]
    assert found["mode-video"] == [("well", "with changes")]
    assert found["people-4"] == [("well", "4–8"), ("brief", "4–8")]
    assert "people-2" not in found


def test_a_list_is_offered_as_a_choice_only_where_a_choice_gives_the_same_list() -> None:
    def choice(*kits: Kit) -> str:
        link = lambda one, _: NavLink(one.id, "")  # noqa: E731 - one word is enough
        shelves = (s for group in groups(kits, link, Translator("en")) for s in group.shelves)
        return next(shelf.choice for shelf in shelves if shelf.id == "people-4")

    assert choice(kit("a"), kit("b")) == "people=6"
    assert choice(kit("a"), kit("b", group=Group(min=2, best=4, max=4))) == ""
