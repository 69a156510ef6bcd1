"""PDFs made for the tests, operator by operator."""

from collections.abc import Sequence

Text = tuple[float, float, float, str]
"""Where a text begins (from the left and from below), the size of its type, and what it says."""

SAID = (
    "Officers in Northshire arrested 80 people and closed twelve deal lines in",
    "one week of action. They recovered knives, cash and phones, and met those",
    "who were at risk in their homes.",
)
WHOLE = " ".join(SAID)
"""Lines of a paragraph, and the paragraph."""


def pdf(
    *pages: Sequence[Text] | bytes,
    forms: Sequence[bytes] = (),
    extra: bytes = b"",
    page: bytes = b"",
    fonts: bytes = b"",
) -> bytes:
    """Return a PDF of these pages, each its texts or its operators.

    `forms` are further objects, named /X0, /X1 ... in each page and numbered on from `4 + 2 * len(pages)`;
    `extra` goes into the trailer, `page` into each page, `fonts` among its fonts beside /F, which is Helvetica.
    """
    first = 4 + 2 * len(pages)
    named = b" ".join(b"/X%d %d 0 R" % (at, first + at) for at in range(len(forms)))
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, said in enumerate(pages):
        content = said if isinstance(said, bytes) else drawn(said)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R%s/Resources<</Font<</F 3 0 R%s>>"
            b"/XObject<<%s>>>>>>" % (5 + 2 * at, page, fonts, named)
        )
        objects.append(stream(content))
    return assembled([*objects, *forms], extra)


def drawn(texts: Sequence[Text]) -> bytes:
    """Return the operators that show texts."""
    return b"\n".join(
        b"BT /F %g Tf %g %g Td (%s) Tj ET" % (size, x, y, _escaped(said)) for x, y, size, said in texts
    )


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def stream(content: bytes, head: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), head, content)


def assembled(objects: Sequence[bytes], extra: bytes = b"") -> bytes:
    """Return the objects, numbered from 1, as a PDF."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, extra, len(out),
    )  # fmt: skip
    return bytes(out)


def lines(*said: str, x: float = 50, y: float = 700, size: float = 11, leading: float = 13) -> list[Text]:
    """Return lines of text below each other."""
    return [(x, y - leading * at, size, line) for at, line in enumerate(said)]
