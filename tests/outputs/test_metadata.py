"""What pages tell programs: read back by readers that are not ours."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.site.metadata import in_page
from tests.conftest import ROOT, SiteFolder

RULES = json.loads((ROOT / "tests/outputs/amb.json").read_text(encoding="utf-8"))
SCHEMA_DTS = ROOT / "tests/tools/node_modules/schema-dts"
TYPESCRIPT = ROOT / "themes/default/client/node_modules/typescript/bin/tsc"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class Head(HTMLParser):
    """What the head of a page says, by property, name or relation."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a meta or link element."""
        found = dict(attrs)
        if tag == "meta" and found.get("content"):
            name = found.get("property") or found.get("name") or ""
            self.said.setdefault(name, []).append(found["content"] or "")
        if tag == "link":
            self.said.setdefault(f"link {found.get('rel')}", []).append(found.get("href") or "")


def described(page: str) -> dict[str, Any]:
    """Return the description in a page, in the words of schema.org."""
    (text,) = SCRIPT.findall(page)
    value: dict[str, Any] = json.loads(text)
    return value


@pytest.fixture
def built(site: SiteFolder) -> SiteFolder:
    """Give the small site, built."""
    site.build()
    return site


def test_a_pack_is_a_learning_resource_with_what_catalogues_ask_for(built: SiteFolder) -> None:
    known = described(built.page("sessions/hello/index.html"))
    assert known["@type"] == "LearningResource"
    assert known["timeRequired"] == "PT30M"
    assert known["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert known["url"] == "https://small.example/sessions/hello/index.html"
    assert known["teaches"] == [
        "Name one thing that goes well for a colleague",
        "Leave with one small thing to try",
    ]
    assert known["isPartOf"][0]["url"] == "https://small.example/sessions/series/first-steps.html"
    assert known["encoding"][0]["contentUrl"] == "https://small.example/sessions/hello.zip"


def test_a_page_and_a_note_are_articles_with_author_and_date(built: SiteFolder) -> None:
    known = described(built.page("about.html"))
    assert (known["@type"], known["author"]) == ("Article", [{"@type": "Person", "name": "Ana"}])
    assert described(built.page("mi/about.html"))["inLanguage"] == "mi"
    assert described(built.page("notes/first-meeting.html"))["datePublished"] == "2026-11-06"


def test_messengers_and_libraries_find_title_author_date_and_licence(built: SiteFolder) -> None:
    said = Head(built.page("sessions/hello/index.html")).said
    assert said["og:title"] == ["Hello: half an hour together"]
    assert said["og:url"] == said["link canonical"]
    assert said["og:locale"] == ["en_NZ"]
    assert said["dcterms.creator"] == ["Ana"]
    assert said["dcterms.license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert Head(built.page("index.html")).said["og:type"] == ["website"]
    assert "dcterms.creator" not in Head(built.page("complete.html")).said


def test_the_catalogues_file_keeps_the_rules_of_its_profile(built: SiteFolder) -> None:
    path = Head(built.page("sessions/hello/index.html")).said["link alternate"]
    assert "metadata.json" in path
    known = json.loads(built.page("sessions/hello/metadata.json"))
    assert [error.message for error in Draft202012Validator(RULES).iter_errors(known)] == []
    assert known["id"] == "https://small.example/sessions/hello/index.html"
    known["license"] = {"id": "CC-BY-4.0"}
    assert not Draft202012Validator(RULES).is_valid(known)


def test_a_licence_without_a_known_address_is_left_out_of_the_catalogues_file(
    site: SiteFolder,
) -> None:
    site.replace("sessions/hello/pack.yaml", "licence: CC-BY-4.0", "licence: MIT-0").build()
    known = json.loads(site.page("sessions/hello/metadata.json"))
    assert "license" not in known
    assert Draft202012Validator(RULES).is_valid(known)


def test_the_types_of_schema_org_know_every_word_we_use(built: SiteFolder, tmp_path: Path) -> None:
    """The dictionary that searches follow, as types: a wrong word does not compile."""
    if not SCHEMA_DTS.exists() or shutil.which("node") is None:
        pytest.fail("schema-dts is missing: run `npm ci` in tests/tools")
    pack = described(built.page("sessions/hello/index.html"))
    page = described(built.page("about.html"))
    code = f"""import type {{ Article, LearningResource, WithContext }} from 'schema-dts';
export const pack: WithContext<LearningResource> = {json.dumps(pack)};
export const page: WithContext<Article> = {json.dumps(page)};
"""
    assert compiled(tmp_path, code) == ""
    assert "teachez" in compiled(tmp_path, code.replace('"teaches"', '"teachez"'))


def compiled(folder: Path, code: str) -> str:
    """Return what the TypeScript compiler says of some code."""
    (folder / "node_modules").mkdir(exist_ok=True)
    link = folder / "node_modules/schema-dts"
    if not link.exists():
        link.symlink_to(SCHEMA_DTS)
    (folder / "said.ts").write_text(code, encoding="utf-8")
    options = ["--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "bundler"]
    command = ["node", str(TYPESCRIPT), *options, "--module", "esnext", "said.ts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_a_hostile_title_ends_no_script_and_stays_what_it_is(site: SiteFolder) -> None:
    title = "</script><script>alert(1)</script> \u2028 <!-- &"
    site.replace("content/about.md", "title: About us", f"title: {json.dumps(title)}").build()
    page = site.page("about.html")
    assert "<script>alert" not in page
    assert described(page)["headline"] == title


def test_what_stands_in_a_page_is_json_without_signs_of_markup() -> None:
    text = in_page({"a": "</script>&\u2029", "b": None, "c": "", "d": [], "e": 0})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"a": "</script>&\u2029", "e": 0}


def test_without_an_address_nothing_speaks_of_addresses(site: SiteFolder) -> None:
    site.replace("site.yaml", "url: https://small.example/\n", "").build()
    page = site.page("sessions/hello/index.html")
    assert "og:url" not in Head(page).said
    assert "metadata.json" not in page
    assert "sessions/hello/metadata.json" not in site.tree()
    assert "url" not in described(page)


def test_a_page_in_a_zip_says_nothing_to_programs(built: SiteFolder, tmp_path: Path) -> None:
    shutil.unpack_archive(built.out / "sessions/hello.zip", tmp_path / "zip")
    page = (tmp_path / "zip/index.html").read_text(encoding="utf-8")
    assert "ld+json" not in page
    assert "og:" not in page
    assert "webmanifest" not in page


def test_a_phone_finds_name_start_and_picture(built: SiteFolder) -> None:
    (path,) = Head(built.page("sessions/hello/index.html")).said["link manifest"]
    assert path == "../../site.webmanifest"
    known = json.loads(built.page("site.webmanifest"))
    assert known["name"] == "Small School"
    assert (built.out / known["start_url"]).is_file()
    assert (built.out / known["icons"][0]["src"]).is_file()
