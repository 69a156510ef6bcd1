"""The rows that the marks of a line's page open: the first of each, and how to print them all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup, escape

from clewline.analysis.phones import Behind, Row, bulk_texts
from clewline.output import line_words as words
from clewline.output.line_links import mark_id
from clewline.output.line_map import MOST, SITES, Route
from clewline.output.line_moves import items, title
from clewline.output.words import day_words, printable
from clewline.workflow.line import Summary, hour_name

SPELLS = 60
"""Spells that open on the page; the command line opens all."""
FEW, SOME = 5, 12
"""Rows shown of a mark of which there are many on the page, and of one of which there are few."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What opens when a mark is followed. `count` is all rows, of which `rows` are the first."""

    id: str
    title: str
    count: int
    rows: tuple[Row, ...]
    command: str
    several: bool
    """Whether the rows are of several phones, which are then named."""

    @property
    def table(self) -> Markup:
        """The rows of the table, without the end tags that HTML lets one leave out: there are thousands."""
        return Markup("".join(_row(r, self.several) for r in self.rows))


def panels(found: Summary, routes: Sequence[Route]) -> list[Panel]:
    """Return a panel for each mark that the page has."""
    sizes = {mark: (title, count) for mark, title, count in _marks(found)}
    opened = _opened(found)
    made = []
    for mark, (said, count) in sizes.items():
        rows = opened.get(mark)
        if rows is None:
            rows = found.open(mark, SOME)
        made.append(
            Panel(
                id=mark_id(mark),
                title=said,
                count=count,
                rows=tuple(rows),
                command=words.rows_command(found, mark),
                several=several_phones(found, mark),
            )
        )
    return made


def several_phones(found: Summary, mark: str) -> bool:
    """Return whether the rows of a mark are of several phones."""
    return mark.startswith("move:") or len(found.line.asked.numbers) > 1


def mark_title(found: Summary, mark: str) -> str:
    """Return what the rows of a mark are, in words; one of those that no page draws keeps its name."""
    kind = mark.partition(":")[0]
    if kind == "route":
        return f"Journeys from {mark.removeprefix('route:').replace('-', ' to ')}"
    titled = _TITLED.get(kind)
    some = iter(()) if titled is None else titled(found)
    return next((title for name, title, _ in some if name == mark), mark)


def _opened(found: Summary) -> Mapping[str, list[Row]]:
    """Return the first rows of the marks of which there are many, in one pass for each kind."""
    line = found.line
    hours = line.open_each("weekday, hour", "used", FEW)
    days = line.open_each("day", "used", FEW)
    weeks = line.open_each("monday", "used", FEW)
    parties = line.open_each("contact", "used and contact is not null", FEW)
    sites = line.open_each("lat, lon", "kept and lat is not null", FEW)
    bursts = {m: b.behind for b in found.bulk.bursts[:MOST] for m in [f"burst:{b.number}"]}
    moved = found.movements
    places = {
        **{f"stay:{s.number}": s.behind for s in moved.stays[:MOST]},
        **{f"journey:{j.number}": j.behind for j in moved.journeys[:MOST]},
    }
    return {
        **line.open_spans({m: _span(b) for m, b in bursts.items()}, bulk_texts.OUT, SOME),
        **line.open_spans({m: _span(b) for m, b in places.items()}, "kept and lat is not null", SOME),
        **{hour_name(h): hours[h.weekday, h.hour] for h in found.hours},
        **{f"day:{d.day}": days[(d.day,)] for d in found.days if d.uses},
        **{f"week:{w.monday}": weeks[(w.monday,)] for w in found.weeks},
        **{f"contact:c{c.contact}": parties[(c.contact,)] for c in found.contacts.listed},
        **{f"site:{n}": sites[s.point] for n, s in enumerate(found.sites[:SITES], 1)},
    }


def _span(behind: Behind) -> tuple[datetime, datetime]:
    first, last = behind.values
    return first, last


def _marks(found: Summary) -> Iterator[tuple[str, str, int]]:
    """Yield (mark, title, rows) of everything on the page that opens."""
    for titled in _TITLED.values():
        yield from titled(found)


Titled = Iterator[tuple[str, str, int]]


def _kinds(found: Summary) -> Titled:
    for k in found.headline.kinds:
        yield f"kind:{k.service}-{k.direction or 'none'}", words.kind_words(k.service, k.direction, 2), k.uses


def _hours(found: Summary) -> Titled:
    for h in found.hours:
        yield hour_name(h), f"{words.WEEKDAYS[h.weekday - 1]}s, {h.hour:02d}:00 to {h.hour:02d}:59", h.uses


def _days(found: Summary) -> Titled:
    for d in found.days:
        if d.uses:
            yield f"day:{d.day}", f"{words.WEEKDAYS[d.day.weekday()]}, {day_words(d.day)}", d.uses


def _bursts(found: Summary) -> Titled:
    for b in found.bulk.bursts[:MOST]:
        yield f"burst:{b.number}", f"Burst {b.number}, {words.when(b.start)}", b.texts


def _cells(found: Summary) -> Titled:
    for usual in found.usual:
        for n, cell in enumerate(usual.listed, 1):
            yield f"cell:{usual.part}-{n}", f"{usual.part.capitalize()}: {words.cell_words(cell)}", cell.uses


def _areas(found: Summary) -> Titled:
    for area in found.areas:
        if len(area.sites) > 1 or area.number <= 26:
            yield f"area:{area.letter}", f"Area {area.letter}, {printable(area.name)}", area.uses


def _sites(found: Summary) -> Titled:
    for n, site in enumerate(found.sites[:SITES], 1):
        yield f"site:{n}", f"Site {n}{f', {printable(site.places[0])}' if site.places else ''}", site.uses


def _stays(found: Summary) -> Titled:
    for stay in found.movements.stays[:MOST]:
        yield f"stay:{stay.number}", f"Stay {stay.number}, area {stay.area.letter}", stay.rows


def _moves(found: Summary) -> Titled:
    for move in found.moves.found:
        said = title(found, move)
        rows = {s for e in move.proposal.evidence for s in e.rows}
        yield f"move:{move.number}", f"{said}: all rows compared", len(rows)
        for item in items(move):
            if item.mark:
                yield item.mark, f"{said}: {item.evidence.name}", len(set(item.evidence.rows))


def _journeys(found: Summary) -> Titled:
    for j in found.movements.journeys[:MOST]:
        yield f"journey:{j.number}", f"Journey {j.number}, {j.left.letter} to {j.reached.letter}", j.rows + 2


_TITLED: Mapping[str, Callable[[Summary], Titled]] = {
    "uses": lambda found: iter([("uses", "All uses", found.headline.uses)]),
    "kind": _kinds,
    "hour": _hours,
    "day": _days,
    "week": lambda found: (
        (f"week:{w.monday}", f"Week from {day_words(w.monday)}", w.uses) for w in found.weeks
    ),
    "burst": _bursts,
    "contact": lambda found: (
        (f"contact:c{c.contact}", f"Contact c{c.contact}", c.uses) for c in found.contacts.listed
    ),
    "handset": lambda found: (
        (f"handset:h{p.name}", f"Handset h{p.name}", p.rows) for p in found.chain.handsets
    ),
    "sim": lambda found: ((f"sim:s{p.name}", f"SIM s{p.name}", p.rows) for p in found.chain.sims),
    "spell": lambda found: (
        (f"spell:{n}", f"Spell {n}", s.rows) for n, s in enumerate(found.chain.spells[:SPELLS], 1)
    ),
    "cell": _cells,
    "area": _areas,
    "site": _sites,
    "stay": _stays,
    "move": _moves,
    "journey": _journeys,
}
"""What the page says of its marks, by the word that they begin with, in the order of the page."""


def _row(row: Row, several: bool) -> str:
    loosely = "" if row.dates == "exactly" else "≤ "
    cell = words.cell_words(row)
    pointing = f" ({row.azimuth}°)" if row.azimuth is not None else ""
    phone = f"<td>{escape(printable(row.phone))}" if several else ""
    return (
        f"<tr><td>{loosely}{words.when(row.at)}{phone}<td>{words.use_words(row)}<td>{words.party_words(row)}"
        f"<td>{escape(cell)}{pointing}<td>{escape(words.ref_words(row.ref))}\n"
    )
