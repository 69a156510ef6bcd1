"""Tables of phone records: which layout reads a file, and every record of it accounted for."""

import pytest

from clewline.errors import BadInput
from clewline.formats.phones.row import PhoneRows
from clewline.formats.phones.table import (
    by_name,
    head_of,
    is_workbook,
    judged,
    layout_of,
    read_sheets,
    read_text,
)
from clewline.formats.tables.table import Blank, Row
from clewline.record import Problem
from formats.phones.phone_layouts import layout
from formats.tables.workbook_files import with_rows, written

CALLS = layout('number = "N"\nstart = "S"\nservice = "T"', 'delimiter = ","')
LONGER = layout('number = "N"\nstart = "S"\nservice = "T"\nother = "O"')
BARE = layout('start = "S"', 'service = "data"')
ROW = "07700900001,05/07/2026 10:00:00,call"


def told(sheet) -> list[str]:
    said = []
    for item in sheet.items:
        if isinstance(item, Problem):
            said.append(f"{item.line} {item.rule} {item.records}")
        else:
            said.append(
                f"{item.line} blank" if isinstance(item, Blank) else f"{item[0]} {item[1][0].service}"
            )
    return said


def read(text: str, said=CALLS, **more) -> list[str]:
    return told(read_text([text.encode()], said, **more))


def test_a_workbook_is_known_by_its_beginning():
    assert is_workbook(with_rows([["N"]])[:8])
    assert not is_workbook(b"N,S,T")


def test_the_layout_that_reads_most_columns_reads_the_file():
    assert layout_of(b"N,S,T,O\n1,2,3,4\n", [CALLS, LONGER]) is LONGER
    assert layout_of(b"N,S,T\n1,2,3\n", [CALLS, LONGER]) is CALLS
    assert layout_of(b"A,B\n1,2\n", [CALLS, LONGER]) is None
    with pytest.raises(BadInput, match="fit the file alike"):
        layout_of(b"N,S,T\n1,2,3\n", [CALLS, CALLS])


def test_the_head_of_a_plain_file_is_told():
    assert head_of(b"Title\nN,S,T\n1,2,3\n", CALLS) == (("N", "S", "T"), ",", "utf-8", 2)
    assert head_of(b"N;S;T;O\n1;2;3;4\n", LONGER) == (("N", "S", "T", "O"), ";", "utf-8", 1)
    assert head_of(b'"N",S,T\n1,2,3\n', CALLS) is None
    assert head_of(b"A,B\n1,2\n", CALLS) is None


def test_each_record_is_events_a_problem_or_blank():
    text = f"N,S,T,More\n{ROW},x\n ,,,\n{ROW},y\nN,S,T,More\nTotal,2,,\n,,call,\n"
    assert read(text) == [
        "1 columns-not-read 0",
        "2 call",
        "3 blank",
        "4 call",
        "5 header-again 1",
        "6 totals-row 1",
        "7 missing 1",
    ]


def test_what_the_rows_leave_to_be_said_comes_last():
    said = layout('number = "N"\nstart = "S"\nservice = "T"\ncell = "C"\nlast_cell = "D"')
    assert read(f"N,S,T,C,D\n{ROW},one,two\n", said) == ["2 call", "1 last-cell-without-time 0"]


def test_a_row_of_empty_cells_is_blank_however_it_was_cut():
    rows = PhoneRows(CALLS, ["N", "S", "T"])
    assert judged(Row(2, ["", " ", ""]), rows) == Blank(2)


def test_a_file_that_does_not_say_whose_its_records_are_is_refused_unless_it_is_said():
    with pytest.raises(BadInput, match="which phone"):
        read("S,X\n05/07/2026 10:00:00,1\n", BARE)
    found = read("S,X\n05/07/2026 10:00:00,1\n", BARE, number="+447700900001")
    assert found == ["1 columns-not-read 0", "2 data"]


def test_each_sheet_of_a_workbook_is_read_or_accounted_for():
    def fill(workbook, sheet):
        for at, row in enumerate((["N", "S", "T"], ROW.split(","))):
            sheet.write_row(at, 0, row)
        other = workbook.add_worksheet("Cells")
        for at, row in enumerate(
            (["Site", "Sector", "Height"], ["a", "b", "c"], ["", "", ""], ["d", "e", "f"])
        ):
            other.write_row(at, 0, row)

    found = read_sheets(written(fill), [CALLS])
    assert found is not None
    chosen, (calls, cells) = found
    assert chosen is CALLS
    assert told(calls) == ["2 call"]
    assert cells.name == "Cells"
    assert sum(item.records for item in cells.items if isinstance(item, Problem)) > 0
    assert read_sheets(with_rows([["A", "B"], ["1", "2"]]), [CALLS]) is None


def test_a_sheet_that_only_another_layout_reads_is_accounted_for():
    cells = layout('number = "Site"\nstart = "Sector"', 'service = "data"')

    def fill(workbook, sheet):
        for at, row in enumerate((["N", "S", "T"], ROW.split(","))):
            sheet.write_row(at, 0, row)
        other = workbook.add_worksheet("Cells")
        for at, row in ((0, ["Site", "Sector"]), (1, ["a", "b"]), (3, ["d", "e"])):
            other.write_row(at, 0, row)

    found = read_sheets(written(fill), [CALLS, cells])
    assert found is not None
    chosen, (_, other) = found
    assert chosen is CALLS
    assert told(other) == ["3 blank", "1 unknown-layout 2"]


def test_layouts_are_listed_by_their_names():
    assert list(by_name([CALLS])) == ["northern"]
