"""Text with delimiters that is damaged, hostile or large."""

import csv
import io
import json
import time
import tracemalloc

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Blank, Row
from clewline.record.problem import Problem
from formats.tables.delimited_files import SHARED, cells, tell, told


def test_a_quoted_cell_may_span_the_blocks_in_which_a_file_is_read():
    note = "line of a long statement\n" * 4_000
    text = "ref,note\n" + "".join(f'{n},"{note}"\n' for n in range(12))
    table = read_delimited(text.encode())
    rows = list(table.items)
    assert [row.line for row in rows] == [2 + 4_001 * n for n in range(12)]
    assert all(row.cells[1] == note for row in rows)
    assert table.tally.balanced
    assert table.tally.lines == 1 + 4_001 * 12


@pytest.mark.parametrize("line", ['x,"y', 'a","b', '"', ",\n", '1,"2"3', '"a","b'])
def test_quotes_on_every_line_take_linear_time(line: str):
    def seconds(lines: int) -> float:
        start = time.process_time()
        table = read_delimited(f"ref,name\n1,{line}\n".encode() + f"{line}\n".encode() * lines, delimiter=",")
        assert sum(1 for _ in table.items) == table.tally.records
        assert table.tally.balanced
        return time.process_time() - start

    seconds(2_000)
    assert seconds(40_000) < 0.1 + 20 * seconds(4_000)


def test_a_never_closing_quote_longer_than_a_record_may_be_keeps_the_rows_below():
    # Cells closed and opened again on each line: no cell is too long, yet the record goes on for megabytes.
    swallowed = b'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n' * 40_000
    table = read_delimited(b'ref,name\n1,"x\n' + swallowed + b"2,Ann\n")
    rules = [item.rule if isinstance(item, Problem) else item.line for item in table.items]
    assert rules.count("quote-never-closes") == 40_001
    assert rules[-1] == 40_003
    assert table.tally.balanced


def test_chunks_are_read_without_holding_the_file():
    def chunks():
        yield b"ref,note\n"
        for n in range(20_000):
            yield f'{n},"{"x" * 400}\n'.encode()[:400] + b'"\n'

    table = read_delimited(chunks())
    tracemalloc.start()
    rows = sum(isinstance(item, Row) for item in table.items)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == 20_000
    assert peak < 4_000_000


def test_a_file_read_in_single_bytes_is_the_same_file():
    content = 'ref,näme\r\n1,"a\r\nb"\r\n2,é\r'.encode()
    assert tell(read_delimited(bytes([byte]) for byte in content)) == told(content)


@given(
    records=st.lists(st.lists(cells, min_size=3, max_size=3)),
    mark=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_csv_writer_wrote_reads_back(records, mark, end, quoting, encoding):
    # Python's writer quotes only the line ends that it writes itself; any other stands bare, and ends a line.
    others = set("\r\n") - set(end)
    bare = quoting == csv.QUOTE_MINIMAL and any(others & set(cell) for record in records for cell in record)
    assume(not bare)
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=mark, lineterminator=end, quoting=quoting)
    writer.writerows([["ref", "name", "note"], *records])
    table = read_delimited(sheet.getvalue().encode(encoding), delimiter=mark)
    items = [item for item in table.items if not isinstance(item, Problem)]
    assert table.header == ("ref", "name", "note")
    assert len(items) == len(records)
    for item, record in zip(items, records, strict=True):
        if any(cell.strip() for cell in record):
            assert isinstance(item, Row) and item.cells == record
        else:
            assert isinstance(item, Blank)
    assert table.tally.balanced


@given(
    content=st.binary()
    | st.lists(st.sampled_from([b"a", b",", b'"', b"\n", b"\r", b"\x00", b"\xa3"])).map(b"".join)
)
@example(b'"\r"')
def test_any_bytes_are_accounted_for_line_by_line(content: bytes):
    content = b"ref,name\n" + content
    # As many NULs as that are taken for UTF-16 without its mark, and refused.
    assume(content[:200].count(0) * 3 <= len(content[:200]))
    table = read_delimited(content)
    items = list(table.items)  # two columns: no notices among them
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    assert table.tally.lines == len(lines) - (not lines[-1])
    starts = [item.line for item in items]
    assert starts == sorted(set(starts))
    assert all(1 < start <= table.tally.lines for start in starts)
    assert table.tally.balanced
    if b'"' not in content:
        assert starts == list(range(2, table.tally.lines + 1))


@given(content=st.binary())
def test_any_bytes_end_in_a_table_or_a_refusal(content: bytes):
    try:
        table = read_delimited(content)
    except BadInput:
        return
    list(table.items)
    assert table.tally.balanced


@pytest.mark.skipif(not SHARED.exists(), reason="the collected bad input is not part of the repository")
def test_naughty_strings_come_back_or_are_control_characters():
    strings = json.loads((SHARED / "blns" / "blns.json").read_text())
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows([["ref", "text"], *([str(n), text] for n, text in enumerate(strings))])
    table = read_delimited(sheet.getvalue().encode())
    for n, item in enumerate(table.items):
        if isinstance(item, Problem):
            assert item.rule == "control-character"
        else:
            assert item.cells == [str(n), strings[n]]
    assert table.tally.records == len(strings)
    assert table.tally.refused < 10


@pytest.mark.skipif(not SHARED.exists(), reason="the collected bad input is not part of the repository")
def test_the_csv_spectrum_reads_as_it_means():
    files = sorted((SHARED / "csv-spectrum" / "csvs").glob("*.csv"))
    assert len(files) == 12
    for file in files:
        table = read_delimited(file.read_bytes())
        read = [dict(zip(table.header, row.cells, strict=True)) for row in table.items]
        meant = json.loads((SHARED / "csv-spectrum" / "json" / f"{file.stem}.json").read_text())
        if file.stem == "location_coordinates":  # its expectation has another telephone number than its file
            meant = [meant | {"Contact Phone Number": read[0]["Contact Phone Number"]}]
        assert read == meant, file.stem
