"""Short ways to declare a layout and to read rows by it, for tests."""

from clewline.formats.phones.event import Event
from clewline.formats.phones.layout import PhoneLayout, read_layout
from clewline.formats.phones.row import PhoneRows
from clewline.record import Problem

HEAD = """
name = "northern"
title = "Northern Cellular"
kind = "phone records"
times = "dd/mm/yyyy hh:mm:ss"
zone = "Europe/London"
"""


def layout(columns: str, more: str = "") -> PhoneLayout:
    """Return a layout of these columns (TOML), with more said above them."""
    return read_layout(f"{HEAD}{more}\n[columns]\n{columns}")


class Table:
    """Reads rows written as texts with a bar between their cells."""

    def __init__(self, columns: str, header: str, more: str = "", *, number: str | None = None) -> None:
        self.rows = PhoneRows(layout(columns, more), header.split("|"), number=number, sheet="Calls")

    def read(self, row: str) -> tuple[Event, ...] | Problem:
        return self.rows.read(7, row.split("|"))

    def events(self, row: str) -> tuple[Event, ...]:
        found = self.read(row)
        assert not isinstance(found, Problem), found
        return found

    def problem(self, row: str) -> Problem:
        found = self.read(row)
        assert isinstance(found, Problem), found
        return found
