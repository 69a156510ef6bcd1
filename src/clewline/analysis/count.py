"""Count a figure: run its selection for a period, and turn the rows into a number."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count as numbers

import duckdb

from clewline.analysis.few import COLUMNS, MOST, Few, Number, as_number, as_row
from clewline.errors import Misused
from clewline.figures import Counted, Definition, Figure, Part, Row

__all__ = ["Number", "Selection", "bounded", "select"]

SHORT = 62
"""Days of a period whose rows are likely to be few."""
_names = numbers()


class Selection:
    """The rows of one figure's definition in one period, ready to be counted in whole or in part.

    A number alone is counted straight from the record, which reads only the columns that it needs. Once the rows
    are opened they are kept, few of them here and many in the database, and every later number is counted from them.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        figure: Figure,
        definition: Definition,
        start: date,
        end: date,
        *,
        within: Mapping[str, str] | None = None,
        most: int = MOST,
    ) -> None:
        self.connection = connection
        self.figure = figure
        self.definition = definition
        self.start = start
        self.end = end
        self.within = within or {}
        """What no row is outside of, as one force: the others are not read."""
        self._most = most
        self._kept: str | None = None
        self._few: Few | None = None

    @property
    def _source(self) -> str:
        """What to select the rows from: their table if they are kept there, else the selection itself."""
        return self._kept or f"({self._sql})"

    @property
    def _sql(self) -> str:
        sql = bounded(self.figure, self.definition, self.start, self.end)
        if not self.within:
            return sql
        condition = " and ".join(
            f"{_checked(self.figure, d)} in ({', '.join(map(_quoted, v.split('+')))})"
            for d, v in self.within.items()
        )
        return f"select * from ({sql}) where {condition}"

    def _open(self) -> Few | None:
        """Keep the rows, and return them where they are few."""
        if self._few is None and self._kept is None:
            listed = ", ".join([*COLUMNS, *self.figure.dimensions])
            if (self.end - self.start).days <= SHORT:
                found = self.connection.execute(f"select {listed} from ({self._sql})")
                some = found.fetchmany(self._most + 1)
                if len(some) <= self._most:
                    self._few = Few(self.figure, some)
                    return self._few
            self._kept = f"selected_{next(_names)}"
            made = self.connection.execute(f"create temp table {self._kept} as {self._sql}").fetchall()
            if made[0][0] <= self._most:
                some = self.connection.execute(f"select {listed} from {self._kept}").fetchall()
                self.drop()
                self._few = Few(self.figure, some)
        return self._few

    def number(self, where: Mapping[str, str] | None = None) -> Number:
        """Return the number of the rows that the qualifiers leave."""
        if self._few is not None:
            return self._few.number(self._narrowed(where))
        condition, values = self._where(where)
        found = self.connection.execute(
            _NUMBER[self.figure.measure].format(f"from {self._source} {condition}"), values
        )
        return as_number(self.figure, found.fetchall()[0])

    def split(
        self, dimension: str, where: Mapping[str, str] | None = None
    ) -> tuple[Number, dict[str | None, Number]]:
        """Return the number, and the number for each value of a dimension; a joint arrest counts in both forces.

        :raises Misused: the figure has no such dimension.
        """
        _checked(self.figure, dimension)
        if self._few is not None:
            return self._few.split(dimension, self._narrowed(where))
        condition, values = self._where(where)
        sql = _SPLIT[self.figure.measure].format(f"from {self._source} {condition}", dimension=dimension)
        whole = Number(None, 0, 0) if self.figure.measure == "rate" else Number(Decimal(0))
        parts = {}
        for all_values, value, *rest in self.connection.execute(sql, values).fetchall():
            if all_values:
                whole = as_number(self.figure, rest)
            else:
                parts[value] = as_number(self.figure, rest)
        return whole, parts

    def entries(self, where: Mapping[str, str] | None = None) -> tuple[str, ...]:
        """Return the ids of the entries that the number stands on, supporting ones too, in order."""
        if (few := self._open()) is not None:
            return few.entries(self._narrowed(where))
        condition, values = self._where(where)
        sql = f"select entry_id, supporting from {self._source} {condition}"
        pairs = self.connection.execute(sql, values).fetchall()
        return tuple(sorted({i for pair in pairs for i in pair if i is not None}))

    def rows(self, where: Mapping[str, str] | None = None) -> Iterator[Row]:
        """Yield the rows that the number counts, by day and entry."""
        if (few := self._open()) is not None:
            yield from few.rows(self._narrowed(where))
            return
        condition, values = self._where(where)
        listed = ", ".join([*COLUMNS, *self.figure.dimensions])
        found = self.connection.execute(
            f"select {listed} from {self._source} {condition} order by day, entry_id", values
        )
        while chunk := found.fetchmany(1000):
            yield from (as_row(self.figure, one) for one in chunk)

    def counted(self, part: Part | None = None, *, where: Mapping[str, str] | None = None) -> Counted:
        """Return the number of the whole figure, or of one part of it, with its entries."""
        narrowed = {**(where or {}), **(part.where if part else {})}
        # First the rows, so that the number is counted from them.
        entries = self.entries(narrowed)
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
            entries=entries,
        )

    def drop(self) -> None:
        """Forget the rows: kept for every figure of a long programme they would fill the memory."""
        self._few = None
        if self._kept is not None:
            self.connection.execute(f"drop table {self._kept}")
            self._kept = None

    def _narrowed(self, where: Mapping[str, str] | None) -> dict[str, str]:
        """Return what the rows are narrowed to.

        :raises Misused: the figure has no such dimension.
        """
        return {_checked(self.figure, d): v for d, v in {**self.figure.where, **(where or {})}.items()}

    def _where(self, where: Mapping[str, str] | None) -> tuple[str, list[str]]:
        values = {d: v.split("+") for d, v in self._narrowed(where).items()}
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
    within: Mapping[str, str] | None = None,
) -> Selection:
    """Return the figure's rows from `start` to `end`, both included, and no others than `within`, as one force.

    :raises Misused: the figure has no definition of that version.
    """
    return Selection(connection, figure, figure.definition(version), start, end, within=within)


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


def _checked(figure: Figure, dimension: str) -> str:
    if dimension not in figure.dimensions:
        known = ", ".join(figure.dimensions)
        raise Misused(f"{figure.name} cannot be broken down by {dimension!r}; it has {known}.")
    return dimension


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
