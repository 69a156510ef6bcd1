"""Records in a file as the uses of the phones of a case, for evidence types that weigh pairs one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np

from clewline.analysis.records.block import NO_PHONE, NO_PLACE, NO_TIME, NOT_ON_EARTH, OPERATOR
from clewline.errors import BadInput, Misused
from clewline.evidence.use import NONE, CaseUses, Places, Uses
from clewline.workflow.evidence.columns import rows, used
from clewline.workflow.evidence.pairs import LeftOut

COLUMNS = ("phone", "start")
PLACED = ("lat", "lon")
STEP = 100_000
"""Sites are told apart by so many parts of a degree: about a metre."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Site = tuple[int, int, str]
"""Latitude and longitude in steps from the pole and the date line, and operator."""


class _Use(NamedTuple):
    """A use; those of a phone are put in order by all of it, so that the order of the file changes nothing."""

    at: int
    other: str
    site: Site | tuple[()]
    line: int


@dataclass(frozen=True, kw_only=True)
class ReadUses:
    """The uses of a file, and the rows that cannot be used."""

    case: CaseUses
    rows: int
    left_out: LeftOut

    @property
    def phones(self) -> Mapping[str, int]:
        """Return the number of each phone."""
        return {name: at for at, name in enumerate(self.case.phones)}


def read_uses(path: Path, reads: Sequence[str]) -> ReadUses:
    """Return the uses of the phones in a CSV file by the columns that an evidence type reads; others are left alone.

    A row without coordinates is left out where they are read; one without another party is a use that names none.

    :raises Misused: it is a Parquet file.
    :raises BadInput: a column is missing, a row is broken, or no row can be used.
    """
    if path.suffix == ".parquet":
        raise Misused(f"{path.name}: Evidence that is weighed pair by pair is read from CSV records.")
    found: dict[str, list[_Use]] = {}
    left, many = LeftOut(), 0
    for row in rows(path, (*COLUMNS, *reads)):
        many += 1
        phone, start = (row.cells[c] for c in COLUMNS)
        at = _microseconds(start)
        site = _site(row.cells) if set(PLACED) <= set(reads) else ()
        if not phone:
            left.add(row.line, NO_PHONE)
        elif at is None:
            left.add(row.line, NO_TIME)
        elif isinstance(site, str):
            left.add(row.line, site)
        else:
            other = row.cells["other"] if "other" in reads else ""
            found.setdefault(phone, []).append(_Use(at, other, site, row.line))
    if not found:
        raise BadInput(f"{path.name}: No record can be used. {' '.join(left.words(path.name))}".strip())
    every = [use for uses in found.values() for use in uses]
    numbers = sorted({use.other for use in every if use.other} | set(found))
    sites = sorted({use.site for use in every if use.site})
    number = {name: at for at, name in enumerate(numbers)}
    place = {site: at for at, site in enumerate(sites)}
    case = CaseUses(
        phones={name: _uses(name, sorted(uses), number, place) for name, uses in sorted(found.items())},
        places=_places(sites),
        numbers=numbers,
        imeis=(),
        imsis=(),
        files=(used(path, "records").sha256,),
    )
    return ReadUses(case=case, rows=many, left_out=left)


def _uses(name: str, some: Sequence[_Use], number: Mapping[str, int], place: Mapping[Site, int]) -> Uses:
    n = len(some)
    times = np.array([use.at for use in some], np.int64)
    none = np.full(n, NONE, np.int64)
    return Uses(
        name=name,
        earliest=times,
        latest=times,
        exact=np.ones(n, np.bool_),
        place=np.array([place[use.site] if use.site else NONE for use in some], np.int64),
        other=np.array([number.get(use.other, NONE) for use in some], np.int64),
        imei=none,
        imsi=none,
        file=np.zeros(n, np.int64),
        line=np.array([use.line for use in some], np.int64),
        part=np.ones(n, np.int64),
    )


def _places(sites: Sequence[Site]) -> Places:
    operators = {name: at for at, name in enumerate(sorted({site[2] for site in sites}))}
    return Places(
        lat=np.array([site[0] / STEP - 90 for site in sites]),
        lon=np.array([site[1] / STEP - 180 for site in sites]),
        operator=np.array([operators[site[2]] for site in sites], np.int64),
    )


def _site(cells: Mapping[str, str]) -> Site | str:
    """Return the site of a row, or what is wrong with it; without an operator all cells count as one's."""
    try:
        lat, lon = (float(cells[c]) for c in PLACED)
    except ValueError:
        return NO_PLACE
    if not (np.isfinite(lat) and np.isfinite(lon)):
        return NO_PLACE
    if abs(lat) > 90 or abs(lon) > 180 or lat == lon == 0:
        return NOT_ON_EARTH
    return round((lat + 90) * STEP), round((lon + 180) * STEP), cells.get(OPERATOR, "")


def _microseconds(text: str) -> int | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if found.tzinfo is None else (found - EPOCH) // timedelta(microseconds=1)
