"""Workbooks that are damaged, hostile or large."""

import io
import time
import tracemalloc
import zipfile

import fastexcel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.tables.table import Row
from clewline.formats.tables.workbook import Limits, read_workbook
from formats.tables.workbook_files import BOMB, GOOD, HEADER, KINDS, by_hand, told, values, with_rows, zipped


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
