"""Running the bundler: for one script, and for a script together with one that takes from it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from themes.default.client.beside import packages
from themes.default.client.shared import held, leaving, refuse_what_changes, stubs, wanted

AS_MODULE = ("--format=esm", "--minify=false")
"""Not for a page: names and imports are there to be read."""
BESIDE = ("package.json", "tsconfig.json")
"""What the bundler looks for around the sources."""

Inputs = dict[str, dict[str, int]]
"""What the bundler says of each file that went into a script, by its path."""


@dataclass(frozen=True, slots=True)
class Esbuild:
    """The bundler with its options, run in the folder of the client."""

    program: Path
    options: tuple[str, ...]
    root: Path

    def script(
        self, made: Path, source: str = "", *more: str, given: str = "", root: Path | None = None
    ) -> Inputs:
        """Make a script of a source, or of one that is given as text; return what went into it."""
        with tempfile.TemporaryDirectory() as folder:
            meta = Path(folder, "meta.json")
            command = ["node", str(self.program), *filter(None, [source])]
            # of two that say the same, the last one counts
            command += [*self.options, *more, f"--outfile={made}", f"--metafile={meta}"]
            subprocess.run(
                command, cwd=root or self.root, input=given, encoding="utf-8", check=True
            )
            (output,) = json.loads(meta.read_text(encoding="utf-8"))["outputs"].values()
        inputs: Inputs = output["inputs"]
        return {path: part for path, part in inputs.items() if path != "<stdin>"}


def make_pair(esbuild: Esbuild, folder: Path, pair: dict[str, str]) -> dict[str, list[str]]:
    """Make two scripts, the second of which takes from the first; return their inputs by name.

    `pair` gives the source of each. Raise a `NotSharedError` where that cannot be.
    """
    (first, entry), (later, source) = pair.items()
    with tempfile.TemporaryDirectory() as scratch:
        modules = held(esbuild.script(Path(scratch, first), entry))
        apart = Path(scratch, later)
        left_out = [f"--external:./{path}" for path in modules]
        inputs = esbuild.script(apart, source, *AS_MODULE, *left_out)
        names = wanted(apart.read_text(encoding="utf-8"), scratch, str(esbuild.root))
        refuse_what_changes(names, esbuild.root)
        found = esbuild.script(folder / first, given=leaving(entry, names))
        tree = Path(scratch, "tree")
        _lay_out(esbuild.root, tree, [*inputs, *BESIDE, *_described([*inputs, *modules])])
        for module, stub in stubs(names).items():
            _write(tree / module, stub)
        esbuild.script(folder / later, source, root=tree)
    return {first: sorted(found), later: sorted(inputs)}


def _described(paths: Iterable[str]) -> list[str]:
    """Return the files that say of each package where in it a name is found."""
    return [f"node_modules/{name}/package.json" for name in packages(paths)]


def _lay_out(root: Path, tree: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, tree / path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
