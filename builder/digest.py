"""One hash for bytes and for any frozen value, the same on every machine and in every process."""

from __future__ import annotations

import datetime
import enum
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import PurePath
from types import FunctionType

SIZE = 16
"""Bytes in a digest: 128 bits, so that no two values of one site meet by chance."""


def of_bytes(data: bytes) -> str:
    """Return the hexadecimal digest of some bytes."""
    return blake2b(data, digest_size=SIZE).hexdigest()


class Digester:
    """Digests values, remembering those it has met by identity.

    A value shared by a thousand views (a navigation, say) is hashed once per build. The values are
    kept alive meanwhile, so that an identity is never used twice. Identity and not equality:
    comparing large views for equality costs more than hashing them again.
    """

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> str:
        """Return the hexadecimal digest of a value made of frozen dataclasses and plain values."""
        return self._raw(value).hex()

    def _raw(self, value: object) -> bytes:
        if isinstance(value, str):
            return _leaf(b"s", value.encode("utf-8", "surrogatepass"))
        if value is None or isinstance(value, (bool, int, float)):
            return _leaf(b"n", repr(value).encode())
        known = self._known.get(id(value))
        if known is None:
            known = (value, self._compound(value))
            self._known[id(value)] = known
        return known[1]

    def _compound(self, value: object) -> bytes:
        if isinstance(value, (tuple, list)):
            return _node(b"t", [self._raw(item) for item in value])
        if is_dataclass(value) and not isinstance(value, type):
            kind = type(value)
            parts = [self._raw(getattr(value, name)) for name in _names(kind)]
            return _node(f"d{kind.__module__}.{kind.__qualname__}".encode(), parts)
        if isinstance(value, (frozenset, set)):
            return _node(b"f", sorted(self._raw(item) for item in value))
        if isinstance(value, dict):
            pairs = sorted(self._raw(key) + self._raw(item) for key, item in value.items())
            return _node(b"m", pairs)
        return _leaf(b"v", _plain(value))


def _plain(value: object) -> bytes:
    """Return the bytes of a plain value; of functions only those that close over nothing."""
    if isinstance(value, bytes):
        return b"b" + value
    if isinstance(value, enum.Enum):
        return f"e{type(value).__qualname__}.{value.name}".encode()
    if isinstance(value, (datetime.date, datetime.time)):
        return f"i{value.isoformat()}".encode()
    if isinstance(value, PurePath):
        return f"p{value.as_posix()}".encode()
    if isinstance(value, FunctionType) and "<" not in value.__qualname__:
        return f"f{value.__module__}.{value.__qualname__}".encode()
    message = f"a {type(value).__qualname__} cannot be part of a view: it has no digest"
    raise TypeError(message)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """What does not count when two values are compared does not count here either."""
    return tuple(field.name for field in fields(kind) if field.compare)


def _leaf(tag: bytes, data: bytes) -> bytes:
    return blake2b(tag + data, digest_size=SIZE).digest()


def _node(tag: bytes, parts: list[bytes]) -> bytes:
    digest = blake2b(tag + b"%d:" % len(parts), digest_size=SIZE)
    for part in parts:
        digest.update(part)
    return digest.digest()
