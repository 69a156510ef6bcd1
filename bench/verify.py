"""`clewline verify` over a million entries: every hash recomputed, every link followed, on one core.

The record is what intake leaves: four cases whose batches of 10,000 entries came in turn. The walk is one
process and uses one core, so entries a second are entries a second per core. It is repeated over the same
record, with its pages in the system's cache after the first walk, as for any record just used. PostgreSQL
is measured for information where its server is installed; there the server works on a second core.
"""

import time
from pathlib import Path
from typing import Any

from bench.arrests import arrests
from bench.measure import TIMES, Goal, apart, seconds, spread
from bench.server import server

ENTRIES = 1_000_000
ON_SERVER = 200_000
CASES = 4
BATCH = 10_000


def run() -> dict[str, Any]:
    """Return how many entries a second one core verifies."""
    embedded = apart("verify:walk", entries=ENTRIES)
    with server() as address:
        on_server = apart("verify:walk", database=address, entries=ON_SERVER) if address else None
    rate = embedded["entries_per_second"]["median"]
    return {
        "goals": [Goal("verify, entries a second per core", rate, 500_000, "1/s", False).told()],
        "sqlite": embedded,
        "postgresql": on_server or "its server is not installed",
    }


def walk(entries: int) -> dict[str, Any]:
    """Fill the record and verify it several times."""
    from clewline.store import ledger
    from clewline.store.verify import verify

    begun = time.perf_counter()
    for n, start in enumerate(range(0, entries, BATCH)):
        ledger.append(arrests(range(start, start + BATCH), case=f"case {n % CASES}"))
    filled = time.perf_counter() - begun
    if sum(v.entries for v in verify()) != entries:
        raise AssertionError("The record does not hold what was appended.")
    begun_cpu = time.process_time()
    times = [seconds(verify) for _ in range(TIMES)]
    return {
        "entries": entries,
        "cases": CASES,
        "seconds": spread(times),
        "entries_per_second": spread([entries / t for t in times]),
        "processor_seconds_per_walk": round((time.process_time() - begun_cpu) / TIMES, 3),
        "filling_entries_per_second": round(entries / filled),
        "record_mb": _size(),
    }


def _size() -> int:
    from django.conf import settings

    return round(sum(p.stat().st_size for p in Path(settings.HOME).glob("record.sqlite3*")) / 1e6)
