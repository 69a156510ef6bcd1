"""Tracks of people in a file: where each was and when, as a satellite receiver logs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from clewline.analysis.phones.values import EPOCH
from clewline.analysis.records.block import NO_PLACE, NO_TIME
from clewline.errors import BadInput
from clewline.evidence.fitting.made_up.tracks import Tracks, tracks_of
from clewline.workflow.evidence.columns import rows
from clewline.workflow.evidence.pairs import LeftOut

COLUMNS = ("person", "start", "lat", "lon")
NOBODY = "It names no person."
NOWHERE = "Its coordinates are nowhere on earth."


@dataclass(frozen=True, kw_only=True)
class ReadTracks:
    """The tracks of a file, and the rows that cannot be used."""

    tracks: Tracks
    people: Sequence[str]
    """The name of each number of a person, as the truth spells it."""
    left_out: LeftOut


def read_tracks(path: Path, *, zone: str, middle: tuple[float, float] | None = None) -> ReadTracks:
    """Return the tracks of the people in a CSV file with the columns person, start, lat and lon.

    :raises BadInput: a column is missing, a row is broken, or no row can be used.
    """
    left = LeftOut()
    people: list[str] = []
    fixes: list[tuple[int, float, float]] = []
    for row in rows(path, COLUMNS):
        fix = _fix(row.cells)
        if isinstance(fix, str):
            left.add(row.line, fix)
        else:
            people.append(row.cells["person"])
            fixes.append(fix)
    if not people:
        raise BadInput(f"{path.name}: No fix can be used. {' '.join(left.words(path.name))}".strip())
    names, number = np.unique(people, return_inverse=True)
    instant, lat, lon = zip(*fixes, strict=True)
    found = tracks_of(
        number.astype(np.int64),
        np.array(instant, np.int64),
        np.array(lat),
        np.array(lon),
        zone=zone,
        middle=middle,
    )
    return ReadTracks(tracks=found, people=names.tolist(), left_out=left)


def _fix(cells: Mapping[str, str]) -> tuple[int, float, float] | str:
    """Return the instant in microseconds since 1970 UTC and the place of a row, or what is wrong with it."""
    if not cells["person"]:
        return NOBODY
    try:
        at = datetime.fromisoformat(cells["start"])
    except ValueError:
        return NO_TIME
    if at.tzinfo is None:
        return NO_TIME
    try:
        lat, lon = float(cells["lat"]), float(cells["lon"])
    except ValueError:
        return NO_PLACE
    if not (abs(lat) <= 90 and abs(lon) <= 180):  # false for what is no number, too
        return NOWHERE
    return (at - EPOCH) // timedelta(microseconds=1), lat, lon
