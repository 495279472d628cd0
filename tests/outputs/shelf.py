"""A stock that makers read in tests: bytes at hand, no store."""

from __future__ import annotations

from builder.digest import of_bytes
from builder.plan import Made


class Shelf:
    """Keeps bytes by digest, and handles by path."""

    def __init__(self, **files: bytes) -> None:
        self.needs: dict[str, Made] = {}
        self._bytes: dict[str, bytes] = {}
        for path, data in files.items():
            self.put(path, data)

    def put(self, path: str, data: bytes) -> Shelf:
        """Keep some bytes under a path."""
        digest = of_bytes(data)
        self._bytes[digest] = data
        self.needs[path] = Made(digest, len(data))
        return self

    def read(self, digest: str) -> bytes:
        """Return the bytes kept under a digest."""
        return self._bytes[digest]
