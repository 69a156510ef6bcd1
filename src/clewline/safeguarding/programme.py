"""Programmes of prevention and diversion: what was offered, taken up, and became of it after 3, 6 and 12 months."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clewline.record import Entry
from clewline.record.kinds.programme_offered import ProgrammeOffered
from clewline.record.kinds.programme_outcome import ProgrammeOutcome

AFTER: Mapping[str, int] = {"3 months": 3, "6 months": 6, "12 months": 12}
"""When it is asked what became of somebody, in months from the day on which they took the programme up (issue 6)."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is recorded, or is to be, so many months after a programme was taken up."""

    after: str
    due: date
    entries: Sequence[Entry]
    overdue: bool
    """Whether nothing is recorded and the day is past or today."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """One programme of a person."""

    name: str
    offers: Sequence[Entry]
    accepted: Entry | None
    """The first offer that they took up; what is due counts from its day."""
    declined: bool
    """Whether the last that is recorded of an offer is that they did not take it up."""
    outcomes: Sequence[Outcome]
    """One for each time that something is due, where they took it up; else those that are recorded."""


def courses(entries: Iterable[Entry], today: date) -> list[Course]:
    """Return the programmes of a person by standing entries, the one offered first first."""
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    offers: dict[str, list[Entry]] = {}
    outcomes: dict[str, list[Entry]] = {}
    for one in some:
        if isinstance(one.facts, ProgrammeOffered):
            offers.setdefault(_key(one.facts.programme), []).append(one)
        elif isinstance(one.facts, ProgrammeOutcome):
            outcomes.setdefault(_key(one.facts.programme), []).append(one)
    keys = dict.fromkeys([*offers, *outcomes])
    return [_course(offers.get(key, []), outcomes.get(key, []), today) for key in keys]


def overdue(entries: Iterable[Entry], today: date) -> list[tuple[Course, Outcome]]:
    """Return each outcome of a person's programmes that is overdue, with its programme; the longest overdue first."""
    found = [(course, one) for course in courses(entries, today) for one in course.outcomes if one.overdue]
    return sorted(found, key=lambda one: one[1].due)


def months_after(day: date, months: int) -> date:
    """Return the day so many months later: of a shorter month, its last."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _course(offers: Sequence[Entry], outcomes: Sequence[Entry], today: date) -> Course:
    accepted = next((one for one in offers if getattr(one.facts, "accepted", None)), None)
    named: list[Entry] = [*offers, *outcomes]
    return Course(
        name=str(getattr(named[0].facts, "programme")),  # noqa: B009  # both kinds have one
        offers=offers,
        accepted=accepted,
        declined=bool(offers) and getattr(offers[-1].facts, "accepted", None) is False,
        outcomes=[
            Outcome(
                after=after,
                due=months_after(accepted.day, months),
                entries=(there := _of(outcomes, after)),
                overdue=not there and months_after(accepted.day, months) <= today,
            )
            for after, months in AFTER.items()
        ]
        if accepted is not None
        else [
            Outcome(after=after, due=there[0].day, entries=there, overdue=False)
            for after in AFTER
            if (there := _of(outcomes, after))
        ],
    )


def _of(outcomes: Iterable[Entry], after: str) -> tuple[Entry, ...]:
    return tuple(one for one in outcomes if getattr(one.facts, "after", None) == after)


def _key(programme: str) -> str:
    return " ".join(programme.casefold().split())
