"""The house keeps its shape: floors, one importer for each library, small files and functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "builder"
FLOORS: tuple[tuple[str, ...], ...] = (
    ("problems", "digest", "files", "ledger"),
    ("model", "plan", "show", "words", "engine", "contrast"),
    ("markdown", "clock", "store", "work", "letters"),
    ("source", "site", "theme", "pdf", "pictures", "publish", "search"),
    ("outputs",),
    ("build", "themes", "last", "why", "new"),
    ("serve", "travel"),
    ("cli", "cli_check", "cli_travel", "__main__"),
)
"""Modules from the ground up; each may import what is below it, and its own parts."""
NEIGHBOURS: dict[str, set[str]] = {
    "contrast": {"model"},
    "why": {"build"},
    "build": {"themes"},
    "cli": {"cli_check", "cli_travel"},
    "__main__": {"cli"},
}
"""Imports on the same floor that are part of the plan, and none besides."""
LIBRARIES = {
    "yaml": ("source/yaml_nodes.py",),
    "pydantic": ("source/decode.py", "source/schema.py"),
    "pydantic_core": ("source/decode.py",),
    "markdown_it": ("markdown/",),
    "mdit_py_plugins": ("markdown/",),
    "jinja2": ("theme/template.py",),
    "markupsafe": ("theme/template.py",),
    "typst": ("pdf.py",),
    "PIL": ("pictures.py",),
    "watchdog": ("serve/watch.py",),
    "sqlite3": ("store.py",),
}
"""The only files that may import a library."""
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
FILES = sorted(path for path in ROOT.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Give every module that a file imports, inside functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def module(path: Path) -> str:
    """Return the name on the floors of a file of ours."""
    return path.relative_to(ROOT).with_suffix("").parts[0].removesuffix("__init__")


def floor(name: str) -> int:
    """Return the floor that a module lives on."""
    for number, names in enumerate(FLOORS):
        if name in names:
            return number
    message = f"'{name}' has no floor: give it one"
    raise AssertionError(message)


def ours(path: Path) -> Iterator[str]:
    """Give the modules of ours that a file imports, by their names on the floors."""
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "builder" and len(parts) > 1 and _is_module(parts[1]):
            yield parts[1]


def _is_module(name: str) -> bool:
    return (ROOT / f"{name}.py").exists() or (ROOT / name).is_dir()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_lies_below_it(path: Path) -> None:
    """Neighbours on one floor do not know each other, but for the few that are listed."""
    here = module(path)
    for name in ours(path):
        if name == here or name in NEIGHBOURS.get(here, set()):
            continue
        assert floor(name) < floor(here), f"{path} imports builder.{name}"


def test_kinds_of_output_do_not_import_one_another() -> None:
    """A kind can be read, changed or left out alone."""
    for path in (ROOT / "outputs").glob("*.py"):
        if path.name == "__init__.py":
            continue
        others = {name for name in imports(path) if name.startswith("builder.outputs")}
        assert not others, f"{path} imports {others}"


def test_kinds_of_output_do_not_read_sources_or_publish() -> None:
    """They are made of a site, and touch neither the disk nor the store."""
    for path in (ROOT / "outputs").glob("*.py"):
        assert not {"source", "publish", "store"} & set(ours(path)), path


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_has_one_importer(library: str) -> None:
    """So that a library can be exchanged, and its traps be known in one place."""
    for path in FILES:
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(LIBRARIES[library]):
            roots = {found.partition(".")[0] for found in imports(path)}
            assert library not in roots, f"{name} imports {library}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    """A file is read in one sitting, a function in one look."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE, f"{path} is too long"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{path}: {node.name} has {length} lines"


def test_there_is_no_import_ring() -> None:
    """Counting every import, no module reaches itself."""
    graph = {path: set(_files_imported(path)) for path in FILES}
    done: set[Path] = set()

    def visit(path: Path, trail: tuple[Path, ...]) -> None:
        assert path not in trail, " → ".join(str(p.relative_to(ROOT)) for p in (*trail, path))
        if path not in done:
            for other in graph[path]:
                visit(other, (*trail, path))
            done.add(path)

    for path in FILES:
        visit(path, ())


def _files_imported(path: Path) -> Iterator[Path]:
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "builder":
            found = ROOT.joinpath(*parts[1:])
            for candidate in (found.with_suffix(".py"), found / "__init__.py"):
                if candidate.exists() and candidate != path and len(parts) > 1:
                    yield candidate


def test_nothing_catches_every_exception() -> None:
    """A fault of ours shows itself; only `work.Here` hands on what it is given."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and path.name != "work.py":
                assert node.type is not None, f"{path}:{node.lineno}"
                names = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
                assert not {"Exception", "BaseException"} & names, f"{path}:{node.lineno}"
