"""Where things lie on a map: the projection, the view, what is cut off at its edge, and a scale of round numbers.

The projection is transverse Mercator on a sphere around the middle of the view: it keeps shapes, north is up along
the middle, and within 400 km of it lengths are true to 0.2 %.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

EARTH = 6371.0088
"""Mean radius in kilometres."""
ROOM = 0.1
"""Share of the view that is left free beside the points."""
LEAST = 8.0
"""Kilometres that a view is wide at least."""

Point = tuple[float, float]
"""Degrees north and east (WGS 84)."""
Pixel = tuple[float, float]
"""To the right and down, from the upper left corner."""


@dataclass(frozen=True, kw_only=True)
class View:
    """A part of the earth on a drawing of so many pixels."""

    centre: Point
    """What lies in the middle, before `east` and `north` are set off."""
    east: float
    """Kilometres from the centre to the middle of the drawing."""
    north: float
    scale: float
    """Pixels to the kilometre."""
    width: int
    height: int

    def at(self, point: Point) -> Pixel:
        """Return where a point lies on the drawing."""
        east, north = kilometres(point, self.centre)
        return (
            self.width / 2 + (east - self.east) * self.scale,
            self.height / 2 - (north - self.north) * self.scale,
        )

    def holds(self, pixel: Pixel, margin: float = 0) -> bool:
        """Return whether a place is on the drawing, so far from its edge."""
        return margin <= pixel[0] <= self.width - margin and margin <= pixel[1] <= self.height - margin

    @property
    def across(self) -> float:
        """Kilometres from the left to the right."""
        return self.width / self.scale


def kilometres(point: Point, centre: Point) -> tuple[float, float]:
    """Return the kilometres east and north of the centre, by transverse Mercator."""
    lat, lon = math.radians(point[0]), math.radians(point[1] - centre[1])
    # Half way round the earth there is no such map; nothing of a case lies there.
    b = max(-0.9999, min(0.9999, math.cos(lat) * math.sin(lon)))
    north = math.atan2(math.tan(lat), math.cos(lon)) - math.radians(centre[0])
    return EARTH * math.atanh(b), EARTH * north


def view_of(
    points: Sequence[Point], *, width: int, tall: tuple[int, int], least: float = LEAST, room: float = ROOM
) -> View:
    """Return the view that holds all points; its height lies between the two of `tall`."""
    centre = (
        (min(p[0] for p in points) + max(p[0] for p in points)) / 2,
        (min(p[1] for p in points) + max(p[1] for p in points)) / 2,
    )
    placed = [kilometres(p, centre) for p in points]
    west, east = min(p[0] for p in placed), max(p[0] for p in placed)
    south, north = min(p[1] for p in placed), max(p[1] for p in placed)
    wide, high = max(least, (east - west) * (1 + 2 * room)), max(least / 2, (north - south) * (1 + 2 * room))
    height = round(min(tall[1], max(tall[0], width * high / wide)))
    return View(
        centre=centre,
        east=(west + east) / 2,
        north=(south + north) / 2,
        scale=min(width / wide, height / high),
        width=width,
        height=height,
    )


def clipped(ring: Sequence[Pixel], view: View, margin: float = 12) -> list[Pixel]:
    """Return the part of a closed shape that is on the drawing or just beside it (Sutherland and Hodgman)."""
    low, right, bottom = -margin, view.width + margin, view.height + margin
    for axis, edge, sign in ((0, low, 1), (0, right, -1), (1, low, 1), (1, bottom, -1)):
        ring = list(_cut(ring, axis, edge, sign))
    return list(ring)


def _cut(ring: Sequence[Pixel], axis: int, edge: float, sign: int) -> Iterator[Pixel]:
    for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside_a, inside_b = sign * (a[axis] - edge) >= 0, sign * (b[axis] - edge) >= 0
        if inside_a:
            yield a
        if inside_a != inside_b:
            share = (edge - a[axis]) / (b[axis] - a[axis])
            yield a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def round_length(most: float) -> float:
    """Return the longest of 1, 2 or 5 times a power of ten that is not more."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(power * n for n in (1, 2, 5) if power * n <= most)


def degrees(view: View) -> Iterator[tuple[str, list[Pixel]]]:
    """Yield the lines of a net of degrees over the view, each with its words: four or so to each side."""
    spread = view.across / 111 / max(0.2, math.cos(math.radians(view.centre[0])))
    step = next((s for s in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10) if spread / s <= 6), 10.0)
    places = max(0, -math.floor(math.log10(step)))
    lat, lon = view.centre
    for n in range(math.floor((lon - spread) / step), math.ceil((lon + spread) / step) + 1):
        at = n * step
        words = f"{abs(at):.{places}f}° {'E' if at >= 0 else 'W'}" if at else "0°"
        yield words, [view.at((lat + spread * i / 8, at)) for i in range(-8, 9)]
    for n in range(math.floor((lat - spread) / step), math.ceil((lat + spread) / step) + 1):
        at = n * step
        yield (
            f"{abs(at):.{places}f}° {'N' if at >= 0 else 'S'}",
            [view.at((at, lon + spread * i / 8)) for i in range(-8, 9)],
        )


def path(pixels: Iterable[Pixel], *, closed: bool = False) -> str:
    """Return the line as SVG writes it, to a tenth of a pixel and without points that fall together."""
    written: list[str] = []
    for x, y in pixels:
        place = f"{x:.1f},{y:.1f}"
        if not written or written[-1] != place:
            written.append(place)
    return f"M{' '.join(written)}{'Z' if closed else ''}"
