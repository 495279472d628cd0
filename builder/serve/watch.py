"""One signal for whatever changes in a site's folders: the only importer of `watchdog`."""

from __future__ import annotations

import contextlib
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from watchdog.observers.api import BaseObserver, ObservedWatch

READING = frozenset({"opened", "closed_no_write"})
"""Events of somebody reading, us among them: to rebuild on them would never end."""
COMING = frozenset({"created", "moved"})
"""Events after which a folder is there that was not."""
FOLDERS = ("content", "sessions", "themes")
"""Where sources are; beside them only `site.yaml` counts."""


class _Signal(FileSystemEventHandler):
    """Sets an event when a source changes, and looks into a folder that comes later."""

    def __init__(self, root: Path, observer: BaseObserver, changed: threading.Event) -> None:
        self._root = root
        self._observer = observer
        self._changed = changed
        self._watches: dict[str, ObservedWatch] = {}

    def start(self) -> None:
        """Look at the site's own folder, and into those that hold sources."""
        self._observer.schedule(self, str(self._root), recursive=False)
        for folder in FOLDERS:
            self._look_into(folder)
        self._observer.start()

    def _look_into(self, folder: str) -> None:
        if folder in self._watches:  # it had gone: a folder of the same name is another one
            with contextlib.suppress(KeyError):
                self._observer.unschedule(self._watches.pop(folder))
        path = self._root / folder
        if path.is_dir():
            self._watches[folder] = self._observer.schedule(self, str(path), recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event of the system."""
        if event.event_type in READING:
            return
        for path in (event.src_path, event.dest_path):
            parts = self._parts(str(path)) if path else ()
            if parts[:1] and (parts[0] in FOLDERS or parts == ("site.yaml",)):
                if len(parts) == 1 and event.event_type in COMING and parts[0] in FOLDERS:
                    self._look_into(parts[0])
                self._changed.set()

    def _parts(self, path: str) -> tuple[str, ...]:
        with contextlib.suppress(ValueError):
            return Path(path).relative_to(self._root).parts
        return ()


@contextlib.contextmanager
def watching(root: Path, changed: threading.Event) -> Iterator[str]:
    """Watch a site while the block runs, and say how.

    Where the system has no more watches to give, files are looked at once a second instead.
    """
    # A folder made inside one that is being looked into is met twice, which does no harm.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    observer: BaseObserver = Observer()
    how = "watching"
    try:
        _Signal(root, observer, changed).start()
    except OSError:
        observer = PollingObserver(timeout=1)
        how = "looking once a second: the system has no more watches to give"
        _Signal(root, observer, changed).start()
    try:
        yield how
    finally:
        observer.stop()
        observer.join()
