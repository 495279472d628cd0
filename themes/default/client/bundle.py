"""Bundle the browser side: TypeScript in `src/` becomes the classic scripts in `../static/`.

The scripts are committed, so that building a site needs no Node. Beside them are made the licences
of the packages in them (`THIRD-PARTY.txt`) and the English sentences that they say (`words.json`),
which the catalogue of a theme may translate. `MANIFEST.json` holds the SHA-256 of each of these and
of everything that the scripts were made from.

    python themes/default/client/bundle.py          make them anew
    python themes/default/client/bundle.py --check  say whether they are what the sources give
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

from themes.default.client.beside import NotALiteralError, licences, packages, sentences
from themes.default.client.pair import Esbuild, make_pair
from themes.default.client.shared import NotSharedError

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "static"
MANIFEST = STATIC / "MANIFEST.json"
ESBUILD = HERE / "node_modules" / "esbuild" / "bin" / "esbuild"
LOCK = "package-lock.json"

SCRIPTS = {
    "page.js": "src/page.ts",
    "guide.js": "src/guide.ts",
    "run.js": "src/run.ts",
    "workbook.js": "src/workbook.tsx",
    "workbook-more.js": "src/workbook-more.tsx",
    "rescue.js": "src/rescue.ts",
    "search.js": "src/search.ts",
}
"""Each script, and the source it begins with."""
LATER = {"workbook-more.js": "workbook.js"}
"""Scripts that take from another one, before them on the page, what that one holds already."""
TRANSLATED = ("workbook.js", "workbook-more.js")
"""The scripts whose words are English in the code; the others are given theirs by their pages."""
LICENCES, WORDS = "THIRD-PARTY.txt", "words.json"
MADE = (*SCRIPTS, LICENCES, WORDS)
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--target=es2020",
    "--charset=utf8",
    "--legal-comments=none",
    "--jsx=automatic",
    "--jsx-import-source=preact",
    "--log-level=warning",
)


def main(arguments: list[str] | None = None) -> int:
    """Make the scripts, or check them; return the exit code."""
    parser = argparse.ArgumentParser(description="Bundle the browser side.")
    parser.add_argument("--check", action="store_true", help="make nothing; say what is stale")
    only_check = parser.parse_args(arguments).check
    try:
        return check() if only_check else make()
    except (NotALiteralError, NotSharedError) as error:
        print(error)
        return 1


def make() -> int:
    """Make the scripts anew, and what goes beside them; return the exit code."""
    if not can_bundle():
        print("Node and the packages of package-lock.json are needed: run `make client`.")
        return 1
    described = bundle(STATIC)
    MANIFEST.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    for name in MADE:
        print(f"{name}: {len((STATIC / name).read_bytes())} bytes")
    return 0


def check() -> int:
    """Say what is stale: by the sources' hashes, and by bundling again where Node is at hand."""
    wrong = stale_sources(json.loads(MANIFEST.read_text(encoding="utf-8")))
    if can_bundle():
        with tempfile.TemporaryDirectory() as folder:
            bundle(Path(folder))
            wrong += [
                f"static/{name} is not what the sources give"
                for name in MADE
                if sha256(Path(folder) / name) != sha256(STATIC / name)
            ]
    for line in wrong:
        print(line)
    if wrong:
        print("Run `make client` and commit what it makes.")
    return 1 if wrong else 0


def can_bundle() -> bool:
    """Whether Node and the bundler are at hand."""
    return shutil.which("node") is not None and ESBUILD.is_file()


def bundle(folder: Path) -> dict[str, object]:
    """Write every script, and what goes beside them, into a folder; return the manifest."""
    esbuild = Esbuild(ESBUILD, OPTIONS, HERE)
    inputs: dict[str, list[str]] = {}
    for later, first in LATER.items():
        inputs |= make_pair(esbuild, folder, {name: SCRIPTS[name] for name in (first, later)})
    inputs |= {
        name: sorted(esbuild.script(folder / name, source))
        for name, source in SCRIPTS.items()
        if name not in inputs
    }
    from_packages = (path for paths in inputs.values() for path in paths)
    text = licences(packages(from_packages), HERE / "node_modules")
    (folder / LICENCES).write_text(text, encoding="utf-8")
    spoken = sorted({path for name in TRANSLATED for path in _ours(inputs[name])})
    words = sentences(spoken, ESBUILD, HERE)
    text = json.dumps(words, ensure_ascii=False, indent=1) + "\n"
    (folder / WORDS).write_text(text, encoding="utf-8")
    scripts = {
        name: {
            "sha256": sha256(folder / name),
            # what comes from a package is settled by the lock file
            "sources": {path: sha256(HERE / path) for path in _ours(inputs[name])},
        }
        for name in SCRIPTS
    }
    beside = {name: sha256(folder / name) for name in (LICENCES, WORDS)}
    return {LOCK: sha256(HERE / LOCK), "scripts": scripts, "beside": beside}


def _ours(inputs: list[str]) -> list[str]:
    return [path for path in inputs if not path.startswith("node_modules/")]


def stale_sources(described: dict[str, object]) -> list[str]:
    """Return what differs from the manifest, without Node."""
    wrong = []
    if described.get(LOCK) != sha256(HERE / LOCK):
        wrong.append(f"{LOCK} has changed since the scripts were made")
    scripts = described.get("scripts")
    known = scripts if isinstance(scripts, dict) else {}
    for name in SCRIPTS:
        script = known.get(name)
        if script is None or script["sha256"] != sha256(STATIC / name):
            wrong.append(f"static/{name} is not the script that was made")
            continue
        wrong += [
            f"{path} has changed since static/{name} was made"
            for path, digest in script["sources"].items()
            if sha256(HERE / path) != digest
        ]
    beside = described.get("beside")
    hashes = beside if isinstance(beside, dict) else {}
    wrong += [
        f"static/{name} is not the file that was made"
        for name in (LICENCES, WORDS)
        if hashes.get(name) != sha256(STATIC / name)
    ]
    return wrong


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file; empty where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
