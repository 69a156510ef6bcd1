"""The site under load: the time line of a case of 100,000 entries, and the figures of a week over a million.

`clewline serve` is started as users start it, over a record on SQLite and then on PostgreSQL. A process of its own asks
for the case's time line with the sessions of twenty members: session, permission, 25 rows and a look that is on the
disk before the answer leaves. First 50 pages a second at fixed instants, each timed from its instant, for
CLEWLINE_BENCH_SECONDS (600 for the number to reach); then as many as four clients get, turn about with the same page in
bare Django (`bare/`). Afterwards the log is verified, and has to hold a look for each page.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import Goal, apart, spread
from bench.server import server
from bench.site import figures
from bench.site.bare.template import write_template
from bench.site.load import load
from bench.site.serving import served

ENTRIES = 100_000
SECONDS = 60
RATE = 50
CLIENTS = 4
TURNS = 11
TURN_SECONDS = 12
KEY = "a key for a benchmark, which signs nothing that lasts"


def run() -> dict[str, Any]:
    """Return pages a second and their times on each database, the share of bare Django's, and times of figures."""
    os.environ["CLEWLINE_SECRET_KEY"] = KEY
    told: dict[str, Any] = {"goals": []}
    for name, database in (("SQLite", _embedded), ("PostgreSQL", server)):
        with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder, database() as address:
            if name == "PostgreSQL" and address is None:
                return {"not_measured": "PostgreSQL's server is not installed."}
            found = _measured(name, Path(folder), address)
        told["goals"] += found.pop("goals")
        told[name] = found
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        found = figures.measured(Path(folder))
    told["goals"] += found.pop("goals")
    return {**told, "figures": found}


@contextmanager
def _embedded() -> Iterator[None]:
    yield None


def _measured(name: str, home: Path, database: str | None) -> dict[str, Any]:
    made = apart("site.record:make", home=home, database=database, site=True, entries=ENTRIES)
    seconds = float(os.environ.get("CLEWLINE_BENCH_SECONDS", SECONDS))
    ours = {"cookies": made["cookies"], "addresses": made["addresses"]}
    with served(bare=False, home=home, database=database) as port:
        page = _page(port, made["addresses"][0], made["cookies"][0])
        load(port=port, **ours, clients=CLIENTS, seconds=3)
        before = _looks(home, database)
        rate_load = os.getloadavg()
        at_rate = load(port=port, **ours, rate=RATE, seconds=seconds)
        missing = at_rate["pages"] - (_looks(home, database) - before)
        templates = home / "templates"
        templates.mkdir()
        write_template(page, templates)
        os.environ["CLEWLINE_BENCH_TEMPLATES"] = str(templates)
        with served(bare=True, home=home, database=database) as bare_port:
            bare = {"cookies": made["bare_cookies"], "addresses": made["addresses"]}
            turns = _turns({"port": port, **ours}, {"port": bare_port, **bare})
    goals = [
        Goal(f"pages a second, {name}", at_rate["pages_per_second"], RATE * 0.99, "1/s", False),
        Goal(f"95 of 100 pages within, {name}", at_rate["ms"]["p95"], 100, "ms", True),
        Goal(f"errors and looks missing, {name}", at_rate["errors"] + missing, 0, "", True),
        Goal(f"most pages a second, times bare Django's, {name}", turns["ratio"]["median"], 0.8, "", False),
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "entries": made["entries"],
        "at_rate": {**at_rate, "looks_missing": missing, "load_before": rate_load},
        "turn_about": turns,
    }


def _turns(ours: dict[str, Any], bare: dict[str, Any]) -> dict[str, Any]:
    """Let four clients ask both sites in turn, after a warm-up of each."""
    for site in (ours, bare):
        load(**site, clients=CLIENTS, seconds=3)
    pairs = []
    for turn in range(TURNS):
        # First one, then the other: whoever comes second may find the machine warmer or busier.
        order = (ours, bare) if turn % 2 == 0 else (bare, ours)
        found = [load(**site, clients=CLIENTS, seconds=TURN_SECONDS) for site in order]
        if wrong := sum(one["errors"] for one in found):
            raise AssertionError(f"{wrong} pages were not answered in a turn.")
        pairs.append(found if turn % 2 == 0 else found[::-1])
    return {
        "ours_pages_per_second": spread([a["pages_per_second"] for a, _ in pairs]),
        "bare_pages_per_second": spread([b["pages_per_second"] for _, b in pairs]),
        "ours_p95_ms": spread([a["ms"]["p95"] for a, _ in pairs]),
        "bare_p95_ms": spread([b["ms"]["p95"] for _, b in pairs]),
        "bytes_per_page": [round(median(pair[i]["bytes_per_page"] for pair in pairs)) for i in (0, 1)],
        "ratio": spread([a["pages_per_second"] / b["pages_per_second"] for a, b in pairs]),
        "load_after": os.getloadavg(),
    }


def _looks(home: Path, database: str | None) -> int:
    """Return how many looks the log holds, every one of them checked."""
    found = apart("site.record:looks", home=home, database=database, site=True)
    return int(found["looks"])


def _page(port: int, path: str, cookie: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": "localhost", "Cookie": f"session={cookie}"})
    answer = connection.getresponse()
    text = answer.read().decode()
    if answer.status != 200:
        raise AssertionError(f"The time line was answered {answer.status}.")
    return text
