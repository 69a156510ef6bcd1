"""How a case grew since it was read through, so that what is told from it need not be told from all of it again."""

from dataclasses import dataclass

from clewline.store import bulk, ledger
from clewline.store.kinds_of_cases import head_of


@dataclass(frozen=True, kw_only=True)
class Read:
    """Up to where a case was read."""

    head: bytes
    """Hash of its last entry then."""
    seq: int
    """Number of that entry."""


def now(case: str) -> Read:
    """Return up to where a case goes."""
    head = head_of(case)
    found = bulk.few("select max(seq) from store_storedentry where case_id = %s", [case])
    return Read(head=head, seq=found[0][0] or 0)


def only_grew(case: str, read: Read) -> bool:
    """Return whether nothing that was read then was corrected, withdrawn, reversed or destroyed since."""
    if ledger.hash_of(read.seq) != read.head:
        return False  # another record
    # `|| ''`: by their numbers, not by the index of the case, which would be read whole.
    ends = bulk.few(
        "select 1 from store_storedentry where case_id || '' = %s and seq > %s and "
        "(kind in ('correction', 'batch_reversed', 'disposal') or corrects is not null) limit 1",
        [case, read.seq],
    )
    return not ends
