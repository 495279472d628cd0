"""The development server: the built site, made anew and shown as its sources are saved.

One thread builds, the others answer the browser. A request waits while a build is under way, so
nobody sees a site half old and half new. A build with problems leaves the last good site in place,
and the problems lie over it.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from builder.build import build
from builder.problems import BuildFailed
from builder.serve.server import Server
from builder.serve.state import State
from builder.serve.watch import watching
from builder.show import file_lines, report

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from builder.build import Project
    from builder.store import Store

QUIET = 0.015
"""Seconds without a change before a build: one save is several events."""
GLANCE = 1.0
"""Seconds of waiting at a time: some systems hear Ctrl+C only in between."""


def serve(
    project: Project, store: Store, executor: Executor, *, port: int, state: State | None = None
) -> int:
    """Build, serve and rebuild until the person stops it; or another thread, with `state.stop`."""
    state = state or State()
    try:
        server = Server(project.out, state, port)
    except OSError as error:
        message = f"port {port} cannot be used ({error.strerror}); try --port 0"
        print(f"peerpress: {message}", file=sys.stderr)  # noqa: T201
        return 2
    with server, watching(project.root, state.changed) as how:
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        state.address = server.address
        try:
            _rebuild(project, store, executor, state)
            _say(f"Serving {project.root.name} at {server.address} ({how}); Ctrl+C stops.")
            while _is_next(state):
                _rebuild(project, store, executor, state)
        except KeyboardInterrupt:
            _say("")
        finally:
            state.stop()
            server.shutdown()
    return 0


def _is_next(state: State) -> bool:
    """Wait for a change, and until all is quiet after it; False where the server is to stop."""
    while not state.changed.wait(GLANCE):
        pass
    while state.changed.is_set() and not state.stopped:
        state.changed.clear()
        state.changed.wait(QUIET)
    return not state.stopped


def _rebuild(project: Project, store: Store, executor: Executor, state: State) -> None:
    """Build once; tell the browser what came of it, and the terminal where that is new."""
    with state.building:
        try:
            built = build(project, store, executor)
        except BuildFailed as failed:
            text = report(failed.problems, file_lines(project.root))
            if state.tell(text):
                _say(text)
            return
    if built.written or built.removed:
        _say(f"{len(built.written)} files written, {len(built.removed)} removed.")
    warnings = report(built.problems, file_lines(project.root))
    if state.warn(warnings) and warnings:
        _say(warnings)
    state.tell("", changed=bool(built.written or built.removed))


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - for the person who waits at the terminal
