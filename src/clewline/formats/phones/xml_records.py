"""The records of an XML file as events, problems and blanks, and the account that none was lost."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from clewline.formats.phones.table import Item
from clewline.formats.phones.xml_trees import Cut, Element, Judge, Unread, Wanted, trees
from clewline.formats.tables.table import Blank, Tally
from clewline.formats.values import Unreadable
from clewline.record import Problem

Read = Callable[[Element], Iterable[Item | Unread]]
"""Gives the one item that a record is, and notices beside it; of what is no record, notices only."""


@dataclass(frozen=True)
class XmlRecords:
    """The records of one file, in its order; can be gone through once."""

    items: Iterator[Item]
    tally: Tally = field(default_factory=Tally)
    """Grows as the items are read."""


def records(content: bytes | Iterable[bytes], *, judge: Judge, wanted: Wanted, read: Read) -> XmlRecords:
    """Return the records that `judge` finds in a file and `read` reads.

    Records of one kind that is not read, next to each other, are one problem that says how many they are.

    :raises BadInput: as `trees`, once items are asked for.
    """
    tally = Tally()
    return XmlRecords(_counted(_items(trees(content, judge, wanted), read, tally), tally), tally)


def refused(line: int, wrong: Unreadable) -> Problem:
    """Return the problem of the record that begins on this line."""
    return Problem(line=line, rule=wrong.rule, what=wrong.what, do=wrong.do)


def notice(line: int, wrong: Unreadable) -> Problem:
    """Return what the sender should know, beside a record that was read."""
    return Problem(line=line, rule=wrong.rule, what=wrong.what, do=wrong.do, records=0)


def _items(found: Iterator[Element | Unread | Cut], read: Read, tally: Tally) -> Iterator[Item]:
    first, many = Unread(0, ""), 0
    for item in _judged(found, read, tally):
        if many and not (isinstance(item, Unread) and item.kind == first.kind):
            yield _unread(first, many)
            many = 0
        if isinstance(item, Unread):
            first = first if many else item
            many += 1
        else:
            yield item
    if many:
        yield _unread(first, many)


def _judged(found: Iterator[Element | Unread | Cut], read: Read, tally: Tally) -> Iterator[Item | Unread]:
    for one in found:
        if isinstance(one, Unread):
            tally.records += 1
            yield one
        elif isinstance(one, Cut):
            tally.records += one.in_record
            yield _cut(one)
        elif one.context:
            yield from read(one)
        else:
            tally.records += 1
            yield from [_too_large(one)] if one.too_large else read(one)


def _counted(items: Iterator[Item], tally: Tally) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Problem | Blank):
            tally.add(item)
        else:
            tally.rows += 1
        yield item


def _unread(first: Unread, many: int) -> Problem:
    records = "record" if many == 1 else "records"
    return Problem(
        line=first.line,
        rule="record-type-not-read",
        what=f"{many:,} {records} of the kind {first.kind} from this line on: the kind is not read.",
        do="Nothing, if it is of no use of a phone; otherwise ask for these records as a table.",
        records=many,
    )


def _cut(cut: Cut) -> Problem:
    if cut.short:
        rule, what = "file-ends-early", "The file ends on this line, before it is complete."
    else:
        rule, what = "no-xml-from-here", "From this line on the file is no well-formed XML, and was not read."
    return Problem(
        line=cut.line,
        rule=rule,
        what=f"{what} The whole records above it were read.",
        do="Have the file sent again; the records that it lacks cannot be counted.",
        records=int(cut.in_record),
    )


def _too_large(record: Element) -> Problem:
    return Problem(
        line=record.line,
        rule="record-too-large",
        what="The record is larger than any of a phone's use is, and was not read.",
        do="Check the file at its source; ask for this record by itself.",
    )
