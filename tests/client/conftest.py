"""What the tests of the browser side share: its TypeScript, bundled anew and called in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from themes.default.client.bundle import ESBUILD, HERE, OPTIONS

Calls = Callable[[list[Any]], list[Any]]
"""Takes calls, each a name and its arguments, and returns what they give."""
Bundled = Callable[[str], Calls]
"""Takes TypeScript that exports functions; its imports begin at the folder of the client."""


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Bundled:
    """Give what bundles a text as for a page, and calls it where there is nothing around it."""

    def bundle(source: str) -> Calls:
        script = script_of(source, tmp_path_factory.mktemp("bundled"))
        return lambda calls: called(script, calls)

    return bundle


def script_of(source: str, folder: Path) -> Path:
    """Bundle a text into a classic script of a folder; its exports are in the global `tested`."""
    script = folder / "tested.js"
    made = ["--loader=ts", *OPTIONS, "--global-name=tested", f"--outfile={script}"]
    subprocess.run(["node", str(ESBUILD), *made], cwd=HERE, input=source.encode(), check=True)
    return script


def called(script: Path, calls: list[Any]) -> list[Any]:
    """Call functions of a script in Node."""
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("call.mjs")), str(script), "tested"],
        input=json.dumps(calls),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    results: list[Any] = json.loads(done.stdout)
    return results
