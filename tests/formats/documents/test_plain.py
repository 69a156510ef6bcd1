"""Plain texts: their characters, whatever they are encoded in, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.documents import Document, read_document
from clewline.formats.documents.plain import decoded, read_plain


def read(content: bytes | str) -> Document:
    return read_document(content.encode() if isinstance(content, str) else content, name="bulletin.txt")


def test_a_plain_text_stays_as_it_is():
    text = "  Eighty arrests\n\n• 80 arrests\n- 12 lines\n\n\n£45,310\u202fand 12\xa0kg of cocaine  \n"
    assert read(text) == Document(text=text, title=None, published=None, kind="text", notes=())


def test_line_ends_of_every_system_are_one():
    assert (
        read("Eighty\r\narrests\rand\x0b12\u2028lines\x85closed").text
        == "Eighty\narrests\nand\n12\nlines\nclosed"
    )


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-32", ()),
        ("cp1252", ("The text is not UTF-8 and was read as windows-1252.",)),
    ],
)
def test_encodings_are_told_from_the_bytes(encoding: str, notes: tuple[str, ...]):
    document = read("Café raid: £45,310 seized – “a good week”".encode(encoding))
    assert document.text == "Café raid: £45,310 seized – “a good week”"
    assert document.notes == notes


def test_a_byte_that_no_encoding_has_is_counted():
    document = read(b"Caf\xe9 raid in the town:\x81" + b" 12 arrests" * 20)
    assert document.text.startswith("Café raid in the town:\ufffd")
    assert "1 byte could not be read" in document.notes[1]


@pytest.mark.parametrize(
    ("head", "shows"),
    [
        ("<meta charset=iso-8859-2>", "Łódź"),
        ('<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', "Łódź"),
        ("<?xml version='1.0' encoding='iso-8859-2'?>", "Łódź"),
        ("<meta charset=utf-7>", "£ód¼"),
        ("<meta charset=no-such-thing>", "£ód¼"),
        ("<meta charset=windows-1252>", "£ód¼"),
    ],
)
def test_a_page_may_name_its_encoding_where_that_hides_nothing(head: str, shows: str):
    content = head.encode() + "Łódź".encode("iso-8859-2")
    text, notes = decoded(content, marked_up=True)
    assert text.endswith(shows)
    assert len(notes) == 1
    assert decoded(content)[0].endswith("£ód¼")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"], exclude_characters="\u2028\u2029")))
def test_what_utf_8_wrote_is_read_again(text: str):
    plain = read_plain(text.encode()).text
    assert read_plain(plain.encode()).text == plain
    assert len(plain.split()) == len(text.split())
