"""The handbook keeps up with the code: no field, container or command without words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder import cli
from builder.markdown.containers import CONTAINERS
from builder.source.reference import reference

ROOT = Path(__file__).parent.parent
HANDBOOK = ROOT / "content/handbook"


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return every command of the command line."""
    for action in cli._parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    message = "the command line has no commands"
    raise AssertionError(message)


def test_the_field_reference_is_what_the_code_says(golden: Callable[[Path, str], None]) -> None:
    """Refreshed by `pytest --golden`, and read in the diff."""
    golden(HANDBOOK / "fields.md", reference())


@pytest.mark.parametrize("name", commands())
def test_each_command_has_its_section_with_its_options(name: str) -> None:
    """A heading, and each option by its name."""
    text = (HANDBOOK / "command-line.md").read_text(encoding="utf-8")
    assert re.search(rf"^##+ .*\b{name}\b", text, re.MULTILINE), f"no section for {name}"
    for action in commands()[name]._actions:
        for option in action.option_strings:
            if option.startswith("--") and action.help != argparse.SUPPRESS:
                assert option in text or option == "--help", f"{name} {option} is not described"


@pytest.mark.parametrize("name", CONTAINERS)
def test_each_container_is_explained_where_packs_are(name: str) -> None:
    """With an example that an author can copy."""
    text = (HANDBOOK / "packs.md").read_text(encoding="utf-8")
    assert f"`{name}`" in text or f"::: {name}" in text


def test_the_handbook_names_no_file_that_is_not_there() -> None:
    """Paths in code spans that look like ours exist."""
    for page in HANDBOOK.glob("*.md"):
        for path in re.findall(r"`(builder/[\w/.]+|themes/default/[\w/.]+)`", page.read_text()):
            assert (ROOT / path).exists(), f"{page.name} names {path}"
