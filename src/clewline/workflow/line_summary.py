"""Everything that is told of a line, and its marks: each opens the rows that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from clewline.analysis.phones import Behind, Line, Row
from clewline.analysis.phones.activity import Day, Hour, Silence, Week
from clewline.analysis.phones.areas import Area, Site
from clewline.analysis.phones.bulk_texts import BulkTexts
from clewline.analysis.phones.cells import Usual
from clewline.analysis.phones.chain import Chain
from clewline.analysis.phones.contacts import Contacts
from clewline.analysis.phones.headline import USED, Headline
from clewline.analysis.phones.journeys import Movements
from clewline.analysis.phones.moves import Moves
from clewline.errors import NotFound
from clewline.record import Entry
from clewline.workflow.phones.ends import End

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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
    moves: Moves
    """Proposals that it moved to another number, or came from one; over all records, whatever the period."""
    decided: Mapping[tuple[str, str], Entry]
    """What people decided of such proposals, by first and second number."""
    ends: tuple[End, ...] = ()
    """Exhibits whose rows of the line stop before the days that their authority covers do."""

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
            **self.of_routes,
            **self.of_moves,
        }

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
        return self.moves.line if mark in self.of_moves and self.moves.line else self.line

    def behind(self, mark: str) -> Behind:
        """Return what is behind a mark.

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
