"""Workbooks: each cell is the text that its sender meant, or its row says why not."""

import datetime as dt
import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import fastexcel
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.tables.table import Blank, Row, Table
from clewline.formats.tables.workbook import Limits, read_workbook
from clewline.formats.tables.workbook_cells import Fault, Style, number_text, style_of, time_text
from clewline.record.problem import Problem

BOMB = Path(__file__).parents[3] / "shared" / "badinput" / "selfmade_bomb.xlsx"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(fill: Callable, **options) -> bytes:
    """Return a workbook that `fill(workbook, first sheet)` wrote."""
    content = io.BytesIO()
    # With constant memory, texts are written in their cells; without, in the shared part.
    in_memory = not options.get("constant_memory")
    with xlsxwriter.Workbook(content, {"in_memory": in_memory, **options}) as workbook:
        fill(workbook, workbook.add_worksheet("Custody"))
    return content.getvalue()


def with_rows(rows: list[list], **options) -> bytes:
    def fill(workbook, sheet):
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                (sheet.write_string if isinstance(value, str) else sheet.write)(at, column, value)

    return written(fill, **options)


def by_hand(rows: str, *, prefix: str = "", head: str = "", **parts: str | bytes) -> bytes:
    """Return a workbook of one sheet with these rows in XML; `parts` replace or add parts, `__` being a slash."""
    p = f"{prefix}:" if prefix else ""
    xmlns = f"xmlns:{prefix}" if prefix else "xmlns"
    everything: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{KINDS}/officeDocument" '
        'Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}">'
        f'<Relationship Id="r1" Type="{KINDS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{KINDS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{KINDS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r4" Type="{KINDS}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>ref</t></si><si><t>name</t></si>'
        "<si><r><t>An</t></r><r><t>n</t></r><rPh sb='0' eb='1'><t>phonetic</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0" encoding="UTF-8"?><{p}worksheet {xmlns}="{MAIN}">{head}'
        f"<{p}sheetData>{rows}</{p}sheetData></{p}worksheet>",
    } | {name.replace("__", "/"): text for name, text in parts.items()}
    return zipped(everything)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


def tell(table: Table) -> list[str]:
    """Tell each item in a word: its row and its cells, rule and column, or how many blanks."""
    words = []
    for item in table.items:
        if isinstance(item, Row):
            words.append(f"{item.line} {'|'.join(item.cells)}")
        elif isinstance(item, Blank):
            words.append(f"{item.line} blank {item.records}")
        else:
            assert item.sheet == table.sheet
            words.append(" ".join(filter(None, [str(item.line), item.rule, item.column])))
    assert table.tally.balanced
    return words


def told(content: bytes, **how) -> list[str]:
    (table,) = read_workbook(content, **how)
    return tell(table)


def test_cells_are_the_texts_that_were_meant():
    def fill(workbook, sheet):
        formats = {
            name: workbook.add_format({"num_format": pattern})
            for name, pattern in {
                "day": "dd/mm/yyyy",
                "moment": "dd/mm/yyyy hh:mm:ss",
                "clock": "hh:mm",
                "hours": "[h]:mm:ss",
                "share": "0%",
                "text": "@",
            }.items()
        }
        sheet.write_row(0, 0, ["what", "value"])
        cases = [
            ("telephone", 7700900123, None),
            ("tenth", 0.1, None),
            ("sum", 1.1, None),
            ("small", 1e-7, None),
            ("debt", -5.0, None),
            ("share", 0.5, formats["share"]),
            ("zeros", "007", None),
            ("yes", True, None),
            ("no", False, None),
            ("day", dt.date(2023, 3, 1), formats["day"]),
            ("moment", dt.datetime(2023, 3, 1, 10, 30), formats["moment"]),
            ("blink", dt.datetime(2023, 3, 1, 10, 30, 59, 123000), formats["moment"]),
            ("clock", dt.time(10, 30), formats["clock"]),
            ("hours", dt.timedelta(hours=30), formats["hours"]),
            ("count", dt.date(2023, 3, 1), formats["text"]),
            ("said", "2023-03-01 00:00:00", None),
            ("spaced", "  a\nb ", None),
            ("escaped", "_x000D_ & <b>", None),
        ]
        for row, (what, value, form) in enumerate(cases, 1):
            sheet.write_string(row, 0, what)
            if isinstance(value, str):
                sheet.write_string(row, 1, value)
            else:
                sheet.write(row, 1, value, form)

    meant = [
        "telephone|7700900123",
        "tenth|0.1",
        "sum|1.1",
        "small|0.0000001",
        "debt|-5",
        "share|0.5",
        "zeros|007",
        "yes|TRUE",
        "no|FALSE",
        "day|2023-03-01",
        "moment|2023-03-01T10:30:00",
        "blink|2023-03-01T10:30:59.123",
        "clock|10:30:00",
        "hours|30:00:00",
        "count|44986",
        "said|2023-03-01 00:00:00",
        "spaced|  a\nb ",
        "escaped|_x000D_ & <b>",
    ]
    lines = [f"{at} {text}" for at, text in enumerate(meant, 2)]
    assert told(written(fill)) == lines
    assert told(written(fill, constant_memory=True)) == lines
    assert told(written(fill, date_1904=True))[9:14] == lines[9:14]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("0.30000000000000004", "0.30000000000000004"),
        ("1E+3", "1000"),
        ("1.23E-2", "0.0123"),
        ("007", "7"),
        ("-0", "0"),
        ("999999999999999", "999999999999999"),
        ("1E15", Fault.DIGITS),
        ("8.9440123456789012E+18", Fault.DIGITS),
        ("nan", Fault.NUMBER),
        ("1e999", Fault.NUMBER),
        ("seven", Fault.NUMBER),
    ],
)
def test_a_number_is_the_shortest_text_that_gives_it_back(stored: str, text: str | Fault):
    assert number_text(stored) == text


@pytest.mark.parametrize(
    ("pattern", "style"),
    [
        ("General", Style.NUMBER),
        ("#,##0.00", Style.NUMBER),
        ('0 "days"', Style.NUMBER),
        ("[Red]0;[Blue]-0", Style.NUMBER),
        (r"0\d", Style.NUMBER),
        ("[$-809]dd mmmm yyyy;@", Style.DATE),
        ("mmmm", Style.DATE),
        ("mm:ss.0", Style.CLOCK),
        ("h AM/PM", Style.CLOCK),
        ("[hh]:mm", Style.ELAPSED),
        ("[mm]:ss", Style.ELAPSED),
    ],
)
def test_a_number_format_says_how_its_numbers_are_meant(pattern: str, style: Style):
    assert style_of(pattern) is style


@pytest.mark.parametrize(
    ("stored", "style", "from_1904", "text"),
    [
        ("1", Style.DATE, False, "1900-01-01"),
        ("59", Style.DATE, False, "1900-02-28"),
        ("60", Style.DATE, False, Fault.DATE),
        ("61", Style.DATE, False, "1900-03-01"),
        ("0", Style.DATE, False, Fault.DATE),
        ("0", Style.DATE, True, "1904-01-01"),
        ("2958465", Style.DATE, False, "9999-12-31"),
        ("2958466", Style.DATE, False, Fault.DATE),
        ("2957004", Style.DATE, True, Fault.DATE),
        ("-1", Style.DATE, False, Fault.DATE),
        ("inf", Style.DATE, False, Fault.DATE),
        ("soon", Style.DATE, False, Fault.DATE),
        ("44986.4375", Style.CLOCK, False, "2023-03-01T10:30:00"),
        ("1.5", Style.CLOCK, False, "1900-01-01T12:00:00"),
        ("1.25", Style.ELAPSED, False, "30:00:00"),
    ],
)
def test_a_day_count_is_a_day_of_the_calendar_or_a_fault(stored, style, from_1904, text):
    assert time_text(stored, style, from_1904=from_1904) == text


def test_rows_whose_stored_values_cannot_be_relied_on_are_problems_that_name_their_column():
    def fill(workbook, sheet):
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["ref", "name"])
        sheet.write_row(1, 0, ["1", "=A1"])
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.write_row(3, 0, ["3", 8944012345678901234])
        sheet.write_number(4, 1, -3, day)
        sheet.write_row(5, 0, ["5", "a\x02"])
        sheet.write_row(6, 0, ["6", "b", "c"])
        sheet.merge_range(7, 0, 8, 0, "7")
        sheet.write_row(9, 0, ["9", "good"])
        sheet.write_array_formula(10, 1, 11, 1, "{=A1:A2}")
        sheet.write_row(12, 0, ["12", "good"])

    lines = [
        "2 formula name",
        "3 formula name",
        "4 digits-lost name",
        "5 not-a-date name",
        "6 control-character name",
        "7 wrong-number-of-cells",
        "8 merged-cells",
        "9 blank 1",
        "10 9|good",
        "11 formula name",
        "12 formula",
        "13 12|good",
    ]
    assert told(written(fill)) == lines


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


def only_problem(content: bytes, **how) -> Problem:
    (table,) = read_workbook(content, **how)
    (problem,) = table.items
    assert table.header == () and table.tally.balanced
    assert isinstance(problem, Problem)
    return problem


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


GOOD = by_hand(HEADER)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not an .xlsx"),
        (b"ref,name\n1,2\n", "not an .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "old .xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (zipped({"readme.txt": "hello"}), "not an .xlsx"),
        (zipped({f"{n}.txt": "" for n in range(10_001)}), "parts"),
        (by_hand(""), "no rows"),
        (by_hand("<row/>"), "no rows"),
        (by_hand("", **{"xl__worksheets__sheet1.xml": "<worksheet/>"}), "damaged"),
        (by_hand("", **{"xl__worksheets__sheet1.xml": "<worksheet><sheetData/></worksheet>"}), "no rows"),
        (by_hand("", **{"xl__worksheets__sheet1.xml": "<worksheet><sheetData><row r='1'>"}), "damaged"),
        (
            by_hand("", **{"xl__worksheets__sheet1.xml": b"<worksheet>\xff<sheetData/></worksheet>"}),
            "damaged",
        ),
        (by_hand(HEADER, **{"xl__sharedStrings.xml": "<sst><si></sst>"}), "damaged"),
        (by_hand(HEADER, **{"xl__sharedStrings.xml": "<!DOCTYPE a><sst/>"}), "entities"),
        (by_hand(HEADER, **{"docProps__app.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        (by_hand(HEADER, **{"xl__sharedStrings.xml": "<sst/>".encode("utf-16")}), "UTF-8"),
        (by_hand(HEADER, **{"xl__styles.xml": '<?xml version="1.0" encoding="utf-7"?><a/>'}), "UTF-8"),
        (by_hand("<!-- c -->" + HEADER), "comments"),
        (
            by_hand(
                HEADER,
                **{
                    "xl___rels__workbook.xml.rels": "<Relationships/>",
                },
            ),
            "lacks its part",
        ),
    ],
)
def test_what_is_no_workbook_or_no_safe_one_is_refused(content: bytes, says: str):
    with pytest.raises(BadInput, match=says):
        read_workbook(content)


def test_pictures_are_not_unpacked_and_never_read_as_sheets():
    assert told(by_hand(HEADER, xl__media__image1=b"\x00" * 1000)) == []
    links = (
        f'<Relationships><Relationship Id="r1" Type="{KINDS}/worksheet" Target="media/a"/></Relationships>'
    )
    with pytest.raises(BadInput, match="lacks its part"):
        read_workbook(by_hand("", **{"xl___rels__workbook.xml.rels": links, "xl__media__a": "<sheetData/>"}))


def test_a_part_that_was_changed_on_the_way_is_found():
    content = bytearray(GOOD)
    at = content.find(b"xl/sharedStrings.xml") + len(b"xl/sharedStrings.xml")
    content[at + 20] ^= 0xFF
    with pytest.raises(BadInput, match="damaged"):
        read_workbook(bytes(content))


def test_a_password_on_a_part_and_a_part_given_twice_are_refused():
    protected = bytearray(GOOD)
    protected[protected.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadInput, match="password"):
        read_workbook(bytes(protected))
    twice = io.BytesIO(GOOD)
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(BadInput, match="two parts of one name"):
        read_workbook(twice.getvalue())


def test_limits_say_what_a_workbook_would_unpack_to():
    alike = HEADER + "<row><c><v>1</v></c></row>" * 20_000
    with pytest.raises(BadInput, match=r"sheet1\.xml of .* unpacks to more than .* by its own account"):
        read_workbook(by_hand(alike), limits=Limits(small=100_000))
    parts = {f"p{n}.xml": "<a>" + " " * 90_000 for n in range(20)}
    with pytest.raises(BadInput, match=r"The workbook of [\d,]+ bytes unpacks"):
        read_workbook(by_hand(HEADER, **parts), limits=Limits(small=100_000, times=50))
    with pytest.raises(BadInput, match="100,000 bytes"):
        read_workbook(by_hand(alike), limits=Limits(unpacked=100_000))
    with pytest.raises(BadInput, match="2 different texts"):
        read_workbook(GOOD, limits=Limits(texts=2))
    assert sum(1 for _ in read_workbook(by_hand(alike))[0].items) == 20_000


def test_an_export_of_rows_all_alike_is_no_bomb():
    rows = [["ref", "force", "unit"], *[["1", "Made-up Force", "North"]] * 20_000]
    (table,) = read_workbook(with_rows(rows), limits=Limits(small=1_000))
    assert sum(isinstance(item, Row) for item in table.items) == 20_000


@pytest.mark.skipif(not BOMB.exists(), reason="the collected bad input is not part of the repository")
def test_the_bomb_is_refused_quickly():
    start = time.process_time()
    tracemalloc.start()
    with pytest.raises(BadInput, match="unpacks to more than"):
        read_workbook(BOMB.read_bytes())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - start < 5
    assert peak < 50_000_000


def test_two_cells_at_the_ends_of_a_sheet_take_no_memory_for_those_between():
    rows = HEADER + '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>'
    tracemalloc.start()
    assert told(by_hand(rows)) == ["2 blank 1048574", "1048576 wrong-number-of-cells"]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


plain = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<&>\"'\n_x0041_=+@ "))
values = plain | st.integers(-(10**14), 10**14) | st.booleans()


@settings(deadline=None)
@given(rows=st.lists(st.lists(values, min_size=2, max_size=2), max_size=8), constant_memory=st.booleans())
def test_what_a_workbook_writer_wrote_reads_back(rows, constant_memory):
    content = with_rows([["ref", "name"], *rows], constant_memory=constant_memory)
    (table,) = read_workbook(content)
    read = {item.line: item.cells for item in table.items if isinstance(item, Row)}
    for line, row in enumerate(rows, 2):
        meant = [{True: "TRUE", False: "FALSE"}[v] if isinstance(v, bool) else str(v) for v in row]
        if any(cell.strip() for cell in meant):
            assert read.pop(line) == meant
    assert not read
    assert table.tally.balanced


def test_another_reader_reads_the_same_texts():
    rows = [["ref", "name", "sum"], *([f"0{n}", f"näme {n % 7} & co", n * 1.5] for n in range(500))]
    content = with_rows(rows)
    theirs = fastexcel.read_excel(content).load_sheet(0, dtypes="string").to_arrow().to_pylist()
    (table,) = read_workbook(content)
    assert [dict(zip(table.header, row.cells, strict=True)) for row in table.items] == theirs


@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_any_damage_ends_in_a_table_or_a_refusal(at: int, byte: int):
    content = GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
    try:
        for table in read_workbook(content):
            list(table.items)
            assert table.tally.balanced
    except BadInput as refusal:
        assert str(refusal).endswith(".")
