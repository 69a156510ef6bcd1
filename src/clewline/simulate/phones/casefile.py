"""One case: who carried which phone where, and every use of every phone with the cell that served it."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from clewline.errors import BadInput
from clewline.simulate.phones.cast import Person, Phone, people, phones
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.contacts import CALL, Contact, Society, contacts, society
from clewline.simulate.phones.geography import Floats
from clewline.simulate.phones.identities import Identities
from clewline.simulate.phones.period import Period
from clewline.simulate.phones.plot import Plot, change_hands, plot

SHORTEST = 42
"""Days that the case needs for all that happens in it."""
FIRST = date(2025, 9, 1)
"""The default period holds the night on which the clocks go back."""


@dataclass(slots=True, kw_only=True)
class Use:
    """One side of a contact: one phone's use, as its own operator would record it."""

    phone: Phone
    at: float
    """Instant at which it began."""
    lasts: int
    """Seconds."""
    service: str
    out: bool
    """Whether this phone began it."""
    other: str
    """The other party: E.164, a short code, a sender's name, or empty for data."""
    imei: str
    cell: int
    """Place of the cell in the operator's network."""
    last_cell: int
    """The cell in which it ended."""
    contact: int
    """Number of the contact: both sides of a call between two phones of the case have the same."""
    bulk: bool = False


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """All that there is to know of the case; the files say part of it, the truth the rest."""

    seed: int
    period: Period
    people: dict[str, Person]
    phones: dict[str, Phone]
    plot: Plot
    society: Society
    uses: list[Use]
    """In order of time."""

    def position(self, phone: Phone, times: Floats) -> Floats:
        """Return where a phone was at each of the times, at which it was in use."""
        found = np.empty((len(times), 2))
        for carried in phone.carried:
            here = (times >= carried.start) & (times < carried.end)
            if carried.by is not None:
                found[here] = self.plot.tracks[carried.by].at(times[here])
            else:
                found[here] = carried.left_at
        return found


def case_file(*, seed: int, first: date = FIRST, days: int = 91, customers: int = 60) -> CaseFile:
    """Return the case of a seed; the same arguments give the same case.

    :raises BadInput: the period is shorter than six weeks, or there are no customers.
    """
    if days < SHORTEST or customers < 1:
        raise BadInput(f"A case of phone records has {SHORTEST} days or more, and a customer or more.")
    rng = np.random.default_rng([seed, 1])
    period = Period(first=first, days=days)
    ids = Identities(series=seed % 90)
    cast = people(rng)
    held = phones(cast, ids, begins=period.begins, ends=period.ends)
    happened = plot(rng, period, cast)
    change_hands(held, happened, cast, begins=period.begins, ends=period.ends)
    known = society(rng, held, ids, customers)
    case = CaseFile(seed=seed, period=period, people=cast, phones=held, plot=happened, society=known, uses=[])
    case.uses.extend(_uses(rng, case, contacts(rng, period, held, known, happened.moments)))
    return case


def _uses(rng: np.random.Generator, case: CaseFile, found: list[Contact]) -> list[Use]:
    by_number = {phone.number: phone for phone in case.phones.values()}
    sides: dict[str, list[tuple[int, Contact, bool]]] = {number: [] for number in by_number}
    for nth, one in enumerate(found):
        if one.caller in sides:
            sides[one.caller].append((nth, one, True))
        if one.called in sides:
            sides[one.called].append((nth, one, False))
    uses = [
        use for number, some in sides.items() if some for use in _of_phone(rng, case, by_number[number], some)
    ]
    uses.sort(key=lambda use: (use.at, use.contact, not use.out))
    return uses


def _of_phone(
    rng: np.random.Generator, case: CaseFile, phone: Phone, some: list[tuple[int, Contact, bool]]
) -> list[Use]:
    """Return one phone's uses, each with its cell; a call may end in another than it began in."""
    served = network(phone.operator)
    starts = np.array([one.at for _, one, _ in some])
    ends = np.minimum(starts + [one.lasts for _, one, _ in some], phone.carried[-1].end - 1)
    began = served.serve(case.position(phone, starts), rng)
    ended = np.where(
        [one.service == CALL and one.lasts > 0 for _, one, _ in some],
        served.serve(case.position(phone, ends), rng),
        began,
    )
    return [
        Use(
            phone=phone,
            at=one.at,
            lasts=one.lasts,
            service=one.service,
            out=out,
            other=one.called if out else one.caller,
            imei=phone.handset(one.at),
            cell=int(began[n]),
            last_cell=int(ended[n]),
            contact=nth,
            bulk=one.bulk,
        )
        for n, (nth, one, out) in enumerate(some)
    ]
