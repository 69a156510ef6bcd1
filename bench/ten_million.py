"""Ten million entries as Parquet files, laid out as the projection of a ledger of that size would be.

They are made by number with DuckDB's `range` and `hash`: the same at every run, about no one, and in the
proportions of a national record of seven years: 44 forces, 300,000 people, 20,000 lines. Two entries in a
hundred were corrected later (their interval is closed and a second version follows), and one seizure in a
hundred was reported by a second force too, so that as-of and counting each unit once have work to do.
Made once into the folder that CLEWLINE_BENCH_CACHE names, or else for one run.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from bench.made_up import BEHIND, FACTS, FIRST_DAY, KINDS, LAST_DAY, MACROS, joint
from bench.measure import apart
from clewline import reference
from clewline.analysis.columns import columns

ENTRIES = 10_000_000
LAYOUT = 4
"""Raised when what is made changes; an older cache is then made again beside it."""
Files = dict[str, list[Path]]


@contextmanager
def projection(entries: int = ENTRIES) -> Iterator[Files]:
    """Give the files of each kind, from the cache where they are there already."""
    if cache := os.environ.get("CLEWLINE_BENCH_CACHE"):
        yield _made(Path(cache) / f"projection-{LAYOUT}-{entries}", entries)
        return
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        yield _made(Path(folder), entries)


def _made(folder: Path, entries: int) -> Files:
    """Return the files of each kind in the folder, having made them if they are not all there."""
    if not (folder / "complete").exists():
        # Apart, because a process begins its life with the peak memory of the one that started it.
        apart("ten_million:make", folder=str(folder), entries=entries)
    return {kind: sorted(folder.glob(f"{kind}-*.parquet")) for kind in KINDS}


def make(folder: str, entries: int) -> dict[str, int]:
    """Write the files of every kind into the folder."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    duck = duckdb.connect(":memory:")
    duck.execute("set memory_limit = '1200MB'")
    duck.execute("set temp_directory = $folder", {"folder": str(place / "spill")})
    _prepare(duck, entries)
    for kind in KINDS:
        _write(duck, kind, place)
    (place / "complete").touch()
    return {"entries": entries}


def shares(entries: int) -> dict[str, int]:
    """Return how many subjects of each kind there are, so that versions included there are so many entries."""
    whole = sum(n * (1.02 + joint(kind)) for kind, n in KINDS.items())
    return {kind: max(1, round(n * entries / whole)) for kind, n in KINDS.items()}


def _prepare(duck: duckdb.DuckDBPyConnection, entries: int) -> None:
    lists = {
        "forces": sorted(reference.forces()),
        "offences": sorted(o.code for o in reference.offences().values() if o.offence_group != "other"),
        "drugs": sorted({d.drug for d in reference.drug_classes()}),
    }
    for name, values in lists.items():
        quoted = ", ".join("'" + v.replace("'", "''") + "'" for v in values)
        duck.execute(f"create macro {name}() as [{quoted}]")
    days = (LAST_DAY - FIRST_DAY).days
    for kind, n in shares(entries).items():
        duck.execute(f"create macro n_{kind}() as {n}")
    for macro in MACROS:
        duck.execute(f"create macro {macro.format(first=FIRST_DAY, days=days)}")


def _write(duck: duckdb.DuckDBPyConnection, kind: str, folder: Path) -> None:
    """Write a kind's files: each a stretch of time as one refresh would leave it, sorted by day."""
    numbers, _ = BEHIND.get(kind, (kind, ""))
    (n,) = duck.execute(f"select n_{numbers}()").fetchall()[0]
    parts = 4 if n > 200_000 else 2 if n > 50_000 else 1
    own = FACTS[kind]
    listed = []
    for name, sql_type in columns(kind).items():
        expression = own.get(name) or ENVELOPE.get(name) or HEADING[name]
        listed.append(f"cast({expression} as {sql_type}) as {name}")
    for part in range(parts):
        start, end = n * part // parts, n * (part + 1) // parts
        duck.execute(
            f"copy (with numbered as ({_versions(kind, start, end)}), timed as ({_timed(kind)}) "
            f"select {', '.join(listed)} from timed order by day, entry_id) "
            f"to '{folder}/{kind}-{part}.parquet' (format parquet, compression zstd)"
        )


def _versions(kind: str, start: int, end: int) -> str:
    """Return SQL for the entries by number `i`: first reports, corrections (v = 1), second forces' (v = 2)."""
    _, only = BEHIND.get(kind, (kind, "true"))
    numbers = f"range({start}, {end}) as numbers(i), (values (0), (1), (2)) as versions(v)"
    every = f"select i, v from {numbers} where {only}"
    second = "h(i, 'joint') % 100 = 0" if joint(kind) else "false"
    return f"select i, v from ({every}) where v = 0 or (v = 1 and corrected(i)) or (v = 2 and {second})"


def _timed(kind: str) -> str:
    day = FACTS[kind].get("day", f"day_at(i, n_{kind}())")
    return (
        f"select i, v, '{kind}' as kind, {day} as happened, "
        "case when v = 1 then corrected_at(i, happened) else first_told(i, happened) end as told, "
        "case when v = 0 and corrected(i) then corrected_at(i, happened) else timestamp '9999-12-31' end as gone "
        "from numbered"
    )


HEADING = {name: f"{name}_of(i, v)" for name in ("force", "team", "line", "operation")}
ENVELOPE = {
    "entry_id": "batch_of(kind, i, v) || ':' || (i % 5000 + 2)",
    "case_id": "'programme'",
    "subject": "subject_of(kind, i)",
    "day": "happened",
    "recorded_at": "told",
    "known_from": "told",
    "known_to": "gone",
    "recorded_by": "'bench'",
    "batch": "batch_of(kind, i, v)",
    "source_file": "sha256(batch_of(kind, i, v))",
    "source_sheet": "cast(null as varchar)",
    "source_line": "i % 5000 + 2",
}
