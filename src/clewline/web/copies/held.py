"""What a copy is made from: the rows, links and places that a page of the site shows, all pages of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clewline.case.links import Links
from clewline.output.copies import Holds, Place
from clewline.record import Entry, FileLine
from clewline.web.case.shown import MONITORS, shown

ENTRY_COLUMNS = (
    "Day",
    "Entry",
    "Kind",
    "About",
    "What was recorded",
    "Case",
    "File (SHA-256)",
    "Line of the file",
    "Recorded",
    "Recorded by",
)
PLACES = ("place", "address", "premises", "origin")
"""Facts that name a place."""
ALL = frozenset(Holds)


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is copied, read only as far as a format asks for it."""

    columns: Sequence[str]
    rows: Callable[[], Iterable[Mapping[str, Any]]]
    count: int
    """How many rows."""
    cut: bool = False
    """Whether the limit of a copy leaves some out."""
    links: Callable[[], Links] = Links
    places: Callable[[], Iterable[Place]] = tuple
    notes: tuple[str, ...] = ()
    written: Callable[[str], None] | None = None
    """Records in the case that a copy with this SHA-256 is about to leave, where the record needs that."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Something that can be copied, before it is read."""

    title: str
    asked: Mapping[str, str]
    """The filters, by their names in the address."""
    back: str
    """Address of the page that shows it."""
    hold: Callable[[], Held]
    case: str | None = None
    subject: str | None = None
    holds: frozenset[Holds] = field(default=ALL)


def entry_row(entry: Entry) -> dict[str, Any]:
    """Return the row of an entry; what only monitors fairness is on the entry's own page alone."""
    one = shown(entry)
    return {
        "Day": entry.day,
        "Entry": entry.id,
        "Kind": one.title,
        "About": entry.subject,
        "What was recorded": "; ".join(
            f"{name}: {value}" for name, value in one.facts if name not in MONITORS
        ),
        "Case": entry.case,
        "File (SHA-256)": entry.source.sha256 if isinstance(entry.source, FileLine) else "",
        "Line of the file": entry.source.line if isinstance(entry.source, FileLine) else None,
        "Recorded": entry.recorded_at.isoformat(timespec="seconds"),
        "Recorded by": entry.recorded_by,
    }


def entry_places(entries: Iterable[Entry]) -> Iterator[Place]:
    """Yield the places that entries name; the record gives them in words."""
    for entry in entries:
        for name in PLACES:
            where = getattr(entry.facts, name, None)
            if where:
                row = entry_row(entry)
                yield Place(
                    id=f"{entry.id}/{name}",
                    title=f"{row['Kind']} {entry.subject}",
                    where=str(where),
                    day=entry.day,
                    point=None,
                    says={"entry": entry.id, "case": entry.case, "recorded": row["What was recorded"]},
                )
