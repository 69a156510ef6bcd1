"""The people of the case and their phones. They have no names: phone records have none, and nobody here is real."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from clewline.simulate.phones.cells import OperatorName
from clewline.simulate.phones.geography import CITY, TOWNS, Point, spot
from clewline.simulate.phones.habits import Habits
from clewline.simulate.phones.identities import Identities

Role = Literal[
    "holder", "companion", "partner", "friend", "deputy", "runner", "associate", "customer", "stranger"
]


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who carries phones."""

    key: str
    """How the truth names them, as `runner-1`."""
    role: Role
    habits: Habits
    child: bool = False
    """Whether they are under 18, and so to be met as a possible victim first."""


@dataclass(frozen=True, kw_only=True)
class Carried:
    """Who had a phone with them for some time, or where it lay."""

    start: float
    end: float
    by: str | None
    """Key of the person; none where it was left lying."""
    left_at: Point | None = None


@dataclass(kw_only=True)
class Phone:
    """A telephone number of the case, the SIM that has it, and the handsets that the SIM was in."""

    key: str
    """How the truth names it, as `line-1`."""
    number: str
    imsi: str
    operator: OperatorName
    role: str
    """What it is: `line`, or whose it is."""
    handsets: list[tuple[float, str]]
    """From when on it was in which handset (14 digits of the IMEI), in order."""
    carried: list[Carried] = field(default_factory=list)
    """In order, from the first instant of use to the last."""
    online: bool = True
    """Whether it uses data."""

    def handset(self, instant: float) -> str:
        """Return the handset that it was in."""
        return next(imei for start, imei in reversed(self.handsets) if start <= instant)

    def bearer(self, instant: float) -> Carried:
        """Return who carried it."""
        return next(c for c in self.carried if c.start <= instant < c.end)

    def in_use(self, instant: float) -> bool:
        """Return whether it was in use at all."""
        return self.carried[0].start <= instant < self.carried[-1].end


ELLERWADE, FENNSTOW, SALTRIGG, ORSMERE = TOWNS


def people(rng: np.random.Generator) -> dict[str, Person]:
    """Return everybody who carries a phone of the case, by key."""
    haunts = tuple(spot(rng, CITY, share=0.6) for _ in range(6))
    found: dict[str, Person] = {}

    def add(key: str, role: Role, habits: Habits, *, child: bool = False) -> None:
        found[key] = Person(key=key, role=role, habits=habits, child=child)

    def near(point: Point, metres: float) -> Point:
        return (
            point[0] + float(rng.uniform(-metres, metres)),
            point[1] + float(rng.uniform(-metres, metres)),
        )

    home = spot(rng, CITY, share=0.7)
    work = [spot(rng, CITY, share=0.7) for _ in range(6)]
    add("holder", "holder", Habits(home=home, haunts=haunts[:4], evenings=0.5, in_on=0.08))
    add("companion", "companion", Habits(home=near(home, 2_500), haunts=haunts[1:5], evenings=0.5))
    add("partner", "partner", Habits(home=home, work=work[0], haunts=haunts[:2]))
    add("friend", "friend", Habits(home=near(home, 1_200), work=work[1], begins=7.4, haunts=haunts[:3]))
    add("deputy", "deputy", Habits(home=spot(rng, CITY), haunts=haunts[2:], evenings=0.5))
    school = spot(rng, CITY, share=0.5)
    add(
        "runner-1",
        "runner",
        Habits(home=spot(rng, CITY), work=school, begins=8.0, hours=7.2, haunts=haunts[3:], in_on=0.05),
        child=True,
    )
    for n, town in ((2, ELLERWADE), (3, ORSMERE)):
        around = tuple(spot(rng, town) for _ in range(4))
        add(f"runner-{n}", "runner", Habits(home=spot(rng, town), haunts=around, evenings=0.6))
    for n in (1, 2):
        add(f"associate-{n}", "associate", Habits(home=spot(rng, CITY), work=work[1 + n], haunts=haunts[n:]))
    for n, town in enumerate((SALTRIGG, ELLERWADE, ORSMERE, FENNSTOW), start=1):
        around = tuple(spot(rng, town) for _ in range(3))
        add(f"customer-{n}", "customer", Habits(home=spot(rng, town), haunts=around, in_on=0.25))
    for n in (1, 2, 3):
        own = tuple(spot(rng, CITY) for _ in range(3))
        add(f"stranger-{n}", "stranger", Habits(home=spot(rng, CITY), work=work[2 + n], haunts=own))
    return found


_OPERATORS: dict[str, OperatorName] = {
    "holder": "south", "companion": "north", "partner": "south", "friend": "north", "deputy": "south",
    "runner-1": "north", "runner-2": "south", "runner-3": "north", "associate-1": "north",
    "associate-2": "south", "customer-1": "north", "customer-2": "south", "customer-3": "north",
    "customer-4": "south", "stranger-1": "north", "stranger-2": "south", "stranger-3": "north",
}  # fmt: skip
"""Whose network each person's own phone is on."""


def phones(found: dict[str, Person], ids: Identities, *, begins: float, ends: float) -> dict[str, Phone]:
    """Return each person's own phone, the line's two numbers and a runner's second phone, by key.

    Each is with one person throughout; what changes in the case is written over it later.
    """
    made: dict[str, Phone] = {}

    def add(key: str, role: str, operator: OperatorName, by: str, *, online: bool = True) -> None:
        made[key] = Phone(
            key=key,
            number=ids.mobile(),
            imsi=ids.sim(),
            operator=operator,
            role=role,
            handsets=[(begins, ids.handset())],
            carried=[Carried(start=begins, end=ends, by=by)],
            online=online,
        )

    add("line-1", "line", "north", "holder", online=False)
    add("line-2", "line", "south", "holder", online=False)
    for person in found.values():
        add(person.key, person.role, _OPERATORS[person.key], person.key)
    add("runner-2-work", "runner", "south", "runner-2", online=False)
    return made
