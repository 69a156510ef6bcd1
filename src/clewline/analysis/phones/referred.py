"""The rows that a finding refers to, opened: what each says, and where in which exhibit it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from clewline.analysis.phones.rows import WHO, Connection
from clewline.evidence.finding import RowRef


@dataclass(frozen=True, kw_only=True)
class Referred:
    """One row that is referred to. Instants are UTC, without zone."""

    ref: RowRef
    exhibit: str
    phone: str
    """The identifier of the phone whose use it is."""
    earliest: datetime
    latest: datetime
    dates: str
    """What its time dates: `exactly`, `at or before the start`, ..."""
    moment: str
    service: str
    direction: str | None
    other: str | None
    operator: str | None
    cell: str | None
    place: str | None
    lat: float | None
    lon: float | None


def referred(
    connection: Connection, refs: Iterable[RowRef], *, name: str = "events"
) -> dict[RowRef, Referred]:
    """Return the rows by where they stand; one that the case does not hold is left out."""
    wanted = sorted(set(refs), key=lambda r: (r.sha256, r.sheet or "", r.line, r.part))
    connection.register(
        "wanted",
        pa.table(
            {
                "sha256": pa.array([r.sha256 for r in wanted], pa.string()),
                "sheet": pa.array([r.sheet for r in wanted], pa.string()),
                "line": pa.array([r.line for r in wanted], pa.int64()),
                "part": pa.array([r.part for r in wanted], pa.int32()),
            }
        ),
    )
    found = connection.execute(
        f"""
        select e.sha256, e.line, e.part, e.sheet, exhibit, {WHO}, earliest, latest, dates, moment, service, direction,
            other, operator, cell, place, lat, lon
        from {name} as e
        join wanted as w on e.sha256 = w.sha256 and e.line = w.line and e.part = w.part
            and e.sheet is not distinct from w.sheet
        """
    ).fetchall()
    connection.unregister("wanted")
    rows = (_row(RowRef(sha256, line, part, sheet), *rest) for sha256, line, part, sheet, *rest in found)
    return {row.ref: row for row in rows}


def _row(
    ref: RowRef,
    exhibit: str,
    phone: str,
    earliest: datetime,
    latest: datetime,
    dates: str,
    moment: str,
    service: str,
    direction: str | None,
    other: str | None,
    operator: str | None,
    cell: str | None,
    place: str | None,
    lat: float | None,
    lon: float | None,
) -> Referred:
    return Referred(
        ref=ref,
        exhibit=exhibit,
        phone=phone,
        earliest=earliest,
        latest=latest,
        dates=dates,
        moment=moment,
        service=service,
        direction=direction,
        other=other,
        operator=operator,
        cell=cell,
        place=place,
        lat=lat,
        lon=lon,
    )
