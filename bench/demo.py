"""`clewline demo --no-serve` in an empty home, from a built environment to the printed week.

The command is run as a user runs it, in a process of its own, so that its start counts too, until the last line of the
week is there; what follows, a bulletin read and checked and the phone records of a line, is in the whole. The parts are
run in turn over another empty home: making up the force, taking its files in, and counting its week, the last
from the ledger, so that laying the entries out as Parquet is in it.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.measure import Goal, apart, spread

TIMES = 3
AFTER_WEEK = "A bulletin on the week, written by hand"
"""What is printed first once the week is."""


def run() -> dict[str, Any]:
    """Return the seconds to the printed week, with those of its parts."""
    times = [_printed() for _ in range(TIMES)]
    week = spread([to_week for to_week, _ in times])
    return {
        "goals": [Goal("demo to the printed week", week["median"], 20, "s", True).told()],
        "seconds": week,
        "whole_seconds": spread([whole for _, whole in times]),
        "parts": apart("demo:parts"),
    }


def _printed() -> tuple[float, float]:
    """Return the seconds until the week is printed, and until all is."""
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as home:
        environment = {**os.environ, "CLEWLINE_HOME": home}
        environment.pop("DATABASE_URL", None)
        # Or its lines would come when there are many.
        environment["PYTHONUNBUFFERED"] = "1"
        command = [str(Path(sys.executable).with_name("clewline")), "demo", "--no-serve"]
        begun, last, week, told = time.perf_counter(), 0.0, None, ""
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if AFTER_WEEK in line:
                    week = last
                if line.strip():
                    last = time.perf_counter() - begun
                told += line
        if process.returncode or week is None or "222" not in told.partition(AFTER_WEEK)[0]:
            raise AssertionError("The demo did not print its week.")
        return week, time.perf_counter() - begun


def parts() -> dict[str, Any]:
    """Do in turn what the demo does."""
    from clewline.cli.demo import LIST
    from clewline.simulate import default_margins, simulate
    from clewline.workflow.intake import take_in
    from clewline.workflow.week import count_week

    at = datetime.now(UTC)
    margins = default_margins()
    began = time.perf_counter()
    made = [f for f in simulate(margins, seed=1) if f.name.endswith((".csv", ".xlsx")) and f.name != LIST]
    simulated = time.perf_counter()
    entries = 0
    for file in made:
        entries += take_in(file.content, file=file.name, case="bench", by="bench", at=at).account.entries
    taken = time.perf_counter()
    count_week(
        start=margins.start,
        end=margins.end,
        since=margins.since,
        as_of=datetime.now(UTC),
        force=margins.force,
        cases=["bench"],
        with_published=True,
    )
    counted = time.perf_counter()
    return {
        "simulate_seconds": round(simulated - began, 3),
        "intake_seconds": round(taken - simulated, 3),
        "count_seconds": round(counted - taken, 3),
        "files": len(made),
        "entries": entries,
    }
