"""The passphrase part of the age format, written again from its description: c2sp.org/age.

For tests alone: slow, and made of nothing but the standard library.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from base64 import b64encode
from typing import NamedTuple

PIECE = 64 * 1024


class File(NamedTuple):
    """A locked file and its parts."""

    head: bytes
    nonce: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.head + self.nonce + self.body


def lock(
    plain: bytes, passphrase: bytes, factor: int = 16, *, salt: bytes = b"s" * 16, more: str = ""
) -> File:
    """Lock some bytes. `more` is a further stanza, which a passphrase's head must not have."""
    key, nonce = b"k" * 16, b"n" * 16
    size = 128 * 8 * (2**factor + 2)
    wrap = hashlib.scrypt(
        passphrase,
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=2**factor,
        r=8,
        p=1,
        dklen=32,
        maxmem=2 * size,
    )
    wrapped = seal(wrap, bytes(12), key)
    stanza = f"-> scrypt {bare(salt)} {factor}\n{bare(wrapped)}\n{more}"
    sealed = f"age-encryption.org/v1\n{stanza}---".encode()
    mac = hmac.digest(derive(key, b"", b"header"), sealed, "sha256")
    head = sealed + f" {bare(mac)}\n".encode()
    return File(head, nonce, stream(derive(key, nonce, b"payload"), plain))


def stream(key: bytes, plain: bytes) -> bytes:
    """Seal the body, piece by piece."""
    pieces = [plain[at : at + PIECE] for at in range(0, len(plain), PIECE)] or [b""]
    last = len(pieces) - 1
    return b"".join(
        seal(key, at.to_bytes(11, "big") + bytes([at == last]), piece)
        for at, piece in enumerate(pieces)
    )


def armoured(file: bytes, line: str = "\n") -> bytes:
    """Write a file in letters."""
    text = b64encode(file).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    label = "AGE ENCRYPTED FILE-----"
    return line.join([f"-----BEGIN {label}", *lines, f"-----END {label}", ""]).encode()


def bare(data: bytes) -> str:
    """Return base 64 without padding."""
    return b64encode(data).decode().rstrip("=")


def derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """Derive a key: HKDF with SHA-256, 32 bytes."""
    first = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(first, info + b"\x01", "sha256")


def seal(key: bytes, nonce: bytes, plain: bytes) -> bytes:
    """Encrypt and seal: ChaCha20-Poly1305 of RFC 8439, with nothing beside."""
    count = -(-len(plain) // 64)
    pad = b"".join(_block(key, nonce, at + 1) for at in range(count))
    text = bytes(a ^ b for a, b in zip(plain, pad, strict=False))
    padded = text + bytes(-len(text) % 16) + struct.pack("<QQ", 0, len(text))
    return text + _poly1305(_block(key, nonce, 0)[:32], padded)


def _block(key: bytes, nonce: bytes, counter: int) -> bytes:
    start = [*struct.unpack("<4I", b"expand 32-byte k"), *struct.unpack("<8I", key), counter]
    start += struct.unpack("<3I", nonce)
    words = list(start)
    for _ in range(10):
        for at in range(4):
            _quarter(words, at, 4 + at, 8 + at, 12 + at)
        for at in range(4):
            _quarter(words, at, 4 + (at + 1) % 4, 8 + (at + 2) % 4, 12 + (at + 3) % 4)
    return struct.pack("<16I", *((a + b) % 2**32 for a, b in zip(words, start, strict=True)))


def _quarter(words: list[int], a: int, b: int, c: int, d: int) -> None:
    for to, other, mixed, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        words[to] = (words[to] + words[other]) % 2**32
        found = words[mixed] ^ words[to]
        words[mixed] = (found << turn | found >> (32 - turn)) % 2**32


def _poly1305(key: bytes, data: bytes) -> bytes:
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(data), 16):
        piece = data[at : at + 16] + b"\x01"
        total = (total + int.from_bytes(piece, "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")
