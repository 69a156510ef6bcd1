"""Which entries no longer stand: corrected, withdrawn, or of a batch that was reversed."""

from collections.abc import Sequence

from clewline.case.known import FOREVER, Closing, closing, known_intervals
from clewline.record import Entry
from clewline.store import ledger, mentions


def no_longer(case: str, some: Sequence[Entry], *, also: Sequence[Closing] = ()) -> set[str]:
    """Return, of entries of a case, the ids of those that no longer stand; `also` ends some before it is recorded."""
    mentions.catch_up([case])
    closings = {one.id: one for one in also}
    asked = {one.id for one in some} | {one.batch for one in some if one.batch}
    done: set[str] = set()
    while asked := asked - done:
        done |= asked
        later = [entry for _, entry in ledger.numbered(mentions.ending(case, sorted(asked)))]
        closings.update((entry.id, one) for entry in later for one in closing(entry))
        # What ends an entry may itself have been withdrawn, or its batch reversed.
        asked = {entry.id for entry in later} | {entry.batch for entry in later if entry.batch}
    known = known_intervals(closings.values(), {one.id: (one.recorded_at, one.batch) for one in some})
    return {one.id for one in some if not any(end == FOREVER for _, end in known[one.id])}
