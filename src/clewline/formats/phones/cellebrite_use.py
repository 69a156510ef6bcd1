"""One call, message or contact of a Cellebrite report to its events; what was said in it is not read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, kw_only=True)
class _Party:
    identifier: str
    role: str
    """`from`, `to`, or another word that does not tell the side."""
    owner: bool


class UseReader:
    """Reads the models of one report."""

    def __init__(self, country: str, when: Read) -> None:
        self.handset: Handset | None = None
        """The phone, once it is known: before the first record is read."""
        self.participants: Element | None = None
        """Those of the chat whose messages follow."""
        self._country, self._when = country, when

    def events(self, model: Element) -> tuple[Event, ...]:
        """Return the events of one record, at least one.

        :raises Unreadable: it is no use of the phone, or lacks a time, or one of its values is none.
        """
        kind = model.attributes.get("type", "")
        own = Event(service="contact", **self._phone())
        if kind == "Contact":
            return self._contact(model, own)
        said = {_field(model, name).casefold() for name in ("Direction", "Type", "Status", "Folder")}
        if said & _NOT_SENT:
            raise _DRAFT
        service = _service(kind, _field(model, "Source").casefold())
        parties = list(self._parties(model))
        direction = _direction(model, parties)
        side = {"in": "from", "out": "to", None: ""}[direction]
        others = [p for p in parties if not self._is_owner(p)]
        others = [p for p in others if side and p.role == side] or others
        event = replace(own, service=service, direction=direction, **self._times(model))
        names = list(dict.fromkeys(self._named(p.identifier, service) for p in others))
        if service == "other":
            # A message to a group is one use, and no contact with each of its members.
            if not names and kind == "InstantMessage":
                names = self._of_chat(service)
            return (replace(event, other=names[0]) if len(names) == 1 else event,)
        return tuple(replace(event, other=name) for name in names) or (event,)

    def _phone(self) -> dict[str, str | None]:
        return self.handset._asdict() if self.handset else {}

    def _contact(self, model: Element, own: Event) -> tuple[Event, ...]:
        found: list[str] = []
        for entry in _models(model, "Entries"):
            text = _field(entry, "Value")
            if entry.attributes.get("type") == "PhoneNumber" and text:
                found.append(number.number(text, self._country))
            elif _BY_NUMBER.fullmatch(text):
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
                yield _Party(
                    identifier=_field(party, "Identifier"),
                    role=role or _field(party, "Role").casefold(),
                    owner=_field(party, "IsPhoneOwner").casefold() == "true",
                )

    def _of_chat(self, service: Service) -> list[str]:
        """Return the one other participant of a chat of two; nobody of a group."""
        found = [
            self._named(_field(party, "Identifier"), service)
            for party in (self.participants.children if self.participants else [])
            if _field(party, "IsPhoneOwner").casefold() != "true" and _field(party, "Identifier")
        ]
        others = [
            name for name in dict.fromkeys(found) if self.handset is None or name != self.handset.number
        ]
        return others if len(others) == 1 else []

    def _is_owner(self, party: _Party) -> bool:
        own = self.handset.number if self.handset else None
        return party.owner or not party.identifier or self._named(party.identifier, "call") == own

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
    others = {p.role for p in parties}
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
