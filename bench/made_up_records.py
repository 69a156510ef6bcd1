"""Made-up records of phones for the bench: one line against many phones, as CSV or Parquet, from a seed.

Each phone lives round a site of its own, is elsewhere within forty sites four times in ten, and has its records spread
evenly over a year. Sites of four operators lie at random over an area of the size of England.
"""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow
import pyarrow.parquet as parquet

RECORDS_EACH = 10_000
SITES = 20_000
BEGINS = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
YEAR = 365 * 86_400
COLUMNS = ("phone", "start", "end", "service", "operator", "cell", "lat", "lon")
WINDOWS = {"week": (100, 107), "quarter": (100, 190), "year": (0, 366)}
"""Days of the year that the pairs are compared in."""


def write_pairs(path: Path, phones: int, window: str) -> Path:
    """Write the comparisons of the first phone with all others."""
    first, last = (datetime.fromtimestamp(BEGINS + d * 86_400, UTC).isoformat() for d in WINDOWS[window])
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["pair", "phone_a", "phone_b", "window_start", "window_end"])
        out.writerows([f"p{n}", name(0), name(n), first, last] for n in range(1, phones))
    return path


def write_records(path: Path, phones: int, *, seed: int = 1) -> Path:
    """Write the records of some phones, by phone and time; the ending of the path says how."""
    chance = np.random.default_rng(seed)
    lat, lon = chance.uniform(50, 54, SITES).round(6), chance.uniform(-3, 1, SITES).round(6)
    operator = chance.integers(0, 4, SITES)
    strip = np.argsort(lat // 0.1 * 1000 + lon)
    words = pa.array([f"operator{n}" for n in range(4)])
    cells = pa.array([f"{o}-{n}" for n, o in enumerate(operator.tolist())])
    writer = None
    with path.open("wb") as file:
        for first in range(0, phones, 100):
            some = range(first, min(first + 100, phones))
            table = _table(chance, some, strip, (lat, lon, operator), (words, cells))
            if writer is None:
                csv_options = arrow.WriteOptions(quoting_style="none")
                writer = (
                    parquet.ParquetWriter(file, table.schema, compression="zstd")
                    if path.suffix == ".parquet"
                    else arrow.CSVWriter(file, table.schema, write_options=csv_options)
                )
            writer.write_table(table if path.suffix == ".parquet" else _in_words(table))
        if writer is not None:
            writer.close()
    return path


def name(phone: int) -> str:
    """Return a phone's identifier."""
    return f"phone{phone:05}"


def _table(chance: np.random.Generator, some: range, strip: Any, sites: Any, words: Any) -> pa.Table:
    lat, lon, operator = sites
    n, m = len(some), RECORDS_EACH
    home = chance.integers(0, SITES, n)
    off = np.where(chance.random((n, m)) < 0.6, 0, chance.integers(-40, 40, (n, m)))
    site = strip[np.clip(home[:, None] + off, 0, SITES - 1)].ravel()
    t = np.sort(np.floor(chance.uniform(0, YEAR, (n, m))), axis=1).ravel().astype(np.int64) + BEGINS
    when = pa.array(t, pa.timestamp("s", "UTC"))
    return pa.table(
        {
            "phone": pa.array([name(p) for p in some]).take(pa.array(np.repeat(np.arange(n), m))),
            "start": when,
            "end": when,
            "service": pa.array(["data"]).take(pa.array(np.zeros(n * m, np.int64))),
            "operator": words[0].take(pa.array(operator[site])),
            "cell": words[1].take(pa.array(site)),
            "lat": lat[site],
            "lon": lon[site],
        }
    )


def _in_words(table: pa.Table) -> pa.Table:
    """Return the table with instants as make_pairs.py writes them: 2026-03-01T10:00:00+00:00."""
    import pyarrow.compute as compute

    for column in ("start", "end"):
        text = compute.strftime(table[column].cast(pa.timestamp("s")), "%Y-%m-%dT%H:%M:%S+00:00")
        table = table.set_column(table.schema.get_field_index(column), column, text)
    return table
