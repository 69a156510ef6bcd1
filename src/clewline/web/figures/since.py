"""What a figure was last told as, and how far it has moved since."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from clewline.access import ACTS, may
from clewline.bulletin.week import as_written
from clewline.figures import Counted
from clewline.output.words import day_words
from clewline.store.accounts.people import Person
from clewline.web.bulletin import shown
from clewline.workflow.bulletin import told
from clewline.workflow.bulletin.told import LastTold, Place

Since = Mapping[Place, LastTold]


@dataclass(frozen=True, kw_only=True)
class Moved:
    """How a number stands to what a released bulletin told last."""

    words: str
    on: str
    """Day of that release."""
    moved: bool
    address: str
    """Where it opens to what changed and why; to whom that is not for, to the bulletin."""


@lru_cache(maxsize=16)
def last_released(force: str | None, record: tuple[int, bytes]) -> Since:
    """Return what was last told of a force, or of all, once for each state of the record."""
    return told.last_told(force)


def words_since(counted: Counted, since: Since, person: Person) -> Moved | None:
    """Return how a number stands to what was told last; none where nothing was told of it."""
    last = since.get(told.place_of(counted))
    if last is None or counted.value is None:
        return None
    by = counted.value - last.facts.count
    sign = "+" if by > 0 else "\N{MINUS SIGN}"
    said = f"{sign}{as_written(abs(by), counted.unit)} since release" if by else "as released"
    name = "bulletin_compare" if may(ACTS["compare bulletins"], person.role, None) else "bulletin"
    return Moved(
        words=said,
        on=day_words(last.on),
        moved=bool(by),
        address=f"{shown.address(name, last.bulletin.id)}#{last.id.replace(':', '-')}",
    )
