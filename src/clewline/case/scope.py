"""What an authority covers: which identifiers, on which days. A row outside it is counted and never kept.

A phone record is of the phone that it is about, not of the other party: a row is covered where its own number, SIM or
handset is named. Days are those of the country's clocks, from the first moment of the first to the last of the last.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from clewline.errors import BadInput
from clewline.formats.phones import device, number
from clewline.formats.phones.event import Event
from clewline.formats.values import Unreadable
from clewline.record.kinds.authority import Authority

CLOCKS = ZoneInfo("Europe/London")
"""The clocks by which an authority of the United Kingdom names days."""

Outside = Literal["identifiers", "dates"]

_PREFIXED = re.compile(r"(imei|imsi|msisdn|number|tel)\s*[:= ]\s*(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Identifiers:
    """Numbers, SIMs and handsets, each in one spelling."""

    numbers: frozenset[str]
    imsis: frozenset[str]
    imeis: frozenset[str]

    def of(self, event: Event) -> str | None:
        """Return the identifier under which an event's phone is named, as an authority writes it, if it is."""
        if event.number is not None and event.number in self.numbers:
            return event.number
        if event.imsi is not None and event.imsi in self.imsis:
            return f"imsi:{event.imsi}"
        if event.imei is not None and event.imei in self.imeis:
            return f"imei:{event.imei}"
        return None

    def written(self) -> tuple[str, ...]:
        """Return all of them as an authority writes them, in order."""
        return (
            *sorted(self.numbers),
            *(f"imsi:{i}" for i in sorted(self.imsis)),
            *(f"imei:{i}" for i in sorted(self.imeis)),
        )


def identifiers(texts: Iterable[str], country: str = "GB") -> Identifiers:
    """Return identifiers as people write them: a telephone number, `IMEI 35...`, `IMSI 234...`.

    :raises BadInput: one is none of these; digits without a word before them are read as a telephone number.
    """
    numbers, imsis, imeis = set(), set(), set()
    for text in texts:
        found = _PREFIXED.fullmatch(text.strip())
        word, rest = (found[1].casefold(), found[2]) if found else ("number", text)
        try:
            if word == "imei":
                imeis.add(device.imei(rest))
            elif word == "imsi":
                imsis.add(device.imsi(rest))
            else:
                numbers.add(number.own_number(rest, country))
        except Unreadable as wrong:
            raise BadInput(
                f"One of the identifiers cannot be read: {wrong.what} Write a telephone number in full, or IMEI or "
                "IMSI before its digits."
            ) from None
    return Identifiers(frozenset(numbers), frozenset(imsis), frozenset(imeis))


@dataclass(frozen=True)
class Scope:
    """Which rows may be kept."""

    identifiers: Identifiers
    begins: datetime
    """First instant (UTC) covered."""
    ends: datetime
    """First instant (UTC) that is no longer covered."""

    def outside(self, event: Event) -> Outside | None:
        """Return why an event is not covered, or nothing where it is.

        What is held in a handset's address book has no time, and is covered with the handset.
        """
        if self.identifiers.of(event) is None:
            return "identifiers"
        if event.earliest is None or event.latest is None:
            return None
        return None if event.earliest >= self.begins and event.latest < self.ends else "dates"


def scope(authority: Authority) -> Scope:
    """Return what an authority covers.

    :raises BadInput: it names no identifier or no days, so that nothing could be taken in under it.
    """
    if not authority.identifiers or authority.covers_from is None or authority.covers_to is None:
        raise BadInput(
            f"The authority {authority.reference} does not say which identifiers and days it covers; "
            "record it again with them before taking phone records in."
        )
    return Scope(
        identifiers(authority.identifiers),
        midnight(authority.covers_from),
        midnight(_next(authority.covers_to)),
    )


def midnight(day: date) -> datetime:
    """Return the instant (UTC) at which a day of the country's clocks begins."""
    return datetime.combine(day, time(), tzinfo=CLOCKS).astimezone(UTC)


def _next(day: date) -> date:
    return day + timedelta(days=1)
