"""Workbooks: what a row or a sheet is refused for."""

import pytest

from clewline.errors import BadInput
from clewline.formats.tables.workbook import read_workbook
from formats.tables.workbook_files import HEADER, by_hand, only_problem, tell, told, with_rows, written


def test_a_control_character_written_in_the_cell_itself_is_found_and_half_a_character_is_left_escaped():
    rows = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>a_xD83D_</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>a_x0002_</t></is></c></row>'
        '<row r="4"><c r="A4" t="s"><v>2</v></c></row>'
    )
    assert told(by_hand(HEADER + rows)) == ["2 a_xD83D_|", "3 control-character ref", "4 Ann|"]


def test_merged_cells_that_overlap_or_touch_are_told_from_the_rows_between():
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in ["A6:A7", "A2:B3", "B3:C4"])
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, 9))
    sheet = f"<worksheet><sheetData>{HEADER}{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    assert told(by_hand("", **{"xl__worksheets__sheet1.xml": sheet})) == [
        *(f"{n} merged-cells" for n in (2, 3, 4)),
        "5 5|",
        *(f"{n} merged-cells" for n in (6, 7)),
        "8 8|",
    ]


def test_an_error_value_and_an_untrue_boolean_are_problems():
    rows = (
        '<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row><row r="3"><c r="A3" t="b"><v>2</v></c></row>'
        '<row r="4"><c r="A4" t="d"><v>2023-03-01</v></c><c r="B4" t="b"/></row>'
        '<row r="5"><c r="D5" t="e"><v>#N/A</v></c></row>'
    )
    assert told(by_hand(HEADER + rows)) == [
        "2 error-value ref",
        "3 not-a-number ref",
        "4 2023-03-01|",
        "5 error-value",
    ]


def test_blank_rows_are_counted_together_and_spaces_beyond_the_header_are_nothing():
    rows = [["ref", "name"], ["1", "Ann"], [], [" ", ""], ["2", "", "", " "], ["", "", ""]]
    assert told(with_rows(rows)) == ["2 1|Ann", "3 blank 2", "5 2|", "6 blank 1"]
    assert told(by_hand(HEADER + '<row r="4"/><row r="9" s="1" ht="3"><c r="A9" s="1"/></row>')) == [
        "2 blank 8"
    ]


def test_titles_above_the_header_are_passed_over_even_if_merged():
    def fill(workbook, sheet):
        sheet.merge_range("A1:C1", "Custody export")
        sheet.write_formula("A2", "=TODAY()")
        sheet.write_row(3, 0, ["URN", "Name"])
        sheet.write_row(4, 0, ["1", "Ann"])

    (table,) = read_workbook(written(fill), expects=lambda names: "URN" in names)
    assert (table.header, table.header_line, table.above) == (("URN", "Name"), 4, 3)
    assert [notice.rule for notice in table.notices] == ["above-the-header"]
    assert tell(table) == ["5 1|Ann"]


def test_a_sheet_without_a_header_is_a_problem_that_counts_its_rows():
    doubled = only_problem(with_rows([["ref", "ref"], ["1", "2"], [], ["3", "4"]]))
    assert (doubled.rule, doubled.line, doubled.records) == ("no-header", 1, 2)
    assert "Columns 1 and 2" in doubled.what
    computed = only_problem(with_rows([["ref", 1e20], ["1", "2"]]))
    assert (computed.rule, computed.records) == ("no-header", 1)
    unexpected = only_problem(with_rows([["a", "b"]] * 30), expects=lambda names: "URN" in names)
    assert (unexpected.rule, unexpected.records) == ("no-header", 30)


def test_a_merged_header_is_a_problem_that_counts_its_rows():
    def fill(workbook, sheet):
        sheet.merge_range("A1:B1", "ref")
        sheet.write("C1", "name")
        sheet.write_row(1, 0, ["1", "2", "Ann"])
        sheet.write_row(2, 0, ["1", "2", "Bob"])

    problem = only_problem(written(fill))
    assert (problem.rule, problem.line, problem.records) == ("merged-header", 1, 2)


def test_a_hidden_sheet_is_a_problem_and_the_others_are_read():
    def fill(workbook, sheet):
        sheet.write_row(0, 0, ["ref", "name"])
        sheet.write_row(1, 0, ["1", "Ann"])
        workbook.add_worksheet("Empty")
        for name, hide in [("Codes", "hide"), ("Deep", "very_hidden")]:
            other = workbook.add_worksheet(name)
            other.write_column(2, 0, ["code", "a", "b"])
            getattr(other, hide)()
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Custody!$A$2:$A$2"})
        workbook.add_chartsheet("Chart").set_chart(chart)
        workbook.add_worksheet("More").write_row(0, 0, ["ref", "sum"])

    custody, codes, deep, more = read_workbook(written(fill))
    assert tell(custody) == ["2 1|Ann"]
    assert [(p.rule, p.sheet, p.line, p.records) for t in (codes, deep) for p in t.items] == [
        ("hidden-sheet", "Codes", 3, 3),
        ("hidden-sheet", "Deep", 3, 3),
    ]
    assert (more.sheet, more.header, tell(more)) == ("More", ("ref", "sum"), [])


def test_other_programs_shapes_of_the_same_rows_are_read_alike():
    shapes = {
        "plain": '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="s"><v>2</v></c></row>',
        "without addresses": '<row><c><v>7</v></c><c t="s"><v>2</v></c></row>',
        "on lines": '\n<row r="2" spans="1:2">\n <c r="A2"><v>7</v></c>\n <c r="B2" t="s"><v>2</v></c>\n</row>\n',
        "windows lines": '<row r="2">\r\n<c r="A2"><v>7</v></c><c r="B2" t="s"><v>2</v></c></row>',
        "single quotes": "<row r='2'><c r='A2'><v>7</v></c><c r='B2' t='s'><v>2</v></c></row>",
        "other order": '<row r="2"><c t="n" r="A2"><v>7</v></c><c t="s" r="B2"><v>2</v></c></row>',
        "rich": '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="inlineStr"><is><r><t>An</t></r><r><t>n</t></r>'
        "<rPh><t>phonetic</t></rPh></is></c></row>",
        "entity": '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="str"><v>&#65;nn</v></c></row>',
        "escape": '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="str"><v>_x0041_nn</v></c></row>',
    }
    for shape, row in shapes.items():
        assert told(by_hand(HEADER + row)) == ["2 7|Ann"], shape
    prefixed = (HEADER + shapes["plain"]).replace("</", "</x:").replace("<row", "<x:row")
    prefixed = prefixed.replace("<c", "<x:c").replace("<v", "<x:v")
    assert told(by_hand(prefixed, prefix="x")) == ["2 7|Ann"]


def test_a_cell_in_a_far_column_without_address_keeps_its_place():
    row = '<row r="2"><c r="Z2"><v>1</v></c><c><v>2</v></c></row>'
    header = '<row r="1">' + "".join(f'<c t="str"><v>c{n}</v></c>' for n in range(1, 28)) + "</row>"
    assert told(by_hand(header + row)) == ["2 " + "|" * 25 + "1|2"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ('<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>', "not in order"),
        ('<row r="9999999"><c r="A2"><v>1</v></c></row>', "not in order"),
        ('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>', "not in order"),
        ('<row r="2"><c r="ZZZ2"><v>1</v></c></row>', "not in order"),
        ('<row r="2"><c r="A2" t="s"><v>99</v></c></row>', "names a text"),
        ('<row r="2"><c r="A2" t="s"><v>-1</v></c></row>', "names a text"),
        ('<row r="2"><c r="A2"><v>1</c></row>', "damaged"),
        ('<row r="x"><c r="A2"><v>1</v></c></row>', "damaged"),
        ('<row r="2"><c r="A2"><v>1</v></c>', "damaged"),
    ],
)
def test_a_sheet_that_no_program_writes_is_refused_where_it_goes_wrong(rows: str, says: str):
    (table,) = read_workbook(by_hand(HEADER + rows))
    with pytest.raises(BadInput, match=says):
        list(table.items)
