"""Zips: the same bytes on any day, and a list to check a copy by."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

from builder.outputs.inside import TextView, text_file
from builder.outputs.zips import ManifestView, ZipView, manifest, zip_file
from builder.plan import Need
from tests.conftest import SiteFolder
from tests.outputs.shelf import Shelf

PAGE = b"<!doctype html>" + b"words " * 200


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


class TestTheZip:
    def test_it_holds_what_it_needs_under_the_same_paths(self) -> None:
        shelf = Shelf().put("b/page.html", PAGE).put("a.txt", b"a")
        archive = opened(zip_file(ZipView("pack:x"), shelf))
        assert archive.namelist() == ["a.txt", "b/page.html"]
        assert archive.read("b/page.html") == PAGE

    def test_the_order_in_which_things_were_made_does_not_show(self) -> None:
        one = Shelf().put("a.txt", b"a").put("b.txt", b"b")
        other = Shelf().put("b.txt", b"b").put("a.txt", b"a")
        assert zip_file(ZipView("pack:x"), one) == zip_file(ZipView("pack:x"), other)

    def test_nothing_in_it_knows_the_day_the_machine_or_its_user(self) -> None:
        for info in opened(zip_file(ZipView("pack:x"), Shelf().put("a.txt", b"a"))).infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.create_system == 3
            assert info.external_attr >> 16 == 0o100644
            assert info.extra == b""

    def test_text_is_squeezed_and_what_is_squeezed_already_is_stored(self) -> None:
        shelf = Shelf().put("page.html", PAGE).put("font.woff2", PAGE).put("inner.ZIP", PAGE)
        kinds = {
            i.filename: i.compress_type for i in opened(zip_file(ZipView(""), shelf)).infolist()
        }
        assert kinds["page.html"] == zipfile.ZIP_DEFLATED
        assert kinds["font.woff2"] == kinds["inner.ZIP"] == zipfile.ZIP_STORED


class TestTheManifest:
    def test_it_gives_size_and_sha256_of_each_file_in_order(self) -> None:
        shelf = Shelf().put("b.txt", b"bb").put("a.txt", b"a")
        made = json.loads(manifest(ManifestView("x", "A title", "1.2"), shelf))
        assert (made["format"], made["id"], made["title"], made["version"]) == (
            1,
            "x",
            "A title",
            "1.2",
        )
        assert [(file["path"], file["size"]) for file in made["files"]] == [
            ("a.txt", 1),
            ("b.txt", 2),
        ]
        assert made["files"][0]["sha256"] == hashlib.sha256(b"a").hexdigest()

    def test_letters_stay_letters(self) -> None:
        made = manifest(ManifestView("x", "Kōwhai", ""), Shelf())
        assert "Kōwhai" in made.decode()


class TestInASite:
    def test_a_text_has_line_ends_that_every_editor_shows(self) -> None:
        assert text_file(TextView("a\nb\n"), Shelf()) == b"a\r\nb\r\n"

    def test_a_pack_and_a_series_have_a_zip_and_so_has_the_site(self, site: SiteFolder) -> None:
        site.build()
        assert {"sessions/hello.zip", "sessions/series/first-steps.zip", "site.zip"} <= set(
            site.tree()
        )

    def test_the_zip_of_the_site_holds_all_but_itself(self, site: SiteFolder) -> None:
        site.build()
        tree = site.tree()
        assert set(opened(tree["site.zip"]).namelist()) == set(tree) - {"site.zip"}

    def test_zips_can_be_switched_off_and_nothing_leads_to_them(self, site: SiteFolder) -> None:
        text = (site.root / "site.yaml").read_text(encoding="utf-8")
        site.write({"site.yaml": text.replace("{pdf: false}", "{pdf: false, zip: no}")})
        site.build()
        assert [path for path in site.tree() if path.endswith(".zip")] == []
        assert ".zip" not in site.page("index.html")
        assert ".zip" not in site.page("complete.html")

    def test_a_zip_says_how_to_use_it_and_what_is_allowed(self, site: SiteFolder) -> None:
        site.build()
        archive = opened(site.tree()["sessions/hello.zip"])
        assert b"index.html" in archive.read("HOW-TO-USE.txt")
        assert b"CC-BY-4.0: https://creativecommons.org/" in archive.read("LICENCE.txt")

    def test_a_zip_needs_its_whole_scope(self) -> None:
        assert Need("pack:x").path is None
