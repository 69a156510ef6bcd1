"""The safeguarding system's events, each about one person under one number, and the people whom they are about.

Whoever takes down an event looks the person up by the force's own person number, which custody writes too, and writes
that; of whom the force has none, the system makes a number of its own. So one person is one person in both.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from clewline.simulate.chance import often
from clewline.simulate.clients import Client
from clewline.simulate.days import years_before
from clewline.simulate.faults import Faults
from clewline.simulate.forces import Force, References
from clewline.simulate.lines import Lines
from clewline.simulate.partners import Partners
from clewline.simulate.people import People, Person, written
from clewline.simulate.tables import Row, Table

EVENT = (
    "Event Number",
    "Event Date",
    "Event Code",
    "Agency",
    "Team",
    "Client Number",
    "Client Surname",
    "Client First Names",
    "Date of Birth",
    "Gender",
    "Ethnic Origin",
    "County Line",
    "Operation",
    "Concern",
    "Partner",
    "NRM Reference",
    "Worker",
    "Notes",
)

_CONCERNS = ("carrying drugs", "repeatedly missing", "home taken over", "drug debt", "found far from home")


@dataclass(kw_only=True)
class Events:
    """Takes down one force's events."""

    people: People
    force: Force
    lines: Lines
    refs: References
    partners: Partners
    operation_on: Callable[[Random, date], str]
    clients: dict[str, Client] = field(default_factory=dict)
    """Whoever an event is about, by the number under which it was taken down."""

    def number(self, person: Person) -> str:
        """Return the number under which a person is taken down."""
        force = self.force.id
        return self.people.held("custodian", force, person) or self.people.number("lighthouse", force, person)

    def add(self, rng: Random, person: Person, day: date, code: str) -> None:
        """Take down an event."""
        name = written(rng, person, care=0.8)
        child = person.born > years_before(day, 18)
        genders = ("Girl", "Boy") if child else ("Female", "Male")
        theirs = self.partners.for_children if child else self.partners.for_adults
        cross = often(rng, 0.7)
        number = self.number(person)
        # Without their number: it is written last, as the files go out.
        row: Row = {
            "Event Number": self.refs.next("SG", day.year),
            "Event Date": day,
            "Event Code": code,
            "Agency": self.force.written(rng),
            "Team": "Safeguarding Hub",
            "Client Surname": name.family,
            "Client First Names": name.given,
            "Date of Birth": person.born,
            "Gender": genders[0] if person.sex == "female" else genders[1],
            "Ethnic Origin": person.ethnicity,
            "County Line": self.lines.all[self.lines.running_on(day)].ref if cross else None,
            "Operation": self.operation_on(rng, day),
            "Concern": rng.choice(_CONCERNS) if code == "IDN" else None,
            "Partner": rng.choice(theirs) if code in ("REF", "SUP") else None,
            "NRM Reference": self.refs.next("NR", day.year) if code == "NRM" else None,
            "Worker": f"W{rng.randint(100, 999)}",
        }
        self.clients.setdefault(number, Client(number=number, person=person)).events.append(row)

    def table(self, faults: Faults) -> Table:
        """Return the export: every event in order, under the number that its person has now."""
        every = [
            {**event, "Client Number": one.number} for one in self.clients.values() for event in one.events
        ]
        every.sort(key=lambda row: (str(row["Event Date"]), str(row["Event Number"])))
        return Table(
            system="lighthouse",
            force=self.force.id,
            name="safeguarding event",
            columns=EVENT,
            rows=[faults.row(str(row["Event Number"]), row) for row in every],
        )
