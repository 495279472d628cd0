"""Another site's catalogue, from a file: its packs are listed, and taken from beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.cli import main
from builder.digest import of_bytes
from builder.travel.add import Wish, add
from builder.travel.told import Told
from tests.conftest import SiteFolder
from tests.travel.archives import zipped

DATA = zipped()
HELLO: dict[str, Any] = {
    "id": "hello",
    "title": "Hello",
    "minutes": 30,
    "version": "1.0",
    "licence": "CC-BY-4.0",
    "zip": {"path": "sessions/hello.zip", "size": len(DATA), "blake2b-128": of_bytes(DATA)},
}
WELL = {**HELLO, "id": "begin-well", "title": "Begin well", "minutes": 75, "zip": None}


@pytest.fixture
def other(tmp_path: Path) -> SiteFolder:
    """Give a site with settings and nothing else; beside it lies another site's catalogue."""
    (tmp_path / "theirs/sessions").mkdir(parents=True)
    (tmp_path / "theirs/sessions/hello.zip").write_bytes(DATA)
    site = SiteFolder(tmp_path / "other").write({"site.yaml": "id: other\ntitle: Other\n"})
    publish(site, HELLO, WELL)
    return site


def publish(site: SiteFolder, *packs: dict[str, Any], **more: Any) -> None:
    """Write the catalogue of the other site."""
    value = {"format": 1, "site": "theirs", "title": "Theirs", "packs": packs, **more}
    (site.root.parent / "theirs/packs.json").write_text(json.dumps(value), encoding="utf-8")


def ask(site: SiteFolder, id_: str = "") -> Told:
    """List the catalogue, or take a pack of it."""
    path = str(site.root.parent / "theirs/packs.json")
    return add(site.project(), Wish(id_, path) if id_ else Wish(path))


def refusal(site: SiteFolder, id_: str = "hello") -> str:
    """Return why a pack is not taken; nothing has been written then."""
    told = ask(site, id_)
    assert not told.good
    assert [path.name for path in site.root.iterdir()] == ["site.yaml"]
    (problem,) = told.problems
    assert problem.hint
    return problem.message


def test_packs_are_listed_with_what_is_here(other: SiteFolder) -> None:
    """Minutes, version and licence of each; and which of them this site has, in which version."""
    assert ask(other).lines == (
        "id          minutes  version  licence    title",
        "begin-well  75       1.0      CC-BY-4.0  Begin well",
        "hello       30       1.0      CC-BY-4.0  Hello",
        "To take one: peerpress add --from packs.json ID",
    )
    ask(other, "hello")
    assert ask(other).lines[2] == (
        "hello       30       1.0      CC-BY-4.0  Hello (version 1.0 is here)"
    )


def test_a_pack_is_taken_from_beside_its_catalogue(other: SiteFolder) -> None:
    """As if its zip had been named."""
    told = ask(other, "hello")
    assert told.good
    assert told.lines[0] == "Added 'Hello' in sessions/hello: version 1.0, 30 minutes."
    assert (other.root / "sessions/hello/pack.yaml").is_file()


def test_the_catalogue_that_a_site_publishes_is_understood(
    site: SiteFolder, other: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the command line, with the files as they are published."""
    site.build()
    path = str(site.out / "packs.json")
    assert main(["add", path, "--site", str(other.root)]) == 0
    assert "hello  30       1.0      CC-BY-4.0  Hello: half an hour" in capsys.readouterr().out
    assert main(["add", "--from", path, "hello", "--site", str(other.root)]) == 0
    assert (other.root / "sessions/hello/pack.yaml").is_file()


def test_a_zip_that_is_not_the_one_told_of_is_refused(other: SiteFolder) -> None:
    """Another version of it may lie there, or half of it."""
    zip_ = other.root.parent / "theirs/sessions/hello.zip"
    zip_.write_bytes(DATA[:-1])
    assert refusal(other) == "'sessions/hello.zip' is not the zip that the catalogue tells of"
    zip_.unlink()
    assert refusal(other) == "there is no sessions/hello.zip beside the catalogue"
    assert refusal(other, "begin-well") == "the catalogue offers no zip of 'begin-well'"
    assert refusal(other, "helo") == "the catalogue has no pack 'helo'"


@pytest.mark.parametrize("path", ["../hello.zip", "/etc/hello.zip", "a\\b.zip", "C:/hello.zip"])
def test_a_catalogue_that_leads_elsewhere_is_not_followed(path: str, other: SiteFolder) -> None:
    """The zip lies below the catalogue, or nowhere."""
    (other.root.parent / "hello.zip").write_bytes(DATA)
    publish(other, {**HELLO, "zip": {**HELLO["zip"], "path": path}})
    assert path.replace("\\", "\\") in refusal(other)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_link_out_of_its_folder_is_not_followed(other: SiteFolder) -> None:
    """Even where what it leads to is the very zip."""
    (other.root.parent / "hello.zip").write_bytes(DATA)
    zip_ = other.root.parent / "theirs/sessions/hello.zip"
    zip_.unlink()
    zip_.symlink_to(other.root.parent / "hello.zip")
    assert refusal(other) == "'sessions/hello.zip' is a link that leads elsewhere"


def _write(text: str) -> Callable[[SiteFolder], None]:
    def write(site: SiteFolder) -> None:
        (site.root.parent / "theirs/packs.json").write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    "change",
    [
        _write("words"),
        _write("[" * 100_000),
        _write("[]"),
        _write('{"packs": 5, "format": 1}'),
        lambda site: publish(site, {"id": "hello"}),
        lambda site: publish(site, {**HELLO, "title": 5}),
        lambda site: publish(site, {**HELLO, "minutes": "x"}),
    ],
)
def test_what_is_no_catalogue_is_refused(
    change: Callable[[SiteFolder], None], other: SiteFolder
) -> None:
    """Whatever is in the file."""
    change(other)
    assert refusal(other) == "this is not a catalogue of packs"


def test_a_catalogue_of_another_form_is_refused(other: SiteFolder) -> None:
    """It may mean something else by the same words."""
    publish(other, HELLO, format=2)
    assert refusal(other) == "the catalogue is of a form this peerpress does not know"


def test_nothing_is_fetched(other: SiteFolder) -> None:
    """An address is answered in a sentence."""
    for wish in (
        Wish("https://example.org/packs.json"),
        Wish("hello", "https://example.org/packs.json"),
        Wish("https://example.org/hello.zip"),
    ):
        told = add(other.project(), wish)
        assert told.problems[0].message == "nothing is fetched from the network"
