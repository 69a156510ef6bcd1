"""The limit of a duty: from the entry that it is counted from to the instant at which its time is over."""

from datetime import date, datetime, timedelta

from clewline.record import Entry
from clewline.safeguarding import working_days
from clewline.safeguarding.duty import Duty, How, Unit
from clewline.safeguarding.instants import day_of, end_of, moment

CLOCKS = ("found_at", "held_at")
"""Fields that hold the British local time of the day of what an entry says."""


def clock_of(entry: Entry) -> str | None:
    """Return the local time of the day that an entry gives, if it gives one."""
    return next((said for name in CLOCKS if (said := getattr(entry.facts, name, None)) is not None), None)


def limits(duty: Duty, day: date, at: datetime) -> tuple[datetime | None, date | None]:
    """Return the instant at which the time of a duty is over, and the first day on which it may be done."""
    if duty.how is How.BEFORE:
        return end_of(day), None
    if duty.amount is None:
        return None, None
    if duty.unit is Unit.HOURS:
        last = at + timedelta(hours=duty.amount)
        return (last, None) if duty.how is How.WITHIN else (None, day_of(last))
    in_days = duty.unit is Unit.DAYS
    found = day + timedelta(days=duty.amount) if in_days else working_days.after(day, duty.amount)
    return (end_of(found), None) if duty.how is How.WITHIN else (None, found)


def was_in_time(done: Entry, due: datetime | None, earliest: date | None, duty: Duty) -> bool | None:
    """Return whether what fulfilled a duty was in time; none where there is no limit or its time is not recorded."""
    if earliest is not None:
        return done.day >= earliest
    if due is None:
        return None
    if duty.unit is not Unit.HOURS:
        return end_of(done.day) <= due
    clock = clock_of(done)
    if clock is not None:
        return moment(done.day, clock).at <= due
    if end_of(done.day) <= due:
        return True
    return False if moment(done.day, None).at > due else None
