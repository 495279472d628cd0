"""Who does the work: this process for a little of it, a pool of processes for much.

Any `concurrent.futures.Executor` will do. The pool of ours is opened with the first large piece of
work, since opening it costs more than a small build.
"""

from __future__ import annotations

import contextlib
import os
import sys
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


class Here(Executor):
    """Does the work in this process, at once."""

    def submit(self, work: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Do the work now; what it raises comes out of the future."""
        future: Future[T] = Future()
        try:
            future.set_result(work(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - handed to whoever asks for the result
            future.set_exception(error)
        return future


class Lazy(Executor):
    """A pool of processes that is opened when the first work is handed in."""

    def __init__(self, jobs: int) -> None:
        """Keep in mind how many processes to open."""
        self._max_workers = jobs
        self._pool: Executor | None = None

    def submit(self, work: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Hand work to the pool, opening it if need be."""
        if self._pool is None:
            self._pool = _pool(self._max_workers)
        return self._pool.submit(work, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the interface's own
        """Close the pool, if there is one."""
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


def _pool(jobs: int) -> Executor:
    """Open a pool of processes, forked from this one where that is quick and safe.

    Setting a PDF starts threads, and a process forked from one with threads may wait for ever:
    where documents were set in this process, the others are started afresh.
    """
    import multiprocessing
    import threading
    from concurrent.futures import ProcessPoolExecutor

    safe = sys.platform == "linux" and "typst" not in sys.modules and threading.active_count() == 1
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork" if safe else "spawn"))


@contextlib.contextmanager
def workers(jobs: int | None = None) -> Iterator[Executor]:
    """Give an executor with so many processes: one for each processor where nothing is said."""
    count = jobs or _processors()
    with Here() if count == 1 else Lazy(count) as executor:
        yield executor


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
