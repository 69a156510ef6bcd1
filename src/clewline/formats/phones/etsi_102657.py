"""ETSI TS 102 657 retained data in XML: what European operators hand over for telephony and network access.

Read by the local names of its schema (RDMessage; the namespace has the version in it and varies):

    RetainedDataMessage
      retainedDataHeader: cSPID
      retainedDataPayload … ResponseRecord
        recordPayload
          telephonyRecord / telephonyServiceUsage: partyInformation, communicationTime, …
          networkAccessRecord / naServiceUsage: interval, gprsInformation, location, …

Shapes of real files are as published by an importer that was held against them (fqlite, `EtsiXmlImporter`): parties
each with time, device and place; data sessions as `nationalTelephonyServiceUsage` beside a party. The schema was
read in published excerpts and not as a whole: names of elements that hold an ECGI or NCGI are supposed, not confirmed.
Subscribers, devices, bills and messages of other kinds are counted and not read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clewline.errors import BadInput
from clewline.formats.phones import moment
from clewline.formats.phones.etsi_usage import USAGES, UsageReader
from clewline.formats.phones.event import Dates
from clewline.formats.phones.table import Item
from clewline.formats.phones.xml_records import XmlRecords, notice, records, refused
from clewline.formats.phones.xml_trees import Element, Open, Unread, Verdict
from clewline.formats.tables.table import Blank
from clewline.formats.values import Unreadable

_RECORD = "responserecord"
_BARE = frozenset({"telephonyrecord", "networkaccessrecord", "messagerecord", "multimediarecord"})
"""Records that some senders write without a ResponseRecord around them."""
_NOT_KEPT = frozenset({"additionalinformation", "nationalrecordpayload", "telephonybillingdetails"})


def is_etsi_102657(head: bytes) -> bool:
    """Return whether a file that begins so is retained data of ETSI TS 102 657."""
    return b"RetainedData" in head or b"uri.etsi.org/02657" in head


def read_etsi_102657(
    content: bytes | Iterable[bytes],
    *,
    country: str = "GB",
    zone: str | None = None,
    dates: Mapping[str, Dates] | None = None,
) -> XmlRecords:
    """Return the records of a file: of each use an event for each phone in it.

    `country` (ISO 3166) is whose numbers are written without their country code; `zone` that of times that do not say
    their offset from UTC, which are problems where none is named; `dates` what the time of a service dates (a key
    is a service), where the operator says that it is not the start exactly.

    :raises BadDeclaration: there is no such time zone.
    :raises BadInput: once items are asked for: it is no such file, or declares a document type.
    """
    return _File(UsageReader(country, moment.reader("yyyymmddhhmmss", zone), dates or {})).read(content)


class _File:
    """One file being read."""

    def __init__(self, usages: UsageReader) -> None:
        self._usages = usages
        self._known = False
        self._noticed = 0

    def read(self, content: bytes | Iterable[bytes]) -> XmlRecords:
        found = records(content, judge=self._judge, wanted=_wanted, read=self._items)
        return XmlRecords(self._checked(found.items), found.tally)

    def _checked(self, items: Iterator[Item]) -> Iterator[Item]:
        yield from items
        if not self._known:
            raise BadInput("The file is XML, and no retained data of ETSI TS 102 657; check what it is.")

    def _judge(self, element: Element, around: Sequence[Open]) -> Verdict:
        name = element.name
        self._known = self._known or name == "retaineddatamessage" or name == _RECORD or name in _BARE
        if name == _RECORD or name in _BARE:
            return "record"
        return "context" if name == "retaineddataheader" else None

    def _items(self, element: Element) -> Iterator[Item | Unread]:
        if element.context:
            self._usages.operator = element.said("cspid") or None
            return
        uses = list(element.within(*USAGES))
        if not uses:
            yield _without_use(element)
            return
        try:
            yield element.line, tuple(event for use in uses for event in self._usages.events(use))
        except Unreadable as wrong:
            yield refused(element.line, wrong)
        for said in self._usages.to_say[self._noticed :]:
            self._noticed += 1
            yield notice(element.line, said)


def _wanted(element: Element) -> bool:
    return element.name not in _NOT_KEPT


def _without_use(record: Element) -> Item | Unread:
    """Return what a record without a use is: blank, or of a kind that is not read."""
    if not record.children and not record.text:
        return Blank(record.line)
    payload = record.child("recordpayload") or record
    kind: list[str] = [] if record.name == _RECORD else [record.name]
    while payload.children and len(kind) < 2:
        payload = payload.children[0]
        kind.append(payload.name)
    return Unread(record.line, "/".join(kind)[:80])
