"""People whom a safeguarding system holds, and what was seen of each and done for them."""

from dataclasses import dataclass, field
from datetime import date

from clewline.simulate.custody import Arrest
from clewline.simulate.days import years_before
from clewline.simulate.people import Person
from clewline.simulate.tables import Row


@dataclass(frozen=True, kw_only=True)
class Sign:
    """Somebody saw or heard of a sign."""

    ref: str
    day: date
    code: str
    by: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class Status:
    """A named person said what somebody is."""

    ref: str
    day: date
    code: str
    by: str
    reason: str


@dataclass(kw_only=True)
class Missing:
    """Somebody was missing and was found."""

    ref: str
    since: date
    day: date
    """When they were found."""
    at: str
    where: str
    interview: date | None
    """When the return interview was held; none where it never was."""
    born: date
    """As the form of that day has it."""


@dataclass(kw_only=True)
class Referred:
    """One referral to a partner, and what became of it."""

    ref: str
    day: date
    partner: str
    child: bool
    event: Row
    asked: date | None = None
    answered: date | None = None
    """None: the partner never answered."""
    accepted: bool = False
    returned: date | None = None
    """When the partner gave back somebody whom it had accepted."""
    withdrawn: date | None = None
    """When an adult took their consent back."""
    done: list[tuple[date, bool]] = field(default_factory=list)
    """What the partner did: when, and whether its work ended with it."""


@dataclass(kw_only=True)
class ReferredIn:
    """A professional referred somebody to the hub."""

    ref: str
    day: date
    body: str
    by: str
    concern: str
    taken_on: bool
    answered: date
    told: date | None


@dataclass(kw_only=True)
class Offer:
    """A programme was offered to somebody, and where they stood with it later."""

    ref: str
    day: date
    programme: str
    by: str
    taken_up: str | None
    outcomes: dict[str, tuple[date, str]] = field(default_factory=dict)
    """`3m`, `6m` and `12m`, each with the day on which it was asked and the answer."""


@dataclass(kw_only=True)
class Client:
    """One person under one number of a force."""

    number: str
    person: Person
    arrests: list[Arrest] = field(default_factory=list)
    """What custody holds of them under that number."""
    events: list[Row] = field(default_factory=list)
    """What the safeguarding system says of them already, in the order in which it was made."""
    home: str = ""
    signs: list[Sign] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    referred: list[Referred] = field(default_factory=list)
    referred_in: list[ReferredIn] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    def of(self, *codes: str) -> list[tuple[date, Row]]:
        """Return the events of some codes, or all, with their days, in order."""
        some = [(event_day(row), row) for row in self.events if not codes or row["Event Code"] in codes]
        return sorted(some, key=lambda pair: (pair[0], str(pair[1]["Event Number"])))

    @property
    def met(self) -> date:
        """The day of the first event."""
        return min(event_day(row) for row in self.events)

    def child_on(self, day: date) -> bool:
        """Return whether they are under 18 on a day."""
        return self.person.born > years_before(day, 18)


def event_day(row: Row) -> date:
    """Return the day of an event."""
    day = row["Event Date"]
    assert isinstance(day, date)
    return day
