"""Which cells served the line, and in which part of the day: the cells of its nights tell most of where it rests."""

from dataclasses import dataclass

from clewline.analysis.phones.line import Behind, Line

PARTS_OF_DAY = (("night", 0, 6), ("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 24))
"""Name, first hour, and the hour before which it ends, on the local day."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell as the operator names it, at the site that the operator gives."""

    cell: str | None
    lat: float | None
    lon: float | None
    azimuth: int | None
    place: str | None
    uses: int
    """Rows that it served: starts and ends of uses."""
    days: int
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Usual:
    """The cells of one part of the day."""

    part: str
    from_hour: int
    to_hour: int
    uses: int
    days: int
    """Days with a row in this part of the day that names a cell."""
    cells: int
    listed: tuple[Cell, ...]
    """Those of most days, then of most uses."""
    behind: Behind


_NAMED = "kept and (cell is not null or lat is not null)"
_SAME = "(cell, lat, lon, azimuth) is not distinct from (?, ?, ?, ?)"


def usual_cells(line: Line, limit: int = 5) -> tuple[Usual, ...]:
    """Return the usual cells of each part of the day."""
    return tuple(_usual(line, part, first, last, limit) for part, first, last in PARTS_OF_DAY)


def _usual(line: Line, part: str, first: int, last: int, limit: int) -> Usual:
    within = f"{_NAMED} and hour >= {first} and hour < {last}"
    uses, days, cells = line.all(
        f"select count(*), count(distinct day), count(distinct (cell, lat, lon, azimuth)) from {{rows}} where {within}"
    )[0]
    return Usual(
        part=part,
        from_hour=first,
        to_hour=last,
        uses=uses,
        days=days,
        cells=cells,
        listed=cells_where(line, within, limit),
        behind=Behind(within),
    )


def cells_where(line: Line, where: str = _NAMED, limit: int | None = None) -> tuple[Cell, ...]:
    """Return the cells of the rows that a condition holds of, those of most days first."""
    found = line.all(
        f"""
        select cell, lat, lon, azimuth, mode(place order by place) as place, count(*) as uses,
            count(distinct day) as days
        from {{rows}} where {where}
        group by cell, lat, lon, azimuth
        order by days desc, uses desc, cell, lat, lon, azimuth
        {"" if limit is None else f"limit {int(limit)}"}
        """
    )
    return tuple(
        Cell(
            cell=cell,
            lat=lat,
            lon=lon,
            azimuth=azimuth,
            place=place,
            uses=uses,
            days=days,
            behind=Behind(f"{where} and {_SAME}", (cell, lat, lon, azimuth)),
        )
        for cell, lat, lon, azimuth, place, uses, days in found
    )
