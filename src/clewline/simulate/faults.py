"""Faults in people's care, as reviews describe them, planted in true rows: the record takes them in and must show them.

Each is listed with whom it is about and what in Clewline shows it. What is planted follows the Jay Review of 2024
(exploited children treated as criminals, no data), the Children's Commissioner of 2021 (children fall through gaps
between agencies), a case review of which little passed from one area to the next (interfaceenterprises.co.uk), the
answer that nobody could say what became of the safeguarded (parallelparliament question/126769), and the guidance on
return interviews (docest.com/doc/205553).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from clewline.simulate import assumed
from clewline.simulate.care import Care
from clewline.simulate.clients import Client, Referred
from clewline.simulate.days import years_before
from clewline.simulate.people import People
from clewline.simulate.tables import Planted, Row


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that goes wrong with the care of people."""

    blemish: str
    shown_by: str


SILENT = Fault(
    blemish="partner never answered the referral", shown_by="figure partner_referrals, answer: none yet"
)
LEFT = Fault(
    blemish="partner closed its service and gave back whom it had accepted",
    shown_by="figure partner_referrals, answer: returned",
)
UNTOLD = Fault(
    blemish="referrer never learnt what became of the referral", shown_by="figure referrals_without_feedback"
)
LATE = Fault(
    blemish="return interview after more than 72 hours",
    shown_by="duty return_interview, done late; figure return_interviews_in_time",
)
UNHELD = Fault(
    blemish="return interview never held",
    shown_by="duty return_interview, overdue; figure return_interviews_in_time",
)
AGAIN = Fault(
    blemish="child missing again and again, found in another area each time",
    shown_by="notices repeatedly_missing and found_elsewhere",
)
ELSEWHERE = Fault(blemish="child of whom another force holds a concern", shown_by="pointer")
WITHDRAWN = Fault(
    blemish="adult took consent back while the partner held what was shared",
    shown_by="sharing: closed, no consent",
)
UNFOLLOWED = Fault(
    blemish="nobody asked after 12 months what became of them", shown_by="programme: 12 months overdue"
)
UNSAID = Fault(
    blemish="signs were seen, and nobody said what they are",
    shown_by="protecting path: possible victim by default",
)
BIRTHS = Fault(
    blemish="two dates of birth, by one of which they are a child",
    shown_by="age: disputed, treated as a child",
)
APART = Fault(
    blemish="child arrested under one number and helped under another, and nobody put the two together",
    shown_by="figure time_to_first_help, days: no help recorded, under the number of custody",
)
FAULTS = (SILENT, LEFT, UNTOLD, LATE, UNHELD, AGAIN, ELSEWHERE, WITHDRAWN, UNFOLLOWED, UNSAID, BIRTHS, APART)
EACH = 6
"""How often each fault is planted, times the scale, half in people of the week; fewer where fewer could bear it."""
LATER = 30
"""Days after an answer within which consent is taken back, or a partner gives people back."""


class Faults:
    """The faults of one force's files. Nobody bears two, so that each is seen by itself."""

    def __init__(self, rng: Random, care: Care, people: People, times: int) -> None:
        self._rng, self._care, self._people, self._many = rng, care, people, times * EACH
        self._borne: set[str] = set()
        self.at: dict[str, tuple[Fault, str]] = {}
        """Reference of the row at which a fault is listed, with the fault and whom or what it is about."""
        self.known_elsewhere: list[Client] = []
        """People of whom another force holds a concern."""

    def plant(self, clients: Sequence[Client], arrested: Sequence[Client]) -> None:
        """Plant each fault in people of the safeguarding system, or children arrested, and list it."""
        care = self._care
        for child in self._pick(clients, lambda one: _young(one, care)):
            self._goes_missing(child)
        for one in self._pick(clients, lambda one: _young(one, care) and _named(one)):
            self.known_elsewhere.append(one)
            self._list(str(one.of()[0][1]["Event Number"]), ELSEWHERE, one.number)
        for one in self._pick(clients, lambda one: _accepted(one, care) and not one.referred[0].child):
            (referred,) = one.referred
            self._takes_consent_back(one, referred)
        for one in self._pick(clients, lambda one: _accepted(one, care, by=care.partners.closing)):
            self._is_given_back(one)
        for one in self._pick(clients, lambda one: len(one.referred) == 1 and not one.offers):
            (referred,) = one.referred
            referred.asked = referred.answered = None
            referred.accepted, referred.done = False, []
            self._list(referred.ref, SILENT, referred.ref)
        for one in self._pick(clients, lambda one: bool(one.referred_in)):
            one.referred_in[0].told = None
            self._list(one.referred_in[0].ref, UNTOLD, one.referred_in[0].ref)
        for fault in (LATE, UNHELD):
            for one in self._pick(clients, _missing_as_child):
                self._is_interviewed_late(one, fault)
        for one in self._pick(
            [*clients, *arrested], lambda one: any("12m" in each.outcomes for each in one.offers)
        ):
            offer = next(each for each in one.offers if "12m" in each.outcomes)
            del offer.outcomes["12m"]
            self._list(offer.ref, UNFOLLOWED, one.number)
        for one in self._pick(clients, lambda one: bool(one.signs) and not one.of("NRM")):
            one.statuses = []
            self._list(one.signs[0].ref, UNSAID, one.number)
        for one in self._pick(clients, lambda one: _just_of_age(one, care)):
            self._is_born_twice(one)
        for one in self._pick(clients, _helped_after_arrest):
            self._is_not_looked_up(one)

    def row(self, ref: str, cells: Row) -> Row | Planted:
        """Return a row, marked where a fault is listed at it."""
        if ref not in self.at:
            return cells
        fault, about = self.at[ref]
        return Planted(
            blemish=fault.blemish, outcome="taken", cells=cells, about=about, shown_by=fault.shown_by
        )

    def _pick(self, some: Sequence[Client], could: Callable[[Client], bool]) -> list[Client]:
        """Return people who could bear a fault and bear none, half of them with something in the week."""
        free = [one for one in some if one.number not in self._borne and could(one)]
        of_week = [one for one in free if self._is_of_week(one)]
        found = self._rng.sample(of_week, min(self._many // 2, len(of_week)))
        chosen = {one.number for one in found}
        rest = [one for one in free if one.number not in chosen]
        found += self._rng.sample(rest, min(self._many - len(found), len(rest)))
        self._borne |= {one.number for one in found}
        return found

    def _is_of_week(self, one: Client) -> bool:
        first, last = self._care.week
        return any(first <= day <= last for day, _ in one.of())

    def _list(self, ref: str, fault: Fault, about: str) -> None:
        self.at[ref] = (fault, about)

    def _goes_missing(self, one: Client) -> None:
        """Be missing three times, found elsewhere, interviewed each time, and seen by nobody else."""
        rng, care = self._rng, self._care
        one.signs, one.statuses, one.missing = [], [], []
        day = one.met
        for _ in range(3):
            day += timedelta(days=rng.randint(14, 30))
            one.missing.append(care.missing(rng, one, day, where=rng.choice(care.force.areas)))
            self._list(one.missing[-1].ref, AGAIN, one.number)

    def _takes_consent_back(self, one: Client, referred: Referred) -> None:
        assert referred.answered is not None
        referred.withdrawn = referred.answered + timedelta(days=self._rng.randint(5, LATER))
        referred.done = [
            (day, ended) for day, ended in referred.done if day <= referred.withdrawn and not ended
        ]
        self._list(f"{referred.ref}/W", WITHDRAWN, one.number)

    def _is_given_back(self, one: Client) -> None:
        (referred,) = one.referred
        assert referred.answered is not None
        referred.asked, referred.done = None, []
        referred.returned = referred.answered + timedelta(days=self._rng.randint(10, LATER))
        self._list(f"{referred.ref}/R", LEFT, referred.ref)

    def _is_interviewed_late(self, one: Client, fault: Fault) -> None:
        missing = one.missing[0]
        late = missing.day + timedelta(days=self._rng.randint(*assumed.INTERVIEW_LATE))
        missing.interview = late if fault is LATE else None
        self._list(missing.ref, fault, missing.ref)

    def _is_born_twice(self, one: Client) -> None:
        """Be missing once, and two years younger on that form."""
        rng, care = self._rng, self._care
        found = one.met + timedelta(days=rng.randint(1, 10))
        # Interviewed in time, and where they live: nothing else is wrong.
        one.missing = [care.missing(rng, one, found)]
        one.missing[0].born = years_before(one.person.born, -2)
        self._list(one.missing[0].ref, BIRTHS, one.number)

    def _is_not_looked_up(self, one: Client) -> None:
        """Be known to the safeguarding system by a number of its own, and to custody by the other."""
        self._list(one.arrests[0].ref, APART, one.number)
        one.arrests = []
        one.number = self._people.number("lighthouse", self._care.force.id, one.person)


def _young(one: Client, care: Care) -> bool:
    """Return whether somebody is a child for years after the files end, met early enough to be missing thrice."""
    return one.person.born > years_before(care.last, 14) and one.met < care.last - timedelta(days=100)


def _named(one: Client) -> bool:
    """Return whether an event has their name as it is."""
    name = (one.person.family, one.person.given)
    return any((row["Client Surname"], row["Client First Names"]) == name for row in one.events)


def _missing_as_child(one: Client) -> bool:
    return bool(one.missing) and one.child_on(one.missing[0].day)


def _accepted(one: Client, care: Care, *, by: str | None = None) -> bool:
    """Return whether a partner accepted the one referral of somebody, and the files go on long enough after it."""
    if len(one.referred) != 1 or one.offers:
        return False
    (referred,) = one.referred
    answered = referred.answered
    if not referred.accepted or answered is None or answered > care.last - timedelta(days=LATER):
        return False
    return by is None or referred.partner == by


def _just_of_age(one: Client, care: Care) -> bool:
    """Return whether somebody is 18 or 19 when the files end, and was an adult when they were met."""
    return years_before(care.last, 20, -90) < one.person.born <= years_before(
        care.last, 18, 60
    ) and not one.child_on(one.met)


def _helped_after_arrest(one: Client) -> bool:
    """Return whether a child was helped once they had been arrested, by this force alone."""
    if not one.arrests or any(arrest.joint for arrest in one.arrests):
        return False
    first = min(arrest.day for arrest in one.arrests)
    return one.child_on(first) and any(day >= first for day, _ in one.of("SUP"))
