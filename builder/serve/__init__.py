"""The development server: the built site, made anew and shown as its sources are saved.

One thread builds, the others answer the browser. A request waits while a build is under way, so nobody
sees a site half old and half new. A build with problems leaves the last good site in place, and the
problems lie over it.
"""

from __future__ import annotations

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


def serve(project: Project, store: Store, executor: Executor, *, port: int) -> int:
    """Build, serve and rebuild until the person stops it."""
    state = State()
    try:
        server = Server(project.out, state, port)
    except OSError as error:
        print(f"peerpress: port {port} cannot be used ({error.strerror}); try --port 0")  # noqa: T201
        return 2
    changed = threading.Event()
    with server, watching(project.root, (project.out, store.root), changed) as how:
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        _rebuild(project, store, executor, state)
        print(f"Serving {project.root.name} at {server.address} ({how}); Ctrl+C stops.", flush=True)  # noqa: T201
        try:
            while True:
                changed.wait()
                _wait_for_quiet(changed)
                _rebuild(project, store, executor, state)
        except KeyboardInterrupt:
            print()  # noqa: T201
        finally:
            state.stop()
            server.shutdown()
    return 0


def _wait_for_quiet(changed: threading.Event) -> None:
    while changed.is_set():
        changed.clear()
        changed.wait(QUIET)


def _rebuild(project: Project, store: Store, executor: Executor, state: State) -> None:
    """Build once; tell the browser what came of it, and the terminal where that is new."""
    with state.building:
        try:
            built = build(project, store, executor)
        except BuildFailed as failed:
            text = report(failed.problems, file_lines(project.root))
            if state.tell(text):
                print(text, flush=True)  # noqa: T201
            return
    if built.written or built.removed:
        print(f"{len(built.written)} files written, {len(built.removed)} removed.", flush=True)  # noqa: T201
    warnings = report(built.problems, file_lines(project.root))
    if warnings and state.warn(warnings):
        print(warnings, flush=True)  # noqa: T201
    state.tell("", changed=bool(built.written or built.removed))
