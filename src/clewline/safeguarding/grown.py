"""Whether the record shows that somebody is 18 or over; whoever is not shown to be is treated as a child.

Two dates of birth, a disputed age or none at all: a child until it is settled.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from clewline.case.mentions import ADULT
from clewline.case.protection import age
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.person import Person


def is_adult(entries: Iterable[Entry], today: date, *, said: int | None = None) -> bool:
    """Return whether standing entries of a person show that they are 18 or over on a day, and none shows otherwise.

    `said` is an age that is said of them today, and is not recorded yet.
    """
    some = [one for one in entries if one.day <= today]
    assessed = [one for one in some if isinstance(one.facts, AgeAssessed)]
    if assessed:
        last = max(assessed, key=lambda one: (one.day, one.recorded_at)).facts
        assert isinstance(last, AgeAssessed)
        if last.outcome == "disputed":
            return False
        if last.outcome == "18 or over":
            return True
    least = [*_least(some, today), *(() if said is None else (said,))]
    return bool(least) and min(least) >= ADULT


def years(since: date, today: date) -> int:
    """Return the whole years from a day to another."""
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))


def _least(entries: Iterable[Entry], today: date) -> Iterator[int]:
    """Yield, by each date of birth and each age that was recorded, the least age that they have today."""
    for one in entries:
        if isinstance(one.facts, Person | AgeAssessed) and one.facts.born is not None:
            yield years(one.facts.born, today)
        if (then := age(one)) is not None:
            yield then + years(one.day, today)
