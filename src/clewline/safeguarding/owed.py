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

from clewline.case.ages import Answer as Age
from clewline.case.ages import answered, assessed, births
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.safeguarding.conditions import CannotTell, Happening, History, answer
from clewline.safeguarding.duty import About, Counts, Duty, How, Unit
from clewline.safeguarding.instants import BRITISH, day_of, moment
from clewline.safeguarding.limits import clock_of, limits, was_in_time

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
    read = _Read(history)
    found = [
        _settled(one, read, now) for some in _started(person, read, table, where).values() for one in some
    ]
    return sorted(found, key=order)


def order(one: Owed) -> tuple[int, float, date, str, str]:
    """Return what duties are listed by: how they stand, the earliest due first, then from what day they are owed."""
    due = one.due.timestamp() if one.due is not None else float("inf")
    return (_PLACES[one.state], due, one.start.day, one.person, one.duty.duty)


@dataclass(frozen=True)
class _Heard:
    """An entry that is, or may be, one of some happenings."""

    entry: Entry
    unsure: CannotTell | None
    """Why it cannot be told whether it is one; none where it is for certain."""
    clock: str | None
    named: str | None
    """What it names as that which it follows."""


class _Read:
    """The entries of a person, each asked once whether it is what a duty waits for."""

    def __init__(self, history: History) -> None:
        self.history = history
        self._by_kind: dict[str, list[int]] = defaultdict(list)
        for i, entry in enumerate(history):
            self._by_kind[entry.kind].append(i)
        self._heard: dict[tuple[Happening, ...], list[_Heard]] = {}
        self._births = tuple(dict.fromkeys(birth for one in history for birth in births(one)))

    def heard(self, some: Sequence[Happening]) -> list[_Heard]:
        """Return the entries that are, or may be, one of some happenings, in the order of their days."""
        key = tuple(some)
        if key not in self._heard:
            self._heard[key] = list(self._hear(key))
        return self._heard[key]

    def was_child(self, day: date) -> bool:
        """Return whether the person was a child on a day, or is treated as one: as `ages.age_on` tells it."""
        last = next((one for one in reversed(self.history) if isinstance(one.facts, AgeAssessed)), None)
        settled = None if last is None else assessed(last)
        return answered(self._births, day, settled=settled) is not Age.ADULT

    def _hear(self, some: Sequence[Happening]) -> Iterator[_Heard]:
        for i in sorted({i for one in some for i in self._by_kind.get(one.kind, ())}):
            entry = self.history[i]
            told = answer(some, entry, self.history)
            if told is not False:
                unsure = told if isinstance(told, CannotTell) else None
                yield _Heard(entry, unsure, clock_of(entry), _named(entry))


@dataclass(frozen=True, kw_only=True)
class _Start:
    """Something that started a duty, for certain or not."""

    person: str
    duty: Duty
    begun: _Heard
    until: _Heard | None = None
    """The next thing that starts one, where each needs its own."""

    @property
    def entry(self) -> Entry:
        return self.begun.entry


def _started(
    person: str, read: _Read, table: Sequence[Duty], where: Sequence[str]
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


def _settled(start: _Start, read: _Read, now: datetime) -> Owed:
    """Return how a duty stands that something started."""
    duty = start.duty
    done, unsure = _first(start, read.heard(duty.fulfils))
    begins = moment(start.entry.day, start.begun.clock if duty.unit is Unit.HOURS else None)
    due, earliest = limits(duty, start.entry.day, begins.at)
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
    if duty.needs and not any(one.unsure is None for one in read.heard(duty.needs)):
        return told(State.UNTOLD, why=f"It needs {_words(duty.needs)}, which is not recorded.")
    return told(_unfinished(due, earliest, now))


def _unfinished(due: datetime | None, earliest: date | None, now: datetime) -> State:
    """Return how a duty stands at an instant that is owed and not done."""
    if due is not None:
        return State.OVERDUE if now > due else State.DUE
    return State.NOT_YET if earliest is not None and day_of(now) < earliest else State.OPEN


def _first(start: _Start, some: Sequence[_Heard]) -> tuple[Entry | None, CannotTell | None]:
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


def _counts(one: _Heard, start: _Start) -> bool:
    """Return whether what fulfils a duty, or ends it, does so for this start."""
    duty = start.duty
    if duty.counts is Counts.ONCE or duty.how is How.BEFORE:
        return True
    if duty.counts is Counts.ONE_FOR_ONE and one.named is not None:
        return one.named in _names(start.entry)
    return not _is_before(one, start.begun) and (start.until is None or _is_before(one, start.until))


def _is_before(one: _Heard, other: _Heard) -> bool:
    """Return whether something was before something else: by their days, and their times where both are recorded."""
    if one.entry.day != other.entry.day or one.clock is None or other.clock is None:
        return one.entry.day < other.entry.day
    return moment(one.entry.day, one.clock).at < moment(other.entry.day, other.clock).at


def _names(entry: Entry) -> Iterator[str]:
    yield from (entry.id, entry.subject)
    if (reference := getattr(entry.facts, "reference", None)) is not None:
        yield reference


def _named(entry: Entry) -> str | None:
    return next((said for name in NAMING if (said := getattr(entry.facts, name, None)) is not None), None)


def _words(some: Sequence[Happening]) -> str:
    return " or ".join(one.text.replace("_", " ") for one in some)
