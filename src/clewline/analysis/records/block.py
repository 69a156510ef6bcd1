"""A block of rows, its bad rows set aside with their lines, its phones and sites numbered within it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa

from clewline.evidence.travel.places import F64, I32, I64, Bools

ALWAYS = ("phone", "start")
PLACED = ("lat", "lon")
OTHER = "other"
OPERATOR = "operator"
"""Optional: without it all cells count as one operator's."""
TIME = pa.timestamp("us", "UTC")
SECOND = 1_000_000
"""Microseconds."""
STEP = 100_000
"""Sites are told apart by so many parts of a degree: about a metre."""
NOWHERE = (90 * STEP, 180 * STEP)
"""Where rows are put whose place was not read: no cell is at 0, 0, and one that says so is refused."""
Site = tuple[int, int, str]
"""Latitude and longitude in steps from the pole and the date line, and operator."""
_ROUND = 360 * STEP + 1
"""Steps around the earth, both ends counted."""
NO_PHONE = "The phone has no name."
NO_TIME = "The column start holds no instant with its offset, as 2026-03-01T10:00:00+00:00."
NO_PLACE = "It has no coordinates."
NOT_ON_EARTH = "Its coordinates are nowhere that a cell is."
NOT_ITS_COLUMNS = "It has not as many cells as there are columns."


@dataclass(frozen=True, kw_only=True)
class Block:
    """Good rows as columns, and the places of the others."""

    rows: int
    """All that it held, but for blank lines."""
    phone: I32
    """Which of `phones`, one a good row."""
    phones: Sequence[str]
    t: F64
    """Seconds since 1970 UTC."""
    site: I32
    """Which of the sites; one alone where places were not asked for."""
    sites: Sequence[Site]
    lat: F64
    """One a site."""
    lon: F64
    other: I32
    """Which of `others`."""
    others: Sequence[str]
    """The other parties that some row names; an empty one stands for none."""
    line: I64
    """Line of each within the block, from 0."""
    bad: Sequence[tuple[int, str]]
    """Line within the block, from 0, and what is wrong."""


def told(table: pa.Table, lines: Sequence[int] | None = None, bad: Sequence[tuple[int, str]] = ()) -> Block:
    """Return the block of a table whose columns have their types; a null is what could not be read.

    `lines`: the line of each row within the block, where it is not the row; `bad`: what was wrong before.
    """
    n, has = table.num_rows, table.column_names
    phone, names = _words(table["phone"])
    t = _numbers(table["start"].cast(TIME).cast(pa.int64()))
    t /= SECOND
    lat, lon = (_numbers(table[c]) if c in has else np.zeros(n) for c in PLACED)
    operator, operators = _words(table[OPERATOR]) if OPERATOR in has else (np.zeros(n, np.int32), [""])
    other, others = _words(table[OTHER]) if OTHER in has else (np.zeros(n, np.int32), [""])
    line = np.arange(n) if lines is None else np.array(lines, np.int64)
    wrong: list[tuple[int, str]] = []
    sited = _sites(lat, lon, operator, operators) if _on_earth(lat, lon) else None
    if sited is None or not _clean(table, names, sited[1]):
        good, wrong = _sorted_out(_checks(phone, names, t, lat, lon, PLACED[0] in has), line)
        phone, operator, other, line = phone[good], operator[good], other[good], line[good]
        t, lat, lon = t[good], lat[good], lon[good]
        sited = _sites(lat, lon, operator, operators)
    phone, names = _used(phone, names)
    other, others = _used(other, others) if OTHER in has else (other, others)
    site, sites, first = sited
    return Block(
        rows=n + len(bad),
        phone=phone,
        phones=names,
        t=t,
        site=site,
        sites=sites,
        lat=lat[first],
        lon=lon[first],
        other=other,
        others=others,
        line=line,
        bad=sorted([*wrong, *bad]),
    )


def _on_earth(lat: F64, lon: F64) -> bool:
    """Return whether all coordinates are numbers that a place may have."""
    return not len(lat) or bool(
        lat.min() >= -90 and lat.max() <= 90 and lon.min() >= -180 and lon.max() <= 180
    )


def _clean(table: pa.Table, names: Sequence[str], sites: Sequence[Site]) -> bool:
    """Return whether no row can be bad, told without a look at each; coordinates are on earth already."""
    placed = PLACED[0] in table.column_names
    return (
        not table["start"].null_count
        and not table["phone"].null_count
        and all(name.strip() for name in names[:-1])
        and not (placed and any(site[:2] == NOWHERE for site in sites))
    )


def _checks(
    phone: I32, names: Sequence[str], t: F64, lat: F64, lon: F64, placed: bool
) -> list[tuple[Bools, str]]:
    """Return what each row must pass, and what is wrong where it does not."""
    named = np.array([bool(name.strip()) for name in names], np.bool_)
    checks: list[tuple[Bools, str]] = [(named[phone], NO_PHONE), (np.isfinite(t), NO_TIME)]
    if placed:
        with np.errstate(invalid="ignore"):
            somewhere = (np.abs(lat) <= 90) & (np.abs(lon) <= 180) & ((lat != 0) | (lon != 0))
        checks += [(np.isfinite(lat) & np.isfinite(lon), NO_PLACE), (somewhere, NOT_ON_EARTH)]
    return checks


def _sites(lat: F64, lon: F64, operator: I32, operators: Sequence[str]) -> tuple[I32, list[Site], I64]:
    """Return the site of each row, the sites, and the first row of each."""
    keys, west = _steps(lat, 90), _steps(lon, 180)
    many = max(1, len(operators))
    keys *= _ROUND
    keys += west
    keys *= many
    keys += operator
    coded = pa.Array.from_buffers(pa.int64(), len(keys), [None, pa.py_buffer(keys)]).dictionary_encode()
    site, code = _bare(coded.indices, np.int32), _bare(coded.dictionary, np.int64)
    first = np.empty(len(code), np.int64)
    first[site[::-1]] = np.arange(len(site))[::-1]  # written last, and so kept: the first row of each site
    spot = code // many
    named = zip(spot // _ROUND, spot % _ROUND, code % many, strict=True)
    return site, [(int(s), int(w), operators[o].strip()) for s, w, o in named], first


def _steps(degrees: F64, least: int) -> I64:
    """Return degrees as whole steps from the least that there can be."""
    found = degrees + least
    found *= STEP
    return np.rint(found, out=found).astype(np.int64)


def instants(texts: Sequence[str | None]) -> pa.Array:
    """Return instants, null where a text is none with its offset."""
    return pa.array([_instant(text) for text in texts], TIME)


def floats(texts: Sequence[str | None]) -> pa.Array:
    """Return numbers, null where a text is none."""
    return pa.array([_float(text) for text in texts], pa.float64())


def _sorted_out(checks: Sequence[tuple[Bools, str]], line: I64) -> tuple[Bools, list[tuple[int, str]]]:
    """Return which rows are good, and what is wrong first in each of the others."""
    good = np.ones(len(checks[-1][0]), np.bool_)
    wrong = []
    for passed, what in checks:
        failed = np.flatnonzero(good & ~passed)
        wrong += [(at, what) for at in line[failed].tolist()]
        good &= passed
    return good, wrong


def _words(column: pa.ChunkedArray) -> tuple[I32, list[str]]:
    """Return a column of texts as places in a list, whose last is empty and stands for none."""
    whole = column.combine_chunks()
    coded: Any = whole if pa.types.is_dictionary(whole.type) else whole.dictionary_encode()
    names = ["" if w is None else str(w) for w in coded.dictionary.to_pylist()]
    places = coded.indices.fill_null(len(names)) if coded.indices.null_count else coded.indices
    return _bare(places, np.int32), [*names, ""]


def _used(at: I32, names: list[str]) -> tuple[I32, list[str]]:
    """Return places in the list of those names that some row has."""
    some = np.flatnonzero(np.bincount(at, minlength=len(names)))
    kept = [names[k].strip() for k in some.tolist()]
    if not len(some) or some[-1] + 1 == len(some):  # only names behind them are without a row
        return at, kept
    place = np.zeros(len(names), np.int32)
    place[some] = np.arange(len(some), dtype=np.int32)
    return place[at], kept


def _numbers(column: pa.ChunkedArray) -> F64:
    """Return a column as numbers; not a number where there is none."""
    whole = column.combine_chunks()
    there = _bare(whole.is_valid().cast(pa.uint8()), np.uint8) if whole.null_count else None
    found: F64 = _bare(whole, np.int64 if pa.types.is_integer(whole.type) else np.float64).astype(np.float64)
    if there is not None:
        found[there == 0] = np.nan
    return found


def _bare(array: pa.Array, kind: Any) -> Any:
    """Return the values of an array as they lie in memory: `to_numpy` and `pa.array` would load
    pandas, which takes a second."""
    return np.frombuffer(array.buffers()[1] or b"", kind)[array.offset : array.offset + len(array)]


def _instant(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _float(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None
