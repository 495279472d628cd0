"""What the server's threads share: whether a build is under way, and what came of the last one."""

from __future__ import annotations

import threading


class State:
    """The version of the site that is shown, and the problems that keep a newer one back."""

    def __init__(self) -> None:
        """Begin with nothing built."""
        self.building = threading.Lock()
        """Held while a build writes; a request waits for it."""
        self.changed = threading.Event()
        """Set when a source has changed, and when the server is to stop."""
        self.address = ""
        """Where the site is shown, once it is."""
        self._changed = threading.Condition()
        self._version = 0
        self._turn = 0
        self._problems = ""
        self._warnings = ""
        self._stopped = False

    @property
    def problems(self) -> str:
        """The problems as text; empty where the site is up to date."""
        return self._problems

    @property
    def stopped(self) -> bool:
        """Whether the server is to stop."""
        return self._stopped

    def tell(self, problems: str, *, changed: bool = False) -> bool:
        """Say what came of a build; returns whether that is news."""
        with self._changed:
            news = changed or problems != self._problems
            self._problems = problems
            if changed:
                self._version += 1
            if news:
                self._turn += 1
                self._changed.notify_all()
            return news

    def warn(self, warnings: str) -> bool:
        """Remember the warnings; returns whether they are new."""
        news = warnings != self._warnings
        self._warnings = warnings
        return news

    def wait(self, turn: int, seconds: float) -> tuple[int, int, str]:
        """Wait for news after a turn, or so many seconds; returns turn, version and problems.

        The turn is -1 once the server stops.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._turn != turn, seconds)
            return (-1 if self._stopped else self._turn), self._version, self._problems

    def stop(self) -> None:
        """Let the server come to its end, and those go who wait."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self.changed.set()
