"""What belongs to no release is refused or left out: foreign keys, foreign files, days outside, impossible periods."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clewline.bulletin.released.family import _by_atom, _value
from clewline.bulletin.released.frozen import from_bytes
from clewline.bulletin.released.name import name_of
from clewline.errors import ChainBroken
from clewline.figures import Row, all_figures
from clewline.record.kinds.bulletin_written import BulletinWritten

WEEK = (date(2023, 2, 27), date(2023, 3, 5))


def row(day: date, amount: int = 1, unit: str = "a") -> Row:
    return Row(entry_id=unit, unit=unit, day=day, amount=Decimal(amount), supporting=None, dimensions={})


def test_a_key_that_is_no_name_is_refused() -> None:
    with pytest.raises(TypeError):
        name_of(("arrests", 1))


@pytest.mark.parametrize("content", [b"{}", b'{"format": "another"}', b"no JSON", b"[]"])
def test_rows_of_another_format_are_refused(content: bytes) -> None:
    with pytest.raises(ChainBroken, match="not of a format"):
        from_bytes(content)


def test_a_row_outside_every_period_counts_in_none() -> None:
    rows = [row(date(2023, 2, 26)), row(WEEK[0], 2), row(date(2023, 3, 6))]
    assert _by_atom(rows, [WEEK], [()]) == {WEEK: {(): {"a": Decimal(2)}}}


def test_amounts_are_summed_where_the_figure_sums_and_units_are_counted_where_not() -> None:
    parts = [{"a": Decimal(2), "b": Decimal(3)}, {"a": Decimal(5)}]
    assert _value(all_figures()["knives_seized"], parts) == 8
    assert _value(all_figures()["arrests"], parts) == 2


def test_a_bulletin_of_an_impossible_period_is_objected_to() -> None:
    good = BulletinWritten(
        style="release",
        body="Northmoor Police",
        drafted_by="Moss",
        period_start=WEEK[0],
        period_end=WEEK[1],
        as_of="2023-03-06T09:00:00+00:00",
        text_sha256="0" * 64,
        rows_sha256="0" * 64,
        engine="x",
        numbers=1,
        since=WEEK[0],
    )
    assert list(good.objections(WEEK[0])) == []
    wrong = replace(good, period_end=date(2023, 2, 26), since=WEEK[1])
    assert [field for field, _ in wrong.objections(WEEK[0])] == ["period_end", "since"]
    assert list(replace(good, since=None).objections(WEEK[0])) == []
