"""Instants from what entries hold: a day, and at times a British local time of the day as 23:40.

Where what is written fits two instants, the earlier one is meant, so that no deadline is later than it can be: an hour
that comes twice when the clocks go back, an hour that is left out when they go forward, a time that was not recorded.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BRITISH = ZoneInfo("Europe/London")


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The earliest instant at which something can have happened."""

    at: datetime
    """In UTC."""
    exact: bool
    """Whether its time of the day was recorded; else it is the start of the day."""


def moment(day: date, clock: str | None) -> Moment:
    """Return when something happened, by its day and its local time as 23:40."""
    said = time.fromisoformat(clock) if clock is not None else time.min
    local = datetime.combine(day, said, tzinfo=BRITISH)
    return Moment(at=min(_utc(local.replace(fold=fold)) for fold in (0, 1)), exact=clock is not None)


def day_of(at: datetime) -> date:
    """Return the day of an instant by British clocks."""
    return at.astimezone(BRITISH).date()


def end_of(day: date) -> datetime:
    """Return the instant, in UTC, at which a day is over by British clocks."""
    return moment(day + timedelta(days=1), None).at


def _utc(local: datetime) -> datetime:
    return local.astimezone(UTC)
