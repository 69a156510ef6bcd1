"""A line's cells and journeys on a map, drawn without the internet: land, a net of degrees, sites, routes, words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from clewline.analysis.phones.areas import Area, Site
from clewline.analysis.phones.journeys import Journey
from clewline.output.charts import drawing, short
from clewline.output.line_links import Opens
from clewline.output.map_ground import furniture, land, net
from clewline.output.map_labels import Label, placed
from clewline.output.map_view import View, view_of
from clewline.output.words import printable
from clewline.workflow.line import Summary

COLOURS = 5
"""Areas that have a colour of their own; the others share one."""
WIDE, TALL = 1120, (460, 860)
CLOSE_WIDE, CLOSE_TALL = 360, (280, 340)
CLOSE_UPS = 3
WEDGES = 60.0
"""Kilometres up to which a view shows where its cells point."""
LABELS = 16
MOST, SITES = 400, 2000
"""Bursts, stays and journeys, and sites that are drawn and open; the command line opens all."""
NAME = 30
"""Characters of a place's name on the map."""


@dataclass(frozen=True, kw_only=True)
class Route:
    """All journeys from one area to another."""

    left: Area
    reached: Area
    journeys: tuple[Journey, ...]

    @property
    def mark(self) -> str:
        return f"route:{self.left.letter}-{self.reached.letter}"


def routes(journeys: Sequence[Journey]) -> tuple[Route, ...]:
    """Return the journeys by where they began and ended, the commonest route first."""
    ordered = sorted(journeys, key=lambda j: (j.left.number, j.reached.number, j.number))
    grouped = [
        Route(left=members[0].left, reached=members[0].reached, journeys=tuple(members))
        for _, found in groupby(ordered, key=lambda j: (j.left.number, j.reached.number))
        for members in [list(found)]
    ]
    return tuple(sorted(grouped, key=lambda r: (-len(r.journeys), r.left.number, r.reached.number)))


def colour(area: Area) -> str:
    """Return the class of an area's colour."""
    return f"c{min(area.number - 1, COLOURS)}"


def shortened(name: str, most: int = NAME) -> str:
    """Return a place's name in at most so many characters."""
    said = printable(name)
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"


def whole_map(found: Summary, title: str, opens: Opens) -> Markup | None:
    """Return the map of all sites; none where no row names a place."""
    if not found.sites:
        return None
    stayed = {s.area.number for s in found.movements.stays}
    view = view_of([s.point for s in found.sites], width=WIDE, tall=TALL)
    named = [a for a in found.areas if a.number in stayed][:LABELS]
    most = found.sites[0].uses
    words = [
        Label(
            words=f"{a.letter} {shortened(a.name)}" if a.sites[0].places else a.letter,
            x=x,
            y=y,
            radius=_radius(a.sites[0].uses, most, view.width),
        )
        for a in named
        for x, y in [view.at(a.sites[0].point)]
    ]
    drawn = [
        *land(view),
        *net(view),
        *_routes(routes(found.movements.journeys), view, opens),
        *_sites(found, view, opens),
        *_words(words, view),
        *furniture(view),
    ]
    return drawing(
        drawn,
        id_="map",
        title=title,
        words=_told(found),
        width=view.width,
        height=view.height,
        has_links=True,
    )


def close_ups(found: Summary, opens: Opens) -> list[tuple[Area, Markup]]:
    """Return a map of each of the most used areas that the whole map shows too small."""
    if not found.sites:
        return []
    across = view_of([s.point for s in found.sites], width=WIDE, tall=TALL).across
    wanted = [a for a in found.areas if len(a.sites) > 1 and a.width * 4 < across and a.uses > 1][:CLOSE_UPS]
    return [(area, _close_up(found, area, opens)) for area in wanted]


def _close_up(found: Summary, area: Area, opens: Opens) -> Markup:
    """Draw an area by the sites that served nine of ten of its rows, most used first."""
    core: list[Site] = []
    for site in area.sites:
        if sum(s.uses for s in core) >= 0.9 * area.uses and len(core) > 1:
            break
        core.append(site)
    view = view_of([s.point for s in core], width=CLOSE_WIDE, tall=CLOSE_TALL, least=2.0, room=0.22)
    named = [
        Label(words=shortened(s.places[0]), x=x, y=y, radius=_radius(s.uses, area.sites[0].uses, view.width))
        for s in core[:4]
        if s.places
        for x, y in [view.at(s.point)]
    ]
    drawn = [*land(view), *net(view), *_sites(found, view, opens), *_words(named, view), *furniture(view)]
    title = f"Area {area.letter}, {printable(area.name)}: its cells"
    told = f"{len(core)} of {len(area.sites)} sites, which served nine of ten of its {area.uses:,} rows."
    return drawing(
        drawn,
        id_=f"close-{area.letter}",
        title=title,
        words=told,
        width=view.width,
        height=view.height,
        has_links=True,
    )


def _routes(found: Sequence[Route], view: View, opens: Opens) -> Iterator[Markup]:
    """Draw each route as a bow to the right of its direction, so that there and back lie side by side."""
    for route in reversed(found):
        (x1, y1), (x2, y2) = view.at(route.left.sites[0].point), view.at(route.reached.sites[0].point)
        long = math.hypot(x2 - x1, y2 - y1)
        if long < 12:
            continue
        bow = min(90.0, long * 0.16)
        cx = (x1 + x2) / 2 - (y2 - y1) / long * bow
        cy = (y1 + y2) / 2 + (x2 - x1) / long * bow
        mx, my = (x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4
        times, fast = len(route.journeys), any(j.too_fast for j in route.journeys)
        wide = min(7.0, 1.2 + 1.1 * math.log2(times))
        turn = math.degrees(math.atan2(y2 - y1, x2 - x1))
        head = 4 + wide
        yield Markup(
            '<a href="{}"><g class="route{}"><title>{} to {}: {} {}</title>'
            '<path d="M{},{} Q{},{} {},{}" stroke-width="{}"/>'
            '<path class="head" d="M{},0 L{},{} L{},{}Z" transform="translate({},{}) rotate({})"/></g></a>'
        ).format(
            opens(route.mark),
            " fast" if fast else "",
            route.left.letter,
            route.reached.letter,
            times,
            "journey" if times == 1 else "journeys",
            *(
                short(v)
                for v in (
                    x1,
                    y1,
                    cx,
                    cy,
                    x2,
                    y2,
                    wide,
                    head,
                    -head * 0.7,
                    head * 0.6,
                    -head * 0.7,
                    -head * 0.6,
                )
            ),
            *(short(v) for v in (mx, my, turn)),
        )
        if times > 1:
            yield Markup('<text class="halo times" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                short(mx - (y2 - y1) / long * 13), short(my + (x2 - x1) / long * 13 + 4), times
            )


def _sites(found: Summary, view: View, opens: Opens) -> Iterator[Markup]:
    area_of = {s.point: a for a in found.areas for s in a.sites}
    most = max((s.uses for s in found.sites if view.holds(view.at(s.point))), default=1)
    for n, site in enumerate(found.sites[:SITES], 1):
        x, y = view.at(site.point)
        if not view.holds((x, y)):
            continue
        area, r = area_of[site.point], _radius(site.uses, most, view.width)
        wedges = (
            Markup("").join(_wedge(x, y, r, azimuth) for azimuth in site.azimuths)
            if view.across <= WEDGES
            else ""
        )
        yield Markup(
            '<a href="{}"><g class="{}"><title>Area {}: {} rows on {} days{}</title>{}'
            '<circle class="site" cx="{}" cy="{}" r="{}"/></g></a>'
        ).format(
            opens(f"site:{n}"),
            colour(area),
            area.letter,
            f"{site.uses:,}",
            site.days,
            f", {printable(site.places[0])}" if site.places else "",
            wedges,
            short(x),
            short(y),
            short(r),
        )


def _radius(uses: int, most: int, width: int) -> float:
    """Return the radius of a dot: its area grows with the rows."""
    return 1.8 + (15 if width > 600 else 11) * math.sqrt(uses / most)


def _wedge(x: float, y: float, r: float, azimuth: int) -> Markup:
    """Return a wedge to where a cell points: sixty degrees of a circle, of no meaning in its length."""
    long = r + 16
    a, b = (math.radians(azimuth + turn) for turn in (-30, 30))
    east_a, north_a, east_b, north_b = math.sin(a), math.cos(a), math.sin(b), math.cos(b)
    corners = (x, y, x + long * east_a, y - long * north_a, long, long, x + long * east_b, y - long * north_b)
    return Markup('<path class="wedge" d="M{},{} L{},{} A{},{} 0 0 1 {},{}Z"/>').format(*map(short, corners))


def _words(labels: Sequence[Label], view: View) -> Iterator[Markup]:
    corners = [
        (0.0, view.height - 34.0, 190.0, float(view.height)),
        (view.width - 60.0, 0.0, float(view.width), 66.0),
    ]
    for place in placed([n for n in labels if view.holds((n.x, n.y))], view, corners):
        yield Markup('<text class="halo" x="{}" y="{}">{}</text>').format(
            short(place.x), short(place.y), place.label.words
        )


def _told(found: Summary) -> str:
    first = "; ".join(
        f"{a.letter}, {printable(a.name)}, {a.uses:,} rows on {a.days} days" for a in found.areas[:5]
    )
    return (
        f"{len(found.sites):,} cell sites in {len(found.areas):,} areas and {len(found.movements.journeys):,} "
        f"journeys between them. The most used areas: {first}. The tables below say the same."
    )
