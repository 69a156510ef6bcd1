"""What happens in the case: journeys to the towns, a handover, a number change, and what speaks against attribution."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from clewline.simulate.phones.cast import Carried, Person, Phone
from clewline.simulate.phones.geography import TOWNS, Mode, Point, lasts, settlement_of, spot
from clewline.simulate.phones.habits import usual
from clewline.simulate.phones.movement import Leg, Track, travel
from clewline.simulate.phones.period import HOUR, MINUTE, Period

MEETING: Point = (600.0, -400.0)
"""The station of the city, where those who travel together meet."""


@dataclass(frozen=True, kw_only=True)
class Outing:
    """A day's journey from the city's station to a town and back."""

    day: int
    town: str
    stay: Point
    leave: float
    """Instant at which it leaves the station."""
    back: float
    """Instant at which it leaves the town."""
    by: Mode
    pace: float
    companions: tuple[str, ...]
    """Keys of those who travel, the first being the one whose journey it is."""


@dataclass(frozen=True, kw_only=True)
class Moments:
    """When the things that matter happen (seconds since 1970)."""

    handed_over: float
    handed_back: float
    new_number: float
    new_handset: float
    sim_moved: float
    sim_back: float
    apart: float
    """The line and the holder's own phone are in use at one time, far apart."""


@dataclass(frozen=True, kw_only=True)
class Plot:
    """All that happens."""

    moments: Moments
    outings: tuple[Outing, ...]
    tracks: dict[str, Track]
    """Where each person is, by key."""


def plot(rng: np.random.Generator, period: Period, cast: dict[str, Person]) -> Plot:
    """Return what happens in a period of six weeks or more."""
    first = period.day(0.27)
    last = max(period.day(0.33), first + 4)
    moments = Moments(
        handed_over=period.at(first, 12.5),
        handed_back=period.at(last, 18.2),
        new_number=period.at(period.day(0.66), 12.0),
        new_handset=period.at(period.day(0.5), 17.3),
        sim_moved=period.at(period.day(0.37), 9.6),
        sim_back=period.at(period.day(0.43), 20.1),
        apart=period.at(first + 2, 15.25),
    )
    stays = {town.name: spot(rng, town) for town in TOWNS}
    outings = _outings(rng, period, stays, but=range(first - 1, last + 2))
    tracks: dict[str, Track] = {}
    for person in cast.values():
        away = {o.day for o in outings if person.key in o.companions}
        legs = [leg for o in outings if person.key in o.companions for leg in _legs(o, person.habits.home)]
        if person.key in ("holder", "deputy"):
            for instant in (moments.handed_over, moments.handed_back):
                legs += _meet(instant, person.habits.home)
            away |= {first, last}
        if person.key == "deputy":
            # Two nights in a town while the line is with the deputy.
            gone, back = first + 1, first + 3
            legs += _stay(period, gone, back, stays["Fennstow"], person.habits.home, "car")
            away |= set(range(gone, back + 1))
        if person.key == "runner-1":
            for share in (0.12, 0.48, 0.8):
                gone = period.day(share)
                back = gone + int(rng.integers(2, 4))
                legs += _stay(period, gone, back, stays["Saltrigg"], person.habits.home, "train")
                away |= set(range(gone, back + 1))
        if person.key == "holder":
            # At home with nothing on while the line is far away, so that the planted uses are far apart.
            away.add(first + 2)
        legs += usual(rng, person.habits, period, but=away)
        tracks[person.key] = travel(person.habits.home, legs, begins=period.begins, ends=period.ends)
    return Plot(moments=moments, outings=outings, tracks=tracks)


def change_hands(
    phones: dict[str, Phone], happened: Plot, cast: dict[str, Person], *, begins: float, ends: float
) -> None:
    """Write into the phones who carried them when, and which handset their SIM was in."""
    when = happened.moments
    line, second, holder = phones["line-1"], phones["line-2"], phones["holder"]
    line.carried = [
        Carried(start=begins, end=when.handed_over, by="holder"),
        Carried(start=when.handed_over, end=when.handed_back, by="deputy"),
        Carried(start=when.handed_back, end=when.new_number, by="holder"),
    ]
    # The new number is a SIM of the other operator in the same handset.
    second.handsets = [(begins, line.handsets[0][1])]
    second.carried = [Carried(start=when.new_number, end=ends, by="holder")]
    phones["companion"].handsets.append(
        (when.new_handset, phones["companion"].handsets[0][1][:-6] + "900001")
    )
    phones["runner-2"].handsets += [
        (when.sim_moved, phones["runner-2-work"].handsets[0][1]),
        (when.sim_back, phones["runner-2"].handsets[0][1]),
    ]
    left = left_at_home(happened.outings)
    _leave(holder, left[0], "holder", cast)
    _leave(phones["companion"], left[1], "companion", cast)


def left_at_home(outings: Sequence[Outing]) -> tuple[Outing, Outing]:
    """Return the journeys on which the holder and on which the companion leaves their own phone at home."""
    half = [o for o in outings if "companion" not in o.companions][-3:]
    joint = [o for o in outings if "companion" in o.companions]
    return half[0], joint[len(joint) // 2]


def _leave(phone: Phone, outing: Outing, by: str, cast: dict[str, Person]) -> None:
    home = cast[by].habits.home
    start = outing.leave - lasts(home, MEETING, "car", pace=0.8) - 40 * MINUTE
    end = outing.back + lasts(outing.stay, home, outing.by, pace=outing.pace) + 40 * MINUTE
    (whole,) = phone.carried
    phone.carried = [
        replace(whole, end=start),
        Carried(start=start, end=end, by=None, left_at=home),
        replace(whole, start=end),
    ]


def _outings(
    rng: np.random.Generator, period: Period, stays: dict[str, Point], *, but: range
) -> tuple[Outing, ...]:
    """Return two or three journeys of the holder in each week, more than half of them with the companion."""
    found: list[Outing] = []
    for day in range(1, period.days - 1):
        likely = {1: 0.85, 3: 0.8, 5: 0.75}.get(period.weekday(day), 0.0)
        if day in but or rng.random() > likely:
            continue
        town = TOWNS[int(rng.choice(len(TOWNS), p=(0.35, 0.1, 0.35, 0.2)))].name
        leave = period.at(day, rng.uniform(10.0, 13.5))
        by: Mode = "train" if town != "Fennstow" and rng.random() < 0.4 else "car"
        pace = float(rng.uniform(0.85, 1.05))
        gone = lasts(MEETING, stays[town], by, pace=pace)
        found.append(
            Outing(
                day=day,
                town=town,
                stay=stays[town],
                leave=leave,
                back=leave + gone + rng.uniform(1.8, 4.5) * HOUR,
                by=by,
                pace=pace,
                # By turns, so that every simulation has journeys of both kinds.
                companions=("holder", "companion") if len(found) % 5 in (0, 2, 3) else ("holder",),
            )
        )
    return tuple(found)


def _legs(outing: Outing, home: Point) -> list[Leg]:
    to_station = lasts(home, MEETING, "car", pace=0.8)
    gone = lasts(outing.stay, MEETING, outing.by, pace=outing.pace)
    assert settlement_of(outing.stay).name == outing.town
    return [
        Leg(leave=outing.leave - to_station - 10 * MINUTE, to=MEETING, pace=0.8),
        Leg(leave=outing.leave, to=outing.stay, by=outing.by, pace=outing.pace),
        Leg(leave=outing.back, to=MEETING, by=outing.by, pace=outing.pace),
        Leg(leave=outing.back + gone + 5 * MINUTE, to=home, pace=0.9),
    ]


def _meet(instant: float, home: Point) -> list[Leg]:
    """Return the legs of going to the station, to be there at the instant, and home again."""
    gone = lasts(home, MEETING, "car")
    return [
        Leg(leave=instant - gone - 15 * MINUTE, to=MEETING),
        Leg(leave=instant + 10 * MINUTE, to=home),
    ]


def _stay(period: Period, gone: int, back: int, at: Point, home: Point, by: Mode) -> list[Leg]:
    """Return the legs of a stay of some nights, with a walk on each day between."""
    legs = [Leg(leave=period.at(gone, 13.2), to=at, by=by)]
    for day in range(gone + 1, back):
        corner = (at[0] + 450.0, at[1] - 300.0)
        legs.append(Leg(leave=period.at(day, 14.0), to=corner, by="foot"))
        legs.append(Leg(leave=period.at(day, 17.5), to=at, by="foot"))
    return [*legs, Leg(leave=period.at(back, 15.4), to=home, by=by)]
