"""Contacts in common on real calls and messages among students, where the research data lie beside the repository.

A student's events are cut in two: the first half is one phone, the second its replacement. Associates are students who
were in touch with each other: the first half of one against the second half of the other. Only senders take part; of
the others the data hold no more than what those sent. The model that comes with Clewline was fitted on most of these
students, and the reference holds their other halves: this shows what the command says, and is no test of the model,
which stands on its card. Some pairs have fewer events than the type needs for a finding; they are scored both
ways, left out and as a ratio of 1.
"""

import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.evidence import DATA, RESAMPLES, scores
from bench.measure import Goal
from clewline.evidence.outcome import Outcome
from clewline.evidence.validation import validate
from clewline.workflow.evidence.compare import compare_files

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
ENDS = BEGINS + timedelta(days=28)
FILES = ("cns_calls_dev.csv", "cns_sms_dev.csv")


def run() -> dict[str, Any]:
    """Return the scores, or why there are none."""
    if not (DATA / FILES[0]).exists():
        return {"goals": [], "not_measured": "The research data are not beside this repository."}
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        found = list(_outcomes(Path(folder)))
    some = [o for o in found if o.log10_lr is not None]
    told = {
        "with_a_finding": scores(validate(some, seed=1, times=RESAMPLES)),
        "none_as_a_ratio_of_1": scores(validate(found, seed=1, times=RESAMPLES)),
    }
    goals = [
        Goal(
            f"associates, {name.replace('_', ' ')}, Cllr",
            of["associates"]["cllr"]["value"],
            0.50,
            "bit",
            True,
        )
        for name, of in told.items()
    ]
    return {"goals": [goal.told() for goal in goals], "scores": told}


def _events() -> tuple[dict[str, list[tuple[float, str]]], set[tuple[str, str]]]:
    """Return each sender's events in order of time, and the pairs of students who were in touch."""
    events: dict[str, list[tuple[float, str]]] = defaultdict(list)
    touched, senders = set(), set()
    for name in FILES:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            rows = [row[:2] for row in list(csv.reader(file, delimiter=";"))[1:]]
        for at, (a, b) in enumerate(rows):
            senders.add(a)
            if a != b:
                when = (at + 0.5) / len(rows)  # order is all that is known of time
                events[a].append((when, b))
                events[b].append((when, a))
                touched |= {(a, b), (b, a)}
    return {p: sorted(some) for p, some in events.items() if p in senders}, touched


def _outcomes(folder: Path) -> Iterator[Outcome]:
    events, touched = _events()
    records = [
        (
            person if at < len(some) // 2 else f"{person}-later",
            (BEGINS + when * (ENDS - BEGINS)).isoformat(),
            other,
        )
        for person, some in events.items()
        for at, (when, other) in enumerate(some)
    ]
    people = sorted(events)
    pairs = [(a, a) for a in people] + [(a, b) for a in people for b in people if (a, b) in touched]
    asked = [
        (f"p{k}", a, f"{b}-later", BEGINS.isoformat(), ENDS.isoformat()) for k, (a, b) in enumerate(pairs)
    ]
    files: dict[str, Any] = {"records": (("phone", "start", "other"), records)}
    files["pairs"] = (("pair", "phone_a", "phone_b", "window_start", "window_end"), asked)
    for name, (columns, rows) in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *rows])
    found = compare_files(
        records=folder / "records.csv", pairs=folder / "pairs.csv", type_name="contacts_in_common"
    )
    for line, (a, b) in zip(found.lines, pairs, strict=True):
        yield Outcome(
            pair=line.pair,
            same=a == b,
            kind="same" if a == b else "associates",
            person_a=a,
            person_b=b,
            log10_lr=line.log10_lr,
        )
