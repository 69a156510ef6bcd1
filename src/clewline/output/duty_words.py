"""Duties in words: how one stands, since when and for how long."""

from datetime import date, datetime, timedelta

from clewline.safeguarding.duty import Duty, Unit
from clewline.safeguarding.owed import Owed, State

HOUR = timedelta(hours=1)


def stands(one: Owed, now: datetime) -> str:
    """Return how a duty stands, in a few words."""
    parting = ": " if one.state is State.UNTOLD else "; " if one.state is State.OPEN else " "
    return f"{one.state}{parting}{beside(one, now)}"


def beside(one: Owed, now: datetime) -> str:
    """Return what is told of a duty beside its state: since when, until when, or why."""
    on = day(None if one.by is None else one.by.day)
    said = {
        State.OVERDUE: f"by {lasted(one.overdue_by(now) or timedelta(0))}",
        State.DUE: f"by {deadline(one)}",
        State.OPEN: "no target" if one.earliest is None else f"no target; from {day(one.earliest)} on",
        State.UNTOLD: one.why or "",
        State.NOT_YET: f"before {day(one.earliest)}",
        State.MISSED: f"while they were a child, until {day(one.grown)}",
        State.DONE: f"on {on}{_timely(one)}",
        State.NOT_NEEDED: f"since {on}",
    }
    if one.grown is None or one.state is State.MISSED:
        return said[one.state]
    return f"{said[one.state].rstrip('.')}; owed as to an adult since {day(one.grown)}, and not done before"


def deadline(one: Owed) -> str:
    """Return when a duty is due at the latest: a day, or a day and a British local time; empty where nothing says."""
    clock = one.due_clock
    if clock is None or one.duty.unit is not Unit.HOURS:
        return day(one.due_day)
    return f"{clock:%H:%M on %-d %B %Y}{'' if one.exact else ' at the latest'}"


def lasted(time: timedelta) -> str:
    """Return a length of time in days, or in hours where it is less than two."""
    if time < timedelta(days=2):
        hours = int(time / HOUR)
        return "less than an hour" if not hours else f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{time.days:,} days"


def day(some: date | None) -> str:
    """Return a day in words; empty where there is none."""
    return "" if some is None else f"{some:%-d %B %Y}"


def period(duty: Duty) -> str:
    """Return from when to when a row holds."""
    first = f"from {day(duty.valid_from)}" if duty.valid_from else "from a day that no source gave"
    return first if duty.valid_to is None else f"{first} to {day(duty.valid_to)}"


def as_data(one: Owed, now: datetime) -> dict[str, object]:
    """Return a duty towards a person as JSON has it: ids, and no facts of anybody."""
    return {
        "person": one.person,
        "duty": one.duty.duty,
        "title": one.duty.title,
        "state": one.state.value,
        "stands": stands(one, now),
        "due": None if one.due is None else one.due.isoformat(),
        "due_day": None if one.due_day is None else one.due_day.isoformat(),
        "at_the_latest": one.due is not None and not one.exact,
        "not_before": None if one.earliest is None else one.earliest.isoformat(),
        "started_by": one.start.id,
        "started_on": one.start.day.isoformat(),
        "by": None if one.by is None else one.by.id,
        "in_time": one.in_time,
        "why": one.why,
        "adult_since": None if one.grown is None else one.grown.isoformat(),
        "owed_by": one.duty.owed_by,
        "authority": one.duty.authority,
    }


def row_data(duty: Duty, *, here: bool) -> dict[str, object]:
    """Return a row of the table of duties as JSON has it; `here` is whether it holds in this force."""
    return {
        "duty": duty.duty,
        "title": duty.title,
        "owed_by": duty.owed_by,
        "about": duty.about.value,
        "starts": [one.text for one in duty.starts],
        "fulfils": [one.text for one in duty.fulfils],
        "needs": [one.text for one in duty.needs],
        "unless": [one.text for one in duty.unless],
        "counts": duty.counts.value,
        "how": duty.how.value,
        "amount": duty.amount,
        "unit": None if duty.unit is None else duty.unit.value,
        "counted_from": duty.counted_from,
        "limit": duty.limit,
        "authority": duty.authority,
        "source": duty.source,
        "valid_from": None if duty.valid_from is None else duty.valid_from.isoformat(),
        "valid_to": None if duty.valid_to is None else duty.valid_to.isoformat(),
        "where": duty.where or None,
        "here": here,
        "notes": duty.notes or None,
    }


def _timely(one: Owed) -> str:
    if one.in_time is None:
        return "" if one.due is None else "; whether in time is not recorded"
    if one.in_time:
        return ", in time"
    return ", too early" if one.earliest is not None else ", late"
