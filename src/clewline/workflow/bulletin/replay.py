"""Replay a bulletin: count it again with the selections, the instant and the cases that it was counted with."""

from dataclasses import dataclass
from datetime import datetime

from clewline.bulletin.released.changed import Cause, Difference, difference
from clewline.bulletin.released.frozen import FrozenNumber
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.causes import causes
from clewline.workflow.bulletin.kept import Kept
from clewline.workflow.bulletin.rows import Rows


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """One number counted again."""

    frozen: FrozenNumber
    again: FrozenNumber
    difference: Difference
    causes: tuple[Cause, ...]

    @property
    def equal(self) -> bool:
        """Return whether the rows are the same by their hash."""
        return self.frozen.sha256 == self.again.sha256


@dataclass(frozen=True, kw_only=True)
class Replay:
    """A bulletin counted again, number by number."""

    bulletin: Kept
    engine: str
    """Engine that counted it now; the bulletin names the one that did then."""
    numbers: tuple[Replayed, ...]

    @property
    def equal(self) -> bool:
        """Return whether every number stands on the rows that it was frozen with."""
        return all(number.equal for number in self.numbers)


def replay(bulletin: str) -> Replay:
    """Return the bulletin of that id counted again, as known at its own instant, by its own selections.

    :raises NotFound: there is no such bulletin, or its rows are not kept here.
    :raises ChainBroken: the file of its rows is not the one that was kept.
    """
    found = kept.find(bulletin)
    frozen = found.frozen()
    rows = Rows(datetime.fromisoformat(frozen.as_of), frozen.cases)
    return Replay(
        bulletin=found,
        engine=rows.engine,
        numbers=tuple(_replayed(number, rows.number(number), since=found.as_of) for number in frozen.numbers),
    )


def _replayed(frozen: FrozenNumber, again: FrozenNumber, *, since: datetime) -> Replayed:
    found = difference(frozen.rows, again.rows)
    return Replayed(frozen=frozen, again=again, difference=found, causes=causes(found, since=since))
