"""Who sees what is behind the doors that were made for protecting people: counted from the tests that ask at each.

The tests are run on SQLite and on PostgreSQL; each answer is one of a door, an asker and a database, and is what was
expected or fails them. Leaks are words of a case, or of a referral, in an answer to somebody for whom they are not.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from bench.measure import ROOT, Goal

TESTS = "tests/web/access/test_doors.py"


def run() -> dict[str, Any]:
    """Return how many answers there were, by door, asker and outcome, and how many leaked."""
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        kept = Path(folder) / "answers.jsonl"
        environment = {**os.environ, "CLEWLINE_DOORS": str(kept)}
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", TESTS],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
        )
        answers = [json.loads(line) for line in kept.read_text().splitlines()] if kept.exists() else []
    databases = sorted({one["database"] for one in answers})
    if len(databases) < 2:
        return {"not_measured": "the tests did not run on both databases."}
    outcomes = Counter(one["outcome"] for one in answers)
    goals = [
        Goal("leaks at the doors", sum(bool(one["leaks"]) for one in answers), 0, "", True),
        Goal("tests of the doors that failed", int(done.returncode != 0), 0, "", True),
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "databases": databases,
        "doors": len({one["door"] for one in answers}),
        "askers": len({one["who"] for one in answers}),
        "answers": len(answers),
        "outcomes": dict(sorted(outcomes.items())),
        "by_asker": {
            who: dict(sorted(Counter(one["outcome"] for one in answers if one["who"] == who).items()))
            for who in sorted({one["who"] for one in answers})
        },
        "by_door": {
            door: sorted({one["who"] for one in answers if one["door"] == door and one["outcome"] == "seen"})
            for door in sorted({one["door"] for one in answers})
        },
    }
