"""Programmes of prevention and diversion: what was offered, taken up, and became of it after 3, 6 and 12 months."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clewline.record import Entry, Facts
from clewline.record.kinds.programme_offered import ProgrammeOffered
from clewline.record.kinds.programme_outcome import ProgrammeOutcome

AFTER: Mapping[str, int] = {"3 months": 3, "6 months": 6, "12 months": 12}
"""When it is asked what became of somebody, in months from the day on which they took the programme up (issue 6)."""
_Offer = tuple[str, date | None]
"""A programme, and the day on which it was offered; none where it is not known."""


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
    """One offer of a programme to a person, and what became of it.

    Who refused may be offered the same programme again: that is another offer, with outcomes of its own.
    """

    name: str
    offered: date | None
    """Day of the offer, which tells it from others of the same programme; none where no offer is known."""
    offers: Sequence[Entry]
    """The entries that tell of it; none where only outcomes are recorded."""
    accepted: Entry | None
    """The first of them by which they took it up; what is due counts from its day."""
    declined: bool
    """Whether the last that is recorded of it is that they did not take it up."""
    outcomes: Sequence[Outcome]
    """One for each time that something is due, where they took it up; else those that are recorded."""


def courses(entries: Iterable[Entry], today: date) -> list[Course]:
    """Return the offers of programmes to a person by standing entries, the first first; then outcomes without one."""
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    offers: dict[_Offer, list[Entry]] = {}
    outcomes: dict[_Offer, list[Entry]] = {}
    for one in some:
        if isinstance(one.facts, ProgrammeOffered):
            offers.setdefault((_key(one.facts.programme), one.day), []).append(one)
    for one in some:
        if isinstance(one.facts, ProgrammeOutcome):
            outcomes.setdefault(_offer_of(one.facts, one.day, offers), []).append(one)
    keys = dict.fromkeys([*offers, *outcomes])
    return [_course(key[1], offers.get(key, []), outcomes.get(key, []), today) for key in keys]


def overdue(entries: Iterable[Entry], today: date) -> list[tuple[Course, Outcome]]:
    """Return each outcome of a person's programmes that is overdue, with its programme; the longest overdue first."""
    found = [(course, one) for course in courses(entries, today) for one in course.outcomes if one.overdue]
    return sorted(found, key=lambda one: one[1].due)


def months_after(day: date, months: int) -> date:
    """Return the day so many months later: of a shorter month, its last."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def objection(facts: Facts, day: date, standing: Iterable[Entry]) -> tuple[str, str, str] | None:
    """Return what the person's standing entries hold against an offer or outcome that somebody records by hand: the
    field, the rule and the reason; none where nothing stands against it.
    """
    if not isinstance(facts, ProgrammeOffered | ProgrammeOutcome):
        return None
    there = [one for one in courses(standing, day) if _key(one.name) == _key(facts.programme)]
    if isinstance(facts, ProgrammeOutcome):
        return _outcome_objection(facts, there)
    for one in there:
        if one.offered == day and one.offers:
            return (
                "day",
                "offered-already",
                f"The case holds that {facts.programme} was offered to {facts.person} on that day already. Correct "
                f"that entry ({one.offers[-1].id}), also to say whether they took it up.",
            )
    return None


def _outcome_objection(facts: ProgrammeOutcome, there: Sequence[Course]) -> tuple[str, str, str] | None:
    its = next((one for one in there if one.offered == facts.offered_on), None)
    if its is None or its.accepted is None:
        days = ", ".join(_said(one.offered) for one in there if one.offered and one.accepted)
        known = f"Taken up is recorded of the offers of these days: {days}." if days else "Record that first."
        return (
            "offered_on",
            "no-offer",
            f"The case holds no offer of {facts.programme} to {facts.person} on that day that they took up. {known}",
        )
    held = next((each for one in its.outcomes if one.after == facts.after for each in one.entries), None)
    if held is None:
        return None
    return (
        "after",
        "known-otherwise",
        f"The case holds what became of that offer after {facts.after} already. Correct that entry ({held.id}).",
    )


def _offer_of(facts: ProgrammeOutcome, day: date, offers: Mapping[_Offer, Sequence[Entry]]) -> _Offer:
    """Return the offer that an outcome belongs to: the one that it names.

    An older entry, or a file, may name none: of the offers that were taken up, it is then the one of which an outcome
    was due nearest to its day; the later of two.
    """
    key = _key(facts.programme)
    if facts.offered_on is not None:
        return key, facts.offered_on
    every = {on: some for (name, on), some in offers.items() if name == key}
    taken_up = [on for on, some in every.items() if _accepted(some) is not None]
    months = AFTER[facts.after]
    near = sorted(
        taken_up or every, key=lambda on: (abs((months_after(on, months) - day).days), -on.toordinal())
    )
    return key, near[0] if near else None


def _course(offered: date | None, offers: Sequence[Entry], outcomes: Sequence[Entry], today: date) -> Course:
    accepted = _accepted(offers)
    named: list[Entry] = [*offers, *outcomes]
    return Course(
        name=str(getattr(named[0].facts, "programme")),  # noqa: B009  # both kinds have one
        offered=offered,
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


def _accepted(offers: Iterable[Entry]) -> Entry | None:
    return next((one for one in offers if getattr(one.facts, "accepted", None)), None)


def _said(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _key(programme: str) -> str:
    return " ".join(programme.casefold().split())
