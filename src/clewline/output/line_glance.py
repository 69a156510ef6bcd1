"""The whole period of a line in one picture: uses, bursts, handsets and SIMs, and where it was, on one axis of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from clewline.analysis.phones.areas import Area
from clewline.analysis.phones.chain import Piece
from clewline.output import line_words as words
from clewline.output.charts import drawing, round_axis, short
from clewline.output.line_links import Opens
from clewline.output.line_map import MOST, colour, shortened
from clewline.output.words import day_words
from clewline.workflow.line import Summary

WIDTH, LEFT, RIGHT = 1120, 168, 10
COLUMNS_TALL = 120
LANE = 20
AREAS = 7
"""Areas that have a lane of their own; stays elsewhere share one."""
BY_DAY = 400
"""Days up to which there is a column for each; above, one for each week."""
WEEKS, MONTHS, QUARTERS = 120, 800, 2400
"""Days up to which weeks, months and quarters are written along the axis."""


@dataclass(frozen=True, kw_only=True)
class Axis:
    """Local days and times as places between the sides of the drawing."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def at(self, when: datetime) -> float:
        """Return the place of a local time."""
        share = (when - datetime.combine(self.first, datetime.min.time())) / timedelta(days=self.days)
        return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, max(0.0, share))

    def of(self, day: date) -> float:
        """Return the place of the start of a day."""
        return self.at(datetime.combine(day, datetime.min.time()))


class _Paper:
    """What is drawn so far, and how far down it reaches."""

    def __init__(self, axis: Axis, opens: Opens) -> None:
        self.axis, self.opens = axis, opens
        self.drawn, self.y = list[Markup](), 8.0

    def put(self, shape: str, *values: object) -> None:
        self.drawn.append(Markup(shape).format(*(short(v) if isinstance(v, float) else v for v in values)))

    def name(self, words_: str, y: float, class_: str = "name") -> None:
        self.put('<text class="{}" x="{}" y="{}" text-anchor="end">{}</text>', class_, LEFT - 12, y, words_)


def glance(found: Summary, opens: Opens) -> Markup:
    """Return the picture."""
    paper = _Paper(Axis(first=found.line.first, last=found.line.last), opens)
    _columns(paper, found)
    _bursts(paper, found)
    _pieces(paper, "Handset", "handset:h", "h", found.chain.handsets)
    _pieces(paper, "SIM", "sim:s", "s", found.chain.sims)
    _areas(paper, found)
    grid = list(_grid(paper.axis, paper.y))
    title = "The period at a glance"
    told = (
        f"Uses by day from {found.line.first} to {found.line.last}, with {len(found.bulk.bursts)} bursts of texts, "
        f"{len(found.chain.handsets)} handsets, {len(found.chain.sims)} SIMs and {len(found.movements.stays)} stays "
        "in areas on the same axis. The tables of this page say the same."
    )
    return drawing(
        [*grid, *paper.drawn],
        id_="glance",
        title=title,
        words=told,
        width=WIDTH,
        height=int(paper.y + 26),
        has_links=True,
    )


def _columns(paper: _Paper, found: Summary) -> None:
    by_week = paper.axis.days > BY_DAY
    bars = (
        [(w.monday, w.uses, w.spoken, f"week:{w.monday}") for w in found.weeks]
        if by_week
        else [(d.day, d.uses, d.spoken, f"day:{d.day}") for d in found.days if d.uses]
    )
    top, tall = paper.y + 6, COLUMNS_TALL
    ceiling, step = round_axis(Decimal(max((b[1] for b in bars), default=1)))
    for quiet in found.silences:
        a, b = paper.axis.of(quiet.first), paper.axis.of(quiet.last + timedelta(days=1))
        paper.put('<rect class="silent" x="{}" y="{}" width="{}" height="{}"/>', a, top, b - a, tall)
        if b - a > 26:
            paper.put(
                '<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>',
                (a + b) / 2,
                top + tall - 6,
                f"{quiet.days} days silent"
                if b - a > 90
                else f"{quiet.days} d off"
                if b - a > 40
                else f"{quiet.days} d",
            )
    at = Decimal(0)
    while at <= ceiling:
        y = top + tall * float(1 - at / ceiling)
        paper.put('<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>', LEFT, WIDTH - RIGHT, y, y)
        paper.put('<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>', LEFT - 6, y + 4, f"{at:,f}")
        at += step
    paper.put('<text class="name" x="0" y="{}">Uses a {}</text>', top + 10, "week" if by_week else "day")
    with_data = any(uses > spoken for _, uses, spoken, _ in bars)
    if with_data:
        paper.put('<rect class="data" x="0" y="{}" width="10" height="10"/>', top + 22)
        paper.put('<text class="tick" x="15" y="{}">data sessions</text>', top + 31)
        paper.put('<rect class="bar" x="0" y="{}" width="10" height="10"/>', top + 39)
        paper.put('<text class="tick" x="15" y="{}">calls, messages</text>', top + 48)
    length = timedelta(days=7 if by_week else 1)
    for day, uses, spoken, mark in bars:
        a, b = paper.axis.of(day), paper.axis.of(day + length)
        wide = max(1.0, (b - a) * 0.8)
        high, low = tall * uses / float(ceiling), tall * spoken / float(ceiling)
        paper.put(
            '<a href="{}"><title>{}: {}</title><rect class="data" x="{}" y="{}" width="{}" height="{}"/>'
            '<rect class="bar" x="{}" y="{}" width="{}" height="{}"/></a>',
            paper.opens(mark), day_words(day), words.plural(uses, "use"),
            a + (b - a) / 10, top + tall - high, wide, high - low, a + (b - a) / 10, top + tall - low, wide, low,
        )  # fmt: skip
    paper.y = top + tall + 14


def _bursts(paper: _Paper, found: Summary) -> None:
    if not found.bulk.bursts:
        return
    y, most = paper.y, max(b.recipients for b in found.bulk.bursts)
    paper.name("Bursts of texts", y + 15)
    for burst in found.bulk.bursts[:MOST]:
        high = 4 + 14 * burst.recipients / most
        paper.put(
            '<a href="{}"><title>{}: {} texts to {} recipients</title>'
            '<rect class="burst" x="{}" y="{}" width="2.4" height="{}"/></a>',
            paper.opens(f"burst:{burst.number}"),
            words.when(burst.start),
            burst.texts,
            burst.recipients,
            paper.axis.at(burst.start) - 1.2,
            y + 19 - high,
            high,
        )
    paper.y += 30


def _pieces(paper: _Paper, name: str, mark: str, letter: str, pieces: Sequence[Piece]) -> None:
    for piece in pieces[:12]:
        a, b = paper.axis.at(piece.first), paper.axis.at(piece.last)
        y = paper.y
        paper.name(f"{name} {letter}{piece.name}", y + 13)
        paper.put('<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>', LEFT, WIDTH - RIGHT, y + 9, y + 9)
        paper.put(
            '<a href="{}"><title>{} {}{}: {} to {}, {} rows</title>'
            '<rect class="piece" x="{}" y="{}" width="{}" height="12" rx="2"/></a>',
            paper.opens(f"{mark}{piece.name}"),
            name,
            letter,
            piece.name,
            words.when(piece.first),
            words.when(piece.last),
            f"{piece.rows:,}",
            a,
            y + 3,
            max(3.0, b - a),
        )
        paper.y += LANE
    paper.y += 8 if pieces else 0


def _areas(paper: _Paper, found: Summary) -> None:
    stays = found.movements.stays
    if not stays:
        return
    lanes = _lanes(found)
    top = paper.y
    for area in {s.area.number: s.area for s in stays}.values():
        if (lane := lanes[area.number]) < AREAS:
            paper.name(f"{area.letter} {shortened(area.name, 18)}", top + lane * LANE + 14)
    used = max(lanes.values()) + 1
    if used > AREAS:
        paper.name("elsewhere", top + AREAS * LANE + 14, "tick")
    for lane in range(min(used, AREAS + 1)):
        y = top + lane * LANE + 10
        paper.put('<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>', LEFT, WIDTH - RIGHT, y, y)

    def middle(area: Area) -> float:
        return top + min(lanes[area.number], AREAS) * LANE + 10

    for one, other in pairwise(stays):
        paper.put(
            '<line class="way" x1="{}" y1="{}" x2="{}" y2="{}"/>',
            paper.axis.at(one.last.at), middle(one.area), paper.axis.at(other.first.at), middle(other.area),
        )  # fmt: skip
    for stay in stays[:MOST]:
        a, b = paper.axis.at(stay.first.at), paper.axis.at(stay.last.at)
        paper.put(
            '<a href="{}" class="{}"><title>Area {}: {} to {}, {} rows</title>'
            '<rect class="stay" x="{}" y="{}" width="{}" height="11" rx="1.5"/></a>',
            paper.opens(f"stay:{stay.number}"),
            colour(stay.area),
            stay.area.letter,
            words.when(stay.first.at),
            words.when(stay.last.at),
            f"{stay.rows:,}",
            a - (1 if b - a < 2.5 else 0),
            middle(stay.area) - 5.5,
            max(2.5, b - a),
        )
    paper.y = top + min(used, AREAS + 1) * LANE + 6


def _lanes(found: Summary) -> dict[int, int]:
    """Return the lane of each area of a stay, by its number: the most used in order, the others in one."""
    stayed = sorted({s.area.number for s in found.movements.stays})
    return {number: min(n, AREAS) for n, number in enumerate(stayed)}


def _grid(axis: Axis, bottom: float) -> Iterator[Markup]:
    """Draw the dates, and shade the weekends where days can be told apart."""
    if axis.days <= WEEKS:
        for n in range(axis.days):
            day = axis.first + timedelta(days=n)
            if day.weekday() >= 5:
                a, b = axis.of(day), axis.of(day + timedelta(days=1))
                yield Markup('<rect class="weekend" x="{}" y="8" width="{}" height="{}"/>').format(
                    short(a), short(b - a), short(bottom - 8)
                )
    before = -100.0
    for day, said in _dates(axis):
        x = axis.of(day)
        yield Markup('<line class="rule" x1="{0}" x2="{0}" y1="8" y2="{1}"/>').format(
            short(x), short(bottom + 6)
        )
        if x - before > 52 and x < WIDTH - 44:
            yield Markup('<text class="tick" x="{}" y="{}">{}</text>').format(
                short(x + 3), short(bottom + 17), said
            )
            before = x


def _dates(axis: Axis) -> Iterator[tuple[date, str]]:
    for n in range(axis.days):
        day = axis.first + timedelta(days=n)
        if axis.days <= WEEKS:
            if day.weekday() == 0:
                yield day, words.short_day(day)
        elif day.day == 1 and day.month in _months(axis.days):
            yield day, f"{words.short_day(day).split()[1]} {day.year}"


def _months(days: int) -> tuple[int, ...]:
    """Return the months whose first day is written along an axis of so many days."""
    if days <= MONTHS:
        return tuple(range(1, 13))
    return (1, 4, 7, 10) if days <= QUARTERS else (1,)
