"""What is told of each person of a case by their standing entries, kept in the process, and told anew of those alone of
whom the case grew: a first page asks for it each time that somebody begins.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Generic, TypeVar

from clewline.access import kinds_of as kinds_seen
from clewline.record import Entry
from clewline.store import growth, visible
from clewline.store.accounts.people import Person
from clewline.store.kinds_of_cases import head_of
from clewline.store.naming import person_of

KEPT = 64
"""Cases of which what is told is kept in the process."""

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class _Kept(Generic[T]):
    """What is told of the people of a case, by its entries up to one."""

    read: growth.Read
    entries: Mapping[str, Sequence[Entry]]
    """Those that stand, by the person whom they name."""
    told: Mapping[str, T]


class ByPerson(Generic[T]):
    """Tells something of each person of a case, and keeps it as long as the case does not grow."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, _Kept[T]] = OrderedDict()
        self._lock = Lock()

    def of_case(
        self,
        person: Person,
        case: str,
        today: date,
        *,
        kinds: Iterable[str],
        tell: Callable[[str, Sequence[Entry]], T],
        by: Hashable = None,
    ) -> Mapping[str, T]:
        """Return what is told of each person, from the entries of some kinds that someone sees.

        `by` is all else that what is told hangs on.
        """
        seen = kinds_seen(person.role)
        some = tuple(sorted(set(kinds) if seen is None else set(kinds) & seen))
        key = (case, some, by)
        with self._lock:
            kept = self._kept.get(key)
        if kept is None or kept.read.head != head_of(case):
            kept = self._read_on(person, case, some, today, tell, kept)
            with self._lock:
                self._kept[key] = kept
                self._kept.move_to_end(key)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return kept.told

    def _read_on(
        self,
        person: Person,
        case: str,
        kinds: Sequence[str],
        today: date,
        tell: Callable[[str, Sequence[Entry]], T],
        kept: _Kept[T] | None,
    ) -> _Kept[T]:
        """Return what is told of a case as it is now: of what was kept, only those are told anew of whom it grew."""
        until = growth.now(case)
        if kept is None or not growth.only_grew(case, kept.read):
            kept = _Kept(read=growth.Read(head=b"", seq=0), entries={}, told={})
        new = by_person(visible.standing_of_kinds(person, today, case, kinds, after=kept.read.seq))
        # By their ids: what was appended while it was read comes again the next time.
        grown = {
            who: tuple({one.id: one for one in (*kept.entries.get(who, ()), *some)}.values())
            for who, some in new.items()
        }
        entries = {**kept.entries, **grown}
        return _Kept(
            read=until, entries=entries, told={**kept.told, **{who: tell(who, entries[who]) for who in new}}
        )


def by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return entries by the person whom they name; those that name none are left out."""
    found = defaultdict[str, list[Entry]](list)
    for entry in entries:
        if (who := person_of(entry)) is not None:
            found[who].append(entry)
    return found
