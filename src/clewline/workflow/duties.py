"""What is owed to the people of a case: by the table of duties in force here, and by the entries that stand."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from clewline import reference
from clewline.errors import BadDeclaration, NotFound
from clewline.record import Entry
from clewline.safeguarding.duty import Duty, kinds_of
from clewline.safeguarding.duty_table import read_duties
from clewline.safeguarding.instants import day_of
from clewline.safeguarding.owed import Owed, order, owed
from clewline.store import ledger, standing
from clewline.store.accounts.people import Person, own_cases
from clewline.workflow.by_person import ByPerson, by_person

_owed_to = ByPerson[Sequence[Owed]]()


def table() -> tuple[Duty, ...]:
    """Return the table of duties: the force's own, where it has one.

    :raises BadDeclaration: it cannot be read, or a row of it is wrong.
    """
    if settings.DUTIES is None:
        return _read(reference.duties(), "duties.csv")
    path = Path(settings.DUTIES)
    try:
        return _read(path.read_bytes().decode("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as wrong:
        why = "it is not UTF-8" if isinstance(wrong, UnicodeDecodeError) else wrong.strerror
        raise BadDeclaration(f"The table of duties {path.name} is not used: {why}.") from wrong


def where() -> tuple[str, ...]:
    """Return which conditions of the table hold in this force."""
    return tuple(settings.DUTIES_WHERE)


def in_force(day: date) -> list[Duty]:
    """Return the rows of the table that are in force on a day, wherever they hold.

    :raises BadDeclaration: the table is wrong.
    """
    return [duty for duty in table() if duty.holds(day)]


def of_case(person: Person, case: str, now: datetime) -> list[Owed]:
    """Return what is owed to the people of a case, as far as someone sees what it is told from; overdue first.

    :raises BadDeclaration: the table of duties is wrong.
    """
    if case not in own_cases(person, now.date()):
        return []
    duties = table()
    found = _owed_to.of_case(
        person,
        case,
        now.date(),
        kinds=kinds_of(duties),
        tell=lambda who, entries: _owed(who, entries, now),
        # Who turns 18 is owed something else from that day on.
        by=(duties, where(), day_of(now)),
    )
    return sorted((one.at(now) for some in found.values() for one in some), key=order)


def of_record(case: str, now: datetime) -> list[Owed]:
    """Return what is owed to the people of a case by the whole record: at the command line.

    :raises NotFound: there is no such case.
    :raises BadDeclaration: the table of duties is wrong.
    """
    if case not in ledger.cases():
        raise NotFound(f"There is no case {case}.")
    some = list(ledger.of_kinds(case, *sorted(kinds_of(table()))))
    gone = standing.no_longer(case, some)
    return of_entries([entry for entry in some if entry.id not in gone], now)


def of_entries(entries: Iterable[Entry], now: datetime) -> list[Owed]:
    """Return what is owed to the people whom entries name, all of which stand; overdue first.

    :raises BadDeclaration: the table of duties is wrong.
    """
    found = [one for who, some in by_person(entries).items() for one in _owed(who, some, now)]
    return sorted(found, key=order)


def _owed(who: str, entries: Sequence[Entry], now: datetime) -> list[Owed]:
    return owed(who, entries, table=table(), where=where(), now=now)


@lru_cache(maxsize=4)
def _read(text: str, name: str) -> tuple[Duty, ...]:
    return read_duties(text, name=name)
