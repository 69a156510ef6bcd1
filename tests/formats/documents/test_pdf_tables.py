"""Tables of PDFs: rows and columns told by where the cells stand."""

import pytest

from clewline.formats.documents.pdf import read_pdf
from formats.documents.pdf_files import SAID, WHOLE, Text, lines, pdf


def text(*pages: list[Text]) -> str:
    return read_pdf(pdf(*pages)).text


def cells(y: float, *said: str, apart: float = 120) -> list[Text]:
    return [(60 + apart * at, y, 11, cell) for at, cell in enumerate(said) if cell]


@pytest.mark.parametrize(
    ("rows", "reads"),
    [
        (
            [("Force", "Arrests", "Cash"), ("North", "50", "£900"), ("South", "30", "£70")],
            "Force\tArrests\tCash\nNorth\t50\t£900\nSouth\t30\t£70",
        ),
        ([("Arrests", "80"), ("Lines closed:", "12")], "Arrests: 80\nLines closed: 12"),
        ([("Force", "Arrests", "Cash"), ("North", "", "£900")], "Force\tArrests\tCash\nNorth\t\t£900"),
        (
            [("Force", "Arrests made this week", ""), ("", "men", "women"), ("North", "50", "7")],
            "Force\tArrests made this week\n\tmen\twomen\nNorth\t50\t7",
        ),
    ],
)
def test_tables_are_read_row_by_row(rows: list[tuple[str, ...]], reads: str):
    table = [cell for at, row in enumerate(rows) for cell in cells(650 - 20 * at, *row)]
    assert text([*lines(*SAID, y=750), *table, *lines(*SAID, y=500)]) == f"{WHOLE}\n\n{reads}\n\n{WHOLE}"


def test_a_cell_of_several_lines_is_one_cell():
    table = [
        *cells(650, "Strategy meetings", "9", "£4"),
        (60, 637, 11, "(all forces)"),
        *cells(610, "Out-", "7", "£5"),
        (60, 597, 11, "reach"),
        # Here the numbers stand at the middle of the label's two lines.
        (60, 576.5, 11, "NRM"),
        *cells(570, "", "6", "£3"),
        (60, 563.5, 11, "referrals"),
    ]
    assert text([*lines(*SAID, y=750), *table, *lines(*SAID, y=400)]) == (
        f"{WHOLE}\n\nStrategy meetings (all forces)\t9\t£4\nOutreach\t7\t£5\nNRM referrals\t6\t£3\n\n{WHOLE}"
    )
