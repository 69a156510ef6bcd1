"""Earlier arrests: what people's records show from before the programme."""

from datetime import date
from random import Random

from clewline.simulate import offences
from clewline.simulate.chance import needed_share, often, share
from clewline.simulate.custody import Suspect
from clewline.simulate.days import years_before
from clewline.simulate.forces import References
from clewline.simulate.margins import Margins


def give_earlier_arrests(
    rng: Random, margins: Margins, suspects: list[Suspect], refs: References, *, strict: bool
) -> None:
    """Give people their earlier arrests, so that the share with violence among this year's traffickers holds.

    :raises BadInput: no number of so few people is that share; only if `strict`.
    """
    percent = margins.earlier_violence_percent
    this_year = _traffickers(rng, margins, suspects)
    if strict and this_year:
        many = needed_share(len(this_year), percent, "people charged with drug trafficking this year")
    else:
        many = share(len(this_year), percent) or 0
    violent = {s.number for s in rng.sample(this_year, many)}
    peaceful = {s.number for s in this_year} - violent
    for suspect in suspects:
        number = suspect.number
        if number in violent or (number not in peaceful and often(rng, 0.5)):
            _arrested(rng, suspect, refs, violent=True, last=margins.since)
        for _ in range(rng.choice((0, 0, 0, 1, 1, 2))):
            _arrested(rng, suspect, refs, violent=False, last=margins.since)


def _traffickers(rng: Random, margins: Margins, suspects: list[Suspect]) -> list[Suspect]:
    """Return the people charged with drug trafficking this year.

    Where they are too few for the share, some charges made this year before the week become drug trafficking.
    """
    found = [s for s in suspects if s.trafficked_between(margins.year_start, margins.end)]
    others = [
        s
        for s in suspects
        if s.charge_day is not None
        and margins.year_start <= s.charge_day < margins.start
        and s.charges[0].offence.group != "modern slavery"
        and not s.trafficked_between(margins.year_start, margins.end)
    ]
    while others and share(len(found), margins.earlier_violence_percent) is None:
        suspect = others.pop()
        suspect.charges[0].offence = offences.one_of(rng, "drug trafficking")
        found.append(suspect)
    return found


def _arrested(rng: Random, suspect: Suspect, refs: References, *, violent: bool, last: date) -> None:
    """Add an earlier arrest, before the programme; nobody is arrested before the age of ten."""
    born = suspect.person.born
    tenth_birthday = years_before(born, -10, -1)
    latest = last if tenth_birthday < last else suspect.arrests[0].day
    latest = min([latest, *(a.day for a in suspect.arrests)])
    earliest = max(tenth_birthday, years_before(latest, 12))
    day = earliest + (latest - earliest) * rng.random()
    offence = offences.one_of(rng, "violence") if violent else offences.earlier(rng)
    suspect.earlier.append((refs.next("PR", day.year), day, offence))
