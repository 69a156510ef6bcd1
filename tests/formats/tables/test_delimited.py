"""Text with delimiters: every record is a row, a problem or a blank."""

import pytest

from clewline.errors import BadInput
from clewline.formats.tables.delimited import read_delimited
from clewline.record.problem import Problem
from formats.tables.delimited_files import tell, told


def test_rows_carry_the_line_that_an_editor_shows():
    assert told("ref,name\r\n1,Ann\n2,Bob\r3,Cy") == ["2 1|Ann", "3 2|Bob", "4 3|Cy"]


def test_a_quoted_cell_may_hold_delimiters_quotes_and_line_ends():
    text = 'ref,note\n1,"a, ""b""\nc\r\nd"\n2,plain\n'
    assert told(text) == ['2 1|a, "b"\nc\r\nd', "5 2|plain"]


def test_a_quote_inside_an_unquoted_cell_is_a_character():
    assert told("ref,height\n1,6'2\" tall\n") == ["2 1|6'2\" tall"]


def test_a_quote_that_never_closes_costs_its_own_record_only():
    assert told('ref,note\n1,a\n2,"b\n3,c\n4,d\n') == ["2 1|a", "3 quote-never-closes", "4 3|c", "5 4|d"]


def test_a_quote_closed_by_a_later_record_costs_its_own_record_only():
    assert told('ref,note\n1,"a\n2,"b"\n3,c\n') == ["2 quote-never-closes", "3 2|b", "4 3|c"]


def test_a_quote_closed_at_the_end_of_a_later_record_does_not_take_the_lines_between():
    text = 'ref,sum,note\n1,"5,a\n2,6,b\n3,7,"\n4,8,c\n'
    assert told(text) == ["2 wrong-number-of-cells", "3 2|6|b", "4 quote-never-closes", "5 4|8|c"]


def test_a_record_that_swallows_lines_and_still_fits_the_header_is_read_with_a_notice():
    text = 'ref,sum,note\n1,5,"a\n2,6,b\n3,"\n4,7,c\n'
    assert told(text) == ["2 1|5|a\n2,6,b\n3,", "2 rows-inside-a-quote", "5 4|7|c"]
    assert told('ref,sum,note\n1,5,"a\nb, c\n"\n') == ["2 1|5|a\nb, c\n"]


def test_text_after_a_closing_quote_is_a_problem_of_its_record():
    assert told('ref,note\n1,"a"b\n2,c\n') == ["2 text-after-quote", "3 2|c"]


def test_a_ragged_record_is_a_problem_and_a_delimiter_too_many_is_not():
    assert told("ref,name\n1\n1,2,3\n1,2,,\n") == [
        "2 wrong-number-of-cells",
        "3 wrong-number-of-cells",
        "4 1|2",
    ]


def test_empty_columns_at_the_end_of_the_header_are_no_columns():
    table = read_delimited(b"ref,name,,\n1,Ann,,\n2,Bob,x,\n")
    assert table.header == ("ref", "name")
    assert tell(table) == ["2 1|Ann", "3 wrong-number-of-cells"]


def test_lines_of_nothing_are_blank():
    assert told("ref,name\n\n,\n  , \n   \n1,Ann\n\n") == [
        *(f"{line} blank" for line in (2, 3, 4, 5)),
        "6 1|Ann",
        "7 blank",
    ]


def test_an_empty_or_spaced_first_cell_is_no_blank():
    assert told("ref,name\n,Ann\n x,Bob\n") == ["2 |Ann", "3  x|Bob"]


def test_control_characters_are_problems_that_name_their_column_but_not_the_value():
    table = read_delimited(b"ref,name\n1,Bobby\x00\n2,a\tb\n\x7f,c\n\x01,\n4,x,\x02\n")
    problems = [item for item in table.items if isinstance(item, Problem)]
    assert [(p.line, p.rule, p.column) for p in problems] == [
        (2, "control-character", "name"),
        (4, "control-character", "ref"),
        (5, "control-character", "ref"),
        (6, "control-character", None),
    ]
    assert problems[0].value_class == "text of 6 characters"
    assert "Bobby" not in repr(problems)


def test_a_line_that_is_not_utf_8_is_a_problem_and_the_others_are_kept():
    content = "ref,cash\n1,£5\n".encode() + "2,£6\n".encode("cp1252") + b"3,7\n"
    assert told(content) == ["2 1|£5", "3 not-utf-8", "4 3|7"]
    assert told("ref,cash\n1,£5\n".encode("cp1252"), encoding="windows-1252") == ["2 1|£5"]
    assert told(b"ref,cash\n1,\x815\n2,6\n", encoding="cp1252") == ["2 not-cp1252", "3 2|6"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str):
    content = "ref,name\r\n1,Zoë 😀\r\n".encode(encoding)
    assert told(content) == ["2 1|Zoë 😀"]
    assert told(content, encoding=encoding) == ["2 1|Zoë 😀"]


def test_big_endian_marks_and_named_encodings_are_read():
    text = "ref,name\n1,Zoë\n"
    assert told(b"\xfe\xff" + text.encode("utf-16-be")) == ["2 1|Zoë"]
    assert told(text.encode("utf-16-le"), encoding="utf-16-le") == ["2 1|Zoë"]


def test_half_a_character_and_a_lone_surrogate_spoil_only_their_record():
    good = "ref,name\n1,Ann\n".encode("utf-16")
    assert told(good + "2,".encode("utf-16-le") + b"\x00\xd8\n\x00" + "3,Cy".encode("utf-16-le") + b"x") == [
        "2 1|Ann",
        "3 not-utf-16-le",
        "4 not-utf-16-le",
    ]


@pytest.mark.parametrize(
    ("content", "how", "says"),
    [
        (b"", {}, "empty"),
        (b"\n \r\n", {}, "empty"),
        (b"ref\n1\n", {}, "name the delimiter"),
        (b"a;b,c;d,e\n1\n", {}, "by comma and semicolon"),
        (b"ref,name,ref\n1,2,3\n", {}, "No delimiter"),
        (b"ref,name,ref\n1,2,3\n", {"delimiter": ","}, "Columns 1 and 3"),
        (b"ref,,name\n1,2,3\n", {"delimiter": ","}, "Column 2"),
        (b'ref,"name\n1,2\n', {}, "No delimiter"),
        (b'ref,"name\n1,2\n', {"delimiter": ","}, "quotes"),
        (b"ref,na\x01me\n1,2\n", {"delimiter": ","}, "control characters"),
        (b"a;b,c;d\n", {}, "by comma and semicolon"),
        (b"\nref,name\n", {"delimiter": ",", "expects": lambda names: True}, "names no column"),
        (b"ref,name\n", {"delimiter": '"'}, "one character"),
        (b"ref,name\n", {"delimiter": ",,"}, "one character"),
        (b"ref,name\n", {"encoding": "klingon"}, "'klingon'"),
        (b"ref,name\n", {"encoding": "utf-7"}, "utf-7"),
        (b"ref,name\n", {"encoding": "utf-16"}, "utf-16-le"),
        (b"\xef\xbb\xbfref,name\n", {"encoding": "cp1252"}, "mark of utf-8"),
        (b"\xff\xfer\x00,\x00n\x00", {"encoding": "utf-16-be"}, "mark of utf-16-le"),
        ("ref,name\n1,2\n".encode("utf-16-le"), {}, "UTF-16"),
        (b"ref,name\n1,2\n", {"expects": lambda names: "URN" in names}, "mapping expects"),
        (b"ref,name\n1,2\n", {"expects": lambda names: "URN" in names, "delimiter": ","}, "mapping expects"),
    ],
)
def test_what_cannot_be_told_is_refused_with_what_to_do(content: bytes, how: dict, says: str):
    with pytest.raises(BadInput, match=says):
        read_delimited(content, **how)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_the_header_bears_out(mark: str):
    text = "ref,name,note\n1,Ann,\n".replace(",", mark)
    assert told(text) == ["2 1|Ann|"]


def test_rows_below_the_header_decide_between_two_delimiters():
    assert told("ref,first;last\n1,Ann\n") == ["2 1|Ann"]


def test_one_column_is_read_when_the_delimiter_is_named():
    assert told("ref\n1\n\n2,3\n", delimiter=";") == ["2 1", "3 blank", "4 2,3"]


def test_titles_above_the_header_are_passed_over_and_counted():
    text = 'Export of "custody"\n\x01\nat "x" 5"\n"t"x\nURN,Name\n1,Ann\n'
    table = read_delimited(text.encode(), expects=lambda names: "URN" in names)
    assert (table.header, table.header_line, table.above) == (("URN", "Name"), 5, 4)
    assert [(notice.rule, notice.records) for notice in table.notices] == [("above-the-header", 0)]
    assert tell(table) == ["6 1|Ann"]


def test_blank_lines_above_the_header_are_passed_over():
    table = read_delimited(b"\n,\nref,name\n1,Ann\n")
    assert (table.header_line, table.above) == (3, 2)
    assert tell(table) == ["4 1|Ann"]


def test_a_cell_and_a_line_beyond_any_export_are_problems():
    cell, line = "x" * 140_000, "y" * 1_500_000
    assert told(f"ref,name\n1,{cell}\n2,Bob\n") == ["2 cell-too-long", "3 2|Bob"]
    assert told(f"ref,name\n1,{line}\n2,Bob\n") == ["2 line-too-long", "3 2|Bob"]
    assert told(f"ref,name\n1,{line}") == ["2 line-too-long"]
    assert told(f"ref,name\n1,{line}\r2,Bob\r") == ["2 line-too-long", "3 2|Bob"]
