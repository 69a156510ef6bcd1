"""The link chart: things in columns by what they are, each edge and each thing a link to what it rests on.

Drawn by the server and the same each time. An edge is drawn alike whatever its count: the chart ranks nobody.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clewline.case.links import Link, Links, Sort, Thing
from clewline.output.charts import short
from clewline.output.frame import FONT
from clewline.output.words import day_words, period_words, printable

COLUMNS: Mapping[Sort, int] = {
    Sort.ARREST: 0,
    Sort.OPERATION: 0,
    Sort.AUTHORITY: 0,
    Sort.PERSON: 1,
    Sort.PLACE: 1,
    Sort.LINE: 2,
    Sort.NUMBER: 3,
    Sort.CONTACT: 4,
    Sort.HANDSET: 4,
    Sort.SIM: 4,
    Sort.AREA: 4,
    Sort.EXHIBIT: 4,
}
"""The column in which a thing stands."""
MOST = 48
"""Things that a chart draws; the table has the rest."""
WIDE, HIGH, ACROSS, DOWN, EDGE = 176, 44, 96, 14, 12
"""Width and height of a box, the space between columns and between boxes, and around all."""
LETTERS = 22
"""Characters of a name in a box."""
SWEEPS = 4
PROTECT = "Protection first"
_INK, _QUIET, _PAPER, _PALE, _PROTECT = "#14191d", "#47525c", "#ffffff", "#eef3f6", "#fff3c4"

Opens = Callable[..., str]
"""Gives the address of what a thing, or two of them, rest on: called with the key of one, or of both."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing, and how many things of all are on it."""

    drawing: Markup
    drawn: int
    things: int


@dataclass(frozen=True, kw_only=True)
class _Box:
    thing: Thing
    x: float
    y: float


def link_words(links: Sequence[Link], things: Mapping[str, Thing]) -> str:
    """Return what ties two things, in a sentence."""
    one, other = things[links[0].one], things[links[0].other]
    said = "; ".join(f"{printable(link.what)} ({count_words(link)}{days_words(link)})" for link in links)
    return f"{thing_words(one)} and {thing_words(other)}: {said}"


def thing_words(thing: Thing) -> str:
    """Return a thing with what it is, and of whom protection comes first."""
    first = f", {PROTECT.lower()}" if thing.protect_first else ""
    return f"{thing.sort} {printable(thing.title)}{first}"


def count_words(link: Link) -> str:
    """Return how many entries or rows a link rests on."""
    one, many = ("entry", "entries") if link.mark is None else ("row", "rows")
    return f"{link.count:,} {one if link.count == 1 else many}"


def days_words(link: Link) -> str:
    """Return the days of a link after a comma; nothing where none is known."""
    if link.first is None:
        return ""
    if link.last is None:
        return f", from {day_words(link.first)}"
    return f", {period_words(link.first, link.last)}"


def chosen(found: Links, focus: str | None, most: int = MOST) -> Links:
    """Return the links of at most that many things: those that people recorded first, then those of most rows."""
    if len(found.things) <= most:
        return found
    kept = {focus} if focus else set()
    for link in sorted(found.links, key=lambda one: _order(one, focus)):
        ends = {link.one, link.other} - kept
        reached = focus is None or len(ends) < 2
        if ends and reached and len(kept) + len(ends) <= most:
            kept |= ends
    return found.only(lambda link: link.one in kept and link.other in kept, always=(focus,) if focus else ())


def _order(link: Link, focus: str | None) -> tuple[bool, bool, bool, int]:
    """Return which links come first: an operation ties hundreds of lines and tells little of each."""
    broad = any(end.startswith(f"{Sort.OPERATION}:") for end in (link.one, link.other))
    return broad, link.mark is not None, focus not in (link.one, link.other), -link.count


def link_chart(found: Links, *, opens: Opens, focus: str | None = None, label: str) -> Chart:
    """Return the chart as SVG; `focus` is the thing that it is about."""
    some = chosen(found, focus)
    boxes = {box.thing.key: box for column in _columns(some) for box in column}
    width = max((box.x for box in boxes.values()), default=0) + WIDE + EDGE
    height = max((box.y for box in boxes.values()), default=0) + HIGH + EDGE
    pairs: dict[tuple[str, str], list[Link]] = {}
    for link in some.links:
        if link.one != link.other:
            pairs.setdefault((min(link.one, link.other), max(link.one, link.other)), []).append(link)
    drawing = Markup(
        '<svg class="cw-link-chart" xmlns="http://www.w3.org/2000/svg" font-family="{font}" '
        'viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
        'role="group" aria-label="{label}">{edges}{boxes}</svg>'
    ).format(
        w=short(width),
        h=short(height),
        label=label,
        font=FONT,
        edges=Markup("").join(_edge(ties, boxes, some, opens) for ties in pairs.values()),
        boxes=Markup("").join(_box(box, focus, opens) for box in boxes.values()),
    )
    return Chart(drawing=drawing, drawn=len(some.things), things=len(found.things))


def _columns(found: Links) -> list[list[_Box]]:
    """Return the boxes by column: each near those that it is tied to, so that few edges cross."""
    columns: dict[int, list[str]] = {}
    # Things of one sort stay in the order in which they are told, contacts by their use.
    rank = {key: at for at, key in enumerate(sorted(found.things, key=lambda one: found.things[one].sort))}
    for key in rank:
        columns.setdefault(COLUMNS[found.things[key].sort], []).append(key)
    order = [columns[number] for number in sorted(columns)]
    tallest = max(map(len, order), default=0)
    for sweep in range(SWEEPS):
        place = {key: _share(at, len(column), tallest) for column in order for at, key in enumerate(column)}
        for column in order if sweep % 2 == 0 else reversed(order):
            column.sort(key=lambda one: (round(_middle(one, found, place), 6), rank[one]))
            place |= {key: _share(at, len(column), tallest) for at, key in enumerate(column)}
    made = []
    for number, column in enumerate(order):
        top = EDGE + (tallest - len(column)) * (HIGH + DOWN) / 2
        x = EDGE + number * (WIDE + ACROSS)
        made.append(
            [_Box(thing=found.things[key], x=x, y=top + at * (HIGH + DOWN)) for at, key in enumerate(column)]
        )
    return made


def _share(at: int, of: int, tallest: int) -> float:
    return at + (tallest - of) / 2


def _middle(key: str, found: Links, place: Mapping[str, float]) -> float:
    """Return the mean place of what a thing is tied to; its own where it is tied to nothing."""
    ends: Iterable[str] = (end for link in found.by_thing.get(key, ()) for end in (link.one, link.other))
    places = [place[end] for end in ends if end != key]
    return sum(places) / len(places) if places else place[key]


def _edge(ties: Sequence[Link], boxes: Mapping[str, _Box], found: Links, opens: Opens) -> Markup:
    left, right = sorted((boxes[ties[0].one], boxes[ties[0].other]), key=lambda box: (box.x, box.y))
    y1, y2 = left.y + HIGH / 2, right.y + HIGH / 2
    x1, x2 = left.x + WIDE, right.x if right.x > left.x else right.x + WIDE
    bend = ACROSS * 0.6
    points = ((x1, y1), (x1 + bend, y1), (x2 - bend if x2 > x1 else x2 + bend, y2), (x2, y2))
    path = "M{}C{} {} {}".format(*(f"{short(x)} {short(y)}" for x, y in points))
    # At the end where fewer edges meet, the counts stand apart.
    crowded = len(found.by_thing[left.thing.key]) >= len(found.by_thing[right.thing.key])
    at = _along(points, 0.5 if x1 == x2 else 0.8 if crowded else 0.2)
    dashes = Markup(' stroke-dasharray="6 4"') if all(link.mark for link in ties) else Markup("")
    count = sum(link.count for link in ties)
    return Markup(
        '<a class="cw-link-chart__edge" href="{href}" aria-label="{words}"><title>{words}</title>'
        '<path class="cw-link-chart__hit" d="{path}" fill="none" stroke="#ffffff" stroke-opacity="0" '
        'stroke-width="14"/>'
        '<path d="{path}" fill="none" stroke="{ink}" stroke-width="1.5"{dashes}/>'
        '<text x="{x}" y="{y}" text-anchor="middle" font-size="12" fill="{text}" stroke="{paper}" stroke-width="4" '
        'paint-order="stroke">{count}</text></a>'
    ).format(
        href=opens(ties[0].one, ties[0].other),
        words=link_words(ties, found.things),
        path=path,
        ink=_QUIET,
        dashes=dashes,
        x=short(at[0]),
        y=short(at[1] + 4),
        text=_INK,
        paper=_PAPER,
        count=f"{count:,}",
    )


def _along(points: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    """Return the place on a curve of four points that is this share of its way along."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, points, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, points, strict=True)),
    )


def _box(box: _Box, focus: str | None, opens: Opens) -> Markup:
    thing = box.thing
    name = printable(thing.title)
    fill = _PROTECT if thing.protect_first else _PALE
    above = f"{thing.sort}: {PROTECT.lower()}" if thing.protect_first else str(thing.sort)
    return Markup(
        '<a class="cw-link-chart__thing" href="{href}" aria-label="{words}"><title>{words}</title>'
        '<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="3" fill="{fill}" stroke="{ink}" stroke-width="{wide}"/>'
        '<text x="{tx}" y="{t1}" font-size="12" fill="{quiet}">{above}</text>'
        '<text x="{tx}" y="{t2}" font-size="14" font-weight="bold" fill="{ink}">{name}</text></a>'
    ).format(
        href=opens(thing.key),
        words=thing_words(thing),
        x=short(box.x),
        y=short(box.y),
        w=WIDE,
        h=HIGH,
        fill=fill,
        ink=_INK,
        wide="3" if thing.key == focus else "1",
        tx=short(box.x + 10),
        t1=short(box.y + 17),
        t2=short(box.y + 35),
        quiet=_QUIET,
        above=above,
        name=name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…",
    )
