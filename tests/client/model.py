"""What tests of the workbook's model share: its functions, bundled as for a page, run in Node.

One Node stays for all calls of a test module, so that laws can be tried on many random cases.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.client.conftest import script_of


class Model:
    """The exported functions of an entry, each called by its name."""

    def __init__(self, node: subprocess.Popen[str]) -> None:
        self._node = node

    def __call__(self, name: str, *values: object) -> Any:
        """Call a function; what it throws comes as `{"thrown": message}`."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps([name, *values]) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())


@contextmanager
def listening(entry: str, folder: Path, zone: str = "Pacific/Auckland") -> Iterator[Model]:
    """Bundle an entry, a text of TypeScript that exports functions, and keep Node running it."""
    script = script_of(entry, folder)
    with subprocess.Popen(
        ["node", str(Path(__file__).with_name("listen.mjs")), str(script), "tested"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "TZ": zone},
    ) as node:
        yield Model(node)
        assert node.stdin
        node.stdin.close()
