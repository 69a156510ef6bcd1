"""Considerations of section 45 before made-up charges: without one the ledger holds a charge back."""

from collections.abc import Iterable, Iterator

from clewline.record import Entry, Statement
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.section_45_considered import Section45Considered


def considered_first(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of a case, and before the first charge of each person that somebody considered it."""
    already: set[str] = set()
    for entry in entries:
        if isinstance(entry.facts, Charge) and entry.facts.person not in already:
            already.add(entry.facts.person)
            yield _of(entry, entry.facts)
        yield entry


def _of(charge: Entry, facts: Charge) -> Entry:
    return Entry(
        id=f"45 {charge.id}",
        case=charge.case,
        subject=facts.person,
        day=charge.day,
        facts=Section45Considered(
            force=facts.force,
            person=facts.person,
            considered_by="Moss",
            test="child",
            outcome="not settled",
            reason="Made up for a benchmark.",
        ),
        source=Statement("Moss"),
        recorded_at=charge.recorded_at,
        recorded_by=charge.recorded_by,
    )
