"""The small site in each language that the theme speaks, built once for all tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, SiteFolder
from tests.once import once

LANGUAGES = ("en-NZ", "mi", "ar", "de")


def in_language(factory: pytest.TempPathFactory, language: str) -> SiteFolder:
    """Return the small site, all of whose theme speaks one language."""

    def make(root: Path) -> None:
        shutil.copytree(ROOT / "tests/projects/small", root, dirs_exist_ok=True)
        settings = root / "site.yaml"
        text = settings.read_text(encoding="utf-8")
        text = re.sub(r"^language: .*$", f"language: {language}", text, flags=re.MULTILINE)
        settings.write_text(text, encoding="utf-8")
        (root / "content/about.mi.md").unlink()  # the site may speak this language itself
        (root / "sessions/hello/segments/pairs.mi.md").unlink()
        SiteFolder(root).build()

    return SiteFolder(once(factory, f"small-{language}", make))
