"""Workbooks: each cell is the text that its sender meant, or its row says why not."""

import datetime as dt

import pytest

from clewline.formats.tables.workbook_cells import Fault, Style, number_text, style_of, time_text
from formats.tables.workbook_files import (
    told,
    written,
)


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
