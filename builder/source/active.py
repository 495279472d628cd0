"""Files that a browser would run: refused among pictures and attachments, which nobody looks into.

A file beside a page or in a pack is published as it is, without the policy that every page of ours
carries. Were it a page or a script of its own, a link to it would let it read what people keep in
the workbook, and send it anywhere. So it is refused by its ending, by what it begins with, or, for
a drawing, by what stands in it.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath

from builder.problems import Problem, Span


def _endings(words: str) -> frozenset[str]:
    return frozenset(f".{word}" for word in words.split())


RUN = _endings(
    "cjs hta htm html jar js jse mht mhtml mjs php shtm shtml svgz swf wasm "
    "webarchive xht xhtml xml xsl xslt"
)
"""Endings of what browsers, or systems at a double click, run."""
INERT = _endings(
    "avif csv doc docx epub gif ico ics jpeg jpg m4a m4v mp3 mp4 odp ods odt oga ogg "
    "opus pdf png ppt pptx rtf srt txt vtt wav webm webp woff woff2 xls xlsx zip"
)
"""Endings that every host knows as something other than a page."""
BEGINS = 1024
"""How many bytes a browser looks at where it has to guess what a file is."""
DRAWING = re.compile(
    r"<\s*(?:[\w.-]+:)?script\b"  # code
    r"|[\s\"'/]on[a-z]+\s*=\s*[\"']"  # code that waits for something to happen
    r"|(?:java|vb)script\s*:"  # code as an address
    r"|http://www\.w3\.org/1999/xhtml|<\s*(?:[\w.-]+:)?foreignobject\b"  # a page in the drawing
    r"|<!entity|<\?xml-stylesheet",  # what can turn into any of these
    re.IGNORECASE,
)
HINT = "take it out, or bring what it says in a page, a picture or a PDF"


def runs(path: str, data: bytes) -> Problem | None:
    """Return why a file beside the pages may not be published, or None."""
    ending = PurePosixPath(path.lower()).suffix
    if ending == ".svg":
        return _drawing(path, data)
    if ending in RUN:
        message = f"a browser may run a file that ends in '{ending}', outside the site's own policy"
        return Problem(Span(path), "active-file", message, HINT)
    start = data[:BEGINS].removeprefix(b"\xef\xbb\xbf").lstrip(b"\t\n\f\r ")
    if ending not in INERT and start.startswith(b"<"):
        message = "this begins as a web page does, and a browser may run it"
        return Problem(Span(path), "active-file", message, HINT)
    return None


def _drawing(path: str, data: bytes) -> Problem | None:
    """Look for code in a drawing, however its letters are written."""
    text = html.unescape(data.decode("utf-8", "replace"))
    found = DRAWING.search(text) or DRAWING.search(re.sub(r"[\t\n\r]", "", text))
    if found is None and b"\0" not in data:
        return None
    what = " ".join(found[0].split()).strip("\"'/") if found else "letters of two bytes"
    message = f"this drawing holds '{what[:40]}', which a browser may run"
    hint = "save it from a drawing program as plain SVG in UTF-8, or as PNG"
    return Problem(Span(path), "active-file", message, hint)
