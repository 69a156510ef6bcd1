"""What PDFs draw and hold besides plain lines: drawings, turned pages, fonts, pictures, passwords, nothing."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from clewline.errors import BadInput
from clewline.formats.documents import pdf_pieces, read_document
from clewline.formats.documents.pdf import read_pdf
from formats.documents.pdf_files import SAID, WHOLE, Text, drawn, lines, pdf, stream


def text(*pages: list[Text]) -> str:
    return read_pdf(pdf(*pages)).text


def test_what_a_page_draws_by_name_moved_and_turned_is_read():
    inner = b"/Subtype/Form/BBox[0 0 600 800]"
    forms = (
        stream(drawn([(0, 0, 11, "inside a drawing")]) + b" /X1 Do", inner + b"/Matrix[1 0 0 1 50 640]"),
        stream(drawn([(0, -13, 11, "and in one within it")]) + b" Q Q q ", inner),
        stream(b"x", b"/Subtype/Image/Width 1/Height 1"),
    )
    content = drawn(lines(*SAID)) + b" q 1 0 0 1 0 0 cm /X0 Do Q /X2 Do BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
    document = read_pdf(pdf(content, forms=forms))
    assert document.text == f"{WHOLE}\n\ninside a drawing and in one within it"
    assert document.notes == ("Left out: 2 pictures.",)
    for turn, matrix in ((90, b"0 1 -1 0 800 0"), (180, b"-1 0 0 -1 600 800"), (270, b"0 -1 1 0 0 600")):
        turned = pdf(b"q %s cm " % matrix + drawn(lines(*SAID, y=500)) + b" Q", page=b"/Rotate %d" % turn)
        assert read_pdf(turned).text == WHOLE


def test_every_way_of_showing_text_is_followed():
    content = (
        b"BT /F 11 Tf 13 TL 50 700 Td (Officers arrested) Tj ( 80 people) Tj T* [(and cl) -20 (osed)] TJ"
        b" (12 lines,) ' 0.1 0 (two of them) \" 0 -13 TD (in Any) Tj (town) Tj T* 1 Tr 100 Tz 0 Tc 0 Tw (and) Tj"
        b" 1 Ts ( that) Tj 0 Ts 1 0 0 1 50 620 Tm (was all) Tj T* ET"
    )
    said = read_pdf(pdf(content)).text.replace("\n\n", " ")
    assert said == "Officers arrested 80 people and closed 12 lines, two of them in Anytown and that was all"


def test_bold_type_made_by_showing_a_text_twice_is_read_once():
    assert text(
        [*lines(*SAID), (50, 650, 11, "Results"), (50.4, 650, 11, "Results"), (92, 650, 11, "of May")]
    ) == (f"{WHOLE}\n\nResults of May")


def test_doubtful_text_is_said():
    turned = b" BT 0 1 -1 0 20 300 Tm /F 11 Tf (Draft) Tj ET"
    unknown = b" BT /Nothing 11 Tf (?) Tj (a) Td ET"
    document = read_pdf(pdf(drawn(lines(*SAID)) + turned + unknown))
    assert document.text == WHOLE
    assert document.notes == (
        "Left out: 5 letters that do not stand upright.",
        "1 letter could not be told from the fonts.",
        "2 drawing operations could not be followed: text may be missing.",
    )
    picture = stream(b"x", b"/Subtype/Image/Width 1/Height 1")
    recognised = pdf(b"/X0 Do 3 Tr " + drawn(lines(*SAID)), b"/X0 Do", forms=[picture])
    assert read_pdf(recognised).notes == (
        "Left out: 2 pictures.",
        "1 page of text recognition (OCR): check the numbers against the picture.",
        "Pages with pictures and no text: 2.",
    )


def test_a_damaged_page_is_said_and_the_others_are_kept():
    document = read_pdf(pdf(lines(*SAID), b"[" * 100_000, lines("The results follow on Friday.")))
    assert document.text == f"{WHOLE}\n\nThe results follow on Friday."
    assert document.notes == ("Pages that are damaged and were not read: 2.",)


COMPOSITE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype"
)
MAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"2 beginbfchar <0001> <006F> <0002> <00660066> endbfchar 1 beginbfrange <0003> <0005> <0069> endbfrange endcmap"
)


def in_glyphs(head: bytes, *more: bytes) -> bytes:
    """Return a page with a word in a font of numbered glyphs, which only a map tells the letters of."""
    font = COMPOSITE + b"/CIDFontType2/DW 500/W[1[600 550 300]]>>]" + head + b">>"
    content = drawn(lines(*SAID)) + b" BT /G 11 Tf 50 600 Td <00010002000300040005> Tj ET"
    return pdf(content, forms=[font, *more], fonts=b"/G 6 0 R")


def test_letters_are_told_from_a_fonts_map_and_counted_where_it_has_none():
    assert read_pdf(in_glyphs(b"/ToUnicode 7 0 R", stream(MAP))).text == f"{WHOLE}\n\noffijk"
    assert read_pdf(in_glyphs(b"")).notes == ("5 letters could not be told from the fonts.",)


def encrypted(user: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(lines(*SAID)))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def test_a_pdf_that_opens_without_a_password_is_read_and_no_other():
    assert read_pdf(encrypted("")).text == WHOLE
    with pytest.raises(BadInput, match="encrypted; open it and print or save it"):
        read_pdf(encrypted("secret"))
    with pytest.raises(BadInput, match="encrypted"):
        read_pdf(pdf(lines(*SAID), extra=b"/ID[(a)(b)]/Encrypt<</Filter/Unknown/V 9>>"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            pdf(b"/X0 Do", forms=[stream(b"x", b"/Subtype/Image/Width 1/Height 1")]),
            "pictures and no text; run text recog",
        ),
        (pdf(b"0 0 m 10 10 l S"), "holds no text; if its letters are drawn"),
        (pdf(), "no pages"),
        (pdf(b"BT 50 700 Td (Officers arrested) Tj ET"), "does not say which letters"),
        (b"%PDF-1.4 and no more", "damaged"),
        (pdf(lines(*SAID))[:300], "damaged"),
        (pdf(*[b""] * 1_001), "more than 1,000 pages"),
        (pdf(b"0 0 m " * 1_001), "more than any bulletin"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, says: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_pieces, "OPERATIONS", 1_000)
    with pytest.raises(BadInput, match=says):
        read_document(content, name="a.pdf")
