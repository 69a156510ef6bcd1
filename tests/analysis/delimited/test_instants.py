"""A column of times says what its reader says of each time by itself."""

from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from clewline.analysis.delimited import instants
from clewline.analysis.delimited.cells import of_rows
from clewline.analysis.delimited.instants import Instants
from clewline.analysis.phones.read import _one_instant
from clewline.formats.phones.moment import reader
from clewline.formats.values import Unreadable

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# The clocks of Britain went forward at 1.00 on 29 March 2026 and back at 2.00 on 25 October 2026.
moments = st.one_of(
    st.datetimes(datetime(2026, 3, 28, 22), datetime(2026, 3, 29, 4)),
    st.datetimes(datetime(2026, 10, 24, 22), datetime(2026, 10, 25, 4)),
    st.datetimes(datetime(1979, 12, 31), datetime(2101, 1, 2)),
)
WRITTEN = (
    "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S+01:00",
    "%Y-%m-%dT%H:%M:%S-05:30", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M",
    "%d/%m/%Y, %H:%M:%S BST", " %Y-%m-%dT%H:%M:%S ", "%Y%m%d%H%M%S", "%d/%m/%Y", "%d/%m/%y %H:%M:%S",
)  # fmt: skip
written = st.one_of(
    st.builds(lambda when, how: when.strftime(how), moments, st.sampled_from(WRITTEN)),
    st.sampled_from(
        ["", "-", "2026-01-01T10:61:00", "2026-01-01T10:00:99", "2026-01-01T25:00:00", "1:05", ":", "é"]
    ),
    st.sampled_from(
        ["2026-01-01Tte:n0:00", "2026-01-01T10:0a:00", "x" * 70 + "10:00:00", "12:30:15", ":10:00", "Z"]
    ),
)
like = st.lists(st.builds(lambda when: when.strftime(WRITTEN[0]), moments), max_size=20)


@given(
    st.one_of(st.lists(written, max_size=20), like),
    st.sampled_from(["yyyy-mm-dd hh:mm:ss", "dd/mm/yyyy hh:mm:ss", "dd mon yyyy hh:mm:ss"]),
    st.sampled_from(["UTC", "Europe/London", "Australia/Lord_Howe", None]),
)
@example(
    ["01/02/2026 10:00:59", "25/10/2026 01:30:00", "29/03/2026 01:30:00"],
    "dd/mm/yyyy hh:mm:ss",
    "Europe/London",
)
@example(["2026-04-04T15:10:00", "2026-04-05T01:40:00"], "yyyy-mm-dd hh:mm:ss", "Australia/Lord_Howe")
def test_a_column_is_read_as_its_cells_are(some: list[str], style: str, zone: str | None) -> None:
    read = _one_instant(reader(style, zone))  # type: ignore[arg-type] # the styles above
    column = Instants(read)
    for _ in range(2):
        found = column.find(of_rows([[text] for text in some], 1).of(0))
        for at, text in enumerate(some):
            try:
                us = read(text.strip()) if text.strip() else None
            except Unreadable:
                assert found.odd[at] and not found.there[at]
                continue
            assert not found.odd[at]
            assert (found.us[at] if found.there[at] else None) == us


def test_an_hour_is_read_once_for_all_of_its_seconds() -> None:
    asked: list[str] = []

    def read(text: str) -> int:
        asked.append(text)
        return (
            datetime.fromisoformat(text).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)
        ) // timedelta(microseconds=1)

    rows = [[f"2026-03-01T{hour:02}:{minute:02}:07"] for hour in (9, 10) for minute in range(60)]
    column = Instants(read)
    found = column.find(of_rows(rows, 1).of(0))
    assert found.there.all() and found.us.tolist() == [read(row[0]) for row in rows]
    assert asked[:4] == [f"2026-03-01T{hour}:{tail}" for hour in ("09", "10") for tail in ("00:00", "59:59")]
    assert len(asked) == 4 + len(rows)


def test_very_many_times_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instants, "REMEMBERED", 2)
    column = Instants(_one_instant(reader("yyyy-mm-dd hh:mm:ss", "UTC")))
    for day in ("01", "02", "03"):
        column.begin()
        found = column.find(of_rows([[f"2026-03-{day}T{h:02}:00:00"] for h in range(4)] + [["x"]], 1).of(0))
        assert found.there.tolist() == [True] * 4 + [False] and found.odd[4]
