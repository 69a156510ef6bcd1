"""Append an entry once: the second press of one form finds it there."""

from collections.abc import Callable

from clewline.errors import BadInput
from clewline.record import Entry
from clewline.store import ledger
from clewline.workflow.mixing import refuse_mixing


def append_once(entry: Entry, check: Callable[[], None] = lambda: None) -> Entry:
    """Append an entry that passes a check, and return it; sent twice by one form it is one entry.

    :raises NotAllowed: made-up and real cases would lie in one record; or as the check says.
    """
    there = ledger.find([entry.id]).get(entry.id)
    if there is not None:
        return there
    refuse_mixing(entry.case)
    check()
    try:
        ledger.append([entry])
    except BadInput:
        # The other press was quicker.
        there = ledger.find([entry.id]).get(entry.id)
        if there is None:
            raise
        return there
    return entry
