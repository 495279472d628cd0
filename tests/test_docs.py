"""The handbook keeps up with the code: no field, container, command or problem without words."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from builder import cli
from builder.markdown.containers import CONTAINERS
from builder.source.reference import reference
from builder.source.schema import fields
from tests.codes import code_arguments, documented

ROOT = Path(__file__).parent.parent
HANDBOOK = ROOT / "content/handbook"
PAGES = sorted(HANDBOOK.glob("*.md"))
TOLD_IN = {
    "activity": "pages.md",
    "glossary": "pages.md",
    "pack": "packs.md",
    "pack-words": "pages.md",
    "page": "pages.md",
    "person": "pages.md",
    "series": "pages.md",
    "site": "first-site.md",
    "theme": "themes.md",
    "tools": "pages.md",
    "worksheet": "worksheets.md",
}
"""Where the fields of each kind of file are explained to those who write it."""
UNWRITTEN = {"pack": {"segment", "act"}, "theme": {"name"}}
"""Fields whose names nobody writes: `purpose: drop` names the segment itself, and what to do."""
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
GIVEN = re.compile(r"^\s*(peerpress(?: .+)?)$", re.MULTILINE)


def blocks(*languages: str) -> Iterator[tuple[str, str]]:
    """Give the name of a page with each of its blocks in a language, indented or not."""
    for page in (*PAGES, ROOT / "README.md"):
        for _, language, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            if language in languages:
                yield page.name, text


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


def test_every_kind_of_file_has_its_place_in_the_handbook() -> None:
    """A new kind cannot be forgotten."""
    assert set(TOLD_IN) == set(cli.FIELDS_OF)
    text = (HANDBOOK / "command-line.md").read_text(encoding="utf-8")
    for kind in cli.FIELDS_OF:
        assert f"`{kind}`" in text, f"schema {kind} is not described"


@pytest.mark.parametrize("kind,page", TOLD_IN.items())
def test_each_field_is_explained_where_its_file_is(kind: str, page: str) -> None:
    """By its name, as it is written: in a sentence, a table or an example."""
    text = (HANDBOOK / page).read_text(encoding="utf-8")
    names = {doc.name.rpartition(".")[2] for doc in fields(kind)} - UNWRITTEN.get(kind, set())
    assert names
    examples = [block for _, language, block in BLOCK.findall(text) if language != "text"]
    spans = re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))
    told = {span for span in spans if re.fullmatch(r"[\w-]+", span)}
    told |= set(re.findall(r"(?:^|[\s{,(])([\w-]+):(?=[\s,}]|$)", "\n".join(examples + spans)))
    assert names - told == set(), f"{page} says nothing of these fields of {kind}"


def test_each_problem_has_a_section_and_a_place_in_the_list_above_them() -> None:
    """So that whoever sees a code finds it, and whoever reads the list sees all there are."""
    page = HANDBOOK / "problems.md"
    text = page.read_text(encoding="utf-8")
    codes = {code for _, code in code_arguments(ROOT / "builder") if code}
    listed = re.findall(r"\[([a-z0-9-]+)\]\(#\1\)", text.partition("\n## ")[0])
    assert documented(page) == codes
    assert sorted(listed) == sorted(codes)


def test_every_command_in_the_handbook_can_be_given() -> None:
    """As it stands there, with its options."""
    given = [(page, line) for page, text in blocks("sh", "bat") for line in GIVEN.findall(text)]
    assert len(given) > 20
    for page, line in given:
        words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
        if words in (["--version"], [words[0], "--help"]):
            continue
        try:
            cli._parser().parse_args(words)
        except SystemExit:
            pytest.fail(f"{page}: '{line}' is not understood")


def test_every_example_in_yaml_is_yaml() -> None:
    """Whoever copies one gets no message about its form; mistakes are shown on one page only."""
    found = [(page, text) for page, text in blocks("yaml") if page != "problems.md"]
    assert len(found) > 20
    for page, text in found:
        try:
            list(yaml.safe_load_all(text))
        except yaml.YAMLError as error:
            pytest.fail(f"{page}: {error}")


def test_every_page_of_the_handbook_is_in_its_list() -> None:
    """A page that is not there is read by nobody."""
    front = (HANDBOOK / "index.md").read_text(encoding="utf-8")
    table = front.partition("## The whole thing")[0]
    listed = set(re.findall(r"\]\(([a-z-]+\.md)(?:#[\w-]+)?\)", table))
    assert listed == {page.name for page in PAGES} - {"index.md"}
