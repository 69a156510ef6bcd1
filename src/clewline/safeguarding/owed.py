"""What is owed to a person: which duties their entries have started, what fulfilled them, and what is overdue.

It reads what was recorded, weighs nothing and closes nothing by itself. An entry that was corrected or withdrawn starts
and fulfils nothing: it is not among what is given. That no concern is recorded ends no duty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache

from clewline.record import Entry
from clewline.safeguarding.conditions import CannotTell, Happening
from clewline.safeguarding.duty import About, Counts, Duty, How, Unit
from clewline.safeguarding.heard import Heard, Read, is_before, names
from clewline.safeguarding.instants import BRITISH, day_of, moment
from clewline.safeguarding.limits import clock_of, limits, was_in_time


class State(StrEnum):
    """How a duty stands, in the order in which duties are listed."""

    OVERDUE = "overdue"
    DUE = "due"
    """It is not done, and its time is not over."""
    OPEN = "as soon as possible"
    """It is not done, and the source names no time."""
    UNTOLD = "cannot be told"
    """The record does not say what it would take to tell."""
    NOT_YET = "not yet"
    """It may not be done before a day to come."""
    MISSED = "not done"
    """It was owed to a child, was not done while they were one, and is owed as to an adult since."""
    DONE = "done"
    NOT_NEEDED = "not needed"
    """Something was recorded by which it is not owed."""


_PLACES = {state: place for place, state in enumerate(State)}
LEFT = (State.OVERDUE, State.DUE, State.OPEN, State.UNTOLD, State.NOT_YET)
"""States in which something is left to be done."""


@dataclass(frozen=True, kw_only=True)
class Owed:
    """A duty towards one person, and how it stands."""

    person: str
    duty: Duty
    start: Entry
    """The entry that started it."""
    state: State
    due: datetime | None = None
    """Instant at which its time is over; none where there is no limit."""
    earliest: date | None = None
    """First day on which it may be done, where that is limited."""
    exact: bool = True
    """Whether the time that it is counted from was recorded; else it is due at the latest then."""
    by: Entry | None = None
    """The entry that fulfilled it, or for which it is not needed."""
    in_time: bool | None = None
    """Of one that is done: whether within its limit; none where there is none, or the time was not recorded."""
    why: str | None = None
    """Of one that cannot be told: what is not recorded."""
    grown: date | None = None
    """First day on which they were no child any more, where the duty passed to the row of adults on it."""

    @property
    def due_day(self) -> date | None:
        """Return the last day on which it is in time, by British clocks."""
        return None if self.due is None else day_of(self.due - timedelta(microseconds=1))

    @property
    def due_clock(self) -> datetime | None:
        """Return the British local time at which its time is over."""
        return None if self.due is None else self.due.astimezone(BRITISH)

    def at(self, now: datetime) -> "Owed":
        """Return how it stands at another instant, by the same entries."""
        return replace(self, state=_unfinished(self.due, self.earliest, now)) if self._waits else self

    @property
    def _waits(self) -> bool:
        return self.state in (State.OVERDUE, State.DUE, State.OPEN, State.NOT_YET)

    def overdue_by(self, now: datetime) -> timedelta | None:
        """Return for how long it is overdue; none where it is not."""
        return now - self.due if self.state is State.OVERDUE and self.due is not None else None


def owed(
    person: str,
    entries: Iterable[Entry],
    *,
    table: Sequence[Duty],
    where: Sequence[str] = (),
    now: datetime,
) -> list[Owed]:
    """Return the duties towards a person that their entries have started; `entries` name them, and stand.

    `where` says which conditions hold in the force. Whose age is unknown or disputed is treated as a child.
    """
    history = sorted(entries, key=lambda one: (one.day, clock_of(one) or "", one.recorded_at, one.id))
    read = Read(history)
    of_adults = {
        duty.duty: duty for duty in _in_force(table, where, day_of(now)) if duty.about is About.ADULT
    }
    found = [
        each
        for some in _started(person, read, table, where).values()
        for one in some
        for each in _at_any_age(one, read, now, of_adults)
    ]
    return sorted(found, key=order)


def _in_force(table: Sequence[Duty], where: Sequence[str], day: date) -> Iterator[Duty]:
    return (duty for duty in table if duty.is_here(where) and duty.holds(day))


def _at_any_age(start: "_Start", read: Read, now: datetime, of_adults: Mapping[str, Duty]) -> Iterator[Owed]:
    """Yield how a duty stands that something started; where it was owed once to somebody who was a child then, and was
    not done until they were none any more, that it was not, and how it stands by the row of adults since.
    """
    found = _settled(start, read, now)
    duty, adults = start.duty, of_adults.get(start.duty.duty)
    if duty.about is About.CHILD and duty.counts is Counts.ONCE and adults is not None:
        grown = read.grown(start.entry.day, day_of(now))
        in_childhood = found.by is not None and grown is not None and found.by.day < grown
        if grown is not None and not in_childhood and found.state is not State.UNTOLD:
            yield replace(
                found,
                state=State.MISSED,
                due=None,
                earliest=None,
                by=None,
                in_time=None,
                why=None,
                grown=grown,
            )
            found = replace(_settled(replace(start, duty=adults, grown=grown), read, now), grown=grown)
    yield found


def order(one: Owed) -> tuple[int, float, date, str, str]:
    """Return what duties are listed by: how they stand, the earliest due first, then from what day they are owed."""
    due = one.due.timestamp() if one.due is not None else float("inf")
    return (_PLACES[one.state], due, one.start.day, one.person, one.duty.duty)


@dataclass(frozen=True, kw_only=True)
class _Start:
    """Something that started a duty, for certain or not."""

    person: str
    duty: Duty
    begun: Heard
    until: Heard | None = None
    """The next thing that starts one, where each needs its own."""
    grown: date | None = None
    """First day on which they were no child any more, where it is owed as to an adult since: what was recorded before
    counts for nothing.
    """

    @property
    def entry(self) -> Entry:
        return self.begun.entry


def _started(
    person: str, read: Read, table: Sequence[Duty], where: Sequence[str]
) -> Mapping[str, list[_Start]]:
    """Return what started each duty, by its name."""
    is_child = cache(read.was_child)
    found: dict[str, list[_Start]] = defaultdict(list)
    for duty in table:
        if duty.is_here(where):
            found[duty.duty] += [
                _Start(person=person, duty=duty, begun=one)
                for one in read.heard(duty.starts)
                if duty.holds(one.entry.day) and _is_about(duty.about, one.entry.day, is_child)
            ]
    return {name: _counted(some) for name, some in found.items() if some}


def _is_about(about: About, day: date, is_child: Callable[[date], bool]) -> bool:
    return about is About.EITHER or is_child(day) == (about is About.CHILD)


def _counted(some: list[_Start]) -> list[_Start]:
    """Return the starts that are owed for, of those of one duty, in the order of their days."""
    some.sort(key=lambda one: (one.entry.day, one.begun.clock or ""))
    if some[0].duty.counts is Counts.ONCE:
        # What is certain stands before what is not, however early.
        return [min(some, key=lambda one: one.begun.unsure is not None)]
    if some[0].duty.counts is Counts.EACH:
        return some
    following = [*(one.begun for one in some[1:]), None]
    return [replace(one, until=after) for one, after in zip(some, following, strict=True)]


def _settled(start: _Start, read: Read, now: datetime) -> Owed:
    """Return how a duty stands that something started."""
    duty = start.duty
    done, unsure = _first(start, read.heard(duty.fulfils))
    on = start.grown or start.entry.day
    begins = moment(on, start.begun.clock if duty.unit is Unit.HOURS and start.grown is None else None)
    due, earliest = limits(duty, on, begins.at)
    exact = begins.exact or duty.unit is not Unit.HOURS

    def told(
        state: State, *, by: Entry | None = None, in_time: bool | None = None, why: str | None = None
    ) -> Owed:
        return Owed(
            person=start.person,
            duty=duty,
            start=start.entry,
            state=state,
            due=due,
            earliest=earliest,
            exact=exact,
            by=by,
            in_time=in_time,
            why=why,
        )

    if done is not None:
        return told(State.DONE, by=done, in_time=was_in_time(done, due, earliest, duty))
    for one in read.heard(duty.unless):
        if one.unsure is None and _counts(one, start):
            return told(State.NOT_NEEDED, by=one.entry)
    if (untold := start.begun.unsure or unsure) is not None:
        return told(State.UNTOLD, why=untold.why)
    if duty.needs and not any(
        one.unsure is None and _is_since(one, start.grown) for one in read.heard(duty.needs)
    ):
        return told(State.UNTOLD, why=f"It needs {_words(duty.needs)}, which is not recorded.")
    return told(_unfinished(due, earliest, now))


def _unfinished(due: datetime | None, earliest: date | None, now: datetime) -> State:
    """Return how a duty stands at an instant that is owed and not done."""
    if due is not None:
        return State.OVERDUE if now > due else State.DUE
    return State.NOT_YET if earliest is not None and day_of(now) < earliest else State.OPEN


def _first(start: _Start, some: Sequence[Heard]) -> tuple[Entry | None, CannotTell | None]:
    """Return the first entry that fulfils a duty; and, where none does for certain, why it cannot be told."""
    unsure: CannotTell | None = None
    first: Entry | None = None
    for one in some:
        if not _counts(one, start):
            continue
        if one.unsure is not None:
            unsure = one.unsure
        elif start.duty.how is not How.BEFORE:
            return one.entry, None
        elif first is None or one.entry.day <= start.entry.day:
            # Of several before it the last one, of several after it the first.
            first = one.entry
    return first, None if first is not None else unsure


def _counts(one: Heard, start: _Start) -> bool:
    """Return whether what fulfils a duty, or ends it, does so for this start."""
    duty = start.duty
    if not _is_since(one, start.grown):
        return False
    if duty.counts is Counts.ONCE or duty.how is How.BEFORE:
        return True
    if duty.counts is Counts.ONE_FOR_ONE and one.named is not None:
        return one.named in names(start.entry)
    return not is_before(one, start.begun) and (start.until is None or is_before(one, start.until))


def _is_since(one: Heard, grown: date | None) -> bool:
    return grown is None or one.entry.day >= grown


def _words(some: Sequence[Happening]) -> str:
    return " or ".join(one.text.replace("_", " ") for one in some)
