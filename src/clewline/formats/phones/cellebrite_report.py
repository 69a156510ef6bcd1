"""Cellebrite UFED and Physical Analyzer `report.xml` (namespace http://pa.cellebrite.com/report/2.0): one handset.

    project
      caseInformation, metadata section="Device Info": item name="MSISDN" | "IMSI" | "IMEI"
      decodedData
        modelType type="Call"
          model type="Call"
            field name="TimeStamp" / value
            multiModelField name="Parties" / model type="Party": field name="Identifier", "Role", "IsPhoneOwner"
        modelType type="Chat"
          model type="Chat": multiModelField name="Messages" / model type="InstantMessage"

WITHOUT CONTENT: only the fields named in `_FIELDS` are kept while the file is read; bodies, subjects, names and
attachments are never in memory as more than the parser's piece. A message or call by an app is `other`, not a text or
call: the operator sees data there, and a `multimedia` is an MMS. Records that were recovered after deletion are read
like the others. A chat is no record; each message in it is one.
"""

from collections.abc import Iterable, Iterator, Sequence

from clewline.errors import BadInput
from clewline.formats.phones import device, moment, number
from clewline.formats.phones.cellebrite_use import CHAT, Handset, UseReader
from clewline.formats.phones.table import Item
from clewline.formats.phones.xml_records import XmlRecords, notice, records, refused
from clewline.formats.phones.xml_trees import Element, Open, Unread, Verdict
from clewline.formats.values import Unreadable

_NAMESPACE = b"http://pa.cellebrite.com/report/"
_READ = frozenset({"Call", "SMS", "MMS", "InstantMessage", "Contact"})
_FIELDS = frozenset(
    {"TimeStamp", "Duration", "Direction", "Type", "Status", "Folder", "Source", "FromIsOwner"}
)
_FIELDS |= {"Identifier", "Role", "IsPhoneOwner", "Value"}
_MODELS = frozenset({"Parties", "From", "To", "Entries", "Participants"})
_IDENTITIES = ("MSISDN", "IMSI", "IMEI")

_SEVERAL = Unreadable(
    "several-of-the-phone",
    "The report names several numbers, IMSIs or IMEIs of the phone, as of two SIMs; those were not used.",
    "Say the number that its records are to be about.",
)
_SPOILED = Unreadable(
    "phone-not-read",
    "A number, IMSI or IMEI of the phone in the report is none, and was not used.",
    "Compare it with the exhibit; say the number that its records are to be about.",
)


def is_cellebrite_report(head: bytes) -> bool:
    """Return whether a file that begins so is a Cellebrite `report.xml`."""
    return _NAMESPACE in head


def read_cellebrite_report(
    content: bytes | Iterable[bytes],
    *,
    number: str | None = None,
    country: str = "GB",
    zone: str | None = None,
) -> XmlRecords:
    """Return the records of a report: calls, messages without their content, and numbers of the address book.

    A record is about the handset, by its IMEI; it is about a number only where `number` says so, in E.164, or the
    report has no IMEI. `country` (ISO 3166) is whose numbers are written without their country code; `zone` that of
    times that do not say their offset from UTC, which are problems where none is named.

    :raises BadDeclaration: there is no such time zone.
    :raises BadInput: once items are asked for: it is no such report, names no phone, or declares a document type.
    """
    return _File(number, country, zone).read(content)


class _File:
    """One report being read."""

    def __init__(self, own: str | None, country: str, zone: str | None) -> None:
        self._own, self._country = own, country
        self._identities: dict[str, set[str]] = {name: set() for name in _IDENTITIES}
        self._to_say: list[Unreadable] = []
        self._chats = 0
        self._ready = False
        self._uses = UseReader(country, moment.reader("yyyy-mm-dd hh:mm:ss", zone))

    def read(self, content: bytes | Iterable[bytes]) -> XmlRecords:
        return records(content, judge=self._judge, wanted=_wanted, read=self._items)

    def _items(self, element: Element) -> Iterator[Item | Unread]:
        if element.context:
            if element.name == "multimodelfield":
                self._uses.participants = element
            else:
                self._identity(element.attributes.get("name", ""), element.text)
            return
        if not self._ready:
            self._ready, self._uses.handset = True, self._handset()
            for said in self._to_say:
                yield notice(element.line, said)
        try:
            yield element.line, self._uses.events(element)
        except Unreadable as wrong:
            yield refused(element.line, wrong)

    def _judge(self, element: Element, around: Sequence[Open]) -> Verdict:
        if not around:
            if element.name != "project":
                raise BadInput("The file is XML, and no Cellebrite report; check what it is.")
            return None
        parent, said = around[-1], element.attributes.get("name", "")
        if element.name in ("item", "field") and said in _IDENTITIES and len(around) == 2:
            of_phone = parent.name == "caseinformation" or parent.attributes.get("section") == "Device Info"
            return "context" if of_phone else None
        if all(one.name != "decodeddata" for one in around):
            return None
        kind = element.attributes.get("type", "")
        if element.name == "multimodelfield" and said == "Participants" and _is_chat(parent):
            # Said on the element, since the file is judged ahead of what has been read of it.
            element.attributes[CHAT] = str(self._chats)
            return "context"
        if element.name != "model":
            return None
        if kind == "Chat":
            self._chats += 1
            return None
        if parent.name in ("modeltype", "decodeddata"):
            return "record" if kind in _READ else Unread(element.line, _plain(kind))
        if kind != "InstantMessage" or not _is_chat(around[-2]):
            return None
        element.attributes[CHAT] = str(self._chats)
        return "record"

    def _identity(self, name: str, text: str) -> None:
        read = {
            "MSISDN": lambda text: number.own_number(text, self._country),
            "IMSI": device.imsi,
            "IMEI": device.imei,
        }[name]
        if not text.strip("0"):
            return
        try:
            self._identities[name].add(read(text))
        except Unreadable:
            self._say(_SPOILED)

    def _handset(self) -> Handset:
        one = {name: next(iter(found)) for name, found in self._identities.items() if len(found) == 1}
        if any(len(found) > 1 for found in self._identities.values()):
            self._say(_SEVERAL)
        handset = Handset(self._own or one.get("MSISDN"), one.get("IMSI"), one.get("IMEI"), self._own)
        if not any((handset.number, handset.imsi, handset.imei)):
            raise BadInput("The report names no one number, IMSI or IMEI of the phone; say its number.")
        return handset

    def _say(self, what: Unreadable) -> None:
        if what not in self._to_say:
            self._to_say.append(what)


def _is_chat(one: Open) -> bool:
    return one.name == "model" and one.attributes.get("type") == "Chat"


def _plain(kind: str) -> str:
    """Return the name of a kind of model; what is no name is not repeated."""
    return kind if kind.isascii() and kind.isalnum() and len(kind) <= 40 else "without a plain name"


def _wanted(element: Element) -> bool:
    name = element.attributes.get("name", "")
    if element.name == "field":
        return name in _FIELDS
    if element.name in ("modelfield", "multimodelfield"):
        return name in _MODELS
    return element.name in ("model", "value")
