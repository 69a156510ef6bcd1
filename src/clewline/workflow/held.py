"""What a case holds already about the subjects of a file, so that a later export adds only what is new."""

from collections.abc import Iterable, Sequence

from clewline.formats.rows import Draft
from clewline.record import Entry
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.received import Received
from clewline.store import ledger


class Held:
    """The standing entries of one case, looked up by subject, for a file of one system."""

    def __init__(self, case: str, mapping: str, batch: str) -> None:
        self._case, self._batch = case, batch
        received = ledger.of_kinds(case, "received")
        self._same_system = {
            e.id for e in received if isinstance(e.facts, Received) and e.facts.mapping == mapping
        }
        reversals = ledger.of_kinds(case, "batch_reversed")
        self._reversed = {e.facts.batch for e in reversals if isinstance(e.facts, BatchReversed)}
        corrections = ledger.of_kinds(case, "correction")
        self._withdrawn = {e.facts.withdraws for e in corrections if isinstance(e.facts, Correction)}

    def find(self, drafts: Iterable[Draft]) -> dict[tuple[str, str], list[Entry]]:
        """Return the standing entries about the drafts' subjects, by kind and subject."""
        return self.standing(sorted({d.subject for d in drafts}))

    def standing(self, subjects: Sequence[str]) -> dict[tuple[str, str], list[Entry]]:
        """Return the standing entries about some subjects, by kind and subject."""
        found = [
            e
            for e in ledger.about(self._case, subjects, besides=self._batch)
            if e.batch not in self._reversed
        ]
        gone = {e.corrects for e in found if e.corrects is not None} | self._withdrawn
        there: dict[tuple[str, str], list[Entry]] = {}
        for e in found:
            if e.id not in gone:
                there.setdefault((e.kind, e.subject), []).append(e)
        return there

    def replaced(self, there: Iterable[Entry], draft: Draft) -> str | None:
        """Return the entry that the draft replaces: the same system's, of the same force, about the same thing."""
        if not draft.facts.supersedes:
            return None
        force = getattr(draft.facts, "force", None)
        for e in there:
            if e.batch in self._same_system and getattr(e.facts, "force", None) == force:
                return e.id
        return None
