"""Word documents: what stands in them with all changes accepted, and what they hold besides."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.documents import Document, read_document
from clewline.formats.documents.docx import read_docx
from formats.documents.docx_files import STYLES, W, docx, paragraph, run, table, wrapped, zipped

MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def read(body: str, **parts: str | bytes) -> Document:
    return read_docx(docx(body, **parts))


def test_a_bulletin_is_read_from_its_headline_to_its_notes():
    document = read(
        paragraph("Press release")
        + paragraph("Eighty arrests", style="T")
        + paragraph("Officers arrested 80 people", runs=MARK + run(" in a week."))
        + paragraph("Results", style="H")
        + paragraph("80 arrests", style="L")
        + paragraph("12 lines", style="Own")
        + paragraph("5 guns", properties='<w:numPr><w:numId w:val="4"/></w:numPr>')
        + paragraph("3 swords", style="N")
        + paragraph("• 7 phones")
        + paragraph()
        + table(("Force", "Arrests", "Cash"), ("North", "50", "£900"), ("South", "30", ""))
        + paragraph("Cash found in a car", style="C"),
        styles=STYLES,
        footnotes=wrapped("footnotes", paragraph(runs="<w:r><w:footnoteRef/></w:r>" + run("As at Friday."))),
        endnotes=wrapped("endnotes", paragraph("Subject to checks.")),
    )
    assert document.text == (
        "Eighty arrests\n\nPress release\n\nOfficers arrested 80 people in a week.\n\n"
        "Results\n\n- 80 arrests\n- 12 lines\n"
        "- 5 guns\n- 3 swords\n- 7 phones\n\nForce\tArrests\tCash\nNorth\t50\t£900\nSouth\t30\n\n"
        "Caption: Cash found in a car\n\nAs at Friday.\n\nSubject to checks."
    )
    assert (document.title, document.published, document.kind) == ("Eighty arrests", None, "docx")
    assert document.notes == ("Left out: 1 mark of a footnote.",)


def test_changes_that_are_still_marked_are_read_as_accepted():
    changed = (
        f'<w:ins w:id="1">{run("eighty")}</w:ins><w:del w:id="2"><w:r><w:delText>seventy</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3">{run(" old place")}</w:moveFrom><w:moveTo w:id="4">{run(" new place")}</w:moveTo>'
    )
    marked = '<w:rPr><w:ins w:id="5"/><w:del w:id="6"/></w:rPr><w:pPrChange><w:pPr><w:numPr/></w:pPr></w:pPrChange>'
    document = read(paragraph("We held ", properties=marked, runs=changed))
    assert document.text == "We held eighty new place"
    assert document.notes == (
        "Left out: 1 deletion that is still marked.",
        "1 insertion still marked as such, read as part of the text.",
    )


def test_hidden_text_is_left_out_and_counted():
    body = (
        paragraph("Shown", runs=run(" hidden", "<w:vanish/>") + run(" by style", '<w:rStyle w:val="V"/>'))
        + paragraph(
            "Not ",
            style="S",
            runs=run("hidden", '<w:vanish w:val="false"/>') + run(".", '<w:rStyle w:val="S"/>'),
        )
        + paragraph("Hidden paragraph", style="V")
        + paragraph("With a hidden mark", properties="<w:rPr><w:vanish/></w:rPr>")
    )
    document = read(body, styles=STYLES)
    assert document.text == "Shown\n\nNot hidden.\n\nWith a hidden mark"
    assert document.notes == ("Left out: 3 hidden pieces of text.",)


def test_text_boxes_are_read_once_and_pictures_are_counted():
    box = f"<w:txbxContent>{paragraph('In a box: 12 lines')}{table(('a', 'b'))}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(table((paragraph("Cell", runs=drawn), "5")))
    assert document.text == "In a box: 12 lines\n\na: b\nCell: 5"
    assert document.notes == ("Left out: 1 picture.",)


@pytest.mark.parametrize(
    ("body", "reads"),
    [
        (
            paragraph(runs="<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>hour</w:t><w:tab/><w:t>a</w:t></w:r>"),
            "12-hour\ta",
        ),
        (
            paragraph(runs="<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>• three</w:t></w:r>"),
            "One\ntwo\n\n- three",
        ),
        (paragraph(runs="<w:r><w:t>•</w:t><w:br/><w:t>• a</w:t><w:br/><w:t>b</w:t></w:r>"), "- a\n\nb"),
        (
            paragraph("Not an item", style="L", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'),
            "Not an item",
        ),
        (paragraph("A head", style="H", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), "A head"),
        (paragraph("Unknown", style="Nowhere") + paragraph("Loop", style="Loop"), "Unknown\n\nLoop"),
        (paragraph(runs=run("Bold", "<w:b/>") + "<w:bookmarkStart/>"), "Bold"),
        (paragraph(properties="<w:tabs><w:tab/></w:tabs>", runs=run("No tab")), "No tab"),
        (
            paragraph(runs=f"<w:hyperlink>{run('A link')}</w:hyperlink><w:instrText>PAGE</w:instrText>"),
            "A link",
        ),
        (f"<w:sdt><w:sdtContent>{paragraph('In a form')}</w:sdtContent></w:sdt>", "In a form"),
        (table(("One", "two"), ("", ""), ("", "three")), "One: two\nthree"),
        (table((paragraph("All") + paragraph("in a frame", style="L"),)), "All\n\n- in a frame"),
        (table((paragraph("a") * 4, "b")), "a\n\na\n\na\n\na\n\nb"),
        (table((paragraph("a") * 2, "b")), "a a: b"),
        (table(("x", table(("y", "z")) + paragraph("w"))), "x: y: z w"),
        (table(("1", table(("2", table(("3", table(("4", "5")))))))), "4: 5\n1: 2: 3"),
    ],
)
def test_what_word_writes_reads_as_it_shows(body: str, reads: str):
    assert read(body, styles=STYLES).text == reads


def test_headers_footers_and_comments_are_left_out_and_said():
    parts = {
        "header1": wrapped("hdr", paragraph("12 arrests")),
        "footer2": wrapped("ftr", paragraph("13")),
        "comments": wrapped("comments", paragraph("14")),
    }
    document = read(paragraph("Eighty arrests"), **parts)
    assert document.text == "Eighty arrests"
    assert document.notes == ("Left out: 1 page header, 1 page footer, 1 set of comments.",)


def test_a_title_is_a_heading_near_the_top():
    plain = paragraph("Text")
    assert read(plain + paragraph("Eighty", style="H"), styles=STYLES).title == "Eighty"
    assert read(plain * 6 + paragraph("Notes", style="H"), styles=STYLES).title is None
    assert read(plain).title is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (docx("<w:p>"), "document.xml is damaged"),
        (docx(paragraph("a"), styles="<not closed"), "styles.xml is damaged"),
        (
            docx(paragraph("a"), footnotes='<?xml version="1.0" encoding="no-such"?><a/>'),
            "footnotes.xml is damaged",
        ),
        (docx(paragraph("a"), styles='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "declares a document type"),
        (docx(paragraph("a"))[:300], "damaged or incomplete"),
        (zipped({"word/other.xml": "<a/>"}), "not a Word document"),
        (zipped({f"word/{n}.xml": "" for n in range(10_001)}), "more than 10,000 parts"),
        (docx(f"<w:p>{' ' * 6_000_000}</w:p>"), "unpacks to more than a document holds"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused(content: bytes, says: str):
    with pytest.raises(BadInput, match=says):
        read_document(content, name="a.docx")


def test_a_size_that_the_file_understates_is_counted():
    content = bytearray(docx(f"<w:p>{' ' * 6_000_000}</w:p>"))
    name = content.rfind(b"word/document.xml")
    content[name - 22 : name - 18] = (1000).to_bytes(4, "little")
    with pytest.raises(BadInput, match=r"damaged|unpacks to more"):
        read_docx(bytes(content))


def test_a_password_and_a_changed_byte_are_found():
    good = docx(paragraph("Eighty arrests"))
    locked = bytearray(good)
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadInput, match="password"):
        read_docx(bytes(locked))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("word/document.xml", f'<w:d xmlns:w="{W}">{paragraph("Eighty arrests")}</w:d>')
    changed = stored.getvalue().replace(b"Eighty", b"Ninety")
    with pytest.raises(BadInput, match="damaged"):
        read_docx(changed)
    assert read_docx(stored.getvalue()).text == "Eighty arrests"


def test_a_part_that_the_links_name_and_the_file_lacks_is_passed_over():
    links = (
        '<Relationships><Relationship Type="a/styles" Target="styles.xml"/>'
        '<Relationship Type="a/footnotes" Target="http://127.0.0.1/x" TargetMode="External"/></Relationships>'
    )
    content = zipped(
        {"word/document.xml": wrapped("document", paragraph("80")), "word/_rels/document.xml.rels": links}
    )
    assert read_docx(content).text == "80"


@given(
    st.lists(
        st.sampled_from(
            [
                "<w:p>",
                "</w:p>",
                "<w:tbl>",
                "</w:tbl>",
                "<w:tr>",
                "</w:tr>",
                "<w:tc>",
                "</w:tc>",
                "<w:r><w:t>80</w:t></w:r>",
                "<w:t>",
                "</w:t>",
                "<w:txbxContent>",
                "</w:txbxContent>",
                "<w:pPr>",
                "</w:pPr>",
                "<w:del>",
                "</w:del>",
                "<w:numId/>",
                "<w:br/>",
            ]
        ),
        max_size=25,
    )
)
def test_parts_in_any_order_end_in_a_text_or_a_refusal(parts: list[str]):
    try:
        read_docx(docx("".join(parts)))
    except BadInput as refusal:
        assert "damaged" in str(refusal)
