"""The workbook's core, bundled anew and kept running in Node, object by object."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from themes.default.client.bundle import ESBUILD, HERE

FOLDER = Path(__file__).parent


class Node:
    """A Node that answers line by line: see talk.mjs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, *line: object) -> Any:
        """Ask, and return the answer; what was thrown there is raised here."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "Node has ended: see what it printed"
        found = json.loads(answer)
        if isinstance(found, dict) and list(found) == ["thrown"]:
            raise Thrown(found["thrown"])
        return found

    def call(self, name: str, *values: object) -> Any:
        """Call a function of the module."""
        return self.ask("call", name, *values)

    def make(self, name: str, *values: object) -> Thing:
        """Keep what a function of the module gives."""
        return Thing(self, self.ask("make", name, *values))


class Thing:
    """An object in Node."""

    def __init__(self, node: Node, number: int) -> None:
        self.node = node
        self.number = number

    @property
    def there(self) -> dict[str, int]:
        """This object as an argument."""
        return {"$": self.number}

    def tell(self, method: str, *values: object) -> Any:
        """Call a method and await what it gives."""
        return self.node.ask("tell", self.number, method, *values)

    def start(self, method: str, *values: object) -> Promise:
        """Call a method and do not wait."""
        return Promise(self.node, self.node.ask("start", self.number, method, *values))


class Promise(Thing):
    """Something under way."""

    def wait(self) -> Any:
        """Wait for it."""
        return self.node.ask("await", self.number)


class Thrown(Exception):  # noqa: N818 - what JavaScript throws need not be an error
    """What was thrown in Node."""


@contextmanager
def talking(entry: Path, folder: Path) -> Iterator[Node]:
    """Bundle a module, and keep Node running it."""
    module = folder / f"{entry.stem}.mjs"
    options = ["--bundle", "--format=esm", "--target=es2022", f"--outfile={module}"]
    subprocess.run(
        ["node", str(ESBUILD), str(entry), *options],
        cwd=HERE,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    with subprocess.Popen(
        ["node", str(FOLDER / "talk.mjs"), str(module)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield Node(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait(10) == 0
