"""What no export says: who carried which phone, which pairs have one carrier, and what became of each planted record.

Intake and evidence never read it; tests do, and whoever scores a finding afterwards.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from itertools import combinations
from math import hypot
from typing import Any

import numpy as np

from clewline.simulate.phones.casefile import CaseFile
from clewline.simulate.phones.cast import Carried, Phone
from clewline.simulate.phones.geography import SETTLEMENTS, Point, degrees, settlement_of
from clewline.simulate.phones.period import MINUTE, utc
from clewline.simulate.tables import SimulatedFile, Spot

ONE_CARRIER, IN_PART, SUCCESSOR = "one carrier", "one carrier for some days", "one line, before and after"
TOGETHER, ONE_HOME, MEET, UNRELATED = "together", "one home", "meet in a town", "unrelated"
"""What two phones have to do with each other; the first that is true of them."""
MOSTLY = 0.8
"""Share of the time that both were in use, above which two phones have one carrier."""
_MEET = (frozenset({"holder", "runner-1"}), frozenset({"companion", "runner-1"}))
_SPOTS = ("file", "sheet", "line", "column", "blemish", "outcome", "rule")


def truth_files(
    case: CaseFile, *, accounts: Mapping[str, Mapping[str, int]], authorities: Sequence[Mapping[str, Any]]
) -> list[SimulatedFile]:
    """Return the truth: all of it as JSON, and who carried what and all pairs as CSV."""
    pairs = [_pair(case, a, b) for a, b in combinations(case.phones.values(), 2)]
    carried = [
        {"phone": phone.number, "key": phone.key, **_carried(c)}
        for phone in case.phones.values()
        for c in phone.carried
    ]
    truth = {
        "seed": case.seed,
        "from": case.period.first.isoformat(),
        "to": case.period.last.isoformat(),
        "land": "made up, in the open North Sea",
        "settlements": {s.name: _degrees(s.middle) for s in SETTLEMENTS},
        "people": [
            {
                "key": person.key,
                "role": person.role,
                "child": person.child,
                "home": _degrees(person.habits.home),
                "lives_in": settlement_of(person.habits.home).name,
            }
            for person in case.people.values()
        ],
        "phones": [_phone(case, phone) for phone in case.phones.values()],
        "carried": carried,
        **_events(case),
        "journeys": _journeys(case),
        "pairs": pairs,
        "authorities": [one["reference"] for one in authorities],
        "files": {name: dict(counts) for name, counts in accounts.items()},
    }
    return [
        SimulatedFile("phones_truth.json", (json.dumps(truth, indent=1) + "\n").encode()),
        SimulatedFile("phones_carried.csv", _csv(carried)),
        SimulatedFile("phones_pairs.csv", _csv(pairs)),
    ]


def spots_file(found: Iterable[Spot]) -> SimulatedFile:
    """Return the list of the blemishes planted: where each stands, and what intake should make of it."""
    rows = [{column: getattr(spot, column) for column in _SPOTS} for spot in found]
    return SimulatedFile("phones_blemishes.csv", _csv(rows))


def main_carrier(phone: Phone) -> str:
    """Return the key of the person who had the phone the longest."""
    held: dict[str, float] = {}
    for one in phone.carried:
        if one.by is not None:
            held[one.by] = held.get(one.by, 0.0) + one.end - one.start
    return max(held, key=lambda by: held[by])


def _pair(case: CaseFile, a: Phone, b: Phone) -> dict[str, Any]:
    both = one = 0.0
    for first in a.carried:
        for second in b.carried:
            shared = min(first.end, second.end) - max(first.start, second.start)
            if shared > 0:
                both += shared
                one += shared if first.by is not None and first.by == second.by else 0.0
    people = frozenset({main_carrier(a), main_carrier(b)})
    homes = {case.people[key].habits.home for key in people}
    joint = any(people <= set(o.companions) for o in case.plot.outings)
    if a.role == b.role == "line":
        relation = SUCCESSOR
    elif one and one >= MOSTLY * both:
        relation = ONE_CARRIER
    elif one:
        relation = IN_PART
    elif len(people) == 2 and joint:
        relation = TOGETHER
    elif len(homes) < len(people):
        relation = ONE_HOME
    elif people in _MEET:
        relation = MEET
    else:
        relation = UNRELATED
    return {
        "phone_a": a.number,
        "phone_b": b.number,
        "key_a": a.key,
        "key_b": b.key,
        "relation": relation,
        "hours_both": round(both / 3600, 1),
        "hours_one_carrier": round(one / 3600, 1),
    }


def _phone(case: CaseFile, phone: Phone) -> dict[str, Any]:
    return {
        "key": phone.key,
        "role": phone.role,
        "number": phone.number,
        "imsi": phone.imsi,
        "operator": phone.operator,
        "handsets": [[_time(max(start, phone.carried[0].start)), imei] for start, imei in phone.handsets],
        "carrier": main_carrier(phone),
        "uses": sum(use.phone is phone for use in case.uses),
    }


def _carried(one: Carried) -> dict[str, Any]:
    place = "" if one.left_at is None else " ".join(f"{d:.5f}" for d in _degrees(one.left_at))
    return {"from": _time(one.start), "to": _time(one.end), "person": one.by or "", "left_at": place}


def _events(case: CaseFile) -> dict[str, Any]:
    """Return what happened that matters to an attribution."""
    phones, when = case.phones, case.plot.moments
    line, own = phones["line-1"], phones["holder"]
    where = [case.position(phone, np.array([when.apart]))[0] for phone in (line, own)]
    left = [
        {"phone": phone.key, **_carried(c)}
        for phone in phones.values()
        for c in phone.carried
        if c.by is None
    ]
    return {
        "handovers": [
            {
                "phone": "line-1",
                "from": "holder",
                "to": "deputy",
                "handed_over": _time(when.handed_over),
                "handed_back": _time(when.handed_back),
            }
        ],
        "number_changes": [
            {"line": ["line-1", "line-2"], "at": _time(when.new_number), "handset": line.handsets[0][1]}
        ],
        "handset_changes": [{"phone": "companion", "at": _time(when.new_handset)}],
        "sim_moves": [
            {
                "sim_of": "runner-2",
                "handset_of": "runner-2-work",
                "from": _time(when.sim_moved),
                "to": _time(when.sim_back),
            }
        ],
        "left_at_home": left,
        "used_far_apart": [
            {
                "phones": ["line-1", "holder"],
                "at": _time(when.apart),
                "metres": round(float(hypot(*(where[0] - where[1])))),
            }
        ],
    }


def _journeys(case: CaseFile) -> list[dict[str, Any]]:
    """Return each journey between settlements, with who made it together with whom."""
    every = [(key, j) for key, track in case.plot.tracks.items() for j in track.journeys]
    return [
        {
            "person": key,
            "leave": _time(j.leave),
            "arrive": _time(j.arrive),
            "from": j.start,
            "to": j.to,
            "by": j.by,
            "with": [
                other
                for other, o in every
                if other != key and abs(o.leave - j.leave) < MINUTE and (o.start, o.to) == (j.start, j.to)
            ],
        }
        for key, j in sorted(every, key=lambda one: one[1].leave)
    ]


def _degrees(point: Point) -> list[float]:
    lat, lon = degrees(np.array([point]))
    return [round(float(lat[0]), 5), round(float(lon[0]), 5)]


def _time(instant: float) -> str:
    return f"{utc(instant):%Y-%m-%dT%H:%M:%SZ}"


def _csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    out = StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
