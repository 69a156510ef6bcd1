"""What a map stands on: sea and land, countries' names, a net of degrees, a scale and an arrow to the north."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from clewline.output.charts import short
from clewline.output.map_view import Pixel, View, clipped, degrees, path, round_length
from clewline.reference.outlines import outlines

NAMED = 30_000
"""Square pixels of a piece of land from which its country is written on it."""


def land(view: View) -> Iterator[Markup]:
    """Draw the sea, the countries in view, and the names of those that are large there."""
    yield Markup('<rect class="sea" width="{}" height="{}"/>').format(view.width, view.height)
    named: dict[str, list[Pixel]] = {}
    for polygon in outlines():
        # A quick look first: most of Europe is not in view.
        degrees_away = view.across / 60 + 3
        lat, lon = view.centre
        if polygon.south - degrees_away > lat or polygon.north + degrees_away < lat:
            continue
        if polygon.west - 2 * degrees_away > lon or polygon.east + 2 * degrees_away < lon:
            continue
        shape = clipped([view.at(p) for p in polygon.ring], view)
        if len(shape) > 2:
            if _size(shape) > NAMED and polygon.country not in named:
                named[polygon.country] = shape
            yield Markup('<path class="land" d="{}"><title>{}</title></path>').format(
                path(shape, closed=True), polygon.country
            )

    for country, shape in named.items() if view.across > 200 else ():
        x, y = (sum(p[axis] for p in shape) / len(shape) for axis in (0, 1))
        if view.holds((x, y), 60):
            yield Markup('<text class="country" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                short(x), short(y), country
            )


def _size(shape: Sequence[Pixel]) -> float:
    """Return the square pixels of a closed shape."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(shape, [*shape[1:], shape[0]], strict=True))) / 2


def net(view: View) -> Iterator[Markup]:
    """Draw lines of latitude and longitude, with their degrees at the edge."""
    for words, pixels in degrees(view):
        yield Markup('<path class="net" d="{}"/>').format(path(_within(pixels, view)))
        upright = abs(pixels[0][0] - pixels[-1][0]) < abs(pixels[0][1] - pixels[-1][1])
        edge = _crossing(pixels, 1 if upright else 0, 10 if upright else 4)
        if edge and view.holds(edge, 4) and not (upright and edge[0] > view.width - 90):
            x, y = (edge[0] + 3, 12) if upright else (4, edge[1] - 3)
            if upright or y > 26:
                yield Markup('<text class="tick" x="{}" y="{}">{}</text>').format(short(x), short(y), words)


def _within(pixels: Sequence[Pixel], view: View) -> list[Pixel]:
    """Return the points of a line, those far outside brought to the edge of what is drawn."""
    far = 4000.0
    return [(max(-far, min(view.width + far, x)), max(-far, min(view.height + far, y))) for x, y in pixels]


def _crossing(pixels: Sequence[Pixel], axis: int, at: float) -> Pixel | None:
    for a, b in pairwise(pixels):
        if (a[axis] - at) * (b[axis] - at) <= 0 and a[axis] != b[axis]:
            share = (at - a[axis]) / (b[axis] - a[axis])
            return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    return None


def furniture(view: View) -> Iterator[Markup]:
    """Draw the scale bar and the arrow to the north."""
    kilometres = round_length(min(view.width * 0.22, 180.0) / view.scale)
    long, y = kilometres * view.scale, view.height - 12
    said = f"{kilometres:g} km" if kilometres >= 1 else f"{kilometres * 1000:g} m"
    yield Markup(
        '<path class="scale" d="M12,{} v6 h{} v-6"/><text class="halo tick" x="{}" y="{}">{}</text>'
    ).format(y - 6, short(long), short(18 + long), y + 2, said)
    x = view.width - 26
    yield Markup(
        '<path class="north" d="M{0},14 l7,22 l-7,-5 l-7,5Z"/><text class="halo tick" x="{0}" y="50" '
        'text-anchor="middle">N</text>'
    ).format(x)
