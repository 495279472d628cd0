"""What a build with nothing to do costs, beside starting Python at all."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def measure() -> None:
    """Print the CPU of a start, of `--help`, and of a second build of this repository's site."""
    with tempfile.TemporaryDirectory() as folder:
        build = ["-m", "builder", "build", "--out", f"{folder}/public", "--store", f"{folder}/kept"]
        _cpu(build)
        bare = _median(["-c", "pass"])
        shown = _median(["-m", "builder", "--help"])
        idle = _median(build)
    print(f"python -c pass        {bare:.3f}")
    print(f"peerpress --help      {shown:.3f}   {shown / bare:.1f} x a bare start")
    print(f"nothing to do         {idle:.3f}   {idle / bare:.1f} x a bare start")


def _median(arguments: list[str]) -> float:
    return statistics.median(_cpu(arguments) for _ in range(5))


def _cpu(arguments: list[str]) -> float:
    before = os.times()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
    after = os.times()
    return (
        after.children_user
        + after.children_system
        - (before.children_user + before.children_system)
    )
