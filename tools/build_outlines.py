"""Write the country outlines of src/clewline/reference/outlines from the npm package world-atlas (Natural Earth).

    npm pack world-atlas@2.0.2
    python tools/build_outlines.py world-atlas-2.0.2.tgz

The same package gives the same bytes. Lines are simplified arc by arc, so that two neighbours keep one border.
"""

import json
import math
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "src" / "clewline" / "reference" / "outlines"
ISLANDS = ("United Kingdom", "Ireland", "Isle of Man", "Jersey", "Guernsey")
EUROPE = (
    "Albania", "Andorra", "Austria", "Belarus", "Belgium", "Bosnia and Herz.", "Bulgaria", "Croatia", "Cyprus",
    "Czechia", "Denmark", "Estonia", "Faeroe Is.", "Finland", "France", "Germany", "Greece", "Hungary", "Iceland",
    "Italy", "Kosovo", "Latvia", "Liechtenstein", "Lithuania", "Luxembourg", "Macedonia", "Malta", "Moldova",
    "Monaco", "Montenegro", "Netherlands", "Norway", "Poland", "Portugal", "Romania", "San Marino", "Serbia",
    "Slovakia", "Slovenia", "Spain", "Sweden", "Switzerland", "Ukraine",
)  # fmt: skip
FRAME = (-25.0, 34.0, 45.0, 72.0)
"""West, south, east, north: what of a country lies outside is left out, as islands overseas."""
PLACES = 1000
"""Coordinates are kept in thousandths of a degree."""

Point = tuple[float, float]


def build(package: Path) -> dict[str, bytes]:
    """Return the content of each file by its name."""
    return {
        "islands.json": _file(_read(package, "countries-10m.json"), ISLANDS, kilometres=0.6, least=3.0),
        "europe.json": _file(_read(package, "countries-50m.json"), EUROPE, kilometres=2.0, least=60.0),
    }


def _read(package: Path, name: str) -> dict[str, Any]:
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/{name}")
        if file is None:
            sys.exit(f"{package} holds no {name}.")
        found: dict[str, Any] = json.load(file)
        return found


def _file(topology: dict[str, Any], names: Sequence[str], *, kilometres: float, least: float) -> bytes:
    """Return the outlines of the countries as JSON; polygons of less than `least` square kilometres are left out."""
    arcs = [simplified(a, kilometres) for a in _arcs(topology)]
    by_name = {g["properties"]["name"]: g for g in topology["objects"]["countries"]["geometries"]}
    if missing := [n for n in names if n not in by_name]:
        sys.exit(f"The package has no {', '.join(missing)}.")
    countries = {name: _polygons(by_name[name], arcs, least) for name in names}
    return (json.dumps(countries, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def _polygons(geometry: dict[str, Any], arcs: Sequence[Sequence[Point]], least: float) -> list[list[int]]:
    """Return the outer ring of each polygon as longitude, latitude, longitude and so on."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = [_ring(polygon[0], arcs) for polygon in polygons]
    west, south, east, north = FRAME
    kept = [
        r
        for r in rings
        if all(west <= x <= east and south <= y <= north for x, y in r) and _square_kilometres(r) >= least
    ]
    return [[round(v * PLACES) for point in ring for v in point] for ring in kept]


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    ring: list[Point] = []
    for n in numbers:
        arc = list(arcs[n]) if n >= 0 else list(reversed(arcs[~n]))
        ring += arc[1:] if ring else arc
    return ring


def simplified(points: Sequence[Point], kilometres: float) -> list[Point]:
    """Return the line without the points that lie within that distance of it (Douglas and Peucker)."""
    # A closed line has no chord: it is cut at the point that lies farthest from its ends.
    if len(points) > 3 and points[0] == points[-1]:
        middle = max(range(1, len(points) - 1), key=lambda i: _distance(points[i], points[0], points[0]))
        return [*simplified(points[: middle + 1], kilometres)[:-1], *simplified(points[middle:], kilometres)]
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first > 1:
            farthest = max(
                range(first + 1, last), key=lambda i: _distance(points[i], points[first], points[last])
            )
            if _distance(points[farthest], points[first], points[last]) > kilometres:
                keep.add(farthest)
                spans += [(first, farthest), (farthest, last)]
    return [points[i] for i in sorted(keep)]


def _distance(point: Point, a: Point, b: Point) -> float:
    """Return the kilometres from a point to the stretch from a to b, flat."""
    east = 111.32 * math.cos(math.radians(point[1]))
    px, py = (point[0] - a[0]) * east, (point[1] - a[1]) * 110.57
    bx, by = (b[0] - a[0]) * east, (b[1] - a[1]) * 110.57
    along = 0.0 if bx == by == 0 else min(1.0, max(0.0, (px * bx + py * by) / (bx * bx + by * by)))
    return math.hypot(px - along * bx, py - along * by)


def _square_kilometres(ring: Sequence[Point]) -> float:
    east = 111.32 * math.cos(math.radians(ring[0][1]))
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2 * east * 110.57


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python tools/build_outlines.py world-atlas-2.0.2.tgz")
    FOLDER.mkdir(exist_ok=True)
    for name, content in build(Path(sys.argv[1])).items():
        (FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
