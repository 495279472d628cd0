"""Cartridges: read as learning platforms read them, with none of our own code."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import SiteFolder

CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource}"
ROLE = f"{CP}metadata/{LOM}lom/{LOM}educational/{LOM}intendedEndUserRole/{LOM}value"
LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
TOPIC = "{http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1}"
TYPES = {"webcontent", "imswl_xmlv1p1", "imsdt_xmlv1p1"}
FACILITATOR = ("CANARYSAY", "CANARYDO", "CANARYWATCH", "CANARYSHORT", "CANARYSTUCK")


class Cartridge:
    """A cartridge as a platform opens it: a manifest, and what it names."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()
        self.manifest = self.archive.read("imsmanifest.xml")
        self.root = ET.fromstring(self.manifest)  # noqa: S314 - we have just made it ourselves
        self.resources = {one.get("identifier", ""): one for one in self.root.iter(f"{CP}resource")}

    def read(self, name: str) -> str:
        """Return a text in it."""
        return self.archive.read(name).decode()

    def items(self) -> list[tuple[str, ET.Element]]:
        """Return title and resource of each thing, in the order shown."""
        return [
            (item.findtext(f"{CP}title") or "", self.resources[item.get("identifierref", "")])
            for item in self.root.iter(f"{CP}item")
            if item.get("identifierref")
        ]

    def xml(self, resource: ET.Element) -> ET.Element:
        """Return what a link or topic holds."""
        file = resource.find(f"{CP}file")
        assert file is not None
        return ET.fromstring(self.read(file.get("href", "")))  # noqa: S314 - as above


@pytest.fixture
def cartridge(site: SiteFolder) -> Cartridge:
    """Give the cartridge of the small site's pack."""
    site.build()
    return Cartridge((site.out / "sessions/hello.imscc").read_bytes())


def test_a_platform_knows_it_by_its_first_bytes(cartridge: Cartridge) -> None:
    """Moodle looks for the namespace among the first 500 bytes, without a version attribute."""
    assert b'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"' in cartridge.manifest[:500]
    assert cartridge.root.get("version") is None
    assert cartridge.root.findtext(f"{CP}metadata/{CP}schema") == "IMS Common Cartridge"
    assert cartridge.root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.1.0"
    assert b"authorizations" not in cartridge.manifest


def test_there_is_one_course_with_an_untitled_root_and_titled_items(cartridge: Cartridge) -> None:
    (organization,) = cartridge.root.iter(f"{CP}organization")
    assert organization.get("structure") == "rooted-hierarchy"
    (root,) = organization.findall(f"{CP}item")
    assert root.find(f"{CP}title") is None
    for item in root.iter(f"{CP}item"):
        assert item is root or item.findtext(f"{CP}title")


def test_every_name_leads_somewhere_and_every_file_is_named(cartridge: Cartridge) -> None:
    """A schema would not notice a reference that leads nowhere."""
    ids = [one.get("identifier") for one in cartridge.root.iter() if one.get("identifier")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", id_ or "") for id_ in ids)
    referred = [one.get("identifierref") for one in cartridge.root.iter()]
    assert {ref for ref in referred if ref} == set(cartridge.resources)
    files = {one.get("href") for one in cartridge.root.iter(f"{CP}file")}
    assert files == set(cartridge.names) - {"imsmanifest.xml"}
    for resource in cartridge.resources.values():
        assert resource.get("type") in TYPES
        if resource.get("href"):
            assert resource.get("href") in files


def test_what_is_for_the_facilitator_comes_hidden_and_nothing_of_it_is_elsewhere(
    cartridge: Cartridge,
) -> None:
    for title, resource in cartridge.items():
        leads = resource.findtext(ROLE) == "Instructor"
        assert leads == ("guide" in title.lower())
        path = resource.get("href") or ""
        if path.endswith(".html"):
            page = cartridge.read(path)
            assert all(word in page for word in FACILITATOR) == leads
            assert any(word in page for word in FACILITATOR) == leads


def test_pages_hold_nothing_that_a_platform_strips(cartridge: Cartridge) -> None:
    for name in cartridge.names:
        if name.endswith(".html"):
            page = cartridge.read(name)
            assert not re.search(r"<(script|style|link|iframe|form|svg)\b", page), name
            assert "style=" not in page
            for address in re.findall(r'(?:href|src)="([^"#:]+)"', page):
                path = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
                assert path in cartridge.names


def test_worksheets_are_links_to_where_they_keep_what_is_typed(cartridge: Cartridge) -> None:
    links = {
        title: cartridge.xml(resource)
        for title, resource in cartridge.items()
        if resource.get("type") == "imswl_xmlv1p1"
    }
    assert set(links) == {"Slip", "Look back", "Workbook: your plan and journal"}
    for title, link in links.items():
        assert link.findtext(f"{LINK}title") == title
        url = link.find(f"{LINK}url")
        assert url is not None
        assert (url.get("href") or "").startswith("https://small.example/")


def test_the_central_question_is_a_topic_to_talk_over(cartridge: Cartridge) -> None:
    (topic,) = (
        cartridge.xml(resource)
        for _, resource in cartridge.items()
        if resource.get("type") == "imsdt_xmlv1p1"
    )
    text = topic.find(f"{TOPIC}text")
    assert text is not None
    assert text.get("texttype") == "text/html"
    assert (text.text or "").startswith("<p>What goes well in your room?</p>")


def test_a_series_has_its_packs_as_sections_in_its_own_order(site: SiteFolder) -> None:
    pack = (site.root / "sessions/hello/pack.yaml").read_text(encoding="utf-8")
    files = {
        f"sessions/again/{path.relative_to(site.root / 'sessions/hello')}": path.read_bytes()
        for path in (site.root / "sessions/hello").rglob("*")
        if path.is_file()
    }
    files["sessions/again/pack.yaml"] = (
        pack.replace('title: "Hello: half an hour together"', "title: Again")
        .replace("title: 'Hello: half an hour together'", "title: Again")
        .encode()
    )
    site.write(dict(files))
    series = "title: Two\npromise: Both.\npacks: [hello, again]\n"
    site.write({"sessions/series/two.yaml": series}).build()
    made = Cartridge((site.out / "sessions/series/two.imscc").read_bytes())
    (root,) = made.root.findall(f"{CP}organizations/{CP}organization/{CP}item")
    sections = [item.get("identifier") for item in root.findall(f"{CP}item")]
    assert sections == ["pack-hello", "pack-again"]
    assert "hello/guide.html" in made.names
    assert "again/guide.html" in made.names


def test_without_an_address_there_are_no_links(site: SiteFolder) -> None:
    site.replace("site.yaml", "url: https://small.example/\n", "").build()
    made = Cartridge((site.out / "sessions/hello.imscc").read_bytes())
    assert {resource.get("type") for _, resource in made.items()} == {
        "webcontent",
        "imsdt_xmlv1p1",
    }


def test_the_printed_handout_and_guide_are_in_it_on_the_usual_paper(site: SiteFolder) -> None:
    site.replace("site.yaml", "editions: {pdf: false}", "print: {paper: [A4, Letter]}").build()
    made = Cartridge((site.out / "sessions/hello.imscc").read_bytes())
    roles = {str(one.get("href")): one.findtext(ROLE) for _, one in made.items()}
    prints = {path: role for path, role in roles.items() if path.endswith(".pdf")}
    assert prints == {
        "hello/hello-handout-a4.pdf": None,
        "hello/hello-guide-a4.pdf": "Instructor",
    }


def test_a_site_may_do_without(site: SiteFolder) -> None:
    site.replace("site.yaml", "editions: {pdf: false}", "editions: {pdf: false, cartridge: false}")
    site.build()
    assert not [path for path in site.tree() if path.endswith(".imscc")]
    assert "imscc" not in site.page("sessions/hello/index.html")
