"""Open every number of a counted week: the rows that it counts, and the file, sheet and line of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clewline.analysis.count import Selection, select
from clewline.analysis.sources import origins
from clewline.bulletin.week import Week
from clewline.errors import NotAllowed
from clewline.figures import Counted, Origin, Row
from clewline.record.kinds.received import Received
from clewline.store import ledger
from clewline.workflow.tables import as_known


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What the numbers of a week open to. The text of a source line is not here: it may hold names."""

    rows: tuple[tuple[Row, ...], ...]
    """The rows of each printed line, the week's lines first and then the programme's."""
    origins: Mapping[str, Origin]
    """Where each entry came from, by its id."""
    files: Mapping[str, str]
    """Name of each file as received, by its SHA-256."""


def numbers(week: Week) -> Iterator[Counted]:
    """Yield the number of every printed line, the week's first and then the programme's."""
    for section in (*week.sections, *week.programme):
        for line in section.lines:
            yield line.counted


def open_week(week: Week) -> Opened:
    """Return the rows behind each number of the week, as known at the instant it was counted.

    :raises NotAllowed: entries of an earlier instant arrived meanwhile, so that rows and numbers would differ.
    """
    tables = as_known(week.as_of, week.cases or None)
    where = {} if week.force is None else {"force": week.force}
    wholes: dict[tuple[object, ...], tuple[Selection, tuple[Row, ...]]] = {}
    opened = []
    for counted in numbers(week):
        figure, version = counted.figure, counted.definition.version
        key = (figure.name, version, counted.start, counted.end)
        if key not in wholes:
            selection = select(tables, figure, start=counted.start, end=counted.end, version=version)
            wholes[key] = selection, tuple(selection.rows(where))
        selection, rows = wholes[key]
        if set(counted.qualifiers) & set(figure.where):
            # Not a part of the whole but beside it, as euros beside pounds.
            rows = tuple(selection.rows({**where, **counted.qualifiers}))
        else:
            rows = tuple(row for row in rows if _is_in(row, counted.qualifiers))
        if _entries(rows) != set(counted.entries):
            raise NotAllowed("Entries arrived while the week was being counted; run the command again.")
        opened.append(rows)
    wanted = sorted(set().union(*map(_entries, opened)))
    return Opened(rows=tuple(opened), origins=origins(tables, wanted), files=_files())


def _is_in(row: Row, qualifiers: Mapping[str, str]) -> bool:
    return all(row.dimensions[name] in value.split("+") for name, value in qualifiers.items())


def cases_of(week: Week) -> tuple[str, ...]:
    """Return the cases that the week was counted from: those asked for, or all of the record."""
    return week.cases or tuple(ledger.cases())


def _entries(rows: tuple[Row, ...]) -> set[str]:
    return {i for row in rows for i in (row.entry_id, row.supporting) if i is not None}


def _files() -> dict[str, str]:
    received = ledger.of_kinds(None, "received")
    return {e.subject: e.facts.file for e in received if isinstance(e.facts, Received)}
