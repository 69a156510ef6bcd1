"""Ask a case's phone records everything that the summary of one line tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clewline.analysis import Tables
from clewline.analysis.phones import Asked, Behind, Line, open_line
from clewline.analysis.phones.activity import Day, Hour, Silence, Week, by_day, by_hour, by_week, silences
from clewline.analysis.phones.areas import Area, Site, areas
from clewline.analysis.phones.bulk_texts import BulkTexts, bulk_texts
from clewline.analysis.phones.cells import Usual, usual_cells
from clewline.analysis.phones.chain import Chain, chain
from clewline.analysis.phones.contacts import Contacts, contacts
from clewline.analysis.phones.headline import USED, Headline, headline
from clewline.analysis.phones.journeys import Movements, movements
from clewline.errors import NotAllowed, NotFound

OpenCase = Callable[[str], Tables]
"""Opens a case's phone records: returns a connection in which `events` is the view of them."""
Tell = Callable[[str, str], None]
"""Writes to the access log that the numbers of a case were revealed, and why: (case, reason)."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _cannot_open(case: str) -> Tables:
    raise NotFound(f"The case {case!r} has no phone records that can be opened.")


def _cannot_tell(case: str, reason: str) -> None:
    raise NotAllowed("Numbers cannot be revealed: there is no log to say so in.")


@dataclass(frozen=True)
class Summary:
    """A line in one period, asked everything. `line` opens the rows behind a mark."""

    case: str
    line: Line
    revealed: bool
    because: str | None
    headline: Headline
    hours: tuple[Hour, ...]
    days: tuple[Day, ...]
    weeks: tuple[Week, ...]
    silences: tuple[Silence, ...]
    bulk: BulkTexts
    contacts: Contacts
    chain: Chain
    usual: tuple[Usual, ...]
    areas: tuple[Area, ...]
    movements: Movements

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """The sites of all areas, the most used first: the nth is the mark `site:n`."""
        return tuple(sorted((s for a in self.areas for s in a.sites), key=lambda s: (-s.uses, s.point)))

    @cached_property
    def marks(self) -> Mapping[str, Behind]:
        """Everything that is told, by a name that a person can type, and the rows behind it."""
        return {
            "uses": USED,
            "repeats": Behind("not kept"),
            **{f"kind:{k.service}-{k.direction or 'none'}": k.behind for k in self.headline.kinds},
            **{hour_name(h): h.behind for h in self.hours},
            **{f"day:{d.day}": d.behind for d in self.days},
            **{f"week:{w.monday}": w.behind for w in self.weeks},
            **{f"burst:{b.number}": b.behind for b in self.bulk.bursts},
            **{f"contact:c{c.contact}": c.behind for c in self.contacts.listed},
            **{f"handset:h{h.name}": h.behind for h in self.chain.handsets},
            **{f"sim:s{s.name}": s.behind for s in self.chain.sims},
            **{f"spell:{n}": s.behind for n, s in enumerate(self.chain.spells, 1)},
            **{f"part:{u.part}": u.behind for u in self.usual},
            **{f"cell:{u.part}-{n}": c.behind for u in self.usual for n, c in enumerate(u.listed, 1)},
            **{f"area:{a.letter}": a.behind for a in self.areas},
            **{f"site:{n}": s.behind for n, s in enumerate(self.sites, 1)},
            **{f"stay:{s.number}": s.behind for s in self.movements.stays},
            **{f"journey:{j.number}": j.behind for j in self.movements.journeys},
        }

    def behind(self, mark: str) -> Behind:
        """Return the rows behind a mark.

        :raises NotFound: the line has no such mark.
        """
        try:
            return self.marks[mark]
        except KeyError:
            kinds = ", ".join(dict.fromkeys(m.partition(":")[0] for m in self.marks))
            raise NotFound(f"The line has no mark {mark!r}; marks begin with {kinds}.") from None


def hour_name(hour: Hour) -> str:
    """Return the mark of an hour of a weekday, as `hour:mon-14`."""
    return f"hour:{DAYS[hour.weekday - 1]}-{hour.hour:02d}"


def line_of(
    case: str,
    numbers: tuple[str, ...],
    *,
    zone: str = "Europe/London",
    start: date | None = None,
    end: date | None = None,
    reveal: bool = False,
    because: str | None = None,
    most: int | None = 50,
    open_case: OpenCase = _cannot_open,
    tell: Tell = _cannot_tell,
) -> Summary:
    """Return what the case's records say of a line; `most` contacts are listed.

    `open_case` and `tell` are the two places where the rest of the house is joined on.

    :raises NotAllowed: numbers are to be revealed without a reason, or without a log to say so in.
    :raises NotFound: the case, or the number in it, is not there.
    """
    if reveal:
        if not (because or "").strip():
            raise NotAllowed("Numbers are only revealed for a reason that is logged; give one.")
        tell(case, str(because))
    asked = Asked(numbers=numbers, zone=zone, start=start, end=end)
    return summarise(case, open_line(open_case(case), asked), reveal=reveal, because=because, most=most)


def summarise(
    case: str, line: Line, *, reveal: bool = False, because: str | None = None, most: int | None = 50
) -> Summary:
    """Ask an open line everything."""
    days = by_day(line)
    found = areas(line)
    return Summary(
        case=case,
        line=line,
        revealed=reveal,
        because=because,
        headline=headline(line),
        hours=by_hour(line),
        days=days,
        weeks=by_week(line),
        silences=silences(days),
        bulk=bulk_texts(line),
        contacts=contacts(line, limit=most, reveal=reveal),
        chain=chain(line),
        usual=usual_cells(line),
        areas=found,
        movements=movements(line, found),
    )
