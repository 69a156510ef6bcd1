"""Run the benchmarks named, or all: print what was measured beside what was wanted, and keep it as JSON."""

import argparse
import importlib
import json
import os
import sys
from pathlib import Path

from bench.machine import circumstances, machine

NAMES = (
    "append",
    "verify",
    "intake",
    "figures",
    "demo",
    "reading",
    "checking",
    "phones",
    "line",
    "evidence",
    "contacts",
    "compare_speed",
    "site",
    "guide",
    "protect",
    "doors",
)
RESULTS = Path(__file__).parent / "results"


def main() -> int:
    """Return 0 if every number was reached, else 1."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; none: all")
    names = asked.parse_args().names or NAMES
    if unknown := set(names) - set(NAMES):
        asked.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    # As on the machine of whoever uses it, where Python keeps what it has compiled, and compiles it once.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"{'benchmark':<14}{'what':<58}{'measured':>12}{'wanted':>14}  met", flush=True)
    met = [_run(name) for name in names]
    return 0 if all(met) else 1


def _run(name: str) -> bool:
    before = circumstances()
    found = importlib.import_module(f"bench.{name}").run()
    if why := found.get("not_measured"):
        print(f"{name:<14}not measured: {why} What was measured before is kept.", flush=True)
        return False
    for goal in found["goals"]:
        sign = "<=" if goal["at_most"] else ">="
        print(
            f"{name:<14}{goal['what']:<58}{goal['measured']:>12,.4g}"
            f"{sign + format(goal['wanted'], ',.4g'):>14}  {'yes' if goal['met'] else 'NO'}",
            flush=True,
        )
    told = {
        "benchmark": name,
        "repeat": f"make bench ARGS={name}",
        "machine": machine(),
        "circumstances": {"before": before, "after": circumstances()},
        **found,
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(told, indent=2) + "\n")
    return all(goal["met"] for goal in found["goals"])


if __name__ == "__main__":
    sys.exit(main())
