"""Follow a number to its entries, and each entry to the line of the file that it rests on."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from clewline.analysis.count import select
from clewline.analysis.sources import origins
from clewline.figures import Counted, Origin, Row
from clewline.formats.tables.table import Row as FileRow
from clewline.record import Entry, FileLine
from clewline.record.kinds.received import Received
from clewline.store import files, ledger
from clewline.workflow.count import named
from clewline.workflow.reading import open_tables
from clewline.workflow.tables import as_known


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """The line of a received file that an entry rests on, as it was received."""

    file: str
    """Name of the file as received."""
    sha256: str
    sheet: str | None
    line: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Traced:
    """One row of a figure, its entries, and the lines that they rest on."""

    row: Row
    origins: tuple[Origin, ...]
    """The entry's own, then the supporting entry's."""
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, kw_only=True)
class Trace:
    """A number and everything that it rests on."""

    counted: Counted
    rows: tuple[Traced, ...]


def trace(
    figure: str,
    *,
    start: date,
    end: date,
    as_of: datetime,
    where: Mapping[str, str],
    version: str | None = None,
    cases: Iterable[str] | None = None,
    limit: int | None = None,
) -> Trace:
    """Return the figure's number and its rows, at most `limit` of them, each with its source lines.

    :raises NotFound: there is no such figure.
    """
    tables = as_known(as_of, cases)
    selection = select(tables, named(figure), start=start, end=end, version=version)
    counted = selection.counted(where=where)
    rows = [row for n, row in enumerate(selection.rows(where)) if limit is None or n < limit]
    wanted = [i for row in rows for i in (row.entry_id, row.supporting) if i is not None]
    found = origins(tables, wanted)
    lines = source_lines(found.values())
    return Trace(counted=counted, rows=tuple(_traced(row, found, lines) for row in rows))


def source_line(entry: Entry) -> SourceLine | None:
    """Return the line of the received file that an entry rests on; none where somebody stated it."""
    source = entry.source
    if not isinstance(source, FileLine):
        return None
    origin = Origin(
        entry_id=entry.id,
        kind=entry.kind,
        subject=entry.subject,
        day=entry.day,
        case=entry.case,
        sha256=source.sha256,
        sheet=source.sheet,
        line=source.line,
        recorded_by=entry.recorded_by,
    )
    return source_lines([origin]).get(entry.id)


def source_lines(found: Iterable[Origin]) -> dict[str, SourceLine]:
    """Return the source line of each origin that rests on a file, by entry id; each file is read once."""
    by_file: dict[str, list[Origin]] = {}
    for origin in found:
        if origin.sha256 is not None:
            by_file.setdefault(origin.sha256, []).append(origin)
    names = {e.subject: e for e in ledger.of_kinds(None, "received")}
    lines = {}
    for sha256, some in by_file.items():
        wanted = {(o.sheet, o.line) for o in some}
        texts = _texts(sha256, wanted, names[sha256])
        for o in some:
            if o.line is not None:
                lines[o.entry_id] = SourceLine(
                    file=_file_name(names[sha256]),
                    sha256=sha256,
                    sheet=o.sheet,
                    line=o.line,
                    text=texts.get((o.sheet, o.line), ""),
                )
    return lines


def _traced(row: Row, found: Mapping[str, Origin], lines: Mapping[str, SourceLine]) -> Traced:
    ids = [i for i in (row.entry_id, row.supporting) if i is not None]
    return Traced(
        row=row,
        origins=tuple(found[i] for i in ids if i in found),
        lines=tuple(lines[i] for i in ids if i in lines),
    )


def _texts(
    sha256: str, wanted: set[tuple[str | None, int | None]], received: Entry
) -> dict[tuple[str | None, int], str]:
    """Return the wanted lines of a file, cells parted by commas, as they were received."""
    facts = received.facts
    mapping = facts.mapping if isinstance(facts, Received) else None
    texts = {}
    for table in open_tables(files.kept(sha256), name=_file_name(received), mapping=mapping):
        for item in table.items:
            if isinstance(item, FileRow) and (table.sheet, item.line) in wanted:
                texts[table.sheet, item.line] = _as_line(item.cells)
    return texts


def _as_line(cells: Iterable[str | None]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(["" if c is None else c for c in cells])
    return line.getvalue()


def _file_name(received: Entry) -> str:
    return received.facts.file if isinstance(received.facts, Received) else received.id
