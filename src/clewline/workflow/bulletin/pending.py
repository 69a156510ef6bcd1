"""Corrections that were recorded and that no released bulletin has told yet."""

from dataclasses import dataclass, replace
from datetime import date

from clewline.bulletin.released.changed import fits_words
from clewline.figures import Counted
from clewline.record.kinds.bulletin_corrected import BulletinCorrected
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.kept import Kept
from clewline.workflow.bulletin.rows import Rows, counted_again


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A correction to be told, with its number counted anew for the bulletin that tells it."""

    ids: tuple[str, ...]
    """The correction's entry, and earlier ones of the same number that were not told either."""
    facts: BulletinCorrected
    now: Counted
    bulletin: Kept
    """The bulletin that told the number."""
    released_on: date

    @property
    def needed(self) -> bool:
        """Return whether what was told is wrong still: the number may have come to be right again."""
        return self.now.value is not None and not fits_words(
            self.facts.was, self.facts.was_relation, self.now.value
        )


def pending(body: str, rows: Rows, *, force: str | None) -> tuple[Pending, ...]:
    """Return the corrections of a body's bulletins that none of its released ones has told, oldest first.

    A bulletin corrects those that were counted from the same records: of one force, of the same cases.
    """
    released = {
        k.id: k
        for k in kept.every()
        if k.released is not None
        and (k.written.body, k.written.force, k.written.cases) == (body, force, rows.cases)
    }
    told = {one for k in released.values() for one in k.written.corrections}
    by_number: dict[str, Pending] = {}
    for entry, facts in kept.corrections(released.values()):
        bulletin = released[facts.bulletin]
        if entry.id in told or bulletin.released is None:
            continue
        frozen = kept.number_of(bulletin, facts.number)
        earlier = by_number.pop(facts.number, None)
        if earlier is not None:
            # Nobody was told of it: what stands in public is still what it corrected.
            facts = replace(facts, was=earlier.facts.was, was_relation=earlier.facts.was_relation)
        by_number[facts.number] = Pending(
            ids=(*(earlier.ids if earlier else ()), entry.id),
            facts=facts,
            now=counted_again(frozen, rows),
            bulletin=bulletin,
            released_on=bulletin.released.day,
        )
    return tuple(by_number.values())
