"""Another site's `packs.json`, from a file: what it lists, and a zip that lies beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from builder.digest import of_bytes
from builder.model.config import Config
from builder.problems import did_you_mean
from builder.source.decode import read_yaml
from builder.source.text import decode_text
from builder.travel.bundle import read_file
from builder.travel.compare import facts
from builder.travel.names import refuse, shown, unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOREIGN = "take the packs.json of a site made with peerpress"
MOST = 8 * 1024 * 1024
"""Bytes of a catalogue."""

Entry = dict[str, Any]


def read(path: Path) -> list[Entry]:
    """Return the packs of a catalogue, each with its id, title, minutes, version and licence."""
    try:
        value = json.loads(read_file(path, MOST).decode())
        entries = [_entry(one) for one in value["packs"]]
        known = value["format"] == 1
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        refuse("this is not a catalogue of packs", FOREIGN)
    if not known:
        refuse("the catalogue is of a form this peerpress does not know", "get a newer peerpress")
    return entries


def _entry(one: Entry) -> Entry:
    texts = {key: one[key] for key in ("id", "title", "version", "licence")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError
    return {**texts, "minutes": int(one["minutes"]), "zip": one.get("zip")}


def listed(entries: list[Entry], root: Path) -> Iterator[str]:
    """Give a line for each pack under a line of headings, with what this site has of it."""
    columns = ("id", "minutes", "version", "licence")
    entries = sorted(entries, key=lambda entry: str(entry["id"]))
    rows = [tuple(str(entry[name]) for name in columns) for entry in entries]
    rows.insert(0, columns)
    widths = [max(len(row[place]) for row in rows) for place in range(len(columns))]
    about = ["title", *(f"{entry['title']}{_here(entry, root)}" for entry in entries)]
    for row, words in zip(rows, about, strict=True):
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"{'  '.join(cells)}  {words}"
    yield "To take one: peerpress add --from packs.json ID"


def _here(entry: Entry, root: Path) -> str:
    if unsafe(entry["id"]) or "/" in entry["id"]:
        return ""
    path = root / "sessions" / entry["id"] / "pack.yaml"
    if not path.is_file():
        return ""
    pack = facts(str(path), {"pack.yaml": read_file(path)})
    return f" (version {pack.version} is here)" if pack else " (it is here)"


def fetch(entries: list[Entry], path: Path, id_: str) -> tuple[Path, bytes]:
    """Return the zip of a pack that lies where the catalogue says, and is the one it tells of."""
    entry = next((entry for entry in entries if entry["id"] == id_), None)
    if entry is None:
        hint = did_you_mean(id_, [entry["id"] for entry in entries])
        refuse(f"the catalogue has no pack {shown(id_)}", hint)
    about = entry["zip"]
    if not isinstance(about, dict) or not isinstance(about.get("path"), str):
        refuse(f"the catalogue offers no zip of {shown(id_)}", "ask the site for one")
    name = about["path"]
    why = unsafe(name)
    if why:
        refuse(why, "name the zip itself: peerpress add FILE.zip")
    found = path.parent / name
    if not found.resolve().is_relative_to(path.parent.resolve()):
        refuse(f"{shown(name)} is a link that leads elsewhere", "name the zip itself")
    if not found.is_file():
        refuse(f"there is no {name} beside the catalogue", "nothing is fetched: save it there")
    data = read_file(found)
    if (len(data), of_bytes(data)) != (about.get("size"), about.get("blake2b-128")):
        hint = "save both again, or name the zip itself: peerpress add FILE.zip"
        refuse(f"{shown(name)} is not the zip that the catalogue tells of", hint)
    return found, data


def licence_of(root: Path) -> str:
    """Return the licence of a site's pages; nothing where its settings cannot be read."""
    text, _ = decode_text("site.yaml", read_file(root / "site.yaml"))
    config = read_yaml(Config, "site.yaml", text).value if text else None
    return config.licence if config else ""
