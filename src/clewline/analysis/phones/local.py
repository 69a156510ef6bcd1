"""Local time in SQL: the offsets of a zone as one CASE, from the same table of zones that Python reads."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clewline.errors import Misused

DAY = timedelta(days=1)


def zone_named(name: str) -> ZoneInfo:
    """Return the time zone.

    :raises Misused: there is none of that name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Misused(f"{name!r} is not a time zone; write it as Europe/London.") from None


def local_sql(column: str, zone: ZoneInfo, first: datetime, last: datetime) -> str:
    """Return SQL for the local time of a UTC column whose values lie between two UTC instants without zone."""
    *changes, (_, offset) = offsets(zone, first, last)
    if not changes:
        return f"{column} + interval {_seconds(offset)} second"
    later = [at for at, _ in [*changes[1:], *offsets(zone, first, last)[-1:]]]
    whens = " ".join(
        f"when {column} < timestamp '{until}' then interval {_seconds(own)} second"
        for (_, own), until in zip(changes, later, strict=True)
    )
    return f"{column} + case {whens} else interval {_seconds(offset)} second end"


def offsets(zone: ZoneInfo, first: datetime, last: datetime) -> list[tuple[datetime, timedelta]]:
    """Return (UTC instant, offset from then on), the first at `first` or before."""
    return list(_offsets(zone, first - DAY, last + DAY))


def _offsets(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[tuple[datetime, timedelta]]:
    at, own = first, _offset(zone, first)
    yield at, own
    while at < last:
        following = at + DAY
        if (then := _offset(zone, following)) != own:
            yield _change(zone, at, following), then
            own = then
        at = following


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the second at which the offset changes between two instants."""
    own = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds() // 2))
        before, after = (middle, after) if _offset(zone, middle) == own else (before, middle)
    return after


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta()


def _seconds(offset: timedelta) -> str:
    return f"({int(offset.total_seconds())})"
