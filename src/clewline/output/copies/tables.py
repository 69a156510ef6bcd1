"""CSV for spreadsheets, and the flat CSV of links for link-chart tools; written row by row.

Every cell is quoted, and the face stands in a last column of each row: no reader trips over lines before the heading,
and a row that is cut out still says where it came from.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from typing import Any, BinaryIO

from clewline.case.links import Link, Links, Thing
from clewline.output.copies.cells import cell, written
from clewline.output.copies.copy import Copy
from clewline.output.link_chart import PROTECT

FACE = "Copy"
LINK_COLUMNS = (
    "Source",
    "Source type",
    "Source note",
    "Target",
    "Target type",
    "Target note",
    "Link",
    "First",
    "Last",
    "Count",
    "Rests on",
    "Entries",
)
"""Gephi takes the columns `Source` and `Target` for the ends of an edge; i2 asks which they are."""


def write_csv(copy: Copy, out: BinaryIO) -> int:
    """Write the rows; a mark at the beginning tells spreadsheets that it is UTF-8."""
    return _write(copy, copy.columns, copy.rows(), out, "utf-8-sig")


def write_link_csv(copy: Copy, out: BinaryIO) -> int:
    """Write a row for each link, with both of its ends."""
    return _write(copy, LINK_COLUMNS, link_rows(copy.links()), out, "utf-8")


def link_rows(links: Links) -> Iterator[dict[str, Any]]:
    """Yield a row for each link."""
    for link in links.links:
        yield link_row(link, links.things)


def link_row(link: Link, things: Mapping[str, Thing]) -> dict[str, Any]:
    """Return the row of a link."""
    one, other = things[link.one], things[link.other]
    return {
        "Source": _named(one),
        "Source type": str(one.sort),
        "Source note": PROTECT if one.protect_first else "",
        "Target": _named(other),
        "Target type": str(other.sort),
        "Target note": PROTECT if other.protect_first else "",
        "Link": link.what,
        "First": link.first,
        "Last": link.last,
        "Count": link.count,
        "Rests on": link.rests_on,
        "Entries": " ".join(link.entries),
    }


def _named(thing: Thing) -> str:
    """Return a name by which no two things are taken for one: what people call it, with its id."""
    return f"{thing.name} ({thing.id})" if thing.name and thing.name != thing.id else thing.id


def _write(
    copy: Copy, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], out: BinaryIO, encoding: str
) -> int:
    text = TextIOWrapper(out, encoding=encoding, newline="", write_through=False)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([*columns, FACE])
    face, count = cell(copy.face.line), 0
    for row in rows:
        writer.writerow([*written(row, columns), face])
        count += 1
    text.flush()
    text.detach()
    return count
