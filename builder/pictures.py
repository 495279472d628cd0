"""Smaller copies of pictures. The only importer of `PIL`, which comes with the extra `images`.

A copy holds the picture and nothing besides: no place, no date, no name of a camera. It stands
upright, and its colours are those of every screen (sRGB).
"""

from __future__ import annotations

import importlib.util
import io
import struct
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.problems import Problem, Span, Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from builder.model.config import Config
    from builder.model.part import Marks

BROKEN = (OSError, SyntaxError, ValueError, TypeError, ArithmeticError, LookupError, struct.error)
"""What reading a broken or a hostile file may raise."""
TURNED = 5
"""From this way of turning on, a picture lies on its side."""
FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
PALETTE = 256


@dataclass(frozen=True, slots=True)
class Job:
    """One copy to make."""

    source: str
    """The file, for a problem."""
    kind: str
    """`jpeg`, `png` or `webp`."""
    size: tuple[int, int]
    """Width and height of the original, as it is shown."""
    turn: int
    """How it is to be turned before it is shown: 1 to 8, as Exif counts."""
    into: str
    """The kind of the copy."""
    made: tuple[int, int]
    """Width and height of the copy."""
    quality: int
    """How true it is, out of 100."""


def check(config: Config, marks: Marks) -> Iterator[Problem]:
    """Give a problem where copies are wanted and the library for it is not installed."""
    if config.images is not None and importlib.util.find_spec("PIL") is None:
        message = "smaller copies of pictures need the library Pillow, which is not installed"
        hint = 'type `pip install "peerpress[images]"`, or take `images` out'
        yield Problem(marks.at("images"), "no-image-tools", message, hint)


def smaller(data: bytes, job: Job) -> bytes:
    """Return a copy of a picture; the same bytes each time."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a file is of no use to its author
            picture = Image.open(io.BytesIO(data), formats=[FORMATS[job.kind]])
            return _copy(picture, job)
    except (*BROKEN, Image.DecompressionBombError) as error:
        message = "this picture cannot be read: its file is cut short, or broken"
        hint = (
            "open it in a program for pictures and save it again, or take it from the camera again"
        )
        raise Wrong(Problem(Span(job.source), "unreadable-image", message, hint)) from error


def _copy(picture: Image, job: Job) -> bytes:
    lying = job.turn >= TURNED
    width, height = reversed(job.size) if lying else job.size
    if picture.size != (width, height):
        message = "its pieces do not agree about its size"
        raise ValueError(message)
    wanted = (job.made[1], job.made[0]) if lying else job.made
    # A JPEG is read at a half, a quarter or an eighth where twice the copy's size is left.
    picture.draft(None, (2 * wanted[0], 2 * wanted[1]))
    picture.load()
    has_palette = picture.mode == "P"
    found = _in_full(picture)
    if found.size != wanted:
        found = found.resize(wanted, _filter(), reducing_gap=3.0)
    found = _in_screen_colours(_upright(found, job.turn), picture.info.get("icc_profile"))
    found.info = {}  # nothing that a camera or an editor wrote goes along
    return _written(found, job, has_palette=has_palette)


def _filter() -> int:
    from PIL import Image

    return Image.Resampling.LANCZOS


def _in_full(picture: Image) -> Image:
    """Return a picture with eight bits for each colour, and its transparency as a colour."""
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode.startswith("I"):  # sixteen bits of grey
        return picture.point(lambda grey: grey / 256).convert("L")
    if picture.mode in {"L", "RGB", "CMYK"}:
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _upright(picture: Image, turn: int) -> Image:
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(ways[turn]) if turn in ways else picture


def _in_screen_colours(picture: Image, profile: bytes | None) -> Image:
    """Return a picture in sRGB; a profile that makes no sense is left out, as browsers do."""
    from PIL import ImageCms

    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(picture, own, screen, outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            made = None
        if made is not None:
            return made
    return picture if picture.mode == "L" else picture.convert(mode)


def _written(picture: Image, job: Job, *, has_palette: bool) -> bytes:
    """Return the file of a copy."""
    if job.into == "jpeg":
        return _saved(picture, "JPEG", quality=job.quality, optimize=True, progressive=True)
    if job.into == "png":
        if has_palette:
            from PIL.Image import Quantize

            picture = picture.quantize(PALETTE, method=Quantize.FASTOCTREE)
        return _saved(picture, "PNG", optimize=True)
    lossy = _saved(picture, "WEBP", quality=job.quality, method=4)
    if job.kind == "jpeg":
        return lossy
    whole = _saved(picture, "WEBP", lossless=True, method=4)  # smaller for diagrams and text
    return min(whole, lossy, key=len)


def _saved(picture: Image, form: str, **options: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()
