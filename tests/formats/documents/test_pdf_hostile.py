"""PDFs that are damaged, or made to take for ever, end in a text or a refusal."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.documents import read_document
from clewline.formats.documents.pdf import read_pdf
from formats.documents.pdf_files import drawn, lines, pdf, stream

SAID = (
    "Officers in Northshire arrested 80 people and closed twelve lines",
    "in one week of action in the county.",
)
GOOD = pdf(
    [(50, 760, 20, "Eighty arrests"), *lines(*SAID), *lines("• 80 arrests", "• 12 lines", y=600)],
    lines(*SAID),
)
FORM = b"/Subtype/Form/BBox[0 0 1 1]"


def loop(times: int) -> bytes:
    """Return a PDF whose drawing takes itself in so many times."""
    return pdf(drawn(lines(*SAID)) + b" /X0 Do", forms=[stream(b" /X0 Do" * times, FORM)])


def bomb(layers: int) -> bytes:
    """Return a PDF of a hundred million spaces, packed so many times."""
    content, names = b" " * 100_000_000, b""
    for _ in range(layers):
        content, names = zlib.compress(content), names + b"/FlateDecode"
    return pdf(b"/X0 Do", forms=[stream(content, FORM + b"/Filter[" + names + b"]")])


@pytest.mark.parametrize(
    "content",
    [
        loop(1),
        loop(10),
        bomb(1),
        bomb(2),
        pdf(b"q " * 60_000 + drawn(lines(*SAID))),
        pdf(b"[" * 100_000 + drawn(lines(*SAID))),
        pdf(b"<<" * 5_000 + drawn(lines(*SAID))),
        pdf(drawn(lines(*SAID)), extra=b"/Prev 9"),
    ],
    ids=[
        "loop",
        "many loops",
        "bomb",
        "bomb in a bomb",
        "states",
        "arrays",
        "dictionaries",
        "tables in a circle",
    ],
)
def test_what_grows_without_end_is_refused(content: bytes):
    try:
        text = read_pdf(content).text
    except BadInput as refusal:
        assert any(said in str(refusal) for said in ("damaged", "than any bulletin"))
    else:
        assert "80 people" in text


@pytest.mark.parametrize(
    "numbers",
    [
        b"1e999 Tf",
        b"-12 Tf",
        b"0 Tf",
        b"(a) Tf",
        b"/a Tf",
        b"Tf",
    ],
)
def test_sizes_that_no_type_has_lose_no_other_text(numbers: bytes):
    assert (
        SAID[1] in read_pdf(pdf(b"BT /F " + numbers + b" 50 650 Td (lost) Tj ET " + drawn(lines(*SAID)))).text
    )


def test_letters_all_over_a_page_are_put_in_rows_and_not_compared_with_each_other():
    letters = b"".join(b"(1) Tj %d %d Td " % ((n * 7) % 31 - 15, (n * 3) % 7 - 3) for n in range(30_000))
    assert read_pdf(pdf(drawn(lines(*SAID)) + b" BT /F 9 Tf 300 300 Td " + letters + b"ET")).text


@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject):
    content = bytearray(GOOD)
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=30)
    ):
        content[at] = byte
    cut = data.draw(st.one_of(st.just(len(GOOD)), st.integers(0, len(GOOD))))
    try:
        assert read_document(bytes(content[:cut]), name="any.pdf").text
    except BadInput as refusal:
        assert str(refusal).startswith("any.pdf: ")


@given(
    st.lists(
        st.sampled_from(
            [
                b"BT",
                b"ET",
                b"q",
                b"Q",
                b"(80) Tj",
                b"[(a) -900 (b)] TJ",
                b"1 0 0 1 9 9 cm",
                b"10 20 Td",
                b"/F 9 Tf",
                b"T*",
                b"/X0 Do",
                b"(a) '",
                b'1 2 (a) "',
                b"3 Tr",
                b"5 Ts",
                b"200 Tz",
                b"0 0 0 0 0 0 cm",
                b"1 0 0 -1 0 0 Tm",
                b"null Tj",
                b"5 TJ",
                b"[null] TJ",
            ]
        ),
        max_size=30,
    )
)
def test_operators_in_any_order_lose_no_text_after_them(operators: list[bytes]):
    content = b"q " + b" ".join(operators) + b" ET" + b" Q" * 40
    forms = [stream(b"BT (x) Tj", FORM)]
    page = pdf(b"/F 9 Tf " + content, lines(*SAID), forms=forms)
    try:
        assert "80 people" in read_pdf(page).text
    except BadInput as refusal:
        assert "which letters" in str(refusal) or "more than any" in str(refusal)
