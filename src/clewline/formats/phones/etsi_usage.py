"""One use of a phone in ETSI TS 102 657 retained data to its events: telephony and network access."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from clewline.formats.phones import cell_octets, device, number
from clewline.formats.phones.etsi_place import OTHER_DATUM, Place, places
from clewline.formats.phones.event import Dates, Direction, Event, Service
from clewline.formats.phones.moment import Moment
from clewline.formats.phones.readers import Read
from clewline.formats.phones.xml_trees import Element
from clewline.formats.values import Unreadable

USAGES = ("telephonyserviceusage", "naserviceusage")
"""Elements that are a use: of telephony, and of network access."""

_ROLES: Mapping[str, tuple[Service, Direction]] = {
    "originating-party": ("call", "out"),
    "terminating-party": ("call", "in"),
    "forwarded-to-party": ("call", "in"),
    "connected": ("call", "in"),
    "smsoriginator": ("text", "out"),
    "smsrecipient": ("text", "in"),
    "mmsoriginator": ("multimedia", "out"),
    "mmsrecipient": ("multimedia", "in"),
}
"""Parties that use a phone (TelephonyPartyRole); the others are further numbers of one of these."""

_LACKS = "Ask the operator for the record with it."
_NO_START = Unreadable("missing", "The record does not say when the use began.", _LACKS)
_NO_PHONE = Unreadable(
    "no-phone", "The record names no number, IMSI or IMEI of a phone that was used.", _LACKS
)
_NO_SERVICE = Unreadable("unknown-service", "The record does not say what was used.", _LACKS)
_NO_LENGTH = Unreadable(
    "not-a-duration", "The duration is no number of seconds.", "Correct it at its source."
)
_LATE = Unreadable("ends-before-it-begins", "The use ends before it begins.", "Correct it at its source.")
_ROLE = Unreadable(
    "party-role-not-read",
    "Parties in some roles (redirecting, translated, roaming and the like) are further numbers; they were not read.",
    "Nothing, unless a number that was forwarded or translated matters: read it in the file.",
)
_UNDATED = Unreadable(
    "place-without-time",
    "Some records name a further place without when the phone was there; it was not read.",
    "Ask the operator for the time from which each place is valid.",
)


@dataclass(frozen=True, kw_only=True)
class _Party:
    """Who used a phone, in which way."""

    service: Service
    direction: Direction | None
    number: str | None
    imsi: str | None
    imei: str | None
    times: dict[str, Any]
    places: list[Place]

    @property
    def phone(self) -> bool:
        """Whether it is a phone that can be told; a sender's name or short code is none."""
        return bool(self.imsi or self.imei or (self.number or "").startswith("+"))


@dataclass
class UsageReader:
    """Reads the uses of one file."""

    country: str
    when: Read
    dates: Mapping[str, Dates]
    operator: str | None = None
    """Of the records that follow, as the header says."""
    to_say: list[Unreadable] = field(default_factory=list)
    """What has to be said of the file once, in the order in which it was met."""

    def events(self, usage: Element) -> tuple[Event, ...]:
        """Return the events of one use, at least one.

        :raises Unreadable: it lacks a phone, a time or a service, or one of its values is none.
        """
        session = _session(usage)
        if session is None:
            parties = self._parties(usage)
        else:
            around = list(usage.within("telephonypartyinformation")) if session is not usage else []
            parties = [self._data(session, around, usage)]
        phones = [party for party in parties if party.phone]
        if not phones:
            raise _NO_PHONE
        return tuple(event for party in phones for event in self._of(party, parties))

    def _parties(self, usage: Element) -> list[_Party]:
        found: list[_Party] = []
        roles = 0
        for element in usage.within("telephonypartyinformation"):
            role = element.child("partyrole")
            service_way = _ROLES.get(role.word.casefold()) if role else None
            if service_way is None:
                if role is not None:
                    roles += 1
                continue
            service, direction = _message(usage) or service_way[0], service_way[1]
            party = _Party(
                service=service,
                direction=direction,
                number=self._number(element.said("partynumber")),
                **_device(element),
                times=self._times(
                    service, element.child("communicationtime"), usage.child("communicationtime")
                ),
                places=places(element, self.when),
            )
            if not any(_only_a_number_of(party, other) for other in found):
                found.append(party)
        if not found:
            raise _NO_SERVICE
        if roles:
            self._say(_ROLE)
        return found

    def _data(self, session: Element, around: Sequence[Element], usage: Element) -> _Party:
        """Return the phone of a data session: said in the session, or else in the party around it."""
        holders = [session, *around]
        imei = next((i for h in holders if (i := _device(h)["imei"])), None)
        imsi = next((i for h in holders if (i := _device(h)["imsi"])), None)
        numbers = [e.text for h in holders for e in h.within("msisdn", "partynumber") if e.text]
        spans = [session.child("interval"), *(h.child("communicationtime") for h in [*around, usage])]
        return _Party(
            service="data",
            direction=None,
            number=self._number(numbers[0] if numbers else ""),
            imsi=imsi,
            imei=imei,
            times=self._times("data", *spans, start=session.said("naaccesstime")),
            places=next((p for h in holders if (p := places(h, self.when))), []),
        )

    def _times(self, service: str, *spans: Element | None, start: str = "") -> dict[str, Any]:
        span = next((s for s in spans if s is not None and s.said("starttime")), None)
        start = span.said("starttime") if span else start
        if not start:
            raise _NO_START
        began: Moment = self.when(start)
        end = self._end(began, span) if span else None
        dates = self.dates.get(service, "exactly")
        return {"earliest": began.earliest, "latest": began.latest, "end": end, "dates": dates}

    def _end(self, began: Moment, span: Element) -> datetime | None:
        text, length = span.said("endtime"), span.said("durationtime")
        if text:
            ended: Moment = self.when(text)
            # In the hour that occurs twice, an end before its start is of the second time around.
            end = ended.earliest if ended.earliest >= began.earliest else ended.latest
            if end < began.earliest:
                raise _LATE
            return end
        if not length:
            return None
        if not re.fullmatch(r"[0-9]{1,7}", length):
            raise _NO_LENGTH
        return began.earliest + timedelta(seconds=int(length))

    def _of(self, party: _Party, parties: Sequence[_Party]) -> list[Event]:
        here = party.places[0] if party.places else Place()
        if any(place.unread for place in party.places):
            self._say(OTHER_DATUM)
        event = Event(
            service=party.service,
            direction=party.direction,
            number=party.number,
            imsi=party.imsi,
            imei=party.imei,
            operator=self.operator,
            cell=here.cell,
            lat=here.lat,
            lon=here.lon,
            azimuth=here.azimuth,
            **party.times,
        )
        others = [o.number for o in parties if o.direction not in (None, party.direction) and o.number]
        events = [replace(event, other=other) for other in dict.fromkeys(others)] or [event]
        for place in party.places[1:]:
            if place.since is None:
                self._say(_UNDATED)
                continue
            events.append(
                replace(
                    event,
                    moment="end",
                    earliest=place.since,
                    latest=place.since,
                    end=None,
                    dates="exactly",
                    cell=place.cell,
                    lat=place.lat,
                    lon=place.lon,
                    azimuth=place.azimuth,
                )
            )
        return events

    def _number(self, text: str) -> str | None:
        return number.number(text, self.country) if text else None

    def _say(self, what: Unreadable) -> None:
        if what not in self.to_say:
            self.to_say.append(what)


def _session(usage: Element) -> Element | None:
    """Return the element that says what a data session is, if the use is one.

    Mobile data come as network access, or as a national addition to telephony (so German operators write them).
    """
    if usage.name == "naserviceusage":
        return usage
    national = usage.child("nationaltelephonyserviceusage")
    if national is None:
        return None
    inside = (c for c in national.children if c.child("nwaccesstype") or c.child("gprsinformation"))
    return next(inside, None) or national.child("internetaccess")


def _message(usage: Element) -> Service | None:
    """Return which message the use is where it says so beside the roles of its parties."""
    kind = usage.child("communicationtype")
    word = kind.word.casefold() if kind else ""
    if usage.child("mmsinformation") or "mms" in word:
        return "multimedia"
    return "text" if usage.child("smsinformation") or "sms" in word else None


def _device(element: Element) -> dict[str, str | None]:
    imsi = next((e.text for e in element.within("imsi") if e.text), "")
    imei = next((e.text for e in element.within("imei", "nadeviceid") if e.text), "")
    if element.name != "telephonypartyinformation" and not re.fullmatch("[0-9Ff]{14,16}", imei):
        # The device of a network access may be named by an address of another kind.
        imei = ""
    return {
        "imsi": device.imsi(_digits(imsi)) if imsi.strip("0") else None,
        "imei": device.imei(_digits(imei)) if imei.strip("0") else None,
    }


def _digits(text: str) -> str:
    """Return digits in their order where they stand in octets filled with F (TS 29.002, TBCD-STRING)."""
    filled = re.fullmatch(r"[0-9]{14}[Ff][0-9]", text)
    return cell_octets.swapped(text) if filled else text


def _only_a_number_of(party: _Party, other: _Party) -> bool:
    """Whether a party says no more than the number that another of the same side has."""
    bare = not (party.imsi or party.imei or party.places)
    return bare and (party.number, party.direction) == (other.number, other.direction)
