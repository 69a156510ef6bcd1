"""Where somebody is: trips at the speeds of feet, cars and trains, and stays between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

import numpy as np

from clewline.simulate.phones.geography import Floats, Mode, Point, settlement_of, way

PAUSE = 60.0
"""Seconds that somebody stays at least before going on."""


@dataclass(frozen=True, kw_only=True)
class Leg:
    """What somebody means to do: leave for a place at an instant."""

    leave: float
    to: Point
    by: Mode = "car"
    pace: float = 1.0
    """How fast, as a share of the usual speed."""


@dataclass(frozen=True, kw_only=True)
class Journey:
    """What somebody did: left one settlement and reached another."""

    leave: float
    arrive: float
    start: str
    to: str
    by: Mode


@dataclass(frozen=True, kw_only=True)
class Track:
    """Where somebody is at each instant: on the straight line between the knots."""

    times: Floats
    """Seconds since 1970, never falling."""
    points: Floats
    """Position at each of the times (metres)."""
    journeys: tuple[Journey, ...] = ()

    def at(self, times: Floats) -> Floats:
        """Return the position at each of the times; before the first knot and after the last it stays."""
        return np.stack([np.interp(times, self.times, self.points[:, n]) for n in (0, 1)], axis=1)

    def fastest(self) -> float:
        """Return the highest speed (metres a second)."""
        gone = np.hypot(*np.diff(self.points, axis=0).T)
        took = np.diff(self.times)
        return float(np.max(gone[took > 0] / took[took > 0], initial=0.0))


def travel(start: Point, legs: Iterable[Leg], *, begins: float, ends: float) -> Track:
    """Return the track of somebody who is at `start` when the time begins and goes the legs in order.

    A leg that should begin before the one before it has ended begins as soon as that has.
    """
    times, points, journeys = [begins], [start], []
    for leg in sorted(legs, key=lambda one: one.leave):
        leave = max(leg.leave, times[-1] + PAUSE) if len(times) > 1 else max(leg.leave, begins)
        if leave >= ends or leg.to == points[-1]:
            continue
        at, now, came = points[-1], leave, points[-1]
        times.append(now)
        points.append(at)
        for point, speed in way(at, leg.to, leg.by):
            now += hypot(point[0] - at[0], point[1] - at[1]) / (speed * leg.pace)
            times.append(now)
            points.append(point)
            at = point
        here, there = settlement_of(came), settlement_of(leg.to)
        if here is not there:
            journeys.append(Journey(leave=leave, arrive=now, start=here.name, to=there.name, by=leg.by))
    return Track(times=np.array(times), points=np.array(points), journeys=tuple(journeys))
