"""Print all measurements: `make bench`."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version

from tests.benchmarks import idle, pdf

if __name__ == "__main__":
    packs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"Python {platform.python_version()}, typst {version('typst')}, CPU seconds")
    idle.measure()
    pdf.measure(packs)
