"""Count a frozen selection, and freeze the numbers that a bulletin tells with their rows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from clewline.analysis import Tables
from clewline.analysis.count import select
from clewline.bulletin.released.frozen import FrozenNumber, Selected
from clewline.bulletin.released.rows import narrowed, number_of
from clewline.errors import NotAllowed
from clewline.figures import Counted, Definition, Figure, Row, all_figures
from clewline.workflow.tables import as_known


class Rows:
    """The rows of selections as known at one instant, each selected once."""

    def __init__(self, as_of: datetime, cases: Iterable[str]) -> None:
        self.as_of = as_of
        self.cases = tuple(cases)
        self._found: dict[tuple[Selected, str | None, tuple[str, ...]], list[Row]] = {}
        self._tables: dict[tuple[str, ...], Tables] = {}

    @property
    def engine(self) -> str:
        """Return the engine that counts, with its version."""
        found = self._at(self.cases).execute("select version()").fetchall()
        return f"duckdb {found[0][0]}"

    def of(
        self, selected: Selected, *, force: str | None = None, cases: tuple[str, ...] | None = None
    ) -> list[Row]:
        """Return the rows of a selection, of one force and of some cases where they are named."""
        listed = self.cases if cases is None else cases
        key = (selected, force, listed)
        if key not in self._found:
            where = {} if force is None else {"force": force}
            self._found[key] = list(
                select(self._at(listed), _figure(selected), start=selected.start, end=selected.end).rows(
                    where
                )
            )
        return self._found[key]

    def number(self, frozen: FrozenNumber) -> FrozenNumber:
        """Return the number counted again by its own selection, with the rows that it has now."""
        rows = narrowed(self.of(frozen.selected, force=frozen.where.get("force")), frozen.where)
        return replace(frozen, rows=tuple(rows), count=number_of(frozen.selected.measure, rows))

    def _at(self, cases: tuple[str, ...]) -> Tables:
        if cases not in self._tables:
            self._tables[cases] = as_known(self.as_of, cases or None)
        return self._tables[cases]


def freeze(counted: Counted, rows: Rows, *, force: str | None) -> FrozenNumber:
    """Return a counted number with its rows.

    :raises NotAllowed: entries of an earlier instant arrived meanwhile, so that rows and number would differ.
    """
    selected = selected_of(counted.figure, counted.definition, start=counted.start, end=counted.end)
    where = {**counted.figure.where, **counted.qualifiers, **({} if force is None else {"force": force})}
    found = narrowed(rows.of(selected, force=force), where)
    frozen = FrozenNumber(
        selected=selected,
        title=counted.title,
        unit=counted.unit,
        qualifiers=dict(counted.qualifiers),
        where=where,
        count=number_of(selected.measure, found),
        rows=tuple(found),
    )
    if frozen.count != counted.value or frozen.entries != counted.entries:
        raise NotAllowed("Entries arrived while the bulletin was being counted; run the command again.")
    return frozen


def counted_again(frozen: FrozenNumber, rows: Rows) -> Counted:
    """Return a frozen number counted as the record is known to `rows`, by the selection that it was told by."""
    selected = frozen.selected
    figure = all_figures().get(selected.figure, _figure(selected))
    same = [d for d in figure.definitions if (d.version, d.select) == (selected.definition, selected.sql)]
    again = rows.number(frozen)
    units = {row.unit: row.amount > 0 for row in again.rows}
    units |= {row.unit: True for row in again.rows if row.amount > 0}
    is_rate = selected.measure == "rate"
    return Counted(
        figure=figure,
        definition=same[0] if same else _figure(selected).definitions[0],
        title=frozen.title,
        qualifiers=frozen.qualifiers,
        unit=frozen.unit,
        start=selected.start,
        end=selected.end,
        value=again.count,
        numerator=sum(units.values()) if is_rate else None,
        denominator=len(units) if is_rate else None,
        entries=again.entries,
    )


def selected_of(figure: Figure, definition: Definition, *, start: date, end: date) -> Selected:
    """Return what selects a figure's rows in a period, before anything narrows them."""
    return Selected(
        figure=figure.name,
        definition=definition.version,
        measure=figure.measure,
        dimensions=figure.dimensions,
        sql=definition.select,
        start=start,
        end=end,
    )


def _figure(selected: Selected) -> Figure:
    definition = Definition(
        version=selected.definition, sentence="", authority="", select=selected.sql, examples=()
    )
    return Figure(
        name=selected.figure,
        title=selected.figure,
        unit="",
        measure=selected.measure,
        definitions=(definition,),
        dimensions=selected.dimensions,
    )
