"""Rows of an operator's table to events, by its layout: exact, row by row; what a cell cannot say is a problem."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from clewline.formats.phones import cell, device, moment, number
from clewline.formats.phones.event import WITHHELD, Dates, Direction, Event, Part, Service
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.values import Unreadable
from clewline.record import Problem
from clewline.record.problem import value_class

Read = Callable[[str], Any]

_MISSING = Unreadable("missing", "The cell is empty, and a record needs it.", "Ask the operator for it.")
FARTHEST = timedelta(days=7)
"""Longest use that is believed; a longer one is a fault of the export."""
LONGEST_REACH = 200_000.0


class _Refused(Exception):
    def __init__(self, what: str, value: str | None, wrong: Unreadable) -> None:
        super().__init__(wrong.rule)
        self.what, self.value, self.wrong = what, value, wrong


class PhoneRows:
    """Turns the rows of one table into the events of a record, or a problem."""

    def __init__(
        self,
        layout: PhoneLayout,
        header: Sequence[str],
        *,
        number: str | None = None,
        sheet: str | None = None,
    ) -> None:
        """`number` is the phone that the records are about where neither the table nor its layout says."""
        self.header = tuple(header)
        places = {name: at for at, name in enumerate(header)}
        self._layout, self._sheet = layout, sheet
        self._at = {
            what: tuple(places[c] for c in columns)
            for what, columns in layout.columns.items()
            if all(c in places for c in columns)
        }
        named = {c for columns in layout.columns.values() for c in columns}
        self.unread = tuple(name for name in header if name and name not in named)
        """Columns that the layout does not read."""
        self.read_by = readers(layout)
        self._about = number or layout.number
        self._both = "from" in self._at

    def says_whose(self) -> bool:
        """Return whether each record says, or all were said, to be about which phone."""
        return self._both or self._about is not None or bool({"number", "imsi", "imei"} & self._at.keys())

    def read(self, line: int, cells: Sequence[str]) -> Part | Problem:
        """Return the events of one record, at least one, or what is wrong with it."""
        try:
            return self._events(cells)
        except _Refused as refused:
            columns = self._layout.columns.get(refused.what, ())
            return Problem(
                line=line,
                sheet=self._sheet,
                column=" and ".join(columns) or None,
                rule=refused.wrong.rule,
                what=refused.wrong.what,
                do=refused.wrong.do,
                value_class=None if refused.value is None else value_class(refused.value),
            )

    def text(self, what: str, cells: Sequence[str]) -> str:
        """Return what the columns of `what` hold, put together; empty where there is none."""
        at = self._at.get(what, ())
        if len(at) == 1:
            return cells[at[0]].strip()
        if what in ("cell", "cell_from", "cell_to", "last_cell") and at:
            try:
                return cell.joined([cells[i] for i in at])
            except Unreadable as wrong:
                raise _Refused(what, None, wrong) from None
        return " ".join(cells[i].strip() for i in at).strip()

    def _said(self, what: str, cells: Sequence[str]) -> Any:
        text = self.text(what, cells)
        if not text:
            return None
        try:
            return self.read_by[what](text)
        except Unreadable as wrong:
            raise _Refused(what, text, wrong) from None

    def _events(self, cells: Sequence[str]) -> Part:
        said = self._said
        start: moment.Moment | None = said("start", cells)
        if start is None:
            raise _Refused("start", None, _MISSING)
        service: str | None = said("service", cells) or self._layout.service
        if service is None:
            raise _Refused("service", None, _MISSING)
        shared: dict[str, Any] = {
            "service": service,
            "earliest": start.earliest,
            "latest": start.latest,
            "end": self._end(start, cells),
            "dates": self._layout.dates.get(service, "exactly"),
            "operator": said("operator", cells) or self._layout.operator,
        }
        if self._both:
            return self._two_parties(shared, cells)
        whose = {
            "number": said("number", cells) or self._about,
            "imsi": said("imsi", cells),
            "imei": said("imei", cells),
        }
        if not any(whose.values()):
            raise _Refused("number", None, _MISSING)
        first = Event(
            **shared,
            **whose,
            **self._place("cell", cells),
            direction=said("direction", cells),
            other=said("other", cells),
        )
        last = self._last(first, cells)
        return (first,) if last is None else (first, last)

    def _end(self, start: moment.Moment, cells: Sequence[str]) -> datetime | None:
        found: moment.Moment | None = self._said("end", cells)
        if found is not None:
            # In the hour that occurs twice, an end before its start is of the second time around.
            end = found.earliest if found.earliest >= start.earliest else found.latest
            if end < start.earliest:
                late = Unreadable(
                    "ends-before-it-begins", "The use ends before it begins.", "Correct it at its source."
                )
                raise _Refused("end", None, late)
        else:
            length: timedelta | None = self._said("duration", cells)
            if length is None:
                return None
            end = start.earliest + length
        if end - start.earliest > FARTHEST:
            long = Unreadable(
                "longer-than-a-week", "The use is longer than a week.", "Check the times and their style."
            )
            raise _Refused("end" if found else "duration", None, long)
        return end

    def _two_parties(self, shared: Mapping[str, Any], cells: Sequence[str]) -> Part:
        said = self._said
        first, second = said("from", cells), said("to", cells)
        if first is None and second is None:
            raise _Refused("from", None, _MISSING)
        parties = []
        for own, other, way, where in ((first, second, "out", "cell_from"), (second, first, "in", "cell_to")):
            if own is not None and own != WITHHELD:
                # A cell without a side is that of the side from which the record was made, which is not told.
                place = self._place(where, cells) if where in self._at else {}
                parties.append(
                    Event(**shared, **place, number=own, other=other, direction=cast(Direction, way))
                )
        return tuple(parties)

    def _place(self, where: str, cells: Sequence[str]) -> dict[str, Any]:
        said = self._said
        lat, lon = said("lat", cells), said("lon", cells)
        if (lat is None) != (lon is None):
            raise _Refused("lat" if lat is None else "lon", None, _MISSING)
        if lat == 0 and lon == 0:
            # A system's way of writing that it has none.
            lat = lon = None
        return {
            "cell": said(where, cells),
            "lat": lat,
            "lon": lon,
            "azimuth": said("azimuth", cells),
            "reach": said("reach", cells),
            "place": said("place", cells),
        }

    def _last(self, first: Event, cells: Sequence[str]) -> Event | None:
        """Return the event of the cell in which the use ended, where it is recorded and another."""
        ended, lat, lon = (
            self._said("last_cell", cells),
            self._said("last_lat", cells),
            self._said("last_lon", cells),
        )
        if (
            first.end is None
            or (ended is None and lat is None)
            or (ended == first.cell and lat in (None, first.lat))
        ):
            return None
        return Event(
            service=first.service,
            moment="end",
            number=first.number,
            imsi=first.imsi,
            imei=first.imei,
            earliest=first.end,
            latest=first.end,
            operator=first.operator,
            cell=ended,
            lat=None if lat == 0 and lon == 0 else lat,
            lon=None if lat == 0 and lon == 0 else lon,
        )


def readers(layout: PhoneLayout) -> dict[str, Read]:
    """Return what reads each sort of value of the layout; each is a function of the text alone."""
    country = layout.country
    own: Read = lambda text: number.own_number(text, country)  # noqa: E731 - used for one name
    any_number: Read = lambda text: number.number(text, country)  # noqa: E731 - used for three names
    when = moment.reader(layout.times, layout.zone)
    return {
        "number": own,
        "other": any_number,
        "from": any_number,
        "to": any_number,
        "start": when,
        "end": when,
        "duration": moment.duration,
        "service": lambda text: cast(Service, _coded(text, layout.services, "service")),
        "direction": lambda text: cast(Direction, _coded(text, layout.directions, "direction")),
        "imei": device.imei,
        "imsi": device.imsi,
        "operator": str,
        "cell": cell.cell,
        "cell_from": cell.cell,
        "cell_to": cell.cell,
        "last_cell": cell.cell,
        "lat": lambda text: _degrees(text, 90),
        "lon": lambda text: _degrees(text, 180),
        "last_lat": lambda text: _degrees(text, 90),
        "last_lon": lambda text: _degrees(text, 180),
        "azimuth": lambda text: round(_number(text, 0, 360)) % 360,
        "reach": lambda text: _number(text, 0, LONGEST_REACH),
        "place": str,
    }


_OWN_WORDS: Mapping[str, Mapping[str, str]] = {
    "service": {w: w for w in ("call", "text", "multimedia", "data", "contact", "other")},
    "direction": {"out": "out", "in": "in", "outgoing": "out", "incoming": "in"},
}


def _coded(text: str, codes: Mapping[str, str], noun: str) -> str:
    folded = text.casefold()
    word = codes.get(folded) or _OWN_WORDS[noun].get(folded)
    if word is None:
        raise Unreadable(
            f"unknown-{noun}",
            f"The layout does not know this word for a {noun}.",
            f"Add it to the layout's [{noun}s], with what it means.",
        )
    return word


def _number(text: str, least: float, most: float) -> float:
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not least <= found <= most:
        raise Unreadable(
            "not-in-range",
            f"This is no number from {least:,.0f} to {most:,.0f}.",
            "Correct it at its source.",
        )
    return found


def _degrees(text: str, most: int) -> float:
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not -most <= found <= most:
        raise Unreadable(
            "not-degrees",
            f"This is no number of degrees from -{most} to {most}.",
            "Export coordinates as decimal degrees (WGS 84).",
        )
    return found


def dates_of(layout: PhoneLayout, service: str) -> Dates:
    """Return what the recorded time of a service dates."""
    return cast(Dates, layout.dates.get(service, "exactly"))
