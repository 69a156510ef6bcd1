"""Everything that is told of a line, and its marks: each opens the rows that it rests on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clewline.analysis.phones import Behind, Line, Row
from clewline.analysis.phones.activity import Day, Hour, Silence, Week, by_day, by_hour, by_week, silences
from clewline.analysis.phones.areas import Area, Site, areas
from clewline.analysis.phones.bulk_texts import BulkTexts, bulk_texts
from clewline.analysis.phones.cells import Usual, usual_cells
from clewline.analysis.phones.chain import Chain, chain
from clewline.analysis.phones.compared import Covered
from clewline.analysis.phones.contacts import Contacts, contacts
from clewline.analysis.phones.headline import USED, Headline, headline
from clewline.analysis.phones.journeys import Movements, movements
from clewline.analysis.phones.moves import Moves, moves
from clewline.errors import NotFound
from clewline.record import Entry
from clewline.workflow.phones.ends import End

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Summary:
    """A line in one period. Each question is asked of its rows when the answer is first wanted, and once."""

    case: str
    line: Line
    because: str | None = None
    """Why other people's numbers are in it; none where they are not."""
    most: int | None = 50
    """Contacts that are listed; none: all."""
    covers: Callable[[], Covered] | None = None
    """What tells of which days the case's records of each number can speak."""
    decided: Mapping[tuple[str, str], Entry] = field(default_factory=dict)
    """What people decided of proposals that it moved, by first and second number."""
    ends: tuple[End, ...] = ()
    """Exhibits whose rows of the line stop before the days that their authority covers do."""

    @property
    def revealed(self) -> bool:
        return self.because is not None

    @cached_property
    def headline(self) -> Headline:
        return headline(self.line)

    @cached_property
    def hours(self) -> tuple[Hour, ...]:
        return by_hour(self.line)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        return by_day(self.line)

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        return by_week(self.line)

    @cached_property
    def silences(self) -> tuple[Silence, ...]:
        return silences(self.days)

    @cached_property
    def bulk(self) -> BulkTexts:
        return bulk_texts(self.line)

    @cached_property
    def contacts(self) -> Contacts:
        return contacts(self.line, limit=self.most, reveal=self.revealed)

    @cached_property
    def chain(self) -> Chain:
        return chain(self.line)

    @cached_property
    def usual(self) -> tuple[Usual, ...]:
        return usual_cells(self.line)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        return areas(self.line)

    @cached_property
    def movements(self) -> Movements:
        return movements(self.line, self.areas)

    @cached_property
    def moves(self) -> Moves:
        """Proposals that it moved to another number, or came from one; over all records, whatever the period."""
        return moves(self.line, None if self.covers is None else self.covers())

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """The sites of all areas, the most used first: the nth is the mark `site:n`."""
        return tuple(sorted((s for a in self.areas for s in a.sites), key=lambda s: (-s.uses, s.point)))

    @property
    def marks(self) -> Mapping[str, Behind]:
        """Everything that is told, by a name that a person can type, and the rows behind it."""
        return {mark: behind for kind in MARKS for mark, behind in self.marks_of(kind).items()}

    def marks_of(self, kind: str) -> Mapping[str, Behind]:
        """Return the marks that begin with that word, having asked no more than they need."""
        return dict(MARKS[kind](self)) if kind in MARKS else {}

    @cached_property
    def of_routes(self) -> Mapping[str, Behind]:
        """The marks of routes, as `route:A-B`: the rows of all journeys from one area to another."""
        ways: dict[str, list[Behind]] = {}
        for j in self.movements.journeys:
            ways.setdefault(f"route:{j.left.letter}-{j.reached.letter}", []).append(j.behind)
        return {
            mark: Behind(" or ".join(f"({b.where})" for b in some), tuple(v for b in some for v in b.values))
            for mark, some in ways.items()
        }

    @cached_property
    def of_moves(self) -> Mapping[str, Behind]:
        """The marks of proposals: their rows are of both numbers."""
        return {
            **{f"move:{m.number}": m.behind for m in self.moves.found},
            **{
                f"move:{m.number}-{n}": m.behind_item(item)
                for m in self.moves.found
                for n, item in enumerate(m.proposal.evidence, 1)
            },
        }

    def open(self, mark: str, limit: int | None = None, *, after: int = 0) -> list[Row]:
        """Return the rows behind a mark in order of time, at most `limit`, less the first `after`.

        :raises NotFound: the line has no such mark.
        """
        return self._line_of(mark).open(self.behind(mark), limit, after=after)

    def count(self, mark: str) -> int:
        """Return how many rows are behind a mark.

        :raises NotFound: the line has no such mark.
        """
        return self._line_of(mark).count(self.behind(mark))

    def _line_of(self, mark: str) -> Line:
        of_move = mark.startswith("move:") and mark in self.of_moves
        return self.moves.line if of_move and self.moves.line else self.line

    def behind(self, mark: str) -> Behind:
        """Return what is behind a mark.

        :raises NotFound: the line has no such mark.
        """
        found = self.marks_of(mark.partition(":")[0]).get(mark)
        if found is None:
            raise NotFound(f"The line has no mark {mark!r}; marks begin with {', '.join(MARKS)}.")
        return found


Marked = Iterator[tuple[str, Behind]]

MARKS: Mapping[str, Callable[[Summary], Marked]] = {
    "uses": lambda found: iter([("uses", USED)]),
    "repeats": lambda found: iter([("repeats", Behind("not kept"))]),
    "kind": lambda found: (
        (f"kind:{k.service}-{k.direction or 'none'}", k.behind) for k in found.headline.kinds
    ),
    "hour": lambda found: ((hour_name(h), h.behind) for h in found.hours),
    "day": lambda found: ((f"day:{d.day}", d.behind) for d in found.days),
    "week": lambda found: ((f"week:{w.monday}", w.behind) for w in found.weeks),
    "burst": lambda found: ((f"burst:{b.number}", b.behind) for b in found.bulk.bursts),
    "contact": lambda found: ((f"contact:c{c.contact}", c.behind) for c in found.contacts.listed),
    "handset": lambda found: ((f"handset:h{h.name}", h.behind) for h in found.chain.handsets),
    "sim": lambda found: ((f"sim:s{s.name}", s.behind) for s in found.chain.sims),
    "spell": lambda found: ((f"spell:{n}", s.behind) for n, s in enumerate(found.chain.spells, 1)),
    "part": lambda found: ((f"part:{u.part}", u.behind) for u in found.usual),
    "cell": lambda found: (
        (f"cell:{u.part}-{n}", c.behind) for u in found.usual for n, c in enumerate(u.listed, 1)
    ),
    "area": lambda found: ((f"area:{a.letter}", a.behind) for a in found.areas),
    "site": lambda found: ((f"site:{n}", s.behind) for n, s in enumerate(found.sites, 1)),
    "stay": lambda found: ((f"stay:{s.number}", s.behind) for s in found.movements.stays),
    "journey": lambda found: ((f"journey:{j.number}", j.behind) for j in found.movements.journeys),
    "route": lambda found: iter(found.of_routes.items()),
    "move": lambda found: iter(found.of_moves.items()),
}
"""The marks by the word that they begin with, and how those of each are found."""


def hour_name(hour: Hour) -> str:
    """Return the mark of an hour of a weekday, as `hour:mon-14`."""
    return f"hour:{DAYS[hour.weekday - 1]}-{hour.hour:02d}"
