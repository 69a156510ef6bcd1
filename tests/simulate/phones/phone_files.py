"""What the tests read the simulated files with: the layouts that come with Clewline, and plain XML."""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass, field
from importlib.resources import files as package_files

from clewline.formats.phones.layout import read_layout
from clewline.formats.phones.row import PhoneRows
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Blank, Row
from clewline.formats.tables.workbook import read_workbook
from clewline.record import Problem


@dataclass
class Read:
    """One file read by its layout: events by line, problems by line, blank records."""

    events: dict = field(default_factory=dict)
    problems: dict = field(default_factory=dict)
    cells: dict = field(default_factory=dict)
    notices: list = field(default_factory=list)
    blank: int = 0
    records: int = 0


def layout(name):
    return read_layout(
        (package_files("clewline.formats.phones") / "layouts" / f"{name}.toml").read_text("utf-8")
    )


def read(file):
    """Return the file read by the layout of its operator."""
    one = layout(next(name for name in ("north", "south", "generic") if name in file.name))
    if file.name.endswith(".xlsx"):
        (table,) = read_workbook(file.content, expects=one.fits)
    else:
        table = read_delimited(file.content, delimiter=one.delimiter, encoding=one.encoding, expects=one.fits)
    rows, found = PhoneRows(one, table.header, sheet=table.sheet), Read()
    found.notices = list(table.notices)
    for item in table.items:
        if isinstance(item, Blank):
            found.blank += item.records
        elif isinstance(item, Row):
            got = rows.read(item.line, item.cells)
            (found.problems if isinstance(got, Problem) else found.events)[item.line] = got
            found.cells[item.line] = tuple(item.cells)
        else:
            found.problems[item.line] = item
    found.records = table.tally.records
    return found


def rows_of(files, name):
    return list(csv.DictReader(io.StringIO(files[name].content.decode())))


def truth_of(files):
    return json.loads(files["phones_truth.json"].content)


def outcomes(spots):
    return Counter(spot["outcome"] for spot in spots)


TABLES = (
    "phones_north_1.csv",
    "phones_north_2.csv",
    "phones_south_calls.xlsx",
    "phones_south_data.tsv",
)
