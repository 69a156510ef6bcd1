"""The rows of one selection where they are few: counted here, as the database counts them, without asking it again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clewline.figures import Figure, Row

MOST = 20_000
"""Rows up to which they are held; a week of ten million entries has fewer, a whole programme has more."""
COLUMNS = ("entry_id", "unit", "day", "amount", "supporting")
"""What each row begins with; behind it come the figure's dimensions."""


@dataclass(frozen=True)
class Number:
    """A value; for a rate also what is divided by what."""

    value: Decimal | None
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True)
class Few:
    """Rows of a figure's definition in one period."""

    figure: Figure
    found: Sequence[tuple[Any, ...]]

    def number(self, where: Mapping[str, str]) -> Number:
        """Return the number of the rows that the qualifiers leave."""
        return _number(self.figure, self._left(where))

    def split(self, dimension: str, where: Mapping[str, str]) -> tuple[Number, dict[str | None, Number]]:
        """Return the number, and the number for each value of a dimension, the value that is not recorded last."""
        at = self._place(dimension)
        parts: dict[str | None, list[tuple[Any, ...]]] = {}
        left = self._left(where)
        for row in left:
            parts.setdefault(row[at], []).append(row)
        listed = sorted(parts, key=lambda value: (value is None, value or ""))
        return _number(self.figure, left), {value: _number(self.figure, parts[value]) for value in listed}

    def entries(self, where: Mapping[str, str]) -> tuple[str, ...]:
        """Return the ids of the entries that the number stands on, supporting ones too, in order."""
        ids = {i for row in self._left(where) for i in (row[0], row[4]) if i is not None}
        return tuple(sorted(ids))

    def rows(self, where: Mapping[str, str]) -> Iterator[Row]:
        """Yield the rows that the number counts, by day and entry."""
        for row in sorted(self._left(where), key=lambda one: (one[2], one[0])):
            yield as_row(self.figure, row)

    def _left(self, where: Mapping[str, str]) -> Sequence[tuple[Any, ...]]:
        wanted = [(self._place(name), value.split("+")) for name, value in where.items()]
        if not wanted:
            return self.found
        return [row for row in self.found if all(row[at] in values for at, values in wanted)]

    def _place(self, dimension: str) -> int:
        return len(COLUMNS) + self.figure.dimensions.index(dimension)


def as_row(figure: Figure, found: Sequence[Any]) -> Row:
    """Return a row as the database gave it."""
    entry_id, unit, day, amount, supporting, *rest = found
    return Row(
        entry_id=entry_id,
        unit=unit,
        day=day,
        amount=Decimal(amount),
        supporting=supporting,
        dimensions=dict(zip(figure.dimensions, rest, strict=True)),
    )


def as_number(figure: Figure, told: Sequence[int | Decimal]) -> Number:
    """Return a number from what was counted: of a rate, the units that count and all of them."""
    if figure.measure != "rate":
        return Number(Decimal(told[0]))
    numerator, denominator = int(told[0]), int(told[1])
    value = Decimal(100 * numerator) / denominator if denominator else None
    return Number(value, numerator, denominator)


def _number(figure: Figure, rows: Iterable[tuple[Any, ...]]) -> Number:
    if figure.measure == "count":
        # An entry that does not say what it is about counts nothing.
        return as_number(figure, [len({row[1] for row in rows} - {None})])
    if figure.measure == "rate":
        units = {(row[1], row[3] > 0) for row in rows if row[1] is not None}
        return as_number(figure, [sum(counts for _, counts in units), len({unit for unit, _ in units})])
    most: dict[str | None, Decimal] = {}
    for _, unit, _, amount, *_ in rows:
        most[unit] = max(Decimal(amount), most.get(unit, Decimal(amount)))
    return as_number(figure, [sum(most.values(), Decimal(0))])
