"""The country's clocks: which day and hour an instant was, and how it is written for a reader."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np

from clewline.evidence.use import Ints

BRITISH = "Europe/London"
HOUR = 3600 * 1_000_000
_BEGINS = datetime(1970, 1, 1, tzinfo=UTC)


def local(instants: Ints, zone: str = BRITISH) -> Ints:
    """Return the instants as the clocks of the zone show them, in microseconds since 1970 on those clocks.

    Clocks are taken to change on the hour of UTC, as they do in Europe since 1996.
    """
    hours, which = np.unique(instants // HOUR, return_inverse=True)
    ahead = [_shift(hour, zone) for hour in hours.tolist()]
    return instants + np.array(ahead, np.int64)[which]


@cache
def _shift(hour: int, zone: str) -> int:
    shift = (_BEGINS + timedelta(hours=hour)).astimezone(ZoneInfo(zone)).utcoffset()
    assert shift is not None  # of an aware time in a zone
    return int(shift.total_seconds()) * 1_000_000


def written(instant: int, form: str = "%d %B %Y %H:%M:%S", zone: str = BRITISH) -> str:
    """Return the instant for a reader, by the clocks of the zone."""
    said = (_BEGINS + timedelta(microseconds=instant)).astimezone(ZoneInfo(zone))
    return said.strftime(form).lstrip("0")
