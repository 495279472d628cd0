"""What adding a pack would change in a site, told in lines before anything is written."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.pack import Pack
from builder.source.decode import read_yaml
from builder.source.text import decode_text
from builder.travel import record
from builder.travel.folder import is_passed_over, read_folder, read_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from builder.travel.bundle import Bundle
    from builder.travel.record import Added


@dataclass(frozen=True, slots=True)
class Change:
    """A pack beside the site it is to go to."""

    bundle: Bundle
    here: dict[str, bytes] | None
    """The sources in the pack's folder now; None where there is none."""
    rest: dict[str, bytes]
    """What else lies in it, which no build looks at, and which stays."""
    added: Added | None
    """The pack as it was added; None for a pack of the site's own."""
    missing: tuple[str, ...]
    """Shared files that the site does not have."""
    kept: tuple[tuple[str, str], ...]
    """Shared files that are another here, and how they differ; the site's stay."""

    @property
    def is_same(self) -> bool:
        """Whether the pack is here already, to the last byte."""
        return self.here == self.bundle.pack

    @property
    def local(self) -> tuple[str, ...]:
        """What the site has changed in the pack since it was added."""
        return record.changes(self.added, self.here or {}) if self.added else ()

    def pack_files(self) -> dict[str, bytes]:
        """Return the files of the pack's folder as they will be."""
        made = record.write(self.bundle.id, self.bundle.version, self.bundle.pack)
        return {**self.rest, **self.bundle.pack, record.RECORD: made}


def compare(root: Path, bundle: Bundle) -> Change:
    """Return what a pack would change in a site, or raise Wrong."""
    found = read_folder(root, bundle.folder)
    rest = {path: data for path, data in (found or {}).items() if is_passed_over(path)}
    here = None
    if found is not None:
        here = {path: data for path, data in found.items() if path not in rest}
    added = record.read(rest.pop(record.RECORD, None))
    if not here and added is None:
        here = None  # an empty folder is no pack
    missing, kept = [], []
    for path, data in sorted(bundle.shared.items()):
        if not (root / path).exists() and not (root / path).is_symlink():
            missing.append(path)
            continue
        own = read_one(root, path)
        if own != data:
            kept.append((path, difference(own, data)))
    return Change(bundle, here, rest, added, tuple(missing), tuple(kept))


def difference(here: bytes, there: bytes) -> str:
    """Return how two files differ, in one sentence."""
    try:
        ours, theirs = (data.decode().splitlines() for data in (here, there))
    except UnicodeDecodeError:
        return f"this site's has {len(here)} bytes, the pack's has {len(there)}"
    blocks = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    differing = [block for block in blocks if block[0] != "equal"]
    if not differing:
        return "only their line ends differ"
    lines = sum(max(end - start, last - first) for _, start, end, first, last in differing)
    _, start, end, first, last = differing[0]
    one = _quoted(ours[start] if start < end else "")
    other = _quoted(theirs[first] if first < last else "")
    count = "1 line differs, line" if lines == 1 else f"{lines} lines differ, first line"
    return f"{count} {start + 1}: here {one}, in the pack {other}"


def _quoted(line: str) -> str:
    words = line.strip()
    return f"'{words[:60]}{'…' if len(words) > 60 else ''}'" if words else "nothing"  # noqa: PLR2004 - as said


def facts(path: str, files: Mapping[str, bytes] | None) -> Pack | None:
    """Return what `pack.yaml` says; None where it cannot be read."""
    text, _ = decode_text(path, (files or {}).get("pack.yaml", b""))
    return read_yaml(Pack, path, text).value if text else None


def told(change: Change) -> Iterator[str]:
    """Give what an update would do to a pack that is here, line by line."""
    old, new = change.here or {}, change.bundle.pack
    before, after = (facts(f"{change.bundle.folder}/pack.yaml", files) for files in (old, new))
    for word, one, other in (
        ("version", before and before.version, after and after.version),
        ("minutes", before and before.minutes, after and after.minutes),
        ("licence", before and before.licence, after and after.licence),
    ):
        if one != other:
            yield f"  {word}: {one or 'cannot be read'} here, {other} in the zip"
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield f"  + {path}"
        elif path not in new:
            yield f"  - {path}"
        elif old[path] != new[path]:
            yield f"  ~ {path}: {difference(old[path], new[path])}"
