"""What a picture's file says beside the picture."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.PngImagePlugin import PngInfo

from builder.source.photograph import Photograph, look
from tests.conftest import SiteFolder
from tests.photos import drawing, file_of, photo, tags

WHERE = (36.0, 50.0, 12.0)
XML = "<x:xmpmeta><rdf:Description exif:GPSLatitude='36,50.2N'/></x:xmpmeta>"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_it_tells_the_kind_of_a_picture_that_stands_still(form: str) -> None:
    """By what the file is, and not by its name."""
    assert look(photo(60, 40, form)) == Photograph(form.lower())


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_an_animation_is_of_no_kind(form: str) -> None:
    """A copy would stand still."""
    more = [drawing(60, 40).rotate(90)]
    assert look(photo(60, 40, form, save_all=True, append_images=more)).kind == ""


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_it_tells_whether_a_position_is_in_it(form: str) -> None:
    """In the tags that cameras write."""
    assert look(photo(60, 40, form, exif=tags(latitude=WHERE))).says_where
    assert not look(photo(60, 40, form, exif=tags())).says_where


def test_it_tells_a_position_that_a_program_has_written_as_xml() -> None:
    """Programs keep a second copy of it there."""
    words = PngInfo()
    words.add_itxt("XML:com.adobe.xmp", XML)
    assert look(photo(60, 40, xmp=XML.encode())).says_where
    assert look(file_of(drawing(60, 40), "PNG", pnginfo=words)).says_where
    assert look(photo(60, 40, "WEBP", xmp=XML.encode())).says_where


def test_a_place_for_a_position_with_none_in_it_says_nothing() -> None:
    """A phone that may not know where it is leaves it empty."""
    empty = tags()
    empty.get_ifd(0x8825)[0] = b"\2\3\0\0"
    assert not look(photo(60, 40, exif=empty)).says_where


@pytest.mark.parametrize("turn", range(1, 9))
def test_it_tells_how_a_photograph_was_held(turn: int) -> None:
    """As Exif counts."""
    assert look(photo(60, 40, exif=tags(turn=turn))).turn == turn


def test_a_way_that_does_not_exist_is_upright() -> None:
    """A file may say anything."""
    assert look(photo(60, 40, exif=tags(turn=77))).turn == 1


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_orders_of_bytes_are_read(order: str) -> None:
    """Makers of cameras do not agree."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, 8, 0)
    exif = mark + struct.pack(f"{order}IH", 8, 1) + entry + bytes(4)
    assert look(photo(60, 40, exif=exif)).turn == 8


@given(data=st.binary(max_size=300), start=st.integers(0, 40))
def test_any_bytes_at_all_are_looked_at(data: bytes, start: int) -> None:
    """Whatever a file begins with, and wherever it goes wrong."""
    for whole in (
        photo(9, 9, exif=tags(latitude=WHERE)),
        photo(9, 9, "PNG", exif=tags(latitude=WHERE)),
        photo(9, 9, "WEBP", exif=tags(latitude=WHERE)),
    ):
        found = look(whole[:start] + data + whole[start:])
        assert 1 <= found.turn <= 8


def test_a_photograph_with_its_place_is_a_warning_without_any_setting(empty: SiteFolder) -> None:
    """And the site is built all the same."""
    empty.write({"content/hall.jpg": photo(60, 40, exif=tags(latitude=WHERE))})
    found = [(one.code, one.where.path, one.is_error) for one in empty.problems()]
    assert found == [("image-says-where", "content/hall.jpg", False)]
