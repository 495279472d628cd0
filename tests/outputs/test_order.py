"""What a centre keeps in order: what is held back is nowhere, and each thing knows its place."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator

from tests.conftest import SiteFolder


def everything(site: SiteFolder) -> Iterator[tuple[str, bytes]]:
    """Give every published file, and every file in a zip."""
    for path, data in site.tree().items():
        yield path, data
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield f"{path}/{name}", archive.read(name)


class TestHeldBack:
    def test_a_draft_and_what_is_expired_or_still_to_come_are_in_no_file(
        self, site: SiteFolder
    ) -> None:
        head = "title: CANARYAHEAD\npublished: 2026-11-22\nauthors: [ana]\ntags: [CANARYTAG]\n"
        text = f"---\n{head}aliases: [CANARYOLD.html]\n---\nCANARYAHEAD: tomorrow.\n"
        site.write({"content/notes/ahead.md": text})
        site.build()
        files = list(everything(site))
        assert len(files) > 100
        held = re.compile(rb"CANARY(DRAFT|EXPIRED|AHEAD|TAG|OLD)", re.IGNORECASE)
        assert [path for path, data in files if held.search(data + path.encode())] == []

    def test_from_its_day_on_it_is_in_its_lists(self, site: SiteFolder) -> None:
        site.write(
            {"content/notes/ahead.md": "---\ntitle: Ahead\npublished: 2026-11-22\n---\nW.\n"}
        )
        SiteFolder(site.root, site.today.replace(day=22)).build()
        for path in ("notes/index.html", "notes/2026/11.html", "complete.html", "feed.xml"):
            assert "Ahead" in site.page(path), path

    def test_what_expires_leaves_on_its_day(self, site: SiteFolder) -> None:
        site.write({"content/p.md": "---\ntitle: P\nexpires: 2026-11-22\n---\nWords.\n"})
        site.build()
        assert (site.out / "p.html").exists()
        built = SiteFolder(site.root, site.today.replace(day=22)).build()
        assert "p.html" in built.removed


class TestASeries:
    def test_each_pack_says_which_part_it_is_and_leads_to_its_neighbours(
        self, site: SiteFolder
    ) -> None:
        for name in ("again", "further"):
            folder = site.root / "sessions" / name
            shutil.copytree(site.root / "sessions/hello", folder)
            site.replace(
                f"sessions/{name}/pack.yaml", "Hello: half an hour", f"{name.title()}: half"
            )
        site.replace("sessions/series/first-steps.yaml", "[hello]", "[hello, again, further]")
        site.build()
        page = site.page("sessions/again/index.html")
        assert 'Part 2 of 3 of <a href="../series/first-steps.html">First steps</a>' in page
        assert '<a href="../hello/index.html" rel="prev">' in page
        assert '<a href="../further/index.html" rel="next">' in page
        first, last = (site.page(f"sessions/{name}/index.html") for name in ("hello", "further"))
        assert "Part 1 of 3 of" in first
        assert 'rel="prev"' not in first
        assert "Part 3 of 3 of" in last
        assert 'rel="next"' not in last


class TestPeople:
    def test_a_person_who_leaves_is_in_no_file(self, site: SiteFolder) -> None:
        """Their page is one file; who is named by nothing else is gone with it."""
        site.write({"content/people/bo.md": "---\ntitle: CANARYBO\n---\nCANARYBO was here.\n"})
        site.write({"content/q.md": "---\ntitle: Q\nauthors: [bo]\n---\nWords.\n"})
        site.build()
        assert "CANARYBO" in site.page("q.html")
        site.replace("content/q.md", "authors: [bo]\n", "")
        site.write({"content/people/bo.md": None})
        site.build()
        assert [path for path, data in everything(site) if b"CANARYBO" in data] == []
        assert not list(site.out.rglob("*bo.html"))
