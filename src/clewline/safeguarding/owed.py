"""What is owed to a person: which duties their entries have started, what fulfilled them, and what is overdue.

It reads what was recorded, weighs nothing and closes nothing by itself. An entry that was corrected or withdrawn starts
and fulfils nothing: it is not among what is given. That no concern is recorded ends no duty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from clewline.record import Entry
from clewline.safeguarding import working_days
from clewline.safeguarding.conditions import Answer, CannotTell, Happening, History, answer
from clewline.safeguarding.duty import About, Counts, Duty, How, Unit
from clewline.safeguarding.instants import day_of, end_of, moment

CLOCKS = ("found_at", "held_at")
"""Fields that hold the British local time of the day of what an entry says."""
NAMING = ("missing", "referral", "arrest")
"""Fields by which an entry names the one that it follows."""


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
    DONE = "done"
    NOT_NEEDED = "not needed"
    """Something was recorded by which it is not owed."""


LEFT = (State.OVERDUE, State.DUE, State.OPEN, State.UNTOLD, State.NOT_YET)
"""States in which something is left to be done."""
IsChild = Callable[[date], bool]
"""Whether somebody is a child, or is treated as one, on a day."""


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

    @property
    def due_day(self) -> date | None:
        """Return the last day on which it is in time, by British clocks."""
        return None if self.due is None else day_of(self.due - timedelta(microseconds=1))

    def overdue_by(self, now: datetime) -> timedelta | None:
        """Return for how long it is overdue; none where it is not."""
        return now - self.due if self.state is State.OVERDUE and self.due is not None else None


def owed(
    person: str,
    entries: Iterable[Entry],
    *,
    table: Sequence[Duty],
    where: Sequence[str] = (),
    is_child: IsChild,
    now: datetime,
) -> list[Owed]:
    """Return the duties towards a person that their entries have started; `entries` name them, and stand.

    `where` says which conditions hold in the force, and `is_child` whether they are a child on a day.
    """
    history = sorted(entries, key=lambda one: (one.day, one.recorded_at, one.id))
    found = [
        _settled(one, history, now)
        for some in _started(person, history, table, where, is_child).values()
        for one in some
    ]
    return sorted(found, key=order)


def order(one: Owed) -> tuple[int, float, date, str, str]:
    """Return what duties are listed by: how they stand, the earliest due first, then from what day they are owed."""
    due = one.due.timestamp() if one.due is not None else float("inf")
    return (list(State).index(one.state), due, one.start.day, one.person, one.duty.duty)


@dataclass(frozen=True, kw_only=True)
class _Start:
    """Something that started a duty, for certain or not."""

    person: str
    duty: Duty
    entry: Entry
    unsure: CannotTell | None
    until: Entry | None = None
    """The next thing that starts one, where each needs its own."""
    all: Sequence[Entry] = ()
    """Everything that starts one."""


def _started(
    person: str, history: History, table: Sequence[Duty], where: Sequence[str], is_child: IsChild
) -> Mapping[str, list[_Start]]:
    """Return what started each duty, by its name."""
    found: dict[str, list[_Start]] = defaultdict(list)
    here = [duty for duty in table if duty.is_here(where)]
    by_kind = {
        entry.kind: [d for d in here if any(h.kind == entry.kind for h in d.starts)] for entry in history
    }
    for entry in history:
        for duty in by_kind[entry.kind]:
            if not duty.holds(entry.day):
                continue
            told = answer(duty.starts, entry, history)
            if told is False or not _is_about(duty.about, entry.day, is_child):
                continue
            unsure = told if isinstance(told, CannotTell) else None
            found[duty.duty].append(_Start(person=person, duty=duty, entry=entry, unsure=unsure))
    return {name: _counted(some) for name, some in found.items()}


def _is_about(about: About, day: date, is_child: IsChild) -> bool:
    return about is About.EITHER or is_child(day) == (about is About.CHILD)


def _counted(some: list[_Start]) -> list[_Start]:
    """Return the starts that are owed for, of those of one duty in the order of their days."""
    if some[0].duty.counts is Counts.ONCE:
        # What is certain stands before what is not, however early.
        return [min(some, key=lambda one: one.unsure is not None)]
    every = [one.entry for one in some]
    following = [*every[1:], None]
    return [
        _Start(
            person=one.person,
            duty=one.duty,
            entry=one.entry,
            unsure=one.unsure,
            until=after if one.duty.counts is Counts.ONE_FOR_ONE else None,
            all=every,
        )
        for one, after in zip(some, following, strict=True)
    ]


def _settled(start: _Start, history: History, now: datetime) -> Owed:
    """Return how a duty stands that something started."""
    duty = start.duty
    done, unsure = _first(duty.fulfils, start, history)
    begins = moment(start.entry.day, clock_of(start.entry) if duty.unit is Unit.HOURS else None)
    due, earliest = _limits(duty, start.entry.day, begins.at)
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
        return told(State.DONE, by=done, in_time=_in_time(done, due, earliest, duty))
    ended = next(
        (one for one in history if answer(duty.unless, one, history) is True and _counts(one, start)), None
    )
    if ended is not None:
        return told(State.NOT_NEEDED, by=ended)
    if start.unsure is not None:
        return told(State.UNTOLD, why=start.unsure.why)
    if unsure is not None:
        return told(State.UNTOLD, why=unsure.why)
    if duty.needs and not any(answer(duty.needs, one, history) is True for one in history):
        return told(State.UNTOLD, why=f"It needs {_words(duty.needs)}, which is not recorded.")
    if due is not None:
        return told(State.OVERDUE if now > due else State.DUE)
    if earliest is not None and day_of(now) < earliest:
        return told(State.NOT_YET)
    return told(State.OPEN)


def clock_of(entry: Entry) -> str | None:
    """Return the local time of the day that an entry gives, if it gives one."""
    return next((said for name in CLOCKS if (said := getattr(entry.facts, name, None)) is not None), None)


def _limits(duty: Duty, day: date, at: datetime) -> tuple[datetime | None, date | None]:
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


def _first(
    some: Sequence[Happening], start: _Start, history: History
) -> tuple[Entry | None, CannotTell | None]:
    """Return the first entry that fulfils a duty; and, where none does for certain, why it cannot be told."""
    unsure: CannotTell | None = None
    found: list[Entry] = []
    for one in history:
        told: Answer = answer(some, one, history)
        if told is False or not _counts(one, start):
            continue
        if isinstance(told, CannotTell):
            unsure = told
        else:
            found.append(one)
    if found and start.duty.how is How.BEFORE:
        before = [one for one in found if one.day <= start.entry.day]
        return (before[-1] if before else found[0]), None
    return (found[0], None) if found else (None, unsure)


def _counts(one: Entry, start: _Start) -> bool:
    """Return whether what fulfils a duty, or ends it, does so for this start."""
    duty, entry = start.duty, start.entry
    if duty.counts is Counts.ONCE:
        return True
    if duty.how is How.BEFORE:
        return True
    named = _named(one)
    if duty.counts is Counts.ONE_FOR_ONE and named is not None:
        return named in _names(entry)
    if _is_before(one, entry):
        return False
    return start.until is None or _is_before(one, start.until)


def _is_before(one: Entry, other: Entry) -> bool:
    """Return whether something was before something else: by their days, and their times where both are recorded."""
    first, second = clock_of(one), clock_of(other)
    if one.day != other.day or first is None or second is None:
        return one.day < other.day
    return moment(one.day, first).at < moment(other.day, second).at


def _names(entry: Entry) -> Iterator[str]:
    yield from (entry.id, entry.subject)
    if (reference := getattr(entry.facts, "reference", None)) is not None:
        yield reference


def _named(entry: Entry) -> str | None:
    return next((said for name in NAMING if (said := getattr(entry.facts, name, None)) is not None), None)


def _in_time(done: Entry, due: datetime | None, earliest: date | None, duty: Duty) -> bool | None:
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


def _words(some: Sequence[Happening]) -> str:
    return " or ".join(one.text.replace("_", " ") for one in some)
