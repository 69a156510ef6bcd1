"""Short ways to write XML of phone records and to tell what was read of it, for tests."""

from clewline.formats.phones.xml_records import XmlRecords
from clewline.formats.tables.table import Blank
from clewline.record import Problem

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><project>&b;</project>'
)
OUTSIDE = b'<!DOCTYPE p SYSTEM "file:///etc/passwd"><project/>'
BOMBS = (LAUGHS, OUTSIDE)


def told(found: XmlRecords) -> list[str]:
    """Return each item as its line and a word: the events' services, a problem's rule and records, or `blank`."""
    said = []
    for item in found.items:
        if isinstance(item, Problem):
            said.append(f"{item.line} {item.rule} {item.records}")
        elif isinstance(item, Blank):
            said.append(f"{item.line} blank")
        else:
            said.append(f"{item[0]} {' '.join(event.service for event in item[1])}")
    assert found.tally.balanced
    return said


def events(found: XmlRecords) -> list:
    """Return the events of all records, of which none may be a problem; notices are passed over."""
    out = []
    for item in found.items:
        if isinstance(item, Problem):
            assert item.records == 0, item
        else:
            out.extend(item[1])
    return out
