"""The entries of a person, each asked once whether it is what a duty waits for, and how old they were on a day."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clewline.case.ages import Answer as Age
from clewline.case.ages import answered, assessed, births
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.safeguarding.conditions import CannotTell, Happening, History, answer
from clewline.safeguarding.instants import moment
from clewline.safeguarding.limits import clock_of

NAMING = ("missing", "referral", "arrest")
"""Fields by which an entry names the one that it follows."""


@dataclass(frozen=True)
class Heard:
    """An entry that is, or may be, one of some happenings."""

    entry: Entry
    unsure: CannotTell | None
    """Why it cannot be told whether it is one; none where it is for certain."""
    clock: str | None
    named: str | None
    """What it names as that which it follows."""


class Read:
    """The entries of a person, each asked once whether it is what a duty waits for."""

    def __init__(self, history: History) -> None:
        self.history = history
        self._by_kind: dict[str, list[int]] = defaultdict(list)
        for i, entry in enumerate(history):
            self._by_kind[entry.kind].append(i)
        self._heard: dict[tuple[Happening, ...], list[Heard]] = {}
        self._births = tuple(dict.fromkeys(birth for one in history for birth in births(one)))

    def heard(self, some: Sequence[Happening]) -> list[Heard]:
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

    def grown(self, since: date, today: date) -> date | None:
        """Return the first day on which somebody who was a child on one day is none any more; none where they are, or
        are treated as one, today.
        """
        if not self.was_child(since) or self.was_child(today):
            return None
        # Who is none on a day is none on any after it.
        days = range((today - since).days + 1)
        return since + timedelta(
            days=bisect_left(days, True, key=lambda n: not self.was_child(since + timedelta(days=n)))
        )

    def _hear(self, some: Sequence[Happening]) -> Iterator[Heard]:
        for i in sorted({i for one in some for i in self._by_kind.get(one.kind, ())}):
            entry = self.history[i]
            told = answer(some, entry, self.history)
            if told is not False:
                unsure = told if isinstance(told, CannotTell) else None
                yield Heard(entry, unsure, clock_of(entry), _named(entry))


def is_before(one: Heard, other: Heard) -> bool:
    """Return whether something was before something else: by their days, and their times where both are recorded."""
    if one.entry.day != other.entry.day or one.clock is None or other.clock is None:
        return one.entry.day < other.entry.day
    return moment(one.entry.day, one.clock).at < moment(other.entry.day, other.clock).at


def names(entry: Entry) -> Iterator[str]:
    """Yield by what another entry may name one."""
    yield from (entry.id, entry.subject)
    if (reference := getattr(entry.facts, "reference", None)) is not None:
        yield reference


def _named(entry: Entry) -> str | None:
    return next((said for name in NAMING if (said := getattr(entry.facts, name, None)) is not None), None)
