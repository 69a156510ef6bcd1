"""What people usually do: work, school, errands and evenings out, by weekday and hour; some days they stay in."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from clewline.simulate.phones.geography import Point
from clewline.simulate.phones.movement import Leg
from clewline.simulate.phones.period import MINUTE, Period


@dataclass(frozen=True, kw_only=True)
class Habits:
    """How somebody lives."""

    home: Point
    work: Point | None = None
    """Where the days from Monday to Friday are spent; none for somebody without work or school."""
    begins: float = 8.3
    """Hour at which one leaves for work on a usual day."""
    hours: float = 8.5
    """Hours away at work."""
    haunts: tuple[Point, ...] = ()
    """Where evenings, errands and weekends are spent."""
    in_on: float = 0.12
    """Share of days on which one does not go out at all."""
    evenings: float = 0.3
    """Share of evenings spent out."""


def usual(
    rng: np.random.Generator, habits: Habits, period: Period, *, but: Collection[int] = ()
) -> list[Leg]:
    """Return the legs of every day of the period `but` for some (0 is the first); each day ends at home."""
    return [leg for day in range(period.days) if day not in but for leg in _day(rng, habits, period, day)]


def _day(rng: np.random.Generator, habits: Habits, period: Period, day: int) -> list[Leg]:
    if rng.random() < habits.in_on:
        return []
    legs: list[Leg] = []

    def out(to: Point, leave: float, hours: float) -> None:
        pace = float(rng.uniform(0.8, 1.05))
        legs.append(Leg(leave=leave, to=to, pace=pace))
        legs.append(Leg(leave=leave + hours * 60 * MINUTE, to=habits.home, pace=pace))

    at_work = habits.work is not None and period.weekday(day) < 5
    if at_work and habits.work is not None:
        out(
            habits.work,
            period.at(day, habits.begins + rng.normal(0, 0.25)),
            habits.hours + rng.normal(0, 0.4),
        )
    elif habits.haunts:
        for hour in (11.0, 15.0)[: 1 + int(rng.random() < 0.4)]:
            out(_one(rng, habits.haunts), period.at(day, hour + rng.normal(0, 0.6)), rng.uniform(0.5, 2.2))
    if habits.haunts and rng.random() < habits.evenings:
        out(_one(rng, habits.haunts), period.at(day, 19.3 + rng.normal(0, 0.4)), rng.uniform(1.0, 3.2))
    return legs


def _one(rng: np.random.Generator, places: tuple[Point, ...]) -> Point:
    return places[int(rng.integers(len(places)))]
