"""PDFs: lines put together to paragraphs, lists and columns, by where words stand."""

import pytest

from clewline.formats.documents import Document
from clewline.formats.documents.pdf import read_pdf
from formats.documents.pdf_files import SAID, WHOLE, Text, drawn, lines, pdf


def text(*pages: list[Text]) -> str:
    return read_pdf(pdf(*pages)).text


def shifted(*said: str, y: float, x: float = 50) -> list[Text]:
    return lines(*said, x=x, y=y)


def test_lines_are_put_together_to_paragraphs_under_their_headline():
    head: Text = (50, 740, 22, "Eighty arrests in a week")
    document = read_pdf(
        pdf([(50, 770, 9, "Press release"), head, *shifted(*SAID, y=700), *shifted(*SAID, y=650)])
    )
    assert document == Document(
        text=f"Eighty arrests in a week\n\nPress release\n\n{WHOLE}\n\n{WHOLE}",
        title="Eighty arrests in a week",
        published=None,
        kind="pdf",
    )


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        # A line that ends though the next word had room ends a paragraph; in the midst of a sentence it does not.
        (
            ("80 arrests were made.", "12 lines were closed.", SAID[0]),
            "80 arrests were made.\n\n12 lines were closed.",
        ),
        (("80 arrests and", "12 lines", SAID[0]), "80 arrests and\n\n12 lines"),
        (("80 arrests and the", "closing of lines", SAID[0]), "80 arrests and the closing of lines"),
        (
            ("- 80 arrests", "- 12 lines, of which seven were", "  found by chance", SAID[0]),
            "- 80 arrests\n- 12 lines, of which seven were found by chance",
        ),
        (("• 80 arrests", "• 12 lines", SAID[0]), "- 80 arrests\n- 12 lines"),
        (
            (SAID[0] + " the safe-", "guarded children and two line-", "holders were met there."),
            f"{SAID[0]} the safeguarded children and two line-holders were met there.",
        ),
        ((SAID[0] + " (", "one more)."), f"{SAID[0]} ( one more)."),
        (("Arrests ............ 80", SAID[0]), "Arrests: 80"),
    ],
)
def test_line_ends_are_paragraphs_or_not(said: tuple[str, ...], reads: str):
    assert text(lines(*said)).startswith(reads)


def test_bullets_may_stand_apart_and_be_drawn_last():
    items = [*lines("80 arrests", "12 lines that were closed in the week", x=80), *lines("•", "•", x=50)]
    assert (
        text([*lines(*SAID, y=750), *items])
        == f"{WHOLE}\n\n- 80 arrests\n- 12 lines that were closed in the week"
    )
    assert "- 80 arrests" in text([(50, 700, 11, "o"), (80, 700, 11, "80 arrests"), *lines(*SAID, y=650)])


def test_indented_lines_that_follow_closely_are_a_list():
    listed = lines("80 arrests", "12 deal lines closed", "£45,310 in cash", x=90, y=640)
    assert text([*lines(*SAID, y=700), *listed, *lines(*SAID, y=580)]) == (
        f"{WHOLE}\n\n- 80 arrests\n- 12 deal lines closed\n- £45,310 in cash\n\n{WHOLE}"
    )


def test_two_columns_are_read_one_after_the_other():
    left = [f"This line is the left column's number {n}" for n in range(1, 9)]
    right = [f"and that one is the right column's {n}" for n in range(1, 9)]
    page = [
        (50.0, 760.0, 20.0, "A headline that goes over both of the columns"),
        *lines(*left, x=50, y=700),
        *lines(*right, x=310, y=704),
        (
            50.0,
            560.0,
            11.0,
            "And a line that goes below both of them, from one side of the page to the other.",
        ),
    ]
    assert text(page) == (
        f"A headline that goes over both of the columns\n\n{' '.join(left)} {' '.join(right)}\n\n"
        "And a line that goes below both of them, from one side of the page to the other."
    )


def test_three_columns_and_a_list_within_one():
    first = [f"the first column's line {n} of six" for n in range(6)]
    third = [f"the third column's line {n} of six" for n in range(6)]
    page = [
        *lines(*first, x=40, size=9),
        *lines(*["The second column has", "a list of its results:"], x=225, size=9),
        *lines(
            "• 80 arrests were made",
            "• 12 lines were closed",
            "and it ends with a line",
            x=225,
            y=674,
            size=9,
        ),
        *lines(*third, x=410, size=9),
    ]
    assert text(page) == (
        f"{' '.join(first)}\n\nThe second column has a list of its results:\n\n- 80 arrests were made\n"
        f"- 12 lines were closed and it ends with a line {' '.join(third)}"
    )


def test_words_drawn_letter_by_letter_stand_together_and_wide_spaces_of_a_full_line_part_no_cells():
    letters = b" BT /F 11 Tf 50 650 Td " + b" ".join(b"(%c) Tj" % c for c in b"twelve") + b" ET\n"
    spread = [(50.0, 600.0, 11.0, "they"), (90.0, 600.0, 11.0, "met")]
    spread += [(127.6, 600.0, 11.0, "those"), (173.3, 600.0, 11.0, "at"), (201.0, 600.0, 11.0, "risk")]
    document = read_pdf(pdf(drawn(lines(*SAID)) + letters + drawn(spread)))
    assert document.text == f"{WHOLE}\n\ntwelve\n\nthey met those at risk"


def test_marks_of_footnotes_join_no_number():
    page = [
        (50, 650, 11, "They seized 1,204"),
        (137, 654, 7, "1"),
        (144, 650, 11, "wraps on the 1"),
        (214.5, 654, 7, "st"),
        (223, 650, 11, "of May."),
        (50, 604, 7, "1"),
        (54.5, 600, 11, "As at Friday."),
    ]
    document = read_pdf(pdf([*lines(*SAID, y=750), *page]))
    assert document.text == f"{WHOLE}\n\nThey seized 1,204 wraps on the 1st of May.\n\nAs at Friday."
    assert document.notes == ("Left out: 2 marks of footnotes.",)


def test_headers_footers_and_page_numbers_are_left_out_and_paragraphs_go_on_over_pages():
    def page(number: int, *said: str) -> list[Text]:
        head: Text = (200, 780, 9, "Northshire Police press office")
        return [head, *lines(*said), (290, 20, 9, f"Page {number} of 3")]

    document = read_pdf(
        pdf(
            page(1, *SAID, "On Monday they went with the council's officers to the houses of"),
            page(2, "the two towns, and then they went on to the next."),
            page(3, "The results follow on Friday."),
        )
    )
    assert document.text == (
        f"Northshire Police press office\n\n{WHOLE}\n\n"
        "On Monday they went with the council's officers to the houses of "
        "the two towns, and then they went on to the next.\n\nThe results follow on Friday."
    )
    assert document.notes == ("Left out: 20 words of page headers and footers.",)


def test_a_page_number_is_left_out_and_a_page_of_one_line_is_not():
    assert text([*lines(*SAID), (300, 20, 9, "- 1 -")]) == WHOLE
    assert text([*lines(*SAID), (300, 20, 9, "Page 1/2")]) == WHOLE
    assert text(lines("2 0 3 1"), lines("The arrests")) == "2 0 3 1\n\nThe arrests"
    assert text(lines("The arrests"), lines("The arrests")) == "The arrests"
