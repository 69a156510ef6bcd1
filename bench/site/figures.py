"""The page of a week's figures over a million entries, asked for over HTTP: by the first who asks, and after."""

import os
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bench.measure import Goal, apart, spread
from bench.site.serving import served

ENTRIES = 1_000_000
TIMES = 5
WORKERS = 2
"""Processes that each count for themselves once; both have counted after a few looks."""
WEEK = "/figures/?start=2025-02-24&end=2025-03-02&force=metropolitan"
OTHERS = tuple(
    f"/figures/?start=2025-03-{d:02}&end=2025-03-{d + 6:02}&force=metropolitan" for d in (3, 10, 17)
)


def measured(home: Path) -> dict[str, Any]:
    """Make the record in the home, and return the goals and what was found."""
    made = apart("site.record:make", home=home, site=True, entries=ENTRIES)
    cookie = made["cookies"][0]
    begun = time.perf_counter()
    with served(bare=False, home=home, database=None):
        laid_out = time.perf_counter() - begun
    cold, warm, others, loads = [], [], [], []
    for _ in range(TIMES):
        loads.append(os.getloadavg()[0])
        with served(bare=False, home=home, database=None) as port:
            cold.append(_seconds(port, WEEK, cookie))
            some = [_seconds(port, WEEK, cookie) for _ in range(20)]
            warm += sorted(some)[: len(some) - WORKERS + 1]
            others += [_seconds(port, path, cookie) for path in OTHERS]
    goals = [
        Goal("figures of a week, 1,000,000 entries, cold", spread(cold)["median"], 1, "s", True),
        Goal("figures of a week, 1,000,000 entries, warm", spread(warm)["median"], 0.2, "s", True),
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "entries": made["entries"],
        "cold_seconds": spread(cold),
        "warm_seconds": spread(warm),
        "another_week_seconds": spread(others),
        "seconds_until_served_after_intake": round(laid_out, 1),
        "load": spread(loads),
    }


def _seconds(port: int, path: str, cookie: str) -> float:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    begun = time.perf_counter()
    connection.request("GET", path, headers={"Host": "localhost", "Cookie": f"session={cookie}"})
    answer = connection.getresponse()
    page = answer.read()
    taken = time.perf_counter() - begun
    connection.close()
    if answer.status != 200 or b"Arrests" not in page:
        raise AssertionError(f"The page of figures was answered {answer.status}.")
    return taken
