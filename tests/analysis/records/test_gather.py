"""Records become time lines, from CSV and Parquet alike; a row that cannot be used is told with its line."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from clewline.analysis.records import csv_blocks, gather, parquet_blocks
from clewline.analysis.records.block import (
    NO_PHONE,
    NO_PLACE,
    NO_TIME,
    NOT_ITS_COLUMNS,
    NOT_ON_EARTH,
)
from clewline.errors import BadInput

HEADER = "phone,start,end,service,operator,cell,lat,lon"
AT = "2026-03-01T10:00:00+00:00"
SECONDS = datetime(2026, 3, 1, 10, tzinfo=UTC).timestamp()


def row(
    phone: str = "p", start: str = AT, operator: str = "north", lat: str = "52.5", lon: str = "-1.5"
) -> str:
    return f"{phone},{start},{start},data,{operator},{operator}-1,{lat},{lon}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.csv"


def test_rows_become_time_lines(path: Path) -> None:
    later = "2026-03-01T11:00:00+01:00"  # an hour on by the clock, the same instant
    path.write_text(
        "\n".join([HEADER, row("b"), row("a", lat="53"), row("b", operator="south"), row("a", later)])
    )
    found = gather(path)
    assert (found.rows, found.bad.total(), found.sites, found.phones) == (4, 0, 3, {"b": 0, "a": 1})
    lines = found.timelines()
    assert list(lines.first) == [0, 2, 4] and set(lines.t) == {SECONDS}
    # Sites from south to north, then by operator: 52.5 north, 52.5 south, 53 north.
    assert list(lines.place) == [0, 1, 0, 2]


def test_spaces_quotes_and_windows_line_ends_are_no_fault(path: Path) -> None:
    path.write_bytes(
        ("\ufeff" + "\r\n".join([HEADER, row(), row('"p"'), row(" p ", lat=" 52.5"), ""])).encode()
    )
    found = gather(path)
    assert (found.rows, found.bad.total(), list(found.phones), found.sites) == (3, 0, ["p"], 1)


FAULTS = (
    (row(phone=""), NO_PHONE),
    (row(start="yesterday"), NO_TIME),
    (row(start="2026-03-01T10:00:00"), NO_TIME),
    (row(lat=""), NO_PLACE),
    (row(lat="north"), NO_PLACE),
    (row(lon="nan"), NO_PLACE),
    (row(lat="0", lon="0"), NOT_ON_EARTH),
    (row(lat="95"), NOT_ON_EARTH),
    (row(lon="inf"), NO_PLACE),
    ("p,2026", NOT_ITS_COLUMNS),
    (row() + ",more", NOT_ITS_COLUMNS),
    (row(operator='"north'), NOT_ITS_COLUMNS),
    (row(phone="caf\xe9"), NOT_ITS_COLUMNS),
)


@pytest.mark.parametrize(("fault", "why"), FAULTS)
def test_one_bad_row_among_good_ones_is_told_with_its_line(path: Path, fault: str, why: str) -> None:
    path.write_text("\n".join([HEADER, row(), row(), fault, row("q"), ""]), encoding="latin-1")
    found = gather(path)
    assert (found.rows, dict(found.bad), found.first_bad) == (4, {why: 1}, [(4, why)])
    assert list(found.timelines().first) == [0, 1, 2]  # the two rows of p are one record


def test_lines_are_counted_over_blocks_and_blank_lines(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_blocks, "AT_ONCE", 200)
    good = [row(f"p{n}", lat=str(50 + n / 10)) for n in range(20)]
    path.write_text("\n".join([HEADER, *good, "", row(lat=""), *good, row(lat=""), "x" * 900, row(start="")]))
    told: list[tuple[int, int | None]] = []
    found = gather(path, lambda done, of: told.append((done, of)))
    assert found.rows == 44 and found.bad.total() == 4
    assert found.first_bad == [(23, NO_PLACE), (44, NO_PLACE), (45, NOT_ITS_COLUMNS), (46, NO_TIME)]
    body = path.stat().st_size - len(HEADER) - 1
    assert told[-1] == (body, path.stat().st_size) and len(told) > 5


def test_only_the_first_bad_rows_keep_their_lines(path: Path) -> None:
    path.write_text("\n".join([HEADER, *[row(lat="")] * 9, row()]))
    found = gather(path)
    assert found.bad[NO_PLACE] == 9 and [line for line, _ in found.first_bad] == [2, 3, 4, 5, 6]


def test_without_operators_all_cells_are_one_operators(path: Path) -> None:
    path.write_text(f"lon,lat,start,phone\n-1.5,52.5,{AT},p\n-1.5,52.6,{AT},p\n")
    assert gather(path).sites == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"phone,start,lat\n", "The column lon is missing; it has phone, start, lat"),
        (b"phone,start,lat,lon,lat\n", "Two columns have one name"),
        (b"", "The column phone is missing; it has no columns"),
        (b"\xff\xfe\n", "no header of a CSV file in UTF-8"),
    ],
)
def test_a_header_that_cannot_be_is_refused(path: Path, text: bytes, why: str) -> None:
    path.write_bytes(text)
    with pytest.raises(BadInput, match=why):
        gather(path)


def test_a_file_of_nothing_good_has_no_time_line(path: Path) -> None:
    path.write_text(f"{HEADER}\n{row(lat='')}\n")
    found = gather(path)
    assert found.bad.total() == found.rows == 1 and found.timelines().phones == 0


def write(path: Path, **changed: pa.Array) -> Path:
    columns = {
        "phone": pa.array(["p", "q", "p"]),
        "start": pa.array([datetime(2026, 3, 1, 10, tzinfo=UTC)] * 3, pa.timestamp("s", "UTC")),
        "operator": pa.array(["north", None, "north"]),
        "lat": pa.array([52.5, 52.5, 53.0]),
        "lon": pa.array([-1.5, -1.5, -1.5]),
    }
    parquet.write_table(pa.table(columns | changed), path)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.parquet"


def test_parquet_says_what_csv_says(path: Path, file: Path) -> None:
    path.write_text("\n".join([HEADER, row(), row("q", operator=""), row(lat="53")]))
    one, other = gather(path).timelines(), gather(write(file)).timelines()
    for name in ("first", "t", "place"):
        assert list(getattr(one, name)) == list(getattr(other, name))
    assert list(one.sites.reach) == list(other.sites.reach)


@pytest.mark.parametrize(
    "changed",
    [
        {"start": pa.array([AT, "2026-03-01T10:00:00Z", AT])},
        {"phone": pa.array([1, 2, 1])},
        {"lat": pa.array([52.5, 52.5, 53.0], pa.float32())},
        {"lat": pa.array(["52.5", "52.5", "53"])},
    ],
)
def test_parquet_columns_may_be_of_other_types(file: Path, changed: dict[str, pa.Array]) -> None:
    found = gather(write(file, **changed))
    assert (found.bad.total(), found.sites, len(found.phones)) == (0, 3, 2)
    assert set(found.timelines().t) == {SECONDS}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"start": pa.array([AT, "soon", AT])}, {NO_TIME: 1}),
        ({"start": pa.array([datetime(2026, 3, 1)] * 3)}, {NO_TIME: 3}),
        ({"lat": pa.array([52.5, None, 53.0])}, {NO_PLACE: 1}),
        ({"lat": pa.array(["52.5", None, "53"])}, {NO_PLACE: 1}),
        ({"phone": pa.array(["p", None, "p"])}, {NO_PHONE: 1}),
    ],
)
def test_a_bad_row_of_parquet_is_told_by_its_number(
    file: Path, changed: dict[str, pa.Array], why: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_blocks, "AT_ONCE", 1)
    found = gather(write(file, **changed))
    assert (found.rows, dict(found.bad), found.unit) == (3, why, "row")
    if sum(why.values()) == 1:
        assert [line for line, _ in found.first_bad] == [2]


def test_what_is_no_parquet_is_refused(file: Path) -> None:
    file.write_bytes(b"not at all")
    with pytest.raises(BadInput, match="no Parquet file"):
        gather(file)
    parquet.write_table(pa.table({"phone": ["p"]}), file)
    with pytest.raises(BadInput, match="The column start is missing"):
        gather(file)
