"""A third force, whose safeguarding system holds a few of the same children, and knows nothing of what others know."""

from datetime import date, timedelta
from random import Random

from clewline.simulate.chance import weighted
from clewline.simulate.clients import Client
from clewline.simulate.events import EVENT
from clewline.simulate.forces import NEIGHBOURS, Force, References, force_named
from clewline.simulate.people import People, Person
from clewline.simulate.tables import Row, Table

OWN = 12
"""People whom it holds and the others do not."""
_CONCERNS = ("found with drugs at a station", "stays with adults whom nobody knows", "missing from care")


def neighbour_of(*forces: str) -> Force:
    """Return a force that is none of these."""
    return force_named(next(name for name in NEIGHBOURS if name not in forces))


def neighbour_file(force: Force, people: People, known: list[Client], *, last: date) -> Table:
    """Return its events: a concern about each child whom another force holds, and some people of its own."""
    rng = Random(f"neighbour {force.id} {last} {[one.person.born for one in known]}")
    refs = References(force.letters)
    dated = [(one.met + timedelta(days=rng.randint(5, 60)), one.person) for one in known]
    for _ in range(OWN):
        day = last - timedelta(days=rng.randint(0, 700))
        dated.append((day, people.new(day, youngest=11, oldest=40, women=0.35)))
    dated.sort(key=lambda pair: (pair[0], pair[1].key))
    rows = [
        _event(
            rng,
            force,
            people,
            refs,
            person,
            day,
            "IDN" if any(one.person is person for one in known) else None,
        )
        for day, person in dated
    ]
    return Table(
        system="lighthouse", force=force.id, name="safeguarding event", columns=EVENT, rows=list(rows)
    )


def _event(
    rng: Random, force: Force, people: People, refs: References, person: Person, day: date, code: str | None
) -> Row:
    what = code or weighted(rng, (("ENG", 3), ("IDN", 2), ("SUP", 1)))
    return {
        "Event Number": refs.next("SG", day.year),
        "Event Date": day,
        "Event Code": what,
        "Agency": force.written(rng),
        "Team": "Safeguarding Hub",
        "Client Number": people.number("lighthouse", force.id, person),
        "Client Surname": person.family,
        "Client First Names": person.given,
        "Date of Birth": person.born,
        "Gender": "Female" if person.sex == "female" else "Male",
        "Ethnic Origin": person.ethnicity,
        "Concern": rng.choice(_CONCERNS) if what == "IDN" else None,
        "Partner": f"{force.name} youth service" if what == "SUP" else None,
        "Worker": f"W{rng.randint(100, 999)}",
    }
