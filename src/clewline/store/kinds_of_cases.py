"""Which kinds of entry a case has, and which are its authorities: kept in the process, since a case only grows."""

from dataclasses import dataclass

from clewline.store import bulk, ledger
from clewline.store.chain import GENESIS


@dataclass(frozen=True)
class _Seen:
    """What a case held when it was last looked through."""

    head: bytes
    """Hash of its last entry then, which names all that stood before it."""
    seq: int
    kinds: frozenset[str]
    authorities: tuple[int, ...]
    """Numbers of the entries that record an authority."""


_seen: dict[str, _Seen] = {}


def kinds_of_case(case: str) -> frozenset[str]:
    """Return the kinds of entry that a case has, having read no more of it than was appended since last asked."""
    return _up_to_date(case).kinds


def authorities_of_case(case: str) -> tuple[int, ...]:
    """Return the numbers of a case's entries that record an authority, in order; having read no more than that."""
    return _up_to_date(case).authorities


def head_of(case: str) -> bytes:
    """Return the hash of a case's last entry, which names all that stood before it."""
    found = bulk.few("select head from store_chain where case_id = %s", [case])
    return bytes(found[0][0]) if found else GENESIS


def _up_to_date(case: str) -> _Seen:
    head = head_of(case)
    seen = _seen.get(case)
    if seen is None or seen.head != head:
        seen = _seen[case] = _look(case, seen)
    return seen


def _look(case: str, seen: _Seen | None) -> _Seen:
    """Look through what was appended; through all of the case where what was seen is not of this record."""
    if seen is not None and ledger.hash_of(seen.seq) == seen.head:
        # `|| ''`: by their numbers, not by the index of the case, which would be read whole.
        where, after, known, held = "case_id || '' = %s and seq > %s", seen.seq, seen.kinds, seen.authorities
    else:
        where, after, known, held = "case_id = %s and seq > %s", 0, frozenset[str](), ()
    rows = bulk.few(
        f"select kind, max(seq) from store_storedentry where {where} group by kind", [case, after]
    )
    last = max((seq for _, seq in rows), default=after)
    kinds = known | {kind for kind, _ in rows}
    if any(kind == "authority" for kind, _ in rows):
        more = f"select seq from store_storedentry where {where} and kind = %s and seq <= %s order by seq"
        held = (*held, *(seq for (seq,) in bulk.few(more, [case, after, "authority", last])))
    return _Seen(ledger.hash_of(last) or GENESIS, last, kinds, held)
