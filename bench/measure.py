"""How things are measured: alternating pairs, apart in a process of its own, and what was wanted of them."""

import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent
TIMES = 5


@dataclass(frozen=True)
class Goal:
    """A number to reach: what was measured beside what was wanted."""

    what: str
    measured: float
    wanted: float
    unit: str
    at_most: bool
    """True where less is better, as for seconds; false where more is, as for entries a second."""

    @property
    def met(self) -> bool:
        return self.measured <= self.wanted if self.at_most else self.measured >= self.wanted

    def told(self) -> dict[str, Any]:
        return {**asdict(self), "met": self.met}


def seconds(act: Callable[[], object]) -> float:
    """Return how long an act takes on the wall clock."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def spread(numbers: list[float]) -> dict[str, float]:
    """Return least, middle and greatest."""
    return {"min": _short(min(numbers)), "median": _short(median(numbers)), "max": _short(max(numbers))}


def paired(
    ours: Callable[[], object], other: Callable[[], object], *, times: int = TIMES
) -> dict[str, dict[str, float]]:
    """Time two acts in alternation, after a warm-up of each, and return both times and their ratio.

    The ratio is that of each pair, so that a machine that is busy for a while slows both sides of it.
    """
    ours()
    other()
    pairs = [(seconds(ours), seconds(other)) for _ in range(times)]
    return {
        "ours_seconds": spread([a for a, _ in pairs]),
        "other_seconds": spread([b for _, b in pairs]),
        "ratio": spread([a / b for a, b in pairs]),
    }


def apart(
    function: str,
    *,
    home: Path | None = None,
    database: str | None = None,
    site: bool = False,
    **arguments: Any,
) -> Any:
    """Run `module:function` of this folder in a process of its own, over a record of its own.

    Returns what it returns, with `peak_mb`, the most memory that the process held. A record made for it is
    gone afterwards, unless `home` names the folder to keep it in. `site`: with the tables of the site.
    """
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as fresh:
        environment = {**os.environ, "CLEWLINE_HOME": str(home or fresh)}
        environment.pop("DATABASE_URL", None)
        if database is not None:
            environment["DATABASE_URL"] = database
        if site:
            environment["DJANGO_SETTINGS_MODULE"] = "clewline.site.web"
        done = subprocess.run(
            [sys.executable, "-m", "bench.measure", function, json.dumps(arguments)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
        )
    return json.loads(done.stdout)


def _short(number: float) -> float:
    return float(f"{number:.4g}")


def _inside() -> None:
    from clewline.store import ready

    function, arguments = sys.argv[1:]
    ready.start(and_migrate=True)
    module, _, name = function.partition(":")
    found = getattr(importlib.import_module(f"bench.{module}"), name)(**json.loads(arguments))
    # Linux reports the peak in KiB.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**found, "peak_mb": round(peak)}))


if __name__ == "__main__":
    _inside()
