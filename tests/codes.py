"""The codes of problems, as the source of `builder` and the handbook name them.

A code is what stands where a parameter or a field called `code` is filled. It must stand there as a
text, so that one can search for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CODE = "code"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Taker:
    """A function, method or class that takes a code."""

    name: str
    owner: str
    """For a method: its class, as variables of that class are called; `Report` is `report`."""
    at: int
    """Which of the arguments at a call it is."""


def documented(handbook: Path) -> set[str]:
    """Return the codes with a section; headings in examples are none."""
    text = re.sub(
        r"^```.*?^```$", "", handbook.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    return set(re.findall(r"^## (\S+)$", text, re.MULTILINE))


def code_arguments(folder: Path) -> Iterator[tuple[str, str | None]]:
    """Give each place in the source that fills a code, and the code; None where it is no text."""
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")}
    takers = {taker for module in modules.values() for taker in _takers(module)}
    for path, module in modules.items():
        own = set(_takers(module))
        private = {one.name for one in module.body if isinstance(one, Function)}
        known = own | {taker for taker in takers if taker.owner or taker.name not in private}
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                for value in _filled(node, known, own):
                    for code in _codes(value, module):
                        yield f"{path.relative_to(folder)}:{value.lineno}", code


def _takers(module: ast.Module) -> Iterator[Taker]:
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            fields = [one.target for one in node.body if isinstance(one, ast.AnnAssign)]
            names = [target.id for target in fields if isinstance(target, ast.Name)]
            if CODE in names:
                yield Taker(node.name, "", names.index(CODE))
            methods = [one for one in node.body if isinstance(one, Function)]
            yield from (taker for one in methods for taker in _taker(one, node.name))
    functions = [one for one in ast.walk(module) if isinstance(one, Function)]
    yield from (taker for one in functions for taker in _taker(one, "") if not _is_method(one))


def _taker(function: Function, owner: str) -> Iterator[Taker]:
    names = [one.arg for one in function.args.args if one.arg != "self"]
    if CODE in names:
        yield Taker(function.name, owner.strip("_").lower(), names.index(CODE))


def _is_method(function: Function) -> bool:
    return [one.arg for one in function.args.args[:1]] == ["self"]


def _filled(call: ast.Call, takers: set[Taker], own: set[Taker]) -> Iterator[ast.expr]:
    """Give what a call fills a code with; `own` are the takers of the same module."""
    name, owners = getattr(call.func, "id", ""), {""}
    if isinstance(call.func, ast.Attribute):
        name, place = call.func.attr, call.func.value
        called = getattr(place, "attr", "") or getattr(place, "id", "")
        owners = {one.owner for one in own} - {""} if called == "self" else {called.strip("_")}
    for taker in {one for one in takers if one.name == name and one.owner in owners}:
        yield from (word.value for word in call.keywords if word.arg == CODE)
        yield from call.args[taker.at : taker.at + 1]


def _codes(value: ast.expr, module: ast.Module) -> Iterator[str | None]:
    """Give the codes that an expression may be."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Name):
        found = [code for source in _sources(value.id, module) for code in _codes(source, module)]
        known: list[str | None] = [code for code in found if code is not None]
        yield from known or ([] if value.id == CODE else [None])  # a parameter: see its callers
    else:
        yield None


def _sources(name: str, module: ast.Module) -> Iterator[ast.expr]:
    """Give what a name is bound to: by itself, or as one of several in a loop or from a call."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id == name:
                yield node.value
            elif isinstance(node.value, ast.Call):
                yield from _parts(target, name, _returned(node.value, module))
        elif isinstance(node, ast.For) and isinstance(node.iter, ast.Name):
            yield from _parts(node.target, name, _rows(node.iter.id, module))


def _rows(name: str, module: ast.Module) -> list[ast.expr]:
    """Return the items of a tuple at the top of a module."""
    found = (node for node in module.body if isinstance(node, ast.Assign))
    named = (node for node in found if getattr(node.targets[0], "id", "") == name)
    return [item for node in named if isinstance(node.value, ast.Tuple) for item in node.value.elts]


def _parts(target: ast.expr, name: str, values: list[ast.expr]) -> Iterator[ast.expr]:
    names = [getattr(one, "id", "") for one in target.elts] if isinstance(target, ast.Tuple) else []
    if name in names:
        yield from (v.elts[names.index(name)] for v in values if isinstance(v, ast.Tuple))


def _returned(call: ast.Call, module: ast.Module) -> list[ast.expr]:
    name = getattr(call.func, "id", "")
    made = (node for node in ast.walk(module) if isinstance(node, Function) and node.name == name)
    returns = (node for one in made for node in ast.walk(one) if isinstance(node, ast.Return))
    return [node.value for node in returns if node.value is not None]
