"""Any number of rows: the right number of them, in order, readable, the same each time, and plausible."""

import numpy as np
import pytest
from phone_files import layout

from clewline.errors import BadInput
from clewline.formats.phones.row import PhoneRows
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Row
from clewline.simulate.phones import generic_chunks, generic_columns
from clewline.simulate.phones.cells import OPERATORS, network
from clewline.simulate.phones.scale import SERVICES


@pytest.mark.parametrize(("rows", "phones"), [(1, 1), (1_003, 7), (20_000, 20_000)])
def test_there_are_as_many_rows_and_phones_as_asked_for(rows, phones):
    found = list(generic_columns(rows=rows, phones=phones, days=30))
    phone = np.concatenate([c.phone for c in found])
    assert len(phone) == rows
    assert (np.unique(phone) == np.arange(phones)).all()


def test_every_row_is_read_by_the_generic_layout():
    one = layout("generic")
    content = b"".join(generic_chunks(rows=4_000, phones=8, days=60, seed=3))
    table = read_delimited(content, expects=one.fits)
    reader = PhoneRows(one, table.header)
    cells = set(network("north").cells) | set(network("south").cells)
    events = [reader.read(item.line, item.cells) for item in table.items if isinstance(item, Row)]
    assert len(events) == 4_000 and table.tally.refused == 0
    for (event,) in events:
        assert event.number.startswith("+447700900") and event.cell in cells
        assert event.other is None if event.service == "data" else event.other.startswith("+447700900")
        assert 0 <= (event.end - event.earliest).total_seconds() <= 7_200


def test_the_same_seed_gives_the_same_bytes_and_another_does_not():
    once, again, other = (b"".join(generic_chunks(rows=500, phones=5, seed=s)) for s in (1, 1, 2))
    assert once == again != other


def test_rows_are_in_order_of_phone_and_time():
    (found,) = generic_columns(rows=10_000, phones=10)
    order = np.lexsort((found.start, found.phone))
    assert (order == np.arange(10_000)).all()


def test_phones_are_used_by_day_at_few_places_and_mostly_near_the_city():
    (found,) = generic_columns(rows=50_000, phones=10, days=200)
    hour = found.start % 86_400 // 3_600
    assert np.isin(hour, range(8, 22)).mean() > 0.85
    lat = np.concatenate([network(name).lat for name in OPERATORS])[found.cell]
    lon = np.concatenate([network(name).lon for name in OPERATORS])[found.cell]
    metres = np.hypot((lat - 55.5) * 111_200, (lon - 1.6) * 63_050)
    assert 0.9 < (metres < 12_000).mean() < 0.999
    for phone in range(10):
        _, many = np.unique(found.cell[found.phone == phone], return_counts=True)
        assert np.sort(many)[::-1][:20].sum() > 0.5 * many.sum()
    assert set(np.unique(found.service)) == set(range(len(SERVICES)))


def test_neighbouring_uses_of_a_phone_are_not_impossibly_far_apart():
    (found,) = generic_columns(rows=200_000, phones=4, days=100)
    lat = np.concatenate([network(name).lat for name in OPERATORS])[found.cell]
    lon = np.concatenate([network(name).lon for name in OPERATORS])[found.cell]
    same = np.diff(found.phone) == 0
    far = np.hypot(np.diff(lat) * 111_200, np.diff(lon) * 63_050)[same]
    took = np.diff(found.start)[same]
    # Cells of a neighbour aside (6 km), nobody is faster than 60 m/s.
    assert ((far - 6_000) / np.maximum(took, 1) < 60).mean() > 0.999


@pytest.mark.parametrize(
    "wrong", [{"rows": 1, "phones": 2}, {"rows": 5_000_000, "phones": 1}, {"rows": 1, "phones": 0}]
)
def test_what_cannot_be_made_is_refused(wrong):
    with pytest.raises(BadInput, match="phones"):
        next(generic_columns(**wrong))
