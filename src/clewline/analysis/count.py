"""Count a figure: run its selection for a period, and turn the rows into a number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count as numbers

import duckdb

from clewline.errors import Misused
from clewline.figures import Counted, Definition, Figure, Part, Row

_names = numbers()


@dataclass(frozen=True)
class Number:
    """A value; for a rate also what is divided by what."""

    value: Decimal | None
    numerator: int | None = None
    denominator: int | None = None


class Selection:
    """The rows of one figure's definition in one period, ready to be counted in whole or in part.

    A number alone is counted straight from the record, which reads only the columns that it needs. Once the rows
    are opened they are kept, and every later number is counted from them.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        figure: Figure,
        definition: Definition,
        start: date,
        end: date,
    ) -> None:
        self.connection = connection
        self.figure = figure
        self.definition = definition
        self.start = start
        self.end = end
        self._kept: str | None = None

    def _rows(self, *, keep: bool = False) -> str:
        """Return what to select the rows from: their table if they are kept, else the selection itself."""
        if keep and self._kept is None:
            self._kept = f"selected_{next(_names)}"
            self.connection.execute(f"create temp table {self._kept} as {self._sql}")
        return self._kept or f"({self._sql})"

    @property
    def _sql(self) -> str:
        return bounded(self.figure, self.definition, self.start, self.end)

    def number(self, where: Mapping[str, str] | None = None) -> Number:
        """Return the number of the rows that the qualifiers leave."""
        condition, values = self._where(where)
        found = self.connection.execute(
            _NUMBER[self.figure.measure].format(f"from {self._rows()} {condition}"), values
        )
        return _number(self.figure, found.fetchall()[0])

    def split(
        self, dimension: str, where: Mapping[str, str] | None = None
    ) -> tuple[Number, dict[str | None, Number]]:
        """Return the number, and the number for each value of a dimension; a joint arrest counts in both forces.

        :raises Misused: the figure has no such dimension.
        """
        _check(self.figure, dimension)
        condition, values = self._where(where)
        sql = _SPLIT[self.figure.measure].format(f"from {self._rows()} {condition}", dimension=dimension)
        whole = Number(None, 0, 0) if self.figure.measure == "rate" else Number(Decimal(0))
        parts = {}
        for all_values, value, *rest in self.connection.execute(sql, values).fetchall():
            if all_values:
                whole = _number(self.figure, rest)
            else:
                parts[value] = _number(self.figure, rest)
        return whole, parts

    def entries(self, where: Mapping[str, str] | None = None) -> tuple[str, ...]:
        """Return the ids of the entries that the number stands on, supporting ones too, in order."""
        condition, values = self._where(where)
        sql = f"select entry_id, supporting from {self._rows(keep=True)} {condition}"
        pairs = self.connection.execute(sql, values).fetchall()
        return tuple(sorted({i for pair in pairs for i in pair if i is not None}))

    def rows(self, where: Mapping[str, str] | None = None) -> Iterator[Row]:
        """Yield the rows that the number counts, by day and entry."""
        condition, values = self._where(where)
        dimensions = self.figure.dimensions
        sql = ", ".join(["entry_id", "unit", "day", "amount", "supporting", *dimensions])
        found = self.connection.execute(
            f"select {sql} from {self._rows(keep=True)} {condition} order by day, entry_id", values
        )
        while chunk := found.fetchmany(1000):
            for entry_id, unit, day, amount, supporting, *rest in chunk:
                yield Row(
                    entry_id=entry_id,
                    unit=unit,
                    day=day,
                    amount=Decimal(amount),
                    supporting=supporting,
                    dimensions=dict(zip(dimensions, rest, strict=True)),
                )

    def counted(self, part: Part | None = None, *, where: Mapping[str, str] | None = None) -> Counted:
        """Return the number of the whole figure, or of one part of it, with its entries."""
        narrowed = {**(where or {}), **(part.where if part else {})}
        number = self.number(narrowed)
        return Counted(
            figure=self.figure,
            definition=self.definition,
            title=part.title if part else self.figure.title,
            qualifiers=dict(part.where) if part else {},
            unit=(part and part.unit) or self.figure.unit,
            start=self.start,
            end=self.end,
            value=number.value,
            numerator=number.numerator,
            denominator=number.denominator,
            entries=self.entries(narrowed),
        )

    def drop(self) -> None:
        """Forget the rows: kept for every figure of a long programme they would fill the memory."""
        if self._kept is not None:
            self.connection.execute(f"drop table {self._kept}")
            self._kept = None

    def _where(self, where: Mapping[str, str] | None) -> tuple[str, list[str]]:
        narrowed = {**self.figure.where, **(where or {})}
        for dimension in narrowed:
            _check(self.figure, dimension)
        values = {d: v.split("+") for d, v in narrowed.items()}
        conditions = [f"{d} in ({', '.join('?' * len(v))})" for d, v in values.items()]
        return ("where " + " and ".join(conditions) if conditions else ""), [
            x for v in values.values() for x in v
        ]


def select(
    connection: duckdb.DuckDBPyConnection,
    figure: Figure,
    *,
    start: date,
    end: date,
    version: str | None = None,
) -> Selection:
    """Return the figure's rows from `start` to `end`, both included.

    :raises BadDeclaration: the figure has no definition of that version.
    """
    return Selection(connection, figure, figure.definition(version), start, end)


def bounded(figure: Figure, definition: Definition, start: date, end: date) -> str:
    """Return the definition's selection from `start` to `end`, with every column that counting needs."""
    dimensions: Sequence[str] = figure.dimensions
    supporting = (
        "supporting" if "as supporting" in definition.select else "cast(null as varchar) as supporting"
    )
    wanted = ", ".join(["entry_id", "unit", "day", "amount", supporting, *dimensions])
    period = f"day between date '{start.isoformat()}' and date '{end.isoformat()}'"
    return f"with selection as ({definition.select}) select {wanted} from selection where {period}"


_RATE = "count(distinct case when amount > 0 then unit end), count(distinct unit)"
_NUMBER = {
    "count": "select count(distinct unit) {}",
    "sum": "select coalesce(sum(amount), 0) from (select unit, max(amount) as amount {} group by unit)",
    "rate": f"select {_RATE} {{}}",
}
_SPLIT = {
    "count": "select grouping({dimension}), {dimension}, count(distinct unit) {} "
    "group by grouping sets ((), ({dimension})) order by {dimension}",
    "sum": "select whole, {dimension}, coalesce(sum(amount), 0) from ("
    "select grouping({dimension}) as whole, {dimension}, unit, max(amount) as amount {} "
    "group by grouping sets ((unit), ({dimension}, unit))) group by whole, {dimension} order by {dimension}",
    "rate": f"select grouping({{dimension}}), {{dimension}}, {_RATE} {{}} "
    "group by grouping sets ((), ({dimension})) order by {dimension}",
}


def _number(figure: Figure, row: Sequence[int | Decimal]) -> Number:
    if figure.measure != "rate":
        return Number(Decimal(row[0]))
    numerator, denominator = int(row[0]), int(row[1])
    value = Decimal(100 * numerator) / denominator if denominator else None
    return Number(value, numerator, denominator)


def _check(figure: Figure, dimension: str) -> None:
    if dimension not in figure.dimensions:
        known = ", ".join(figure.dimensions)
        raise Misused(f"{figure.name} cannot be broken down by {dimension!r}; it has {known}.")
