"""Meetings in run mode told as stories: what is done at which minute, and what there is to see."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from builder.model.pack import Pack
from builder.site.timing import timing
from tests.client.conftest import Calls
from tests.clock.packs import pack, segment

Step = list[Any]
"""The minute after the start, then a step and its arguments."""
Look = dict[str, Any]
Story = Callable[..., list[Look]]
"""Takes a pack and steps, and returns what there is to see after each."""

STORY = """
import { begin, extend, next, back, pause, turn, agree, left, over, ending, running, sum, rest,
  agreedTime, wallTime, turnLeft, slip, stopped, isOver, MINUTE, lateness, undo, canUndo,
  isAgreed,
} from './src/run/model';
import { offer, take, saved } from './src/run/offer';
import { parts } from './src/run/plan';
import { bars, pointer, figure, step, sessionLeft } from './src/run/view';
import { revive } from './src/run/keep';
const ZERO = 1_800_000_000_000;
const acts = { next, back, pause, turn, undo, extend: (run, _, n) => extend(run, n),
  agree: (run, _, n) => agree(run, n), look: (run) => run };
export function story(pack, plan, start, wall, steps) {
  const at = (minute) => ZERO + minute * MINUTE;
  let run = begin(plan, parts(pack, plan), start, at(0), wall * MINUTE);
  return steps.map(([minute, name, ...more]) => {
    const now = at(minute);
    const found = offer(pack, run, now);
    run = name === 'take' ? (found ? take(run, found) : run) : acts[name](run, now, ...more);
    const kept = revive(JSON.stringify(run), run.parts.map((part) => part.id), now);
    const lost = revive(JSON.stringify(run), ['none'], now) || revive('{"format":1}', [], now)
      || revive('<', [], now) || revive(JSON.stringify(run), run.parts.map((p) => p.id), now * 2);
    return { at: run.parts[run.at]?.id ?? null, left: left(run, now) / MINUTE,
      figure: figure(left(run, now)), over: over(run, now), offer: offer(pack, run, now),
      ends: wallTime(run, ending(run, now)), agreed: agreedTime(run, run.end),
      rest: sum(rest(run)), sessionLeft: sessionLeft(run, now), ran: running(run, now) / MINUTE,
      bars: bars(run, now), pointer: pointer(run, now), turn: run.turn,
      turnLeft: turnLeft(run, now) / 1000, slip: slip(run, now).map(({ took }) => took),
      canUndo: canUndo(run), isAgreed: isAgreed(run),
      parts: run.parts, stopped: stopped(run, now), isOver: isOver(run),
      step: step(run, 2, now), same: JSON.stringify(kept) === JSON.stringify(run), lost };
  });
}
export const saves = (changes) => saved(changes);
export const late = (start, wall) => lateness(start, wall * MINUTE) / MINUTE;
"""
BEGIN_WELL = pack(
    segment("open", 5, priority="must"),
    segment("check-in", 10, kind=("check-in",), per="person", each="1:00"),
    segment("good-groups", 10, least=6, priority="could"),
    segment("agreement", 20, least=16, most=25, priority="must", grouping=("trios", "all")),
    segment("test-it", 5, least=4, priority="should"),
    segment("dates", 5, least=4, priority="must"),
    segment("close", 5, kind=("commitment", "closing"), priority="must"),
)


def teller(call: Calls) -> Story:
    """Return the teller of one story."""

    def tell(
        *steps: Step,
        of: Pack = BEGIN_WELL,
        people: int = 6,
        version: str = "full",
        from_: str = "",
        start: str = "15:45",
        wall: float = 15 * 60 + 45,
        minutes: int | None = None,
    ) -> list[Look]:
        plan = {"people": people, "version": version, "from": from_, "minutes": minutes}
        (found,) = call([["story", json.loads(timing(of)), plan, start, wall, list(steps)]])
        assert isinstance(found, list), found
        assert all(look["same"] and not look["lost"] for look in found)
        return found

    return tell
