"""Eastings and northings of the National Grid to latitude and longitude, to about 5 metres.

By the formulae of "A guide to coordinate systems in Great Britain" (Ordnance Survey): the grid is a transverse
Mercator projection of the Airy 1830 ellipsoid, and a Helmert transformation of seven parameters leads to WGS 84
("Approximate WGS84 to OSGB36/ODN transformation"). The guide gives its error as up to 3.5 metres; a cell's site is
not known so well. References of Northern Ireland are of another grid, which cannot be told from the numbers.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

from clewline.formats.values import Unreadable

EAST, NORTH = 700_000.0, 1_300_000.0
"""Metres from the false origin, south-west of Scilly, to the edges of the grid."""

_AIRY = (6_377_563.396, 6_356_256.909)
_WGS84 = (6_378_137.0, 6_356_752.3142)
"""Semi-major and semi-minor axes, metres."""
_SCALE = 0.9996012717
_LAT0, _LON0 = radians(49), radians(-2)
_E0, _N0 = 400_000.0, -100_000.0

SHIFT = (-446.448, 125.157, -542.060)
"""Metres from WGS 84 to OSGB36."""
TURN = (-0.1502, -0.2470, -0.8421)
"""Seconds of arc."""
PARTS = 20.4894
"""Scale, parts per million."""

Point = tuple[float, float, float]


def latitude_longitude(easting: float, northing: float) -> tuple[float, float]:
    """Return degrees north and east (WGS 84) of a point of the grid, given in metres.

    :raises Unreadable: the grid does not reach there.
    """
    if not (0 <= easting <= EAST and 0 <= northing <= NORTH):
        raise Unreadable(
            "not-on-the-grid",
            "The easting and northing are not metres on the National Grid.",
            "Check which columns hold them; export them in metres, as 530000 and 180000.",
        )
    lat, lon = airy(easting, northing)
    return _ellipsoidal(shifted(_cartesian(radians(lat), radians(lon), _AIRY), back=True), _WGS84)


def airy(easting: float, northing: float) -> tuple[float, float]:
    """Return degrees north and east on the grid's own ellipsoid (the guide's C2)."""
    a, b = _AIRY
    e2 = 1 - (b / a) ** 2
    lat = (northing - _N0) / (a * _SCALE) + _LAT0
    while abs(rest := northing - _N0 - _meridian(lat)) >= 1e-5:
        lat += rest / (a * _SCALE)
    s2 = sin(lat) ** 2
    nu = a * _SCALE / sqrt(1 - e2 * s2)
    rho = a * _SCALE * (1 - e2) * (1 - e2 * s2) ** -1.5
    eta2 = nu / rho - 1
    t, sec, east = tan(lat), 1 / cos(lat), easting - _E0
    vii = t / (2 * rho * nu)
    viii = t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2)
    ix = t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    x = sec / nu
    xi = sec / (6 * nu**3) * (nu / rho + 2 * t**2)
    xii = sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
    xiia = sec / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    return (
        degrees(lat - vii * east**2 + viii * east**4 - ix * east**6),
        degrees(_LON0 + x * east - xi * east**3 + xii * east**5 - xiia * east**7),
    )


def shifted(point: Point, *, back: bool = False) -> Point:
    """Return a point's metres from the centre of the Earth in OSGB36, given those in WGS 84; or `back` again.

    Back is by the parameters with their signs changed, as the guide says; it misses by millimetres.
    """
    sign = -1 if back else 1
    scale = 1 + sign * PARTS * 1e-6
    rx, ry, rz = (radians(sign * turn / 3600) for turn in TURN)
    tx, ty, tz = (sign * metres for metres in SHIFT)
    x, y, z = point
    return (
        tx + scale * x - rz * y + ry * z,
        ty + rz * x + scale * y - rx * z,
        tz - ry * x + rx * y + scale * z,
    )


def _meridian(lat: float) -> float:
    """Return metres along the meridian from the true origin (the guide's C3)."""
    a, b = _AIRY
    n = (a - b) / (a + b)
    less, more = lat - _LAT0, lat + _LAT0
    return (
        b
        * _SCALE
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _cartesian(lat: float, lon: float, axes: tuple[float, float]) -> Point:
    """Return metres from the centre of the Earth of a point on the ellipsoid (the guide's B1 to B5)."""
    a, b = axes
    e2 = 1 - (b / a) ** 2
    nu = a / sqrt(1 - e2 * sin(lat) ** 2)
    return nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), (1 - e2) * nu * sin(lat)


def _ellipsoidal(point: Point, axes: tuple[float, float]) -> tuple[float, float]:
    """Return degrees north and east of a point near the ellipsoid (the guide's B6 to B8)."""
    a, b = axes
    x, y, z = point
    e2, p = 1 - (b / a) ** 2, hypot(x, y)
    lat = atan2(z, p * (1 - e2))
    for _ in range(6):
        nu = a / sqrt(1 - e2 * sin(lat) ** 2)
        lat = atan2(z + e2 * nu * sin(lat), p)
    return degrees(lat), degrees(atan2(y, x))
