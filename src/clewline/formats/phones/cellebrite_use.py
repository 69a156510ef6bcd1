"""One call, message or contact of a Cellebrite report to its events; what was said in it is not read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from clewline.formats.phones import moment, number
from clewline.formats.phones.event import Direction, Event, Service
from clewline.formats.phones.readers import Read
from clewline.formats.phones.xml_trees import Element
from clewline.formats.values import Unreadable

_NETWORK = frozenset({"", "native", "phone", "telephony", "call log", "native calls"})
"""Sources of a call that are the phone itself and not an app."""
_MESSAGES: Mapping[str, Service] = {
    "sms": "text",
    "native sms": "text",
    "text message": "text",
    "mms": "multimedia",
}
"""Sources of an instant message that are the network's; `Native Messages` also holds iMessages, and is an app."""
_SERVICES: Mapping[str, Service] = {"SMS": "text", "MMS": "multimedia"}
_DIRECTIONS: Mapping[str, Direction] = {
    "incoming": "in",
    "missed": "in",
    "rejected": "in",
    "outgoing": "out",
    "dialed": "out",
    "sent": "out",
    "inbox": "in",
    "read": "in",
    "unread": "in",
}
_NOT_SENT = frozenset({"drafts", "draft", "unsent"})
_BY_NUMBER = re.compile(r"\+.*|[0-9]+@(?:s\.whatsapp\.net|c\.us)")
"""Identifiers of an app that are telephone numbers; other digits are the app's own."""

CHAT = "#chat"
"""Attribute that names, within one file, the chat of a message and of participants; no attribute of XML has a #."""

_NO_TIME = Unreadable(
    "missing", "The record has no time.", "Nothing: the handset does not hold it. Read it in the report."
)
_DRAFT = Unreadable("not-sent", "The message is a draft and was not sent.", "Nothing.")
_NO_NUMBER = Unreadable("contact-without-number", "The contact has no telephone number.", "Nothing.")


class Handset(NamedTuple):
    """What the report says of the phone itself."""

    number: str | None
    imsi: str | None
    imei: str | None
    stated: str | None = None
    """The number that whoever takes the report in says that its records are about."""

    def identified(self) -> Event:
        """Return what every record of the report says of the phone that it is about.

        That is the handset, by its IMEI. The number and the SIM of the report are those found in it when it was
        examined; which was in it at a call of last month it does not say, and a line may change them and keep it.
        """
        if self.imei is None:
            return Event(service="contact", number=self.stated or self.number, imsi=self.imsi)
        return Event(service="contact", number=self.stated, imei=self.imei)


class _Party(NamedTuple):
    identifier: str
    role: str
    """`from`, `to`, or another word that does not tell the side."""
    owner: bool
    """Whether it is the phone itself."""


class UseReader:
    """Reads the models of one report."""

    def __init__(self, country: str, when: Read) -> None:
        self.handset = Handset(None, None, None)
        """The phone; to be said before the first record is read."""
        self.participants: Element | None = None
        """Those last met, which name their chat."""
        self._country, self._when = country, when

    def events(self, model: Element) -> tuple[Event, ...]:
        """Return the events of one record, at least one.

        :raises Unreadable: it is no use of the phone, or lacks a time, or one of its values is none.
        """
        kind = model.attributes.get("type", "")
        own = self.handset.identified()
        if kind == "Contact":
            return self._contact(model, own)
        said = {_field(model, name).casefold() for name in ("Direction", "Type", "Status", "Folder")}
        if said & _NOT_SENT:
            raise _DRAFT
        service = _service(kind, _field(model, "Source").casefold())
        parties = list(self._parties(model))
        direction = _direction(model, parties)
        side = {"in": "from", "out": "to", None: ""}[direction]
        others = [p for p in parties if not p.owner]
        others = [p for p in others if side and p.role == side] or others
        event = replace(own, service=service, direction=direction, **self._times(model))
        names = list(dict.fromkeys(self._named(p.identifier, service) for p in others))
        if service == "other":
            # A message to a group is one use, and no contact with each of its members.
            if not names and kind == "InstantMessage":
                names = self._of_chat(model)
            return (replace(event, other=names[0]) if len(names) == 1 else event,)
        return tuple(replace(event, other=name) for name in names) or (event,)

    def _contact(self, model: Element, own: Event) -> tuple[Event, ...]:
        found: list[str] = []
        for entry in _models(model, "Entries"):
            text = _field(entry, "Value")
            if (text and entry.attributes.get("type") == "PhoneNumber") or _BY_NUMBER.fullmatch(text):
                found.append(number.number(text, self._country))
        if not found:
            raise _NO_NUMBER
        return tuple(replace(own, other=other) for other in dict.fromkeys(found))

    def _times(self, model: Element) -> dict[str, Any]:
        value = _value(model, "TimeStamp")
        text = value.text if value is not None else ""
        if not text:
            raise _NO_TIME
        began: moment.Moment = self._read_time(
            text, value.attributes.get("formattedTimestamp", "") if value else ""
        )
        length = _field(model, "Duration")
        end = began.earliest + moment.duration(length) if length else None
        return {"earliest": began.earliest, "latest": began.latest, "end": end}

    def _read_time(self, text: str, formatted: str) -> moment.Moment:
        """Return the instants of a time, by its offset that some versions write only beside it."""
        offset = re.search(r"(?:Z|[+-][0-9]{2}:[0-9]{2})$", formatted)
        own = re.search(r"(?:Z|[+-][0-9]{2}:?[0-9]{2})$", text.partition("T")[2])
        found: moment.Moment = self._when(text + offset[0] if offset and not own else text)
        return found

    def _parties(self, model: Element) -> Iterator[_Party]:
        for name, role in (("From", "from"), ("To", "to"), ("Parties", "")):
            for party in _models(model, name):
                identifier, owner = _field(party, "Identifier"), self._is_owner(party)
                if identifier or owner:
                    yield _Party(identifier, role or _field(party, "Role").casefold(), owner)

    def _of_chat(self, message: Element) -> list[str]:
        """Return the one other participant of the message's chat, where it has two; nobody of a group."""
        chat = self.participants
        if chat is None or chat.attributes[CHAT] != message.attributes.get(CHAT):
            return []
        others = [_field(one, "Identifier") for one in chat.children if not self._is_owner(one)]
        return [self._named(others[0], "other")] if len(others) == 1 and others[0] else []

    def _is_owner(self, party: Element) -> bool:
        if _field(party, "IsPhoneOwner").casefold() == "true":
            return True
        identifier = _field(party, "Identifier")
        return bool(identifier) and self._named(identifier, "call") == self.handset.number

    def _named(self, identifier: str, service: Service) -> str:
        if service == "other" and not _BY_NUMBER.fullmatch(identifier):
            return identifier
        return number.number(identifier, self._country)


def _service(kind: str, source: str) -> Service:
    if kind == "Call":
        return "call" if source in _NETWORK else "other"
    return _SERVICES.get(kind) or _MESSAGES.get(source, "other")


def _direction(model: Element, parties: list[_Party]) -> Direction | None:
    """Return the way of a use: as it says, or else by the side on which the phone's owner or the other stands."""
    for name in ("Direction", "Type"):
        if found := _DIRECTIONS.get(_field(model, name).casefold()):
            return found
    owner = {p.role for p in parties if p.owner}
    if "from" in owner or _field(model, "FromIsOwner").casefold() == "true":
        return "out"
    if "to" in owner:
        return "in"
    others = {p.role for p in parties if not p.owner}
    if others == {"from"}:
        return "in"
    if others == {"to"}:
        return "out"
    return next(
        (d for n in ("Folder", "Status") if (d := _DIRECTIONS.get(_field(model, n).casefold()))), None
    )


def _value(model: Element, name: str) -> Element | None:
    field = next((c for c in model.children if c.name == "field" and c.attributes.get("name") == name), None)
    return field.child("value") if field else None


def _field(model: Element, name: str) -> str:
    value = _value(model, name)
    return value.text if value is not None else ""


def _models(model: Element, name: str) -> list[Element]:
    return [
        one
        for field in model.children
        if field.name in ("modelfield", "multimodelfield") and field.attributes.get("name") == name
        for one in field.children
        if one.name == "model"
    ]
