"""Look at the beginning of an operator's file: what its layout may be, and how a layout would read it."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from clewline.errors import BadInput
from clewline.formats.phones.event import Event
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.phones.row import PhoneRows
from clewline.formats.phones.suggest import Suggestion, suggest
from clewline.formats.phones.table import is_workbook, judged
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Blank, Row, Table
from clewline.formats.tables.text import marked_encoding
from clewline.formats.tables.workbook import read_workbook
from clewline.record import Problem
from clewline.workflow.phones.reading import XML_FORMATS, beginning

LOOKED_AT = 2_000
"""Records of the beginning that are looked at."""
_SAMPLE = "+440000000000"
"""Stands for the number of the phone where the file does not say it: a preview keeps nothing."""


@dataclass(frozen=True)
class Sample:
    """The beginning of a file."""

    header: tuple[str, ...]
    rows: list[list[str]]
    suggestion: Suggestion


@dataclass(frozen=True)
class Preview:
    """How a layout reads the beginning of a file."""

    looked_at: int
    read: int
    records: list[tuple[int, str]]
    """Line of a record, and what it would be, without its numbers."""
    problems: Counter[str]
    """How many problems of each rule there are."""


def sample(path: Path) -> Sample:
    """Return the header and first rows of a file, and the layout that they suggest.

    :raises BadInput: it is no table, or its delimiter or header cannot be told.
    """
    table = _table(path, None)
    rows = [item.cells for item in islice(table.items, LOOKED_AT) if isinstance(item, Row)]
    return Sample(table.header, rows, suggest(table.header, rows))


def preview(path: Path, layout: PhoneLayout) -> Preview:
    """Return how the layout reads the first records of a file.

    :raises BadInput: the layout does not fit it.
    """
    table = _table(path, layout)
    rows = PhoneRows(layout, table.header, number=layout.number or _SAMPLE)
    looked_at, records, problems = 0, list[tuple[int, str]](), Counter[str]()
    for item in islice(table.items, LOOKED_AT):
        found = judged(item, rows) if isinstance(item, Row) else item
        if isinstance(found, Problem):
            looked_at += found.records
            problems[found.rule] += found.records
        elif not isinstance(found, Blank):
            looked_at += 1
            records.append((found[0], "; ".join(said(event) for event in found[1])))
    return Preview(looked_at, len(records), records, problems)


def _table(path: Path, layout: PhoneLayout | None) -> Table:
    head = beginning(path)
    if any(xml.fits(head) for xml in XML_FORMATS):
        raise BadInput(
            f"{path.name} says itself what it is and needs no layout; take it in with `clewline intake`."
        )
    expects = None if layout is None else layout.fits
    if is_workbook(head):
        return read_workbook(path.read_bytes(), expects=expects)[0]
    encoding = marked_encoding(head) or (layout.encoding if layout else None)
    whole = head[: head.rfind(b"\n") + 1] or head
    return read_delimited(
        whole, delimiter=layout.delimiter if layout else None, encoding=encoding, expects=expects
    )


def said(event: Event) -> str:
    """Return an event in words, without a number: a preview is looked at by more people than a record."""
    parts: list[str] = [event.service]
    if event.direction:
        parts.append({"out": "made", "in": "received"}[event.direction])
    if event.earliest is not None:
        parts.append(f"at {event.earliest:%Y-%m-%d %H:%M:%S} UTC")
        if event.latest != event.earliest:
            parts.append(f"or {event.latest:%H:%M:%S}")
    if event.cell:
        parts.append(f"cell {event.cell}")
    if event.lat is not None and event.lon is not None:
        parts.append(f"at {event.lat:.4f}, {event.lon:.4f}")
    return " ".join(parts)
