"""Characters that do not show or stand for others, and odd strings that no reader may fall over."""

import pytest

from clewline.errors import BadInput
from clewline.formats.documents import read_document
from clewline.formats.documents.characters import shown
from formats.documents.docx_files import docx, paragraph

NAUGHTY = [
    "\u200e1,204\u200f arrests",
    "\u202e12 arrests\u202c",
    "\u2066left\u2069 and \u2067right\u2069",
    "1\u200b2\u2060\ufeff3",
    "e\u0301 and n\u0303 and a\u0323\u0302",
    "Z\u0351\u036b\u0343a\u0322\u0327l\u0321\u0334g\u0358\u0341o\u0337\u0321",
    "👩‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 1️⃣ 🇬🇧",
    "\x01\x02\x1b[31mred\x1b[0m\x7f\x80\x9f",
    "ﬁrearms oﬀicers ﬃ ﬆ",
    "１２３ 一二三 ١٢٣ ⅷ ½ ²",
    "<script>alert(1)</script> & &amp; &#x31; ]]> <![CDATA[ x",
    "%s {0} ${HOME} $(id) `id` '; DROP TABLE claims; -- ../../etc/passwd",
    "\ue000\uf0b7\uffff\U0010ffff",
    "NaN Infinity -0 1e400 0x1F 1/0 null None undefined",
    "a" * 5_000,
    "\t\xa0\u2003\u3000 wide spaces",
    "line\u2028separator\u2029paragraph\x0cfeed\x85next",
]
AROUND = "The police arrested 80 people in the week"


@pytest.mark.parametrize("odd", NAUGHTY)
@pytest.mark.parametrize("kind", ["text", "html", "docx"])
def test_odd_strings_lose_nothing_around_them(odd: str, kind: str):
    said = odd.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    made = {
        "text": f"{AROUND}, {odd}, and closed 12 lines.".encode(),
        "html": f"<p>{AROUND}, {said}, and closed 12 lines.</p>".encode(),
        "docx": docx(paragraph(f"{AROUND}, {said}, and closed 12 lines.")),
    }
    try:
        text = read_document(made[kind], name="odd").text
    except BadInput as refusal:
        # XML has no control characters: a file that holds them is no Word document.
        assert kind == "docx" and any(c < " " or c == "\uffff" for c in odd)
        assert "damaged" in str(refusal)
    else:
        assert text.startswith(AROUND)
        assert text.endswith("and closed 12 lines.")


@pytest.mark.parametrize(
    ("text", "shows", "notes"),
    [
        ("1\u200b2\u00ad04", "1204", ["2 characters that do not show on screen left out."]),
        ("1\u200d2", "12", ["1 character that does not show on screen left out."]),
        ("\u202e12\u202c", "12", ["2 marks of writing direction left out"]),
        ("\u200e12\ufeff", "12", ["1 character that does not show", "1 mark of writing direction"]),
        ("a\x01b\x9fc", "a b c", ["2 control characters read as a space."]),
        ("oﬃcers at the cafe\u0301", "officers at the café", []),
        ("👩‍👧 and 🏴‍☠️", "👩‍👧 and 🏴‍☠️", []),
    ],
)
def test_what_does_not_show_is_taken_out_and_said(text: str, shows: str, notes: list[str]):
    read, said = shown(text)
    assert read == shows
    assert len(said) == len(notes)
    assert all(part in note for part, note in zip(notes, said, strict=True))
