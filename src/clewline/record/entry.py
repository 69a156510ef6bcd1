"""An entry: one dated fact, where it came from, when the record learnt it. It never changes."""

from dataclasses import dataclass
from datetime import date, datetime

from clewline.record.facts import Facts
from clewline.record.kinds import name_of
from clewline.record.source import Source


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A dated fact in the record of one case. A correction is a later entry that names this one."""

    id: str
    """Name of the entry, unique in the whole record."""
    case: str
    subject: str
    """Stable id of the thing that the entry is about: a custody reference, a line, a person."""
    day: date
    """The day that it is true of."""
    facts: Facts
    source: Source
    recorded_at: datetime
    """When the record learnt it (UTC); `day` is when it happened."""
    recorded_by: str
    batch: str | None = None
    """Id of the `received` entry of the file that it came with; none for a statement."""
    corrects: str | None = None
    """Id of the earlier entry that this one replaces."""
    because: str | None = None
    """Why it replaces it."""

    @property
    def kind(self) -> str:
        """Name of the kind of entry, as `line_closure`."""
        return name_of(type(self.facts))
