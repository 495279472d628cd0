"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: str, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it: beside it first, then in its place."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        file = open(beside, "wb")  # noqa: PTH123, SIM115 - closed below; a hot path
    except FileNotFoundError:
        Path(beside).parent.mkdir(parents=True, exist_ok=True)
        file = open(beside, "wb")  # noqa: PTH123, SIM115 - as above
    whole = False
    try:
        with file:
            file.write(data)
        os.replace(beside, path)  # noqa: PTH105 - a hot path
        whole = True
    finally:
        if not whole:
            with contextlib.suppress(OSError):
                os.unlink(beside)  # noqa: PTH108 - as above
