"""Safeguarding as it was published: who is helped, who is only met, offered or referred onward, and engagement with the
public.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from clewline.simulate.chance import often, weighted
from clewline.simulate.custody import Suspect
from clewline.simulate.days import Days, years_before
from clewline.simulate.events import Events
from clewline.simulate.forces import Force, References
from clewline.simulate.margins import Margins
from clewline.simulate.people import People, Person
from clewline.simulate.tables import Row, Table

VISIT = ["Visit Number", "Visit Date", "Agency", "Team", "Operation", "Address Ref", "Worker"]
ENGAGEMENT = [
    "Engagement Number",
    "Held On",
    "Agency",
    "Team",
    "Operation",
    "Engagement Type",
    "People Reached",
    "Audience",
    "School Ref",
    "Worker",
]

_HELP = (("REF", 6), ("STR", 3), ("PLN", 3), ("INV", 2))
"""Referral, strategy meeting, safety plan, investigation: what counts as safeguarded."""
_NOT_HELP = (("ENG", 5), ("IDN", 3), ("OFF", 3), ("SUP", 1), ("NRM", 1))
_ADULT_NOT_HELP = (*_NOT_HELP, ("DTN", 1))
_NATURES = (("SCH", 4), ("SES", 3), ("EVT", 2), ("LEAF", 2), ("BUS", 3))
_AUDIENCES = {"SCH": "pupils", "SES": "professionals", "BUS": "businesses"}


@dataclass(kw_only=True)
class Safeguarding:
    """Writes one force's safeguarding system."""

    rng: Random
    margins: Margins
    days: Days
    people: People
    force: Force
    refs: References
    operation_on: Callable[[Random, date], str]
    events: Events

    def tables(self) -> list[Table]:
        """Return the exports that name nobody: welfare visits, engagement."""
        return [
            self._table("welfare visit", VISIT, [self._visit(day) for day in self._spread(20)]),
            self._table("engagement", ENGAGEMENT, [self._engagement(day) for day in self._spread(22)]),
        ]

    def _table(self, name: str, columns: list[str], rows: list[Row]) -> Table:
        return Table(
            system="lighthouse", force=self.force.id, name=name, columns=tuple(columns), rows=list(rows)
        )

    def meet(self, suspects: list[Suspect]) -> None:
        """Take down events of exactly so many people helped in the week, of others only met, and of other weeks.

        Children and young people who were arrested come first: a suspect may be a victim.
        """
        m, days, rng = self.margins, self.days, self.rng
        young = [s for s in suspects if years_before(s.arrests[0].day, 20) < s.person.born]
        in_week = [s.person for s in young if days.start <= s.arrests[0].day <= days.end]
        helped = in_week[: m.people_safeguarded // 3]
        helped += [self._client(days.start) for _ in range(m.people_safeguarded - len(helped))]
        for person in helped:
            for _ in range(rng.choice((1, 1, 2, 3))):
                self._event(person, days.week(), weighted(rng, _HELP))
            if often(rng, 0.3):
                self._event(person, days.week(), self._not_help(person, days.start))
        for person in [self._client(days.start) for _ in range(m.people_safeguarded * 2 // 3)]:
            self._event(person, days.week(), self._not_help(person, days.start))
        # Outside the week: those helped in it may have a history, and arrested young people one of their own.
        elsewhen = days.spread(m.people_safeguarded * 12, 0, m.people_safeguarded // 2)
        for s in young:
            day = s.arrests[0].day
            if not days.start <= day <= days.end and often(rng, 0.6):
                self._event(s.person, day, weighted(rng, _HELP))
        for day in elsewhen:
            person = rng.choice(helped) if helped and often(rng, 0.02) else self._client(day)
            codes = _HELP if often(rng, 0.55) else _NOT_HELP
            for _ in range(rng.choice((1, 1, 2))):
                self._event(person, day, weighted(rng, codes))

    def _event(self, person: Person, day: date, code: str) -> None:
        self.events.add(self.rng, person, day, code)

    def _client(self, day: date) -> Person:
        child = often(self.rng, 0.5)
        youngest, oldest = (9, 17) if child else (18, 70)
        return self.people.new(day, youngest=youngest, oldest=oldest, women=0.35)

    def _not_help(self, person: Person, day: date) -> str:
        adult = person.born <= years_before(day, 18)
        return weighted(self.rng, _ADULT_NOT_HELP if adult else _NOT_HELP)

    def _spread(self, per_hundred_arrests: int) -> list[date]:
        m = self.margins
        before, week = ((n * per_hundred_arrests) // 100 for n in (m.arrests_since - m.arrests, m.arrests))
        return self.days.spread(before, week, week // 2)

    def _visit(self, day: date) -> Row:
        return {
            "Visit Number": self.refs.next("WV", day.year),
            "Visit Date": day,
            "Agency": self.force.written(self.rng),
            "Team": "Safeguarding Hub",
            "Operation": self.operation_on(self.rng, day),
            "Address Ref": f"ADDR-{self.rng.randrange(100_000):05}",
            "Worker": f"W{self.rng.randint(100, 999)}",
        }

    def _engagement(self, day: date) -> Row:
        rng, code = self.rng, weighted(self.rng, _NATURES)
        return {
            "Engagement Number": self.refs.next("EN", day.year),
            "Held On": day,
            "Agency": self.force.written(rng),
            "Team": "Neighbourhoods",
            "Operation": self.operation_on(rng, day),
            "Engagement Type": code,
            "People Reached": rng.randint(4, 260),
            "Audience": _AUDIENCES.get(code, "public"),
            "School Ref": f"SCH-{rng.randrange(1000):03}" if code == "SCH" else None,
            "Worker": f"W{rng.randint(100, 999)}",
        }
