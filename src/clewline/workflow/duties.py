"""What is owed to the people of a case: by the table of duties in force here, and by the entries that stand."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from clewline import reference
from clewline.access import kinds_of as kinds_seen
from clewline.errors import BadDeclaration, NotFound
from clewline.record import Entry
from clewline.safeguarding.duty import Duty, kinds_of
from clewline.safeguarding.duty_table import read_duties
from clewline.safeguarding.owed import Owed, order, owed
from clewline.store import growth, ledger, standing, visible
from clewline.store.accounts.people import Person, own_cases
from clewline.store.kinds_of_cases import head_of
from clewline.store.watch import person_of

KEPT = 64
"""Cases of which what is owed is kept in the process."""


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """What is owed to the people of a case, by its entries up to one."""

    read: growth.Read
    entries: Mapping[str, Sequence[Entry]]
    """Those that stand, by the person whom they name."""
    owed: Mapping[str, Sequence[Owed]]


Key = tuple[str, tuple[str, ...], tuple[Duty, ...], tuple[str, ...]]
_kept: OrderedDict[Key, _Kept] = OrderedDict()
_lock = Lock()


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
    duties, seen = table(), kinds_seen(person.role)
    kinds = tuple(sorted(kinds_of(duties) if seen is None else kinds_of(duties) & seen))
    key = (case, kinds, duties, where())
    with _lock:
        kept = _kept.get(key)
    if kept is None or kept.read.head != head_of(case):
        kept = _read_on(person, case, kinds, now, kept)
        with _lock:
            _kept[key] = kept
            _kept.move_to_end(key)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
    return sorted((one.at(now) for some in kept.owed.values() for one in some), key=order)


def _read_on(person: Person, case: str, kinds: Sequence[str], now: datetime, kept: _Kept | None) -> _Kept:
    """Return what is owed by a case as it is now: of what was kept, only those are asked anew of whom it grew."""
    until = growth.now(case)
    if kept is None or not growth.only_grew(case, kept.read):
        kept = _Kept(read=growth.Read(head=b"", seq=0), entries={}, owed={})
    new = _by_person(visible.standing_of_kinds(person, now.date(), case, kinds, after=kept.read.seq))
    # By their ids: what was appended while it was read comes again the next time.
    grown = {
        who: tuple({one.id: one for one in (*kept.entries.get(who, ()), *some)}.values())
        for who, some in new.items()
    }
    entries = {**kept.entries, **grown}
    found = {**kept.owed, **{who: _owed(who, entries[who], now) for who in new}}
    return _Kept(read=until, entries=entries, owed=found)


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
    found = [one for who, some in _by_person(entries).items() for one in _owed(who, some, now)]
    return sorted(found, key=order)


def _by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found = defaultdict[str, list[Entry]](list)
    for entry in entries:
        if (who := person_of(entry)) is not None:
            found[who].append(entry)
    return found


def _owed(who: str, entries: Sequence[Entry], now: datetime) -> list[Owed]:
    return owed(who, entries, table=table(), where=where(), now=now)


@lru_cache(maxsize=4)
def _read(text: str, name: str) -> tuple[Duty, ...]:
    return read_duties(text, name=name)
