"""The people whom a case's entries name, of those that someone may see: by the one definition of `visible`."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from clewline.access import groups_of
from clewline.case.mentions import LONGEST, What
from clewline.record import Entry
from clewline.store import ledger, mentions, standing
from clewline.store.accounts.people import Person, own_cases
from clewline.store.mentions import Range
from clewline.store.visible import visible_to

MOST_NAMED = 10_000
"""Ids that one statement is given: fewer than either database takes."""


def people(
    person: Person,
    today: date,
    case: str,
    *,
    force: str | None = None,
    role: str | None = None,
    under_18: bool = False,
    among: Collection[str] | None = None,
    after: str | None = None,
    most: int = 25,
) -> tuple[list[str], bool]:
    """Return the ids of the people whom entries of a case name that someone may see, in order, and whether there are
    more. `force` is whose record they are of; `role` one that they are said to have had on a line; with `among`, only
    of these.
    """
    if case not in own_cases(person, today):
        return [], False
    mentions.catch_up([case])
    what, lead = (What.ROLE, f"{role}\t") if role else (What.UNDER_18 if under_18 else What.PERSON, "")
    found: list[str] = []
    for some in [None] if among is None else _in_turn(among, after):
        found += mentions.terms(
            case,
            groups_of(person.role),
            Range(what, lead + (f"{force}/" if force else ""), begins=True),
            also=What.UNDER_18 if role and under_18 else None,
            among=None if some is None else [(lead + one)[:LONGEST] for one in some],
            after=None if after is None else lead + after,
            most=most + 1 - len(found),
        )
        if len(found) > most:
            break
    return [term[len(lead) :] for term in found[:most]], len(found) > most


def _in_turn(some: Collection[str], after: str | None) -> Iterator[list[str]]:
    """Yield ids above one in the order of the index, as many at once as one statement takes."""
    rest = sorted((one for one in some if after is None or one.encode() > after.encode()), key=str.encode)
    for at in range(0, len(rest), MOST_NAMED):
        yield rest[at : at + MOST_NAMED]


def recorded_as(person: Person, today: date, case: str, people: Sequence[str]) -> list[Entry]:
    """Return the standing entries that say who these people are to a force, in the order of the record."""
    if not people or case not in own_cases(person, today):
        return []
    rows = visible_to(person, today).filter(case_id=case, kind="person", subject__in=people)
    some = [entry for _, entry in ledger.numbered(sorted(rows.values_list("seq", flat=True)))]
    gone = standing.no_longer(case, some)
    return [one for one in some if one.id not in gone]
