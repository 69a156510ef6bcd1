"""`clewline evidence compare`, one line against many phones: seconds and memory of the whole command, and its growth.

The command is run as a user runs it, in a process of its own, from the start of Python to the findings on disk; making
the files is not timed. Sizes are taken turn about. The records are in order of phone and time; a shuffled file of the
smaller size is timed too. Growth compares seconds per row, of the fastest run, between 10 and 100 million rows.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet

from bench.made_up_records import RECORDS_EACH, WINDOWS, write_pairs, write_records
from bench.measure import ROOT, Goal, apart, spread

SMALL, LARGE = 1_000, 10_000
"""Phones of 10,000 records each: 10 and 100 million rows."""
TIMES, TIMES_LARGE = 3, 2


def run() -> dict[str, Any]:
    """Return seconds and peak memory by kind of file, number of rows and window."""
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as made:
        folder = Path(os.environ.get("CLEWLINE_BENCH_CACHE") or made)
        # Apart, because a process begins its life with the peak memory of the one that started it.
        apart("compare_speed:make", folder=str(folder))
        files = _files(folder)
        pairs = {
            (n, w): write_pairs(folder / f"pairs-{n}-{w}.csv", n, w) for n in (SMALL, LARGE) for w in WINDOWS
        }
        asked = [(f"CSV, {w}", files["csv"], pairs[SMALL, w], TIMES) for w in WINDOWS]
        asked += [(f"Parquet, {w}", files["parquet"], pairs[SMALL, w], TIMES) for w in WINDOWS]
        asked += [("Parquet shuffled, week", files["shuffled"], pairs[SMALL, "week"], TIMES)]
        asked += [
            (f"Parquet, 100 million, {w}", files["large"], pairs[LARGE, w], TIMES_LARGE) for w in WINDOWS
        ]
        runs: dict[str, list[dict[str, float]]] = {name: [] for name, *_ in asked}
        # Once beforehand: Python compiles what it has not met yet.
        _timed(*asked[0][1:3], Path(made) / "findings.csv")
        for turn in range(TIMES):
            for name, records, some, times in asked:
                if turn < times:
                    runs[name].append(_timed(records, some, Path(made) / "findings.csv"))
    told = {
        name: {key: spread([r[key] for r in some]) for key in ("seconds", "cpu_seconds", "peak_mb")}
        for name, some in runs.items()
    }
    growth = {
        w: told[f"Parquet, 100 million, {w}"]["seconds"]["min"]
        / (told[f"Parquet, {w}"]["seconds"]["min"] * 10)
        for w in WINDOWS
    }
    goals = []
    for w in WINDOWS:
        csv, large = told[f"CSV, {w}"], told[f"Parquet, 100 million, {w}"]
        goals += [
            Goal(f"10 million rows of CSV, {w}", csv["seconds"]["median"], 5, "s", True),
            Goal(f"10 million rows of CSV, {w}, memory", csv["peak_mb"]["max"], 1_000, "MB", True),
            Goal(f"100 million rows of Parquet, {w}", large["seconds"]["median"], 60, "s", True),
            Goal(f"seconds per row at ten times the rows, {w}", growth[w], 1.25, "times", True),
        ]
    return {"goals": [goal.told() for goal in goals], "runs": told, "growth": growth, "cores": 2}


def _timed(records: Path, pairs: Path, out: Path) -> dict[str, float]:
    words = ["evidence", "compare", "--records", records, "--pairs", pairs, "--out", out]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "clewline.cli", *map(str, words)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    taken = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"compare left with {process.returncode}")
    cpu = used.ru_utime + used.ru_stime
    return {"seconds": taken, "cpu_seconds": cpu, "peak_mb": used.ru_maxrss * 1024 / 1e6}


def _files(folder: Path) -> dict[str, Path]:
    return {
        "csv": folder / "records-10m.csv",
        "parquet": folder / "records-10m.parquet",
        "shuffled": folder / "records-10m-shuffled.parquet",
        "large": folder / "records-100m.parquet",
    }


def make(folder: str) -> dict[str, int]:
    """Write the files of records that are not there."""
    files = _files(Path(folder))
    for name, path in files.items():
        part = path.with_name("part-" + path.name)
        if path.exists():
            continue
        if name == "shuffled":
            whole = parquet.read_table(files["parquet"], columns=["phone", "start", "lat", "lon", "operator"])
            order = np.random.default_rng(0).permutation(SMALL * RECORDS_EACH)
            parquet.write_table(whole.take(order), part)
        else:
            write_records(part, LARGE if name == "large" else SMALL)
        part.replace(path)
    return {"files": len(files)}
