"""A text read by columns gives what it gives read row by row, whatever stands in it."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from clewline.analysis.phones import cut
from clewline.analysis.phones.bulk import Bulk
from clewline.analysis.phones.read import ColumnReader, can
from clewline.analysis.phones.rows import Writer
from clewline.analysis.tables import connect
from clewline.case.scope import scope
from clewline.errors import BadInput
from clewline.formats.phones.layout import PhoneLayout, write_layout
from clewline.formats.phones.row import PhoneRows
from clewline.formats.phones.table import judged, read_text
from clewline.formats.tables.table import Blank, Row
from clewline.record import Problem
from clewline.workflow.phones.reading import chunks, layouts, open_phones
from workflow.phones.phone_files import HEADER, USUAL, authority, generic

COVERS = scope(authority())
GENERIC = layouts()["generic"]
LOCAL = replace(GENERIC, times="dd/mm/yyyy hh:mm:ss", zone="Europe/London")
"""As an operator writes who exports its own clock's times, day first."""

CELLS = {
    "phone": ["07700900001", "447700900002", "+447700900999", "", "withheld", "7.7009E+09", " 07700 900001 "],
    "start": [
        "2026-03-01T10:00:00", "2026-03-31T23:59:59", "2026-03-31T22:59:59Z", "2026-03-01 10:00", "2026-03-01",
        "", "nonsense", "2026-03-01T10:00:00+00:00", "2026-03-01T10:00:00.250",
        "2026-13-01T10:00:00", "1970-01-01T00:00:00",
        "01/03/2026 10:00:00", "29/03/2026 01:30:00", "29/03/2026 02:30:00", "31/03/2026 23:30", "1/3/2026 9:15:00",
    ],
    "end": ["", "2026-03-01T10:05:00", "2026-03-01T09:00:00", "2026-05-01T09:00:00", "x"],
    "service": ["call", "SMS", "data", "", "carrier pigeon"],
    "direction": ["out", "in", "", "sideways"],
    "other": ["07700900777", "", "withheld", "HMRC", "60006"],
    "imei": ["", "359999001234566", "35999900123456", "12"],
    "imsi": ["", "001010123456789", "1"],
    "operator": ["north", ""],
    "cell": ["234-10-5012-20411", "", "234-10-99999-1", "mast"],
    "lat": ["56.1", "0", "", "91", "x"],
    "lon": ["2.5", "0", "", "200"],
}  # fmt: skip

records = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CELLS.items()})
lines = st.one_of(
    records.map(lambda r: ",".join(r[n] for n in HEADER.split(","))),
    st.sampled_from(
        [
            "",
            ",,,,,,,,,,,",
            "Total,3,,,,,,,,,,",
            HEADER,
            "1,2,3",
            'a"b,' + "," * 10,
            '"07700900001",' + "," * 10,
        ]
    ),
    st.sampled_from(['"two', 'lines",' + "," * 10, "\x07" + "," * 11, "é" + "," * 11, "x" * 40 + "," * 11]),
)


def by_rows(path: Path, layout: PhoneLayout = GENERIC) -> tuple[list[object], list[tuple[str, int]], int]:
    """Return the covered events with their lines, the problems and the blanks, read row by row."""
    events: list[object] = []
    problems: list[tuple[str, int]] = []
    blank = 0
    for item in read_text(chunks(path), layout).items:
        if isinstance(item, Problem):
            problems += [(item.rule, item.line)] if item.records else []
        elif isinstance(item, Blank):
            blank += item.records
        else:
            events += [(item[0], e) for e in item[1] if COVERS.outside(e) is None]
    return events, sorted(problems), blank


def by_columns(
    path: Path, folder: Path, layout: PhoneLayout = GENERIC
) -> tuple[list[object], list[tuple[str, int]], int] | None:
    """Return the same, read by columns; nothing where the file is not one to be read so."""
    found = open_phones(path, mapping=write_layout(layout), number=None)
    assert found is not None
    if found.large is None:
        return None
    reader = ColumnReader(found.large.layout, found.large.head.header, number=None, scope=COVERS)
    rows = PhoneRows(found.large.layout, reader.wanted)
    writer = Writer(folder / "rows.parquet")
    events: list[object] = []
    problems: list[tuple[str, int]] = []
    blank = 0
    items: list[object] = []
    for piece in Bulk(path, found.large.head, reader, writer).pieces():
        items += [judged(Row(line, cells), rows) for line, cells in piece.slow]
        items += piece.others
    for item in items:
        if isinstance(item, Problem):
            problems += [(item.rule, item.line)] if item.records else []
        elif isinstance(item, Blank):
            blank += item.records
        else:
            line, part = item  # type: ignore[misc] # what is left is a record
            events += [(line, e) for e in part if COVERS.outside(e) is None]
            writer.add([(None, line, n, e) for n, e in enumerate(part, 1) if COVERS.outside(e) is None])
    writer.close()
    return rows_of(folder / "rows.parquet"), sorted(problems), blank


NAMES = (
    'service, direction, number, imsi, imei, other, earliest, latest, "end", dates, operator, cell, lat, lon'
)


def rows_of(path: Path) -> list[object]:
    found = connect().execute(
        f"select line, {NAMES} from (select * replace (coalesce(latest, earliest) as latest) "
        f"from read_parquet('{path}')) order by line"
    )
    return list(found.fetchall())


def rows_from(events: list[object]) -> list[object]:
    """Return events as the rows that they would be."""
    names = [name.strip(' "') for name in NAMES.split(",")]
    out: list[object] = []
    for line, event in events:  # type: ignore[misc] # pairs, made above
        values = [getattr(event, name) for name in names]
        out.append((line, *(v.replace(tzinfo=None) if hasattr(v, "tzinfo") else v for v in values)))
    return out


def agree(text: str, folder: Path, layout: PhoneLayout = GENERIC) -> bool:
    """Hold the two readings to each other; return whether the columns were used."""
    path = folder / "records.csv"
    path.write_bytes(text.encode("utf-8"))
    events, problems, blank = by_rows(path, layout)
    found = by_columns(path, folder, layout)
    if found is None:
        return False
    assert found == (rows_from(events), problems, blank)
    return True


@given(
    st.lists(lines, max_size=12),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from([64, 500, 1 << 20]),
    st.sampled_from([GENERIC, LOCAL]),
)
@example([",".join(USUAL.values())] * 3, "\n", True, 64, GENERIC)
@example([",".join((USUAL | {"cell": "234-10-99999-1"}).values())], "\n", True, 64, GENERIC)
@example([",".join((USUAL | {"start": "29/03/2026 02:30:00"}).values())] * 9, "\r\n", False, 500, LOCAL)
@settings(max_examples=150)
def test_columns_and_rows_agree(
    some: list[str], end: str, ended: bool, piece: int, layout: PhoneLayout
) -> None:
    text = end.join([HEADER, *some]) + (end if ended else "")
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "PIECE", piece)
        agree(text, Path(folder), layout)


def test_a_plain_text_is_read_by_columns_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_text(generic(*({"start": f"2026-03-0{day}T10:00:00"} for day in range(1, 10))))
    found = open_phones(path, mapping=None, number=None)
    assert found is not None and found.large is not None
    reader = ColumnReader(found.large.layout, found.large.head.header, number=None, scope=COVERS)
    bulk = Bulk(path, found.large.head, reader, Writer(tmp_path / "rows.parquet"))
    pieces = list(bulk.pieces())
    assert [len(p.slow) for p in pieces] == [0] and pieces[0].counted.taken == 9
    assert bulk.size == path.stat().st_size


def test_a_fault_in_a_thread_is_raised_where_the_pieces_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_text(generic({}))
    found = open_phones(path, mapping=None, number=None)
    assert found is not None and found.large is not None
    reader = ColumnReader(found.large.layout, found.large.head.header, number=None, scope=COVERS)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        list(Bulk(path, found.large.head, reader, Writer(tmp_path / "rows.parquet")).pieces())


def test_layouts_that_whole_columns_cannot_say_are_read_row_by_row() -> None:
    assert can(layouts()["generic"])


def test_text_in_another_encoding_is_not_read_by_columns(tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_bytes(b"\xff\xfe" + generic({}).encode("utf-16-le"))
    found = open_phones(path, mapping=None, number=None)
    assert found is not None and found.large is None
    path.write_bytes(generic({}).encode("utf-8") + b"\xff,,,,,,,,,,,\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "PIECE", 64)
        events, problems, _ = by_rows(path)
        assert by_columns(path, tmp_path) == (rows_from(events), problems, 0)
        assert [rule for rule, _ in problems] == ["not-utf-8"]


def test_a_layout_named_that_does_not_fit_says_so(tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_text("a,b\n1,2\n")
    assert open_phones(path, mapping=None, number=None) is None
    with pytest.raises(BadInput, match="expects"):
        open_phones(path, mapping="generic", number=None)
