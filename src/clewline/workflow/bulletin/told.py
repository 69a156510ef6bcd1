"""What released bulletins told: each number as it was last told, and by which of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clewline.figures import Counted
from clewline.record.kinds.bulletin_number import BulletinNumber
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.kept import Kept

Place = tuple[str, str, tuple[str, ...], date, date]
"""Figure, definition, what it is narrowed to, first and last day."""


@dataclass(frozen=True, kw_only=True)
class LastTold:
    """A number as a released bulletin told it."""

    bulletin: Kept
    id: str
    facts: BulletinNumber
    on: date


def released() -> list[Kept]:
    """Return the released bulletins, in the order in which they were released."""
    some = [one for one in kept.every() if one.released is not None]
    return sorted(some, key=lambda one: (one.released and one.released.recorded_at, one.id))


def last_told(force: str | None) -> dict[Place, LastTold]:
    """Return each number of one force, or of all, as it was last told."""
    return {_place(one.facts): one for one in _told(force)}


def place_of(counted: Counted) -> Place:
    """Return by what a counted number is found among those told."""
    where = tuple(f"{name}={value}" for name, value in sorted(counted.qualifiers.items()))
    return counted.figure.name, counted.definition.version, where, counted.start, counted.end


def _told(force: str | None) -> Iterator[LastTold]:
    for one in released():
        if one.written.force == force and not one.written.cases and one.released is not None:
            for entry, facts in kept.numbers(one):
                yield LastTold(bulletin=one, id=entry.id, facts=facts, on=one.released.day)


def _place(facts: BulletinNumber) -> Place:
    return facts.figure, facts.definition, facts.counted, facts.period_start, facts.period_end
