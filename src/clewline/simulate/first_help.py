"""What follows once a force has met somebody: the first help that a child has, and who of those arrested is referred to
the National Referral Mechanism. It follows at the safeguarding hub, whichever system met them first.

Each person has chance of their own, so that what is made up of one does not hang on another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clewline.simulate import assumed
from clewline.simulate.chance import often, weighted
from clewline.simulate.charging import considered
from clewline.simulate.custody import Suspect
from clewline.simulate.days import years_before
from clewline.simulate.events import Events
from clewline.simulate.people import Person

_MET = ("IDN", "ENG")
"""Identified as vulnerable, or engaged: what the safeguarding system takes down of a meeting by itself."""


@dataclass(frozen=True, kw_only=True)
class FirstHelp:
    """Makes up what follows a first meeting."""

    events: Events
    last: date
    """The last day of the files."""

    def refer(self, suspects: Iterable[Suspect]) -> None:
        """Refer some children and young adults who were arrested to the National Referral Mechanism."""
        for one in suspects:
            rng = self._rng("mechanism", one.person)
            arrested = one.arrests[0].day
            review = considered(one)
            if review is not None and review.outcome == "OPEN":
                # The review says that they were referred: so they were, before it or on its day.
                within = (review.day - arrested).days
                self._add(rng, one.person, arrested + timedelta(days=rng.randint(0, within)), "NRM")
            elif not _of_age(one.person, arrested, 18):
                if often(rng, assumed.REFERRED_OF_CHILDREN_ARRESTED):
                    self._add(rng, one.person, self._later(rng, arrested), "NRM")
            elif not _of_age(one.person, arrested, 20) and often(rng, assumed.REFERRED_OF_YOUNG_ARRESTED):
                # An adult may refuse; then it is reported without their name.
                self._add(rng, one.person, self._later(rng, arrested), "NRM" if often(rng, 0.8) else "DTN")

    def help(self, suspects: Iterable[Suspect]) -> None:
        """Give most children who were met their first help, and write down of the others that they did not want it."""
        met = {one.person.key: (one.person, min(a.day for a in one.arrests)) for one in suspects}
        for client in list(self.events.clients.values()):
            first = (client.of(*_MET) or client.of())[0][0]
            _, arrested = met.get(client.person.key, (client.person, first))
            met[client.person.key] = (client.person, min(first, arrested))
        for person, day in met.values():
            if _of_age(person, day, 18):
                continue
            rng = self._rng("first help", person)
            if often(rng, assumed.HELPED_FIRST):
                days = weighted(rng, assumed.FIRST_HELP)
                self._add(rng, person, day + timedelta(days=rng.randint(*days)), "SUP")
            else:
                self._add(rng, person, self._later(rng, day), "OFF")

    def _rng(self, about: str, person: Person) -> Random:
        return Random(f"{about} {self.events.force.id} {person.key} {person.born}")

    def _later(self, rng: Random, day: date) -> date:
        return day + timedelta(days=rng.randint(0, assumed.REFERRED_WITHIN))

    def _add(self, rng: Random, person: Person, day: date, code: str) -> None:
        # What comes after the last day of the files no file says.
        if day <= self.last:
            self.events.add(rng, person, day, code)


def _of_age(person: Person, day: date, years: int) -> bool:
    return person.born <= years_before(day, years)
