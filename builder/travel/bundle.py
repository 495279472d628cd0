"""A zip that peerpress made: its list of files is whole and true, and its sources are one pack."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.model.names import name as name_of
from builder.new import ID
from builder.source.scan import HOW, RESERVED, limit_of
from builder.travel.names import refuse, shown
from builder.travel.unzip import LARGEST, MEGABYTE, unzip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "manifest.json"
SOURCE = "source/"
FOREIGN = "use the zip of a pack as a site made with peerpress offers it"
SHA = re.compile(r"[0-9a-f]{64}")
SHARED = frozenset({"worksheet", "activity", "person", "asset"})
"""What a pack may bring with it, beside its own folder."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a pack's zip brings."""

    id: str
    title: str
    version: str
    pack: dict[str, bytes]
    """The files of the pack's folder, by their paths in it."""
    shared: dict[str, bytes]
    """The shared sheets, activities and people it names, by their paths in a site."""

    @property
    def folder(self) -> str:
        """Where the pack goes in a site."""
        return f"sessions/{self.id}"


def read_file(path: Path, most: int = LARGEST) -> bytes:
    """Return the bytes of a file, or raise Wrong; a pipe is never waited for."""
    if str(path).startswith(("http:/", "https:/")):
        hint = "save it first: a zip by itself, packs.json together with the folder sessions"
        refuse("nothing is fetched from the network", hint)
    try:
        with open(os.open(path, HOW), "rb") as file:  # noqa: PTH123 - opened by descriptor
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                refuse("this is not a file", "name the zip of a pack")
            if found.st_size > most:
                refuse(f"the file has more than {most // MEGABYTE} MB", "name the zip of a pack")
            return file.read(most + 1)
    except OSError as error:
        refuse(f"this cannot be read: {error.strerror or error}", "look how the file is called")


def bundle(data: bytes) -> Bundle:
    """Return what a zip brings, each file compared with the zip's own list; or raise Wrong."""
    files = unzip(data)
    if MANIFEST not in files:
        refuse("the zip has no manifest.json, so peerpress did not make it", FOREIGN)
    manifest = _manifest(files.pop(MANIFEST))
    _verify(manifest["files"], files)
    id_ = str(manifest["id"])
    sources = {
        path.removeprefix(SOURCE): data for path, data in files.items() if path.startswith(SOURCE)
    }
    packs = sorted({name_of(path).pack for path in sources if name_of(path).what == "pack"})
    if any(name_of(path).what == "series" for path in sources):
        hint = f"add the zips of its packs one at a time: {', '.join(packs)}"
        refuse("this is the zip of a series, and not of one pack", hint)
    if packs != [id_] or not ID.fullmatch(id_) or id_ == "series" or id_ in RESERVED:
        refuse("the zip does not hold the sources of the pack that it names", FOREIGN)
    root = f"sessions/{id_}/"
    for path, data_ in sources.items():
        _check_source(path, len(data_), root)
    return Bundle(
        id_,
        str(manifest["title"]),
        str(manifest["version"]),
        {p.removeprefix(root): d for p, d in sources.items() if p.startswith(root)},
        {p: d for p, d in sources.items() if not p.startswith(root)},
    )


def _manifest(data: bytes) -> dict[str, Any]:
    """Return the list, whose every field is looked at before it is believed."""
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError):
        refuse("manifest.json in the zip cannot be read")
    good = isinstance(value, dict) and all(
        isinstance(value.get(key), str) for key in ("id", "title", "version")
    )
    if not good or not isinstance(value.get("files"), list):
        refuse("manifest.json in the zip is not the list of a pack's files", FOREIGN)
    if value.get("format") != 1:
        refuse("the zip is of a newer form than this peerpress knows", "install a newer peerpress")
    return dict(value)


def _verify(listed: list[Any], files: Mapping[str, bytes]) -> None:
    """Compare what is listed with what is there: nothing more, nothing less, nothing else."""
    seen: set[str] = set()
    for row in listed:
        path, sha = (row.get("path"), row.get("sha256")) if isinstance(row, dict) else (None, None)
        if not isinstance(path, str) or not isinstance(sha, str) or not SHA.fullmatch(sha):
            refuse("manifest.json in the zip is not the list of a pack's files", FOREIGN)
        if path in seen:
            refuse(f"{shown(path)} is listed twice in manifest.json")
        if path not in files:
            refuse(f"{shown(path)} is listed in manifest.json and not in the zip")
        same = len(files[path]) == row.get("size") and digest(files[path]) == sha
        if not same:
            refuse(f"{shown(path)} is not what manifest.json says: somebody changed it")
        seen.add(path)
    for path in sorted(files.keys() - seen):
        refuse(f"{shown(path)} is in the zip and not in manifest.json")


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, as manifests have it."""
    return hashlib.sha256(data).hexdigest()


def _check_source(path: str, size: int, root: str) -> None:
    """Refuse what a pack does not bring: settings, pages, notes of a host, or hidden files."""
    what = name_of(path)
    passed_over = any(part.startswith(".") or part.endswith("~") for part in path.split("/"))
    own = path.startswith(root) and what.what != "unknown"
    shared = path.startswith("content/") and what.what in SHARED
    if passed_over or not (own or shared):
        refuse(f"the zip would bring {shown(path)}, which is no part of a pack")
    if size > limit_of(path):
        refuse(f"{shown(path)} is larger than a file of its kind may be", "tell those who made it")
