"""Pictures for tests: made by the library that makes the copies, with what cameras write beside."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageCms

RED, BLUE = (200, 30, 40), (30, 40, 200)
ORIENTATION, GPS, LATITUDE, MAKER = 0x0112, 0x8825, 2, 0x010F


def drawing(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a red picture whose upper left quarter is blue."""
    made = Image.new("RGB", (width, height), RED)
    made.paste(BLUE, (0, 0, width // 2, height // 2))
    return made.convert(mode)


def file_of(picture: Image.Image, form: str, **options: Any) -> bytes:
    """Return the file of a picture."""
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def photo(width: int, height: int, form: str = "JPEG", **options: Any) -> bytes:
    """Return the file of a picture of a size."""
    return file_of(drawing(width, height), form, **options)


def tags(*, turn: int = 1, latitude: tuple[float, float, float] | None = None) -> Image.Exif:
    """Return what a camera writes: which way it was held, its maker, and where that was."""
    made = Image.Exif()
    made[ORIENTATION] = turn
    made[MAKER] = "A camera"
    if latitude is not None:
        made.get_ifd(GPS)[LATITUDE] = latitude
    return made


def other_colours() -> bytes:
    """Return a colour profile in which what is called red is green."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"????"), (b"gXYZ", b"rXYZ"), (b"????", b"gXYZ")):
        data = data.replace(old, new)
    return data
