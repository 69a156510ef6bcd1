"""Cohorts: how many people are arrested, hold lines, are charged and see their case end, so that all margins hold."""

from dataclasses import dataclass
from random import Random

from clewline.errors import BadInput
from clewline.simulate.chance import needed_share, share
from clewline.simulate.margins import Margins


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """People arrested at one time and charged at one time, and how many of them hold lines."""

    people: int
    holders: int


@dataclass(frozen=True, kw_only=True)
class Cohorts:
    """All people whom a force arrested up to the end of the week, by when they were arrested and charged."""

    week_week: Cohort
    """Arrested in the week, charged in it."""
    week_not: Cohort
    """Arrested in the week, not charged by its end."""
    before_week: Cohort
    """Arrested before the week, charged in it."""
    before_before: Cohort
    before_not: Cohort
    """Arrested before the week, not charged."""
    repeats: int
    """Further arrests before the week of people who are in one of the cohorts."""
    holders_ended: int
    """Of the line holders charged before the week, those whose case has ended by the end of the week."""
    holders_convicted: int


def plan(rng: Random, margins: Margins, *, strict: bool) -> Cohorts:
    """Return cohorts that meet the margins.

    :raises BadInput: no such numbers of people exist; only if `strict`, else the nearest are taken.
    """
    holders, percent = margins.line_holders_arrested, margins.line_holders_charged_percent
    charged = needed_share(holders, percent, "line holders") if strict else round(holders * percent / 100)
    before = margins.arrests_since - margins.arrests
    repeats = max(0, min(round(before * 0.1), margins.arrests_since - holders - margins.people_charged))
    late = min(round(margins.people_charged * rng.uniform(0.25, 0.4)), before - repeats)
    if margins.people_charged - late > margins.arrests:
        late = margins.people_charged - margins.arrests
    prompt, free = margins.people_charged - late, before - repeats - late
    if free < 0:
        raise BadInput("The margins have more people charged in the week than were ever arrested.")
    # Line holders are placed where a force would find them, then moved until all of them have a place.
    ww = min(round(prompt * 0.3), charged)
    bw = min(round(late * 0.4), charged - ww)
    wn = min(round((margins.arrests - prompt) * 0.06), holders - charged)
    crowd = (holders - ww - bw - wn) - free
    moved = max(0, min(crowd, margins.arrests - prompt - wn, holders - charged - wn))
    wn, crowd = wn + moved, crowd - moved
    moved = max(0, min(crowd, prompt - ww, charged - ww - bw))
    ww, crowd = ww + moved, crowd - moved
    moved = max(0, min(crowd, late - bw, charged - ww - bw))
    bw, crowd = bw + moved, crowd - moved
    if crowd > 0:
        raise BadInput("The margins have more line holders than people arrested who could be holders.")
    charged_before, not_before = charged - ww - bw, holders - charged - wn
    others = free - charged_before - not_before
    others_charged = round(others * 0.45)
    ended, convicted = _ended(charged_before, margins.line_holders_convicted_percent, strict)
    return Cohorts(
        week_week=Cohort(people=prompt, holders=ww),
        week_not=Cohort(people=margins.arrests - prompt, holders=wn),
        before_week=Cohort(people=late, holders=bw),
        before_before=Cohort(people=charged_before + others_charged, holders=charged_before),
        before_not=Cohort(people=not_before + others - others_charged, holders=not_before),
        repeats=repeats,
        holders_ended=ended,
        holders_convicted=convicted,
    )


def _ended(charged: int, percent: int, strict: bool) -> tuple[int, int]:
    """Return how many cases have ended and in how many of them there is a conviction: about 85 in 100 have ended."""
    wanted = round(charged * 0.85)
    for ended in sorted(range(1, charged + 1), key=lambda n: abs(n - wanted)):
        convicted = share(ended, percent)
        if convicted is not None:
            return ended, convicted
    if strict:
        raise BadInput(f"No number of {charged} line holders charged gives {percent} per cent convicted.")
    return 0, 0
