"""One use of a phone, as a received record says it: what every format of phone records gives.

A time is an interval. `earliest` and `latest` bound the instant at which the record dates the use; they differ where
a local time names two instants (the hour that occurs twice) and nowhere else. What the dated instant has to do with
the use is `dates`: an operator may date a data session at or before its start, or at or before its end.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Service = Literal["call", "text", "multimedia", "data", "contact", "other"]
"""What was used; a `contact` is a number held in a handset's address book, and is no use at all."""
Direction = Literal["out", "in"]
Dates = Literal["exactly", "at or before the start", "at or before the end"]
"""What the recorded time dates: the start of the use exactly, or something that may be earlier than it."""
Moment = Literal["start", "end"]

WITHHELD = "withheld"
"""Stands for the other party where the record says that it was not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One use of one phone. A field left `None` is not in the record."""

    service: Service
    direction: Direction | None = None
    number: str | None = None
    """The phone's own number, E.164 where it is one, as `+447700900123`."""
    imsi: str | None = None
    """International Mobile Subscriber Identity of its SIM, 14 or 15 digits."""
    imei: str | None = None
    """The handset's 14 digits of the International Mobile Equipment Identity, without check digit or version."""
    other: str | None = None
    """The other party: E.164, a short code or name as sent, or `withheld`."""
    earliest: datetime | None = None
    """First instant (UTC) that the recorded time can mean; none only for a contact."""
    latest: datetime | None = None
    """Last instant (UTC) that it can mean."""
    end: datetime | None = None
    """End of the use (UTC), where recorded; of one that began at `earliest`, where that differs from `latest`."""
    dates: Dates = "exactly"
    moment: Moment = "start"
    """An `end` is the cell in which a use ended, and not another use."""
    operator: str | None = None
    cell: str | None = None
    """Identity of the cell: `cgi:234-10-5012-20411`, or the operator's own name for it."""
    lat: float | None = None
    """Degrees north (WGS 84) of the cell's site."""
    lon: float | None = None
    """Degrees east."""
    azimuth: int | None = None
    """Direction in which the cell points, degrees from north, clockwise."""
    reach: float | None = None
    """Distance (metres) to which the operator says that the cell serves."""
    place: str | None = None
    """The cell's address or name, as the operator gives it."""


Part = tuple[Event, ...]
"""The events of one record: of a call between two numbers, perhaps one for each."""

SERVICES: tuple[str, ...] = get_args(Service)
DATES: tuple[str, ...] = get_args(Dates)
