"""The numbers of a case's entries of a few kinds that many pages ask for: kept in the process, since a case only grows.

A case holds a million entries and six receipts of phone records: to look for these in all of it took 70 ms a page.
"""

from dataclasses import dataclass

from clewline.record import Entry
from clewline.store import bulk, ledger
from clewline.store.chain import GENESIS

KINDS = ("authority", "batch_reversed", "phone_records", "phones_compared")
"""The kinds whose numbers are kept."""


@dataclass(frozen=True)
class _Seen:
    """What a case held when it was last looked through."""

    head: bytes
    """Hash of its last entry then, which names all that stood before it."""
    seq: int
    """Number of that entry."""
    numbers: tuple[tuple[int, str], ...]


_seen: dict[str, _Seen] = {}


def numbers_of(case: str, *kinds: str) -> tuple[int, ...]:
    """Return the numbers of a case's entries of some of `KINDS`, in order, having read no more than was appended."""
    found = bulk.few("select head from store_chain where case_id = %s", [case])
    head = bytes(found[0][0]) if found else GENESIS
    seen = _seen.get(case)
    if seen is None or seen.head != head:
        seen = _seen[case] = _look(case, seen)
    return tuple(seq for seq, kind in seen.numbers if kind in kinds)


def entries_of(case: str, *kinds: str) -> list[Entry]:
    """Return a case's entries of some of `KINDS`, in order; destroyed ones are left out."""
    return [entry for _, entry in ledger.numbered(numbers_of(case, *kinds))]


def _look(case: str, seen: _Seen | None) -> _Seen:
    """Look through what was appended; through all of the case where what was seen is not of this record."""
    known: tuple[tuple[int, str], ...] = ()
    where, after = "case_id = %s and seq > %s", 0
    if seen is not None and ledger.hash_of(seen.seq) == seen.head:
        # `|| ''`: by their numbers, not by the index of the case, which would be read whole.
        where, after, known = "case_id || '' = %s and seq > %s", seen.seq, seen.numbers
    marks = ", ".join(["%s"] * len(KINDS))
    rows = bulk.few(
        f"select seq, kind from store_storedentry where {where} and kind in ({marks}) order by seq",
        [case, after, *KINDS],
    )
    ((last,),) = bulk.few(f"select max(seq) from store_storedentry where {where}", [case, after])
    number = after if last is None else int(last)
    return _Seen(ledger.hash_of(number) or GENESIS, number, known + tuple((int(s), k) for s, k in rows))
