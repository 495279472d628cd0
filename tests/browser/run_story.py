"""A meeting in run mode by keyboard alone: steps for `firefox.mjs`, and what is seen after them."""

from __future__ import annotations

from typing import Any

from tests.browser.kinds import KINDS

AT = "2026-11-19T15:45:02"
"""When it begins; the clock of the page then stands still until it is turned."""
START = "#people=6&version=full&start=15:45"
CLOCK, HEADING = ".run-controls .run-clock", ".run-part h2"
OFFER, ENDS = "[data-offer-words]", "p[data-ends]"
TURN = "[data-turn-words]"
NOTES = "[...document.querySelectorAll('.note.say')].filter(one => one.checkVisibility()).length"
HELP = (
    "drop ‘Good groups, bad groups’, ‘Build the agreement’ in 17 min, ‘Test it’ in 4 min, "
    "‘Dates and rota’ in 4 min."
)
NEXT_TIME = (
    "We stopped at ‘Check-in’, with 10 min of it left. "
    "Next time, begin there: 2 min to come back in, then ‘Check-in’."
)
SLIP = """\
Begin well, version 1.0, 6 people
Arrive and open: planned 5, took 20
Check-in: planned 10, took 2
Good groups, bad groups: planned 10, not done
One sentence of purpose: planned 15, not done
Build the agreement: planned 20, not done
Test it: planned 5, not done
Dates and rota: planned 5, not done
Commit and close: planned 5, not done
In all: planned 75, took 22"""
STORY: tuple[tuple[list[list[Any]], Any], ...] = (
    ([["tab", "[name=start]"], ["press", "Enter"], ["see", HEADING]], ["Arrive and open"]),
    ([["see", CLOCK]], ["5 min left of 5, until 15:50"]),
    # the machine sleeps for twenty minutes
    ([["sleep", 20, CLOCK], ["see", CLOCK]], ["15 min over 5, since 15:50"]),
    ([["see", OFFER]], [f"15 min over. To end at 17:00: {HELP}"]),
    # what is offered is agreed, and taken back
    (
        [["tab", "[data-act=take]"], ["press", "Enter"], ["see", OFFER]],
        ["Agreed: it ends at 17:00."],
    ),
    ([["see", ENDS]], ["Begin well, to 17:00"]),
    ([["press", "u"], ["see", OFFER]], [f"15 min over. To end at 17:00: {HELP}"]),
    ([["see", ENDS]], ["Begin well, to 17:15"]),
    # on, back, and on
    ([["press", "ArrowRight"], ["see", HEADING]], ["Check-in"]),
    ([["press", "ArrowLeft"], ["see", CLOCK]], ["15 min over 5, since 15:50"]),
    # each person's turn
    ([["press", " "], ["see", TURN]], ["6 turns of 1:00"]),
    ([["press", "t"], ["turn", 0.5], ["see", TURN]], ["turn 1 of 6, 0:30 left"]),
    ([["press", "t"], ["turn", 1.5], ["see", TURN]], ["turn 2 of 6, 0:30 over"]),
    # a pause of four minutes, and two minutes more
    ([["press", "p"], ["turn", 4], ["see", CLOCK]], ["8 min of 10, paused"]),
    ([["press", "p"], ["see", CLOCK]], ["8 min left of 10, until 16:19"]),
    ([["press", "+"], ["see", CLOCK]], ["10 min left of 12, until 16:21"]),
    # notes when they are asked for
    ([["evaluate", NOTES]], 0),
    ([["press", "n"], ["evaluate", NOTES]], 1),
    ([["press", "n"], ["evaluate", NOTES]], 0),
    # stopped here: what is copied, and the link for next time
    (
        [["tab", "[data-act=stop]"], ["press", "Enter"], ["see", "[data-stopped-words]"]],
        [NEXT_TIME],
    ),
    (
        [
            ["tab", "[data-stopped-link]"],
            ["press", "Enter"],
            ["tab", "[data-act=copy-stopped]"],
            ["press", "Enter"],
            ["until", "[data-act=copy-stopped]", "Copy this"],
            ["paste"],
        ],
        f"{NEXT_TIME}\n{KINDS['run mode']}#people=6&version=full&from=check-in",
    ),
    (
        [
            ["tab", "[data-act=copy-slip]"],
            ["press", "Enter"],
            ["until", "[data-act=copy-slip]", "Copy the slip"],
            ["paste"],
        ],
        SLIP,
    ),
    (
        [
            ["tab", "[data-act=again]"],
            ["press", "Enter"],
            ["tab", "[name=start]"],
            ["press", "Enter"],
            ["see", HEADING],
        ],
        ["Come back in"],
    ),
    ([["see", CLOCK]], ["2 min left of 2, until 16:13"]),
)
"""What is done, the last being to look; and what is seen then."""
STEPS = [step for steps, _ in STORY for step in steps]
SEEN = [seen for _, seen in STORY]
