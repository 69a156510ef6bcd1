"""The rows of a number in one canonical form, so that two counts of it are compared by a hash."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from clewline.figures import Row
from clewline.figures.figure import Measure


def as_list(row: Row) -> list[Any]:
    """Return a row as plain data: entry, unit, day, amount, supporting entry, dimensions by name."""
    amount = f"{row.amount.normalize():f}"
    return [
        row.entry_id,
        row.unit,
        row.day.isoformat(),
        amount,
        row.supporting,
        dict(sorted(row.dimensions.items())),
    ]


def from_list(said: Sequence[Any]) -> Row:
    """Return the row that `as_list` wrote."""
    entry_id, unit, day, amount, supporting, dimensions = said
    return Row(
        entry_id=entry_id,
        unit=unit,
        day=date.fromisoformat(day),
        amount=Decimal(amount),
        supporting=supporting,
        dimensions=dimensions,
    )


def canonical(row: Row) -> str:
    """Return a row as one line of text, the same for the same row whatever engine gave it."""
    return json.dumps(as_list(row), ensure_ascii=True, separators=(",", ":"))


def rows_hash(rows: Iterable[Row]) -> str:
    """Return the SHA-256 of the rows; their order does not matter, and a row that stands twice counts twice."""
    return sha256("\n".join(sorted(map(canonical, rows))).encode()).hexdigest()


def narrowed(rows: Iterable[Row], where: Mapping[str, str]) -> list[Row]:
    """Return the rows that have one of the values of each dimension; several values are joined by `+`."""
    wanted = {name: set(value.split("+")) for name, value in where.items()}
    return [row for row in rows if all(row.dimensions[name] in values for name, values in wanted.items())]


def entries_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the ids of the entries that rows rest on, supporting ones too, in order."""
    return tuple(sorted({i for row in rows for i in (row.entry_id, row.supporting) if i is not None}))


def number_of(measure: Measure, rows: Iterable[Row]) -> Decimal | None:
    """Return the number that the rows make, as SQL makes it: none for a rate that has nothing to divide by."""
    most: dict[str, Decimal] = {}
    for row in rows:
        most[row.unit] = max(row.amount, most.get(row.unit, row.amount))
    if measure == "sum":
        return sum(most.values(), Decimal(0))
    # An entry that does not say what it is about counts nothing: its unit is null.
    units = [unit for unit in most if unit is not None]
    if measure == "count":
        return Decimal(len(units))
    return Decimal(100 * sum(most[unit] > 0 for unit in units)) / len(units) if units else None
