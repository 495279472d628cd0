"""Smaller copies of pictures: which are made, how they look, and what stands in the page."""

from __future__ import annotations

import io
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from builder.model.config import Images
from builder.model.site import File
from builder.pictures import Job, smaller
from builder.plan import HOSTED
from builder.problems import BuildFailed, Wrong
from builder.show import file_lines, report
from builder.site.images import copies
from tests.conftest import ROOT, SiteFolder
from tests.photos import BLUE, RED, drawing, file_of, other_colours, photo, tags
from tests.test_html import check

WHERE = (36.0, 50.0, 12.0)
PHONES = Images(widths=(480, 960, 1440))
OWN_KIND = Images(widths=(480, 960, 1440), webp=False)
SHOWN = {
    "content/about.md": "hall.jpg",
    "content/notes/first-meeting.md": "../hall.jpg",
    "content/people/ana.md": "ana.png",
    "content/activities/equal-turns.md": "turns.webp",
    "content/local/hello.md": "room.jpg",
    "content/about.mi.md": "hall.jpg",
    "content/cards/hints.md": "hint.png",
    "sessions/hello/segments/begin.md": "../assets/card.png",
    "sessions/hello/prepare.md": "../hello/assets/ready.jpg",
}
"""Texts that pages are made of, each with a picture that it shows."""
HINTS = "---\ntitle: Hints\nlicence: CC-BY-4.0\nsources: [Own work]\n---\nAsk.\n"
COPY = re.compile(r"-\d+\.\w+\.webp$")


def file(width: int, height: int = 600, kind: str = "jpeg") -> File:
    return File("content/hall.jpg", "a1b2c3d4e5f6", 1000, width, height, kind)


def widths(images: Images | None, of: File) -> list[int]:
    return [one.width for one in copies(images, of, "hall.a1b2c3d4.jpg")]


def with_picture(site: SiteFolder, settings: str = "images: {}") -> SiteFolder:
    site.replace("site.yaml", "id: small\n", f"{settings}\nid: small\n")
    site.write({"content/hall.jpg": photo(2000, 1000)})
    return show(site, "content/about.md", "hall.jpg")


def show(site: SiteFolder, text: str, image: str) -> SiteFolder:
    old = (site.root / text).read_text(encoding="utf-8")
    return site.write({text: f"{old}\n![A hall]({image})\n"})


def image_of(page: str, start: str) -> str:
    found = re.search(rf'(?:<picture>)?(?:<source[^>]+>)?<img src="{start}[^>]+>', page)
    assert found, f"no picture {start}"
    return found[0]


class TestWhichCopies:
    def test_none_where_the_settings_say_nothing(self) -> None:
        assert widths(None, file(3000)) == []

    def test_the_widths_below_its_own(self) -> None:
        assert widths(PHONES, file(3000)) == [480, 960, 1440]

    def test_its_own_width_where_the_copies_are_too_small_for_a_fine_screen(self) -> None:
        assert widths(PHONES, file(1100)) == [480, 960, 1100]
        assert widths(Images(widths=(480,)), file(3000)) == [480, 3000]

    def test_none_of_a_picture_that_is_small_already(self) -> None:
        assert widths(PHONES, file(480)) == []

    def test_none_of_a_drawing_or_an_animation(self) -> None:
        assert widths(PHONES, file(3000, kind="")) == []

    def test_a_height_that_keeps_its_shape(self) -> None:
        assert [one.height for one in copies(PHONES, file(1440, 1001), "h.jpg")] == [334, 667, 1001]

    def test_no_side_is_longer_than_the_kind_allows(self) -> None:
        assert widths(PHONES, file(500, 40_000)) == []
        assert widths(PHONES, file(1000, 20_000)) == [480]

    def test_the_picture_itself_is_among_copies_of_its_own_kind(self) -> None:
        found = copies(OWN_KIND, file(1000), "hall.a1b2c3d4.jpg")
        assert [one.is_original for one in found] == [False, False, True]
        assert found[-1].path == "hall.a1b2c3d4.jpg"

    def test_names_that_tell_the_width_and_change_with_the_picture(self) -> None:
        one = copies(PHONES, file(3000), "notes/hall.a1b2c3d4.jpg")[0].path
        changed = File("content/hall.jpg", "ffff", 1000, 3000, 600, "jpeg")
        other = copies(PHONES, changed, "notes/hall.ffff.jpg")[0].path
        assert re.fullmatch(r"notes/hall-480\.[0-9a-f]{8}\.webp", one)
        assert other != one


def job(data: bytes, into: str = "webp", *, turn: int = 1, made: tuple[int, int] = (60, 40)) -> Job:
    with Image.open(io.BytesIO(data)) as picture:
        kind, (width, height) = (picture.format or "").lower(), picture.size
    size = (height, width) if turn >= 5 else (width, height)
    return Job("content/hall.jpg", kind, size, turn, into, made, 80)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def near(found: object, colour: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 12 for one, other in zip(found, colour, strict=True))


class TestACopy:
    @pytest.mark.parametrize("mode", ["RGB", "P", "L", "1", "LA", "RGBA"])
    @pytest.mark.parametrize("into", ["webp", "png"])
    def test_it_shows_what_a_png_of_any_kind_shows(self, mode: str, into: str) -> None:
        data = file_of(drawing(120, 80, mode), "PNG")
        expected = drawing(120, 80, mode).convert("RGB").resize((60, 40))
        made = opened(smaller(data, job(data, into)))
        assert (made.format, made.size) == (into.upper(), (60, 40))
        for place in ((5, 5), (50, 30)):
            pixel = expected.getpixel(place)
            assert isinstance(pixel, tuple)
            if mode == "1":  # dots of black and white become grey
                continue
            assert near(made.convert("RGB").getpixel(place), pixel)

    @pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
    @pytest.mark.parametrize("into", ["webp", "jpeg"])
    def test_it_shows_what_a_jpeg_of_any_kind_shows(self, mode: str, into: str) -> None:
        data = file_of(drawing(1200, 800, mode), "JPEG", quality=95)
        made = opened(smaller(data, job(data, into)))
        expected = drawing(1200, 800, mode).convert("RGB").getpixel((50, 50))
        assert (made.format, made.size) == (into.upper(), (60, 40))
        assert isinstance(expected, tuple)
        assert near(made.convert("RGB").getpixel((5, 5)), expected)

    def test_what_is_transparent_stays_so(self) -> None:
        clear = Image.new("RGBA", (120, 80), (0, 0, 0, 0))
        clear.paste((*RED, 255), (60, 0, 120, 80))
        data = file_of(clear, "PNG")
        for into in ("webp", "png"):
            made = opened(smaller(data, job(data, into))).convert("RGBA")
            assert made.getpixel((5, 5)) == (0, 0, 0, 0)
            assert near(made.getpixel((50, 30)), (*RED, 255))

    @pytest.mark.parametrize(
        "turn, corner",
        [(1, "nw"), (2, "ne"), (3, "se"), (4, "sw"), (5, "nw"), (6, "ne"), (7, "se"), (8, "sw")],
    )
    def test_it_stands_upright_however_the_camera_was_held(self, turn: int, corner: str) -> None:
        data = photo(1200, 800, exif=tags(turn=turn), quality=95)
        made = opened(smaller(data, job(data, turn=turn, made=(40, 60) if turn >= 5 else (60, 40))))
        x, y = (5 if "w" in corner else made.width - 5), (5 if "n" in corner else made.height - 5)
        assert near(made.getpixel((x, y)), BLUE)
        assert near(made.getpixel((made.width - x, made.height - y)), RED)

    @pytest.mark.parametrize("into", ["webp", "jpeg"])
    def test_it_says_nothing_of_place_camera_or_program(self, into: str) -> None:
        noted = b"http://ns.adobe.com/xap/1.0/\0<GPSLatitude>36</GPSLatitude>"
        data = photo(120, 80, exif=tags(latitude=WHERE), comment=b"A camera", xmp=noted)
        assert b"A camera" in data
        made = smaller(data, job(data, into))
        assert not {b"A camera", b"GPS", b"Exif", b"EXIF", b"XMP "} & set(
            re.findall(rb"A camera|GPS|Exif|EXIF|XMP ", made)
        )
        assert not opened(made).getexif()

    def test_its_colours_are_those_of_a_screen(self) -> None:
        data = file_of(Image.new("RGB", (120, 80), "red"), "PNG", icc_profile=other_colours())
        made = opened(smaller(data, job(data)))
        assert near(made.getpixel((5, 5)), (0, 255, 0))
        assert "icc_profile" not in made.info

    def test_a_profile_that_makes_no_sense_is_left_out(self) -> None:
        data = file_of(drawing(120, 80), "PNG", icc_profile=b"no profile at all" * 20)
        assert near(opened(smaller(data, job(data))).getpixel((5, 5)), BLUE)

    @pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
    def test_it_has_the_same_bytes_each_time(self, form: str) -> None:
        data = file_of(Image.effect_noise((300, 200), 60), form)
        assert smaller(data, job(data)) == smaller(data, job(data))

    def test_a_diagram_is_kept_exactly(self) -> None:
        data = file_of(drawing(120, 80), "PNG")
        made = opened(smaller(data, job(data, made=(120, 80))))
        assert made.convert("RGB").tobytes() == drawing(120, 80).tobytes()


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[: len(data) * 2 // 3],
    "a head alone": lambda data: data[:40],
    "rubbish in the middle": lambda data: data[:400] + b"\xff\xff\0\0" * 400,
    "another size than it said": lambda _: photo(121, 80, "PNG"),
    "larger than memory": lambda data: data[:16] + b"\0\xff\xff\xff" * 2 + data[24:],
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_or_hostile_file_is_a_problem_with_its_path(fault: str) -> None:
    """And never a traceback, nor a lot of memory."""
    whole = file_of(Image.effect_noise((120, 80), 60), "PNG")
    with pytest.raises(Wrong) as caught:
        smaller(BROKEN[fault](whole), job(whole))
    problem = caught.value.problem
    assert (problem.code, problem.where.path) == ("unreadable-image", "content/hall.jpg")


@pytest.fixture(scope="module")
def photographed(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give a site with a picture in every kind of text, built once."""
    root = tmp_path_factory.mktemp("photographed") / "site"
    shutil.copytree(ROOT / "tests/projects/small", root)
    site = SiteFolder(root)
    site.replace("site.yaml", "id: small\n", "images: {widths: [960, 480]}\nid: small\n")
    pictures = sorted({str(Path(text).parent / image) for text, image in SHOWN.items()})
    for name in pictures:
        path = Path(root / name).resolve().relative_to(root.resolve()).as_posix()
        form = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[path.rpartition(".")[2]]
        site.write({path: photo(1000, 500, form)})
    site.write({"content/cards/hints.md": HINTS})
    for text, image in SHOWN.items():
        show(site, text, image)
    site.write({f"content/{name}.jpg": photo(1000, 500) for name in ("unused", "printed")})
    show(site, "sessions/hello/cards/questions.md", "../../../content/printed.jpg")
    site.build()
    return site


def test_every_copy_that_a_page_names_is_there_and_none_besides(photographed: SiteFolder) -> None:
    """Whichever kind of text shows the picture; what no page shows has no copies."""
    out = photographed.out
    named: set[Path] = set()
    for page in out.rglob("*.html"):
        for choice in re.findall(r'srcset="([^"]+)"', page.read_text(encoding="utf-8")):
            for one in choice.split(", "):
                address, width = one.split(" ")
                path = (page.parent / address).resolve()
                assert opened(path.read_bytes()).width == int(width.removesuffix("w"))
                named.add(path)
    made = {path.resolve() for path in out.rglob("*.webp") if COPY.search(path.name)}
    assert {path for path in named if COPY.search(path.name)} == made
    assert {path.name.partition("-")[0] for path in made} == {
        *("hall", "ana", "turns", "room", "hint", "card", "ready")
    }


def test_a_page_says_what_browsers_choose_from(photographed: SiteFolder) -> None:
    """The original stands there for those that know no WebP, or that save the picture."""
    made = image_of(photographed.page("about.html"), "hall")
    assert re.fullmatch(
        r'<picture><source type="image/webp" srcset="hall-480\.\w+\.webp 480w, '
        r'hall-960\.\w+\.webp 960w, hall-1000\.\w+\.webp 1000w" sizes="[^"]+">'
        r'<img src="hall\.\w+\.jpg" alt="A hall" width="1000" height="500" '
        r'loading="lazy" decoding="async">',
        made,
    )


def test_what_is_in_a_zip_keeps_to_the_originals(photographed: SiteFolder) -> None:
    """Its pages show them, and nothing in it is made twice."""
    with zipfile.ZipFile(photographed.out / "sessions/hello.zip") as archive:
        names = archive.namelist()
        guide = archive.read("guide.html").decode()
    assert [name for name in names if re.search(r"card\.\w+\.png", name)]
    assert not [name for name in names if re.search(r"-\d+\.\w+\.(webp|jpg|png)", name)]
    assert "<img" in guide
    assert "srcset" not in guide


def test_the_feed_names_the_original_by_its_whole_address(photographed: SiteFolder) -> None:
    """A reader of feeds is on another host."""
    feed = photographed.page("feed.xml")
    assert "srcset" not in feed
    assert re.search(r"https://small\.example/hall\.\w+\.jpg", feed)


def test_the_html_checker_finds_nothing_about_them(photographed: SiteFolder) -> None:
    """Neither on a page nor in a guide."""
    pages = [photographed.out / name for name in ("about.html", "sessions/hello/guide.html")]
    assert all("<picture>" in page.read_text(encoding="utf-8") for page in pages)
    assert check(*pages) == []


def test_copies_of_their_own_kind_stand_in_the_image_itself(site: SiteFolder) -> None:
    """Where WebP is switched off."""
    with_picture(site, "images: {widths: [480, 960], webp: no}").build()
    made = image_of(site.page("about.html"), "hall")
    assert "<picture>" not in made
    choice = re.search(r'srcset="(hall-480\.\w+\.jpg) 480w, (\S+) 960w, (\S+) 2000w"', made)
    assert choice
    assert f'src="{choice[3]}"' in made
    assert opened((site.out / choice[1]).read_bytes()).size == (480, 240)


def test_a_picture_that_lies_on_its_side_has_the_size_it_is_shown_in(site: SiteFolder) -> None:
    """So that nothing jumps when it arrives, with copies or without."""
    with_picture(site, "images: {widths: [480]}")
    site.write({"content/hall.jpg": photo(2000, 1000, exif=tags(turn=6))}).build()
    made = image_of(site.page("about.html"), "hall")
    assert 'width="1000" height="2000"' in made
    (copy,) = site.out.glob("hall-480.*.webp")
    assert opened(copy.read_bytes()).size == (480, 960)


def test_what_has_not_changed_is_not_made_again(site: SiteFolder, tmp_path: Path) -> None:
    """A changed picture makes its own copies anew, and the site is as a clean build makes it."""
    with_picture(site).write({"content/plan.png": photo(1000, 500, "PNG")})
    show(site, "content/dates.md", "plan.png").build()
    text = (site.root / "content/about.md").read_text(encoding="utf-8")
    site.write({"content/about.md": text + "\nOne more sentence.\n"})
    assert not [place for place in site.build().made if place.path.endswith(".webp")]
    site.write({"content/plan.png": photo(1000, 400, "PNG")})
    made = {place.path for place in site.build().made if place.scope == HOSTED}
    copied = {path.partition(".")[0] for path in made if path.endswith(".webp")}
    assert copied == {"plan-480", "plan-960", "plan-1000"}
    shutil.copytree(
        site.root, tmp_path / "clean", ignore=shutil.ignore_patterns("public", ".peer*")
    )
    fresh = SiteFolder(tmp_path / "clean")
    fresh.build()
    assert fresh.tree() == site.tree()


def test_without_the_setting_the_library_is_not_asked_for(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site needs it no more than before, and its pages are the same."""
    with_picture(site, "# no copies")
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert site.build().problems == ()
    page = site.page("about.html")
    assert re.search(r'<img src="hall\.\w+\.jpg" alt="A hall" width="2000" height="1000">', page)


def test_where_the_library_is_missing_the_problem_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    """Once, however many pictures there are."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    shutil.copytree(ROOT / "tests/problems/base", tmp_path / "site")
    site = SiteFolder(tmp_path / "site")
    site.replace("site.yaml", "id: hill\n", "id: hill\nimages:\n  widths: [480, 960]\n")
    with pytest.raises(BuildFailed) as caught:
        site.build()
    shown = report(caught.value.problems, file_lines(site.root))
    golden(ROOT / "tests/problems/no-image-tools/expected.txt", f"{shown}\n")


def test_a_picture_that_would_fill_the_memory_is_refused(site: SiteFolder) -> None:
    """By the size that its head tells, before anything of it is read."""
    head = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + (8000).to_bytes(4) * 2
    with_picture(site).write({"content/hall.jpg": head})
    (problem,) = site.problems()
    assert (problem.code, problem.where.path) == ("too-large", "content/hall.jpg")
    assert problem.message == "this picture has 8000 × 8000 pixels, more than 40 million"
