"""Why a number changed: for each entry that came or went, the entry that made it so, and when that was recorded."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from clewline.bulletin.released.changed import Cause, Difference, Reason
from clewline.record import Entry
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.disposal import Disposal
from clewline.store import ledger


def causes(difference: Difference, *, since: datetime) -> tuple[Cause, ...]:
    """Return the causes of a difference from what was known at `since`, in the order in which they were recorded.

    An entry may come or go because another did, that the number rests on too: then that one is the cause.
    """
    if not difference:
        return ()
    found = ledger.find([*difference.came, *difference.went])
    came = {i: found[i] for i in difference.came}
    caused = [_came(entry, since) for entry in came.values()]
    replaced = {entry.corrects for entry in came.values()}
    ended = _Ended(since) if set(difference.went) - replaced else None
    if ended is not None:
        for i in difference.went:
            if i not in replaced:
                caused += ended.of(i, found)
    if not caused:
        touched = (*difference.went, *difference.altered)
        caused = [Cause(reason="other", entry=i, by=i, recorded_at=None) for i in touched]
    return tuple(sorted(caused, key=lambda c: (c.recorded_at or since, c.by, c.entry)))


def _came(entry: Entry, since: datetime) -> Cause:
    reason: Reason = "late entry"
    if entry.recorded_at <= since:
        reason = "known again"
    elif entry.corrects is not None:
        reason = "correction"
    return Cause(reason=reason, entry=entry.id, by=entry.id, recorded_at=entry.recorded_at)


class _Ended:
    """What ended entries: withdrawals, reversals, disposals and later entries that replaced them."""

    def __init__(self, since: datetime) -> None:
        self._withdrawn: dict[str, Entry] = {}
        self._reversed: dict[str, Entry] = {}
        self._disposed: dict[str, Entry] = {}
        for entry in ledger.of_kinds(None, "batch_reversed", "correction", "disposal"):
            if entry.recorded_at <= since and not isinstance(entry.facts, Disposal):
                continue
            if isinstance(entry.facts, Correction):
                self._withdrawn[entry.facts.withdraws] = entry
            elif isinstance(entry.facts, BatchReversed):
                self._reversed[entry.facts.batch] = entry
            elif isinstance(entry.facts, Disposal):
                self._disposed[entry.facts.disposed] = entry

    def of(self, id_: str, found: Mapping[str, Entry]) -> Iterator[Cause]:
        """Yield what ended an entry; nothing where it only went with another."""
        entry = found.get(id_)
        if id_ in self._disposed:
            yield _by("disposal", id_, self._disposed[id_])
        elif id_ in self._withdrawn:
            yield _by("withdrawal", id_, self._withdrawn[id_])
        elif entry is not None and entry.batch in self._reversed:
            yield _by("batch reversed", id_, self._reversed[entry.batch])
        elif entry is not None:
            # A correction is about the same thing as what it corrects.
            for later in ledger.about(entry.case, [entry.subject]):
                if later.corrects == id_:
                    yield _by("correction", id_, later)


def _by(reason: Reason, entry: str, by: Entry) -> Cause:
    return Cause(reason=reason, entry=entry, by=by.id, recorded_at=by.recorded_at)
