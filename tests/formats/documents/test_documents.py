"""Any file ends as a text or as a sentence that says what to do; what it is, its contents tell."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.documents import read_document
from formats.documents.docx_files import docx, paragraph, zipped
from formats.documents.pdf_files import pdf

SENTENCE = (
    "Officers in Northshire arrested 80 people and closed 12 lines in the week, and seized £45,310 in cash."
)


def refused(content: bytes, name: str = "bulletin.txt") -> str:
    with pytest.raises(BadInput) as refusal:
        read_document(content, name=name)
    assert refusal.value.exit_code == 5
    return str(refusal.value)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SENTENCE.encode(), "text"),
        (f"<p>{SENTENCE}".encode(), "html"),
        (f"<?xml version='1.0'?><!-- a page --><html><p>{SENTENCE}</p></html>".encode(), "html"),
        (f"\n <!DOCTYPE html>{SENTENCE}".encode("utf-8-sig"), "html"),
        (f"<html><p>{SENTENCE}</html>".encode("utf-16"), "html"),
        (pdf([(50, 700, 12, SENTENCE)]), "pdf"),
        (b"\n\n" + pdf([(50, 700, 12, SENTENCE)]), "pdf"),
        (docx(paragraph(SENTENCE)), "docx"),
    ],
)
@pytest.mark.parametrize("name", ["bulletin", "bulletin.pdf", "bulletin.DOCX", "-"])
def test_the_contents_tell_what_a_file_is_whatever_its_name(content: bytes, kind: str, name: str):
    document = read_document(content, name=name)
    assert (document.kind, document.text) == (kind, SENTENCE)


def test_the_name_decides_only_where_a_page_does_not_begin_as_one():
    content = f"{SENTENCE}<br>More follows.".encode()
    assert read_document(content, name="a.HTM").text == f"{SENTENCE}\nMore follows."
    assert read_document(content, name="a.txt").text == content.decode()
    assert read_document(SENTENCE.encode(), name="a.html").kind == "text"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\x0c\x0b", "is empty"),
        ("\u200b \u00ad".encode(), "holds no text"),
        (b"- - -\n***", "holds no text"),
        (b"\x89PNG\r\n\x1a\n rest", "picture; run text recognition"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"BM" + bytes(12) + b"\x28" + bytes(40), "picture"),
        (b"RIFF\0\0\0\0WEBP", "picture"),
        (b"RIFF\0\0\0\0WAVE", "recording"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"\0\0\0\x18ftypmp42", "recording"),
        (b"\x1f\x8b\x08 rest", "archive; unpack"),
        (b"{\\rtf1 Eighty arrests}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", "old Office file; save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (zipped({"readme.txt": "hello"}), "zip archive; unpack"),
        (zipped({"xl/workbook.xml": "<a/>"}), "workbook"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "presentation"),
        (zipped({"content.xml": "<a/>"}), "OpenDocument"),
        (zipped({"META-INF/container.xml": "<a/>"}), "electronic book"),
        (zipped({}), "zip archive"),
        (b"PK\x03\x04 and no more", "damaged"),
        (
            b"Subject: results\r\nFrom: a\r\nMIME-Version: 1.0\r\n\r\nEighty arrests",
            "e-mail or a web archive",
        ),
        (b"<?xml version='1.0'?><report><arrests>80</arrests></report>", "XML and no web page"),
        (b"<rss><item>80</item></rss>", "XML and no web page"),
        (SENTENCE.encode("utf-16-le"), "NUL"),
        (struct.pack("<200I", *range(200)), "NUL"),
        (b"\xff\xfe" + b"\x00\xd8" * 9, "mark of UTF-16-LE"),
        (bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D] * 9), "no known encoding"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, says: str):
    refusal = refused(content)
    assert refusal.startswith("bulletin.txt: ")
    assert says in refusal


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read():
    assert "100,000,000 bytes" in refused(bytes(100_000_001))
    assert "20,000,000 characters" in refused(b"a " * 40_000_001)


def test_more_text_than_a_document_holds_is_refused():
    line = "the police and the arrests of the week\n"
    assert "20,000,000 characters" in refused((line * 600_000).encode())
    assert "20,000,000 characters" in refused(("<p>" + line * 600_000).encode())
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", f"<d><p><r><t>{line * 600_000}</t></r></p></d>")
    assert "20,000,000 characters" in refused(inside.getvalue())


@pytest.mark.parametrize("word", ["BM", "GIF of the week", "Rare", "%PD"])
def test_a_text_that_begins_nearly_as_another_kind_of_file_is_a_text(word: str):
    text = f"{word} and then the police arrested 80 people."
    assert read_document(text.encode(), name="a").text == text


@given(st.binary(max_size=300))
def test_no_bytes_end_otherwise_than_in_a_text_or_a_refusal(content: bytes):
    try:
        assert read_document(content, name="any").text
    except BadInput as refusal:
        assert str(refusal).startswith("any: ")


@given(
    st.binary(max_size=60), st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"<?xml "])
)
def test_nor_do_those_that_begin_as_a_document(content: bytes, beginning: bytes):
    try:
        assert read_document(beginning + content, name="any").text
    except BadInput as refusal:
        assert str(refusal).startswith("any: ")
