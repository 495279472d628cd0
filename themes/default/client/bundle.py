"""Bundle the browser side: TypeScript in `src/` becomes the classic scripts in `../static/`.

The scripts are committed, so that building a site needs no Node. `MANIFEST.json` beside them holds
the SHA-256 of each script and of everything it was made from.

    python themes/default/client/bundle.py          make them anew
    python themes/default/client/bundle.py --check  say whether they are what the sources give
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "static"
MANIFEST = STATIC / "MANIFEST.json"
ESBUILD = HERE / "node_modules" / "esbuild" / "bin" / "esbuild"
LOCK = "package-lock.json"

SCRIPTS = {"page.js": "src/page.ts", "guide.js": "src/guide.ts", "run.js": "src/run.ts"}
"""Each script, and the source it begins with."""
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--target=es2020",
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
)


def main(arguments: list[str] | None = None) -> int:
    """Make the scripts, or check them; return the exit code."""
    parser = argparse.ArgumentParser(description="Bundle the browser side.")
    parser.add_argument("--check", action="store_true", help="make nothing; say what is stale")
    if parser.parse_args(arguments).check:
        return check()
    if not can_bundle():
        print("Node and the packages of package-lock.json are needed: run `make client`.")
        return 1
    described = bundle(STATIC)
    MANIFEST.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    for name in SCRIPTS:
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
                for name in SCRIPTS
                if (Path(folder) / name).read_bytes() != (STATIC / name).read_bytes()
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
    """Write every script into a folder and return the manifest."""
    scripts: dict[str, object] = {}
    for name, entry in SCRIPTS.items():
        meta = folder / f"{name}.meta.json"
        command = [
            "node",
            str(ESBUILD),
            entry,
            *OPTIONS,
            f"--outfile={folder / name}",
            f"--metafile={meta}",
        ]
        subprocess.run(command, cwd=HERE, check=True)
        sources = sorted(json.loads(meta.read_text(encoding="utf-8"))["inputs"])
        meta.unlink()
        scripts[name] = {
            "sha256": sha256(folder / name),
            # what comes from a package is settled by the lock file
            "sources": {
                path: sha256(HERE / path)
                for path in sources
                if not path.startswith("node_modules/")
            },
        }
    return {LOCK: sha256(HERE / LOCK), "scripts": scripts}


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
    return wrong


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file; empty where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
