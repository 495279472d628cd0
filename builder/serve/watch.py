"""One signal for whatever changes in a site's folders: the only importer of `watchdog`."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from watchdog.observers.api import BaseObserver

READING = frozenset({"opened", "closed_no_write"})
"""Events of somebody reading, us among them: to rebuild on them would never end."""
FOLDERS = ("content", "sessions", "themes")
"""Where sources are; beside them only `site.yaml` counts."""


class _Signal(FileSystemEventHandler):
    """Sets an event when a source changes."""

    def __init__(self, root: Path, changed: threading.Event) -> None:
        self._root = root
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event of the system."""
        if event.event_type in READING:
            return
        for path in (event.src_path, event.dest_path):
            if path and self._is_source(Path(str(path))):
                self._changed.set()

    def _is_source(self, path: Path) -> bool:
        with contextlib.suppress(ValueError):
            parts = path.relative_to(self._root).parts
            return bool(parts) and (parts[0] in FOLDERS or parts == ("site.yaml",))
        return False


@contextlib.contextmanager
def watching(root: Path, besides: tuple[Path, ...], changed: threading.Event) -> Iterator[str]:
    """Watch a site while the block runs, and say how; `besides` are folders that we write.

    Where the system has no more watches to give, files are looked at once a second instead.
    """
    signal = _Signal(root, changed)
    observer: BaseObserver = Observer()
    how = "watching"
    try:
        _start(observer, signal, root, besides)
    except OSError:
        observer = PollingObserver(timeout=1)
        how = "looking once a second: the system has no more watches to give"
        _start(observer, signal, root, besides)
    try:
        yield how
    finally:
        observer.stop()
        observer.join()


def _start(observer: BaseObserver, signal: _Signal, root: Path, besides: tuple[Path, ...]) -> None:
    observer.schedule(signal, str(root), recursive=False)
    for folder in FOLDERS:
        path = root / folder
        if path.is_dir() and not any(other.is_relative_to(path) for other in besides):
            observer.schedule(signal, str(path), recursive=True)
    observer.start()
