"""Rows of an operator's table to events, by its layout: exact, row by row; what a cell cannot say is a problem."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from clewline.formats.phones import cell, grid, moment
from clewline.formats.phones.event import Dates, Direction, Event, Part
from clewline.formats.phones.layout import CELLS, SIDELESS, PhoneLayout
from clewline.formats.phones.readers import readers as readers
from clewline.formats.values import Unreadable
from clewline.record import Problem
from clewline.record.problem import value_class

_MISSING = Unreadable("missing", "The cell is empty, and a record needs it.", "Ask the operator for it.")
_NO_PHONE = Unreadable(
    "no-phone",
    "Neither party of the record is a telephone number.",
    "Check which columns hold the parties.",
)
_WHOSE = Unreadable(
    "whose-cell-not-said",
    "The record has one cell for two parties, and does not say whose it is.",
    "Name the phone that the records are about, or say in the layout whose the cell is.",
)
_NOT_OF_PHONE = Unreadable(
    "not-of-this-phone",
    "The phone that the records are about is no party of this one.",
    "Compare it with the request; take records of another phone in by themselves.",
)
FARTHEST = timedelta(days=7)
"""Longest use that is believed; a longer one is a fault of the export."""

Way = Literal["from", "to"]


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
        read = {c for what, columns in layout.columns.items() if what in self._at for c in columns}
        self.unread = tuple(name for name in header if name and name not in read)
        """Columns that the layout does not read."""
        self.undated = 0
        """Records so far whose last cell was not read, because they do not say when they ended."""
        self.read_by = readers(layout)
        self._about = number or layout.number
        self._both = "from" in self._at

    def says_whose(self) -> bool:
        """Return whether each record says, or all were said, to be about which phone."""
        if self._both:
            return self._layout.side != "phone" or self._about is not None
        return self._about is not None or bool({"number", "imsi", "imei"} & self._at.keys())

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

    def notices(self, line: int) -> tuple[Problem, ...]:
        """Return what the rows read so far leave to be said of the table whose header stands on this line."""
        if not self.undated:
            return ()
        return (
            Problem(
                line=line,
                sheet=self._sheet,
                rule="last-cell-without-time",
                what=f"{self.undated} records name the cell in which the use ended, and not when; it was not read.",
                do="Ask the operator for the end or the duration.",
                records=0,
            ),
        )

    def text(self, what: str, cells: Sequence[str]) -> str:
        """Return what the columns of `what` hold, put together; empty where there is none."""
        at = self._at.get(what, ())
        if len(at) == 1:
            return cells[at[0]].strip()
        if what in CELLS and at:
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
        service: str | None = said("service", cells) or self._layout.service
        if service is None:
            raise _Refused("service", None, _MISSING)
        shared: dict[str, Any] = {
            "service": service,
            "operator": said("operator", cells) or self._layout.operator,
        }
        # A number in an address book is no use at all, and has no time.
        if service != "contact":
            start: moment.Moment | None = said("start", cells)
            if start is None:
                raise _Refused("start", None, _MISSING)
            shared |= {
                "earliest": start.earliest,
                "latest": start.latest,
                "end": self._end(start, cells),
                "dates": self._layout.dates.get(service, "exactly"),
            }
        if self._both:
            return self._two_parties(shared, cells)
        whose: dict[str, Any] = {"number": said("number", cells) or self._about} | self._device(cells)
        if not any(whose.values()):
            raise _Refused("number", None, _MISSING)
        first = Event(
            **shared,
            **whose,
            **self._place(cells),
            direction=said("direction", cells),
            other=said("other", cells),
        )
        return (first, *self._last(first, cells))

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
        parties = {"from": self._said("from", cells), "to": self._said("to", cells)}
        if not any(parties.values()):
            raise _Refused("from", None, _MISSING)
        side = self._side(parties, cells)
        events: list[Event] = []
        for way, other, direction in (("from", "to", "out"), ("to", "from", "in")):
            own, where = parties[way], f"cell_{way}"
            # A sender's name, a short code and a withheld number are nobody's phone.
            if own is None or not own.startswith("+"):
                if way == side:
                    raise _Refused(way, None, _NO_PHONE)
                continue
            of_it = (self._place(cells) | self._device(cells)) if way == side else {}
            if where in self._at:
                of_it["cell"] = self._said(where, cells)
            event = Event(
                **shared,
                **of_it,
                number=own,
                other=parties[other],
                direction=cast(Direction, direction),
            )
            events.append(event)
            if way == side:
                events.extend(self._last(event, cells))
        if not events:
            raise _Refused("from", None, _NO_PHONE)
        return tuple(events)

    def _side(self, parties: Mapping[str, str | None], cells: Sequence[str]) -> Way | None:
        """Return whose phone the columns without a side are of, or none where they hold nothing."""
        if not any(self.text(what, cells) for what in SIDELESS):
            return None
        side = self._layout.side
        if side == "direction":
            way = self._said("direction", cells)
            if way is None:
                raise _Refused("direction", None, _MISSING)
            return "from" if way == "out" else "to"
        if side == "phone":
            if self._about is None:
                raise _Refused("cell", None, _WHOSE)
            ways: tuple[Way, Way] = ("from", "to")
            for one in ways:
                if parties[one] == self._about:
                    return one
            raise _Refused("from", None, _NOT_OF_PHONE)
        if side is None:
            raise _Refused("cell", None, _WHOSE)
        return side

    def _device(self, cells: Sequence[str]) -> dict[str, Any]:
        return {"imsi": self._said("imsi", cells), "imei": self._said("imei", cells)}

    def _place(self, cells: Sequence[str]) -> dict[str, Any]:
        said = self._said
        lat, lon = self._pair("lat", "lon", cells)
        if lat is None:
            lat, lon = self._on_grid(cells)
        return {
            "cell": said("cell", cells),
            "lat": lat,
            "lon": lon,
            "azimuth": said("azimuth", cells),
            "reach": said("reach", cells),
            "place": said("place", cells),
        }

    def _pair(self, one: str, two: str, cells: Sequence[str]) -> tuple[float | None, float | None]:
        first, second = self._said(one, cells), self._said(two, cells)
        if (first is None) != (second is None):
            raise _Refused(one if first is None else two, None, _MISSING)
        # 0, 0 is a system's way of writing that it has none.
        return (None, None) if first == 0 and second == 0 else (first, second)

    def _on_grid(self, cells: Sequence[str]) -> tuple[float | None, float | None]:
        easting, northing = self._pair("easting", "northing", cells)
        if easting is None or northing is None:
            return None, None
        return grid.latitude_longitude(easting, northing)

    def _last(self, first: Event, cells: Sequence[str]) -> Part:
        """Return the event of the cell in which the use ended, where it is recorded and another."""
        ended = self._said("last_cell", cells)
        lat, lon = self._pair("last_lat", "last_lon", cells)
        same_place = lat is None or (lat, lon) == (first.lat, first.lon)
        if (ended is None and lat is None) or (ended in (None, first.cell) and same_place):
            return ()
        if first.end is None:
            self.undated += 1
            return ()
        return (
            Event(
                service=first.service,
                moment="end",
                number=first.number,
                imsi=first.imsi,
                imei=first.imei,
                earliest=first.end,
                latest=first.end,
                operator=first.operator,
                cell=ended,
                lat=lat,
                lon=lon,
            ),
        )


def dates_of(layout: PhoneLayout, service: str) -> Dates:
    """Return what the recorded time of a service dates."""
    return cast(Dates, layout.dates.get(service, "exactly"))
