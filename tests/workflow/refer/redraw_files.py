"""Files that are drawn anew in tests, and how one is refused."""

import io
import struct
import time
import zlib

import pytest
from PIL import Image

from clewline.errors import BadInput
from clewline.workflow.refer.redraw import redraw

SECONDS = 25
"""Within which every file is drawn or refused."""


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **more: object) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, "red" if mode != "P" else 1).save(written, kind, **more)  # type: ignore[arg-type]  # as Pillow takes it
    return written.getvalue()


def png(width: int, height: int, packed: bytes) -> bytes:
    """Return a PNG that says it is so large, with that as its data."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def pdf(*pages: bytes, catalog: bytes = b"", size: bytes = b"0 0 300 200") -> bytes:
    """Return a document of pages, each drawn by its content."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, content in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (size, 5 + 2 * n)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    body, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    )


RED = b"1 0 0 rg 0 0 300 200 re f"


def opened(drawn: bytes) -> Image.Image:
    """Return a picture that was drawn."""
    one = Image.open(io.BytesIO(drawn))
    one.load()
    return one


def refused_in_time(sent: bytes) -> str:
    """Return the sentence by which a file is refused."""
    begun = time.monotonic()
    with pytest.raises(BadInput) as wrong:
        redraw(sent)
    assert time.monotonic() - begun < SECONDS
    return str(wrong.value)
