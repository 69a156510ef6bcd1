"""Files drawn anew: what is in them is shown, what hides in them is not, and what would hurt is refused in time."""

import io
import struct
import time
import zipfile
import zlib

import pytest
from PIL import Image

from clewline.errors import BadInput
from clewline.workflow.refer import redraw as parent
from clewline.workflow.refer import redrawing as child
from clewline.workflow.refer.redraw import redraw
from workflow.refer.redraw_files import RED, SECONDS, opened, pdf, picture, png, refused_in_time

SCRIPT = b"app.alert('Nightjar')"


@pytest.mark.parametrize(
    "sent",
    [
        picture(),
        picture("PNG"),
        picture("PNG", mode="RGBA"),
        picture("PNG", mode="L"),
        picture("PNG", mode="1"),
        picture("JPEG", mode="CMYK"),
    ],
)
def test_a_picture_is_drawn_anew_as_a_jpeg_of_plain_pixels(sent: bytes) -> None:
    (drawn,) = redraw(sent)
    one = opened(drawn)
    assert (one.format, one.mode, one.size) == ("JPEG", "RGB", (60, 40))
    assert not one.getexif() and set(one.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_what_was_red_is_red_and_what_is_seen_through_is_white() -> None:
    red, green, blue = opened(redraw(picture("PNG"))[0]).getpixel((30, 20))  # type: ignore[misc]  # of RGB
    assert red > 240 and green < 20 and blue < 20
    clear = io.BytesIO()
    Image.new("RGBA", (60, 40), (255, 0, 0, 0)).save(clear, "PNG")
    assert min(opened(redraw(clear.getvalue())[0]).getpixel((30, 20))) > 240  # type: ignore[arg-type]  # of RGB


def test_where_it_was_taken_and_what_was_written_in_it_stay_behind() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "Nightjar was here", 6
    sent = picture("JPEG", exif=exif, comment=b"Nightjar", icc_profile=b"Nightjar profile")
    assert sent.count(b"Nightjar") == 3
    (drawn,) = redraw(sent)
    assert b"Nightjar" not in drawn and opened(drawn).size == (40, 60), "turned as it was taken"


def test_a_large_picture_is_made_smaller() -> None:
    one = opened(redraw(picture("JPEG", (4000, 3000)))[0])
    assert max(one.size) == child.LONGEST_SIDE and one.size == (2000, 1500)


def test_a_file_that_is_something_else_behind_a_picture_is_only_the_picture() -> None:
    page, archive = b"<script>alert('Nightjar')</script>", b"PK\x03\x04 Nightjar.exe"
    for sent in (picture() + page, picture("PNG") + archive, picture("JPEG", comment=page)):
        (drawn,) = redraw(sent)
        assert b"Nightjar" not in drawn and b"script" not in drawn


def test_a_document_is_drawn_page_by_page() -> None:
    drawn = redraw(pdf(RED, b"BT /F1 24 Tf 20 100 Td (Dunnock) Tj ET"))
    first, second = map(opened, drawn)
    assert first.size == second.size == (2000, 1334)
    assert first.getpixel((1000, 600))[0] > 240 and first.getpixel((1000, 600))[1] < 20  # type: ignore[index]  # of RGB
    assert min(second.getpixel((1900, 100))) > 240  # type: ignore[arg-type]  # of RGB
    assert sum(second.convert("L").histogram()[:100]) > 500, "there are words on it"
    assert not [one for one in drawn if b"Dunnock" in one]


def test_a_script_in_a_document_neither_runs_nor_stays() -> None:
    catalog = b"/OpenAction<</S/JavaScript/JS(%s)>>/AA<</WC<</S/Launch/F(Nightjar.exe)>>>>" % SCRIPT
    sent = pdf(RED, catalog=catalog)
    assert SCRIPT in sent
    (drawn,) = redraw(sent)
    assert b"Nightjar" not in drawn


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (b"", child.WHAT),
        (b"GIF89a" + bytes(100), child.WHAT),
        (b"MZ" + bytes(100), child.WHAT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", child.WHAT),
        (b" %PDF-1.7", child.WHAT),
        (picture("BMP"), child.WHAT),
        (picture("TIFF"), child.WHAT),
        (picture("WEBP"), child.WHAT),
        (picture("JPEG", (800, 600))[:400], child.BROKEN),
        (picture("PNG", (800, 600))[:60], child.BROKEN),
        (b"\x89PNG\r\n\x1a\n", child.BROKEN),
        (b"\xff\xd8\xff" + bytes(1000), child.BROKEN),
        (pdf(RED)[:60], child.BROKEN),
        (b"%PDF-1.7\n" + bytes(5000), child.BROKEN),
        (pdf(), child.BROKEN),
    ],
)
def test_what_is_no_picture_or_document_or_is_damaged_is_refused(sent: bytes, sentence: str) -> None:
    assert refused_in_time(sent) == sentence


def test_a_small_file_that_says_it_is_a_huge_picture_is_refused_before_it_is_unpacked() -> None:
    bomb = png(30_000, 30_000, zlib.compress(bytes(30_000 * 3 + 1) * 200))
    assert len(bomb) < 100_000 and refused_in_time(bomb) == child.TOO_MANY_PIXELS
    assert refused_in_time(png(2**31 - 1, 2**31 - 1, b"")) in (child.TOO_MANY_PIXELS, child.BROKEN)
    huge = bytearray(picture())
    at = huge.index(b"\xff\xc0") + 5
    huge[at : at + 4] = b"\xff\xff\xff\xff"
    assert refused_in_time(bytes(huge)) == child.TOO_MANY_PIXELS


def test_data_that_unpack_to_far_more_than_the_picture_do_no_harm() -> None:
    bomb = png(10, 10, zlib.compress(bytes(400 << 20), 9))
    assert len(bomb) < 500_000
    begun = time.monotonic()
    try:
        assert opened(redraw(bomb)[0]).size == (10, 10)
    except BadInput as wrong:
        assert str(wrong)
    assert time.monotonic() - begun < SECONDS


def test_text_in_a_picture_that_unpacks_to_very_much_does_no_harm() -> None:
    body = b"Comment\0\0" + zlib.compress(bytes(200 << 20), 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    whole = picture("PNG")
    assert refused_in_time(whole[:33] + chunk + whole[33:]) == child.BROKEN


def test_a_document_of_ten_thousand_pages_is_refused() -> None:
    assert refused_in_time(pdf(*[RED] * 10_000)) == child.TOO_MANY_PAGES
    assert len(redraw(pdf(*[RED] * child.MOST_PAGES))) == child.MOST_PAGES == parent.MOST_PAGES


@pytest.mark.parametrize("size", [b"0 0 14400000 14400000", b"0 0 1 14400", b"0 0 0.001 0.001", b"0 0 0 0"])
def test_a_page_of_any_size_costs_no_more_than_another(size: bytes) -> None:
    begun = time.monotonic()
    try:
        (drawn,) = redraw(pdf(RED, size=size))
        assert max(opened(drawn).size) <= child.LONGEST_SIDE
    except BadInput as wrong:
        assert str(wrong)
    assert time.monotonic() - begun < SECONDS


@pytest.mark.slow
def test_a_document_that_draws_without_end_is_ended() -> None:
    endless = b"q " + b"0 0 300 200 re f* " * 400_000
    begun = time.monotonic()
    try:
        redraw(pdf(*[endless] * 19))
    except BadInput as wrong:
        assert str(wrong) == parent.NOT_DRAWN
    assert time.monotonic() - begun < parent.SECONDS + 5


def test_a_document_with_a_password_is_refused_and_says_so() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(RED))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert refused_in_time(locked.getvalue()) == child.LOCKED


def test_an_archive_that_unpacks_to_very_much_is_not_even_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(50 << 20))
    assert len(packed.getvalue()) < 100_000 and refused_in_time(packed.getvalue()) == child.WHAT
