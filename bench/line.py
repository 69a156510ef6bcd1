"""The picture of one line in a case of ten million rows: seconds and memory of what the terminal shows.

Two cases are made and taken in as an operator's files are: a thousand phones of ten thousand rows each, and ten
phones of a million. A process of its own then asks for one line, from the record to the printed summary; the start
of Python and its modules is not in it. Made once into the folder that CLEWLINE_BENCH_CACHE names, or for one run.
"""

import io
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bench.measure import Goal, apart, spread

ROWS = 10_000_000
CASES = {"thousand": 1_000, "ten": 10}
"""Phones among which the rows are spread."""
AT = datetime(2026, 10, 1, tzinfo=UTC)
TIMES = 3


def run() -> dict[str, Any]:
    """Return seconds and memory of a summary of each line, and of its page."""
    with record() as home:
        told = {
            case: [apart("line:tell", home=home, case=case, page=False) for _ in range(TIMES)]
            for case in CASES
        }
        page = apart("line:tell", home=home, case="thousand", page=True)
    goals = []
    for case, rows in (("thousand", "10,000"), ("ten", "1,000,000")):
        best = min(run["seconds"] for run in told[case])
        goals += [
            Goal(f"a line of {rows} rows among 10,000,000, seconds", round(best, 2), 5, "s", True),
            Goal(f"a line of {rows} rows, memory", max(r["peak_mb"] for r in told[case]), 1000, "MB", True),
        ]
    return {
        "goals": [goal.told() for goal in goals],
        "rows": ROWS,
        "lines": {
            case: {
                "uses": runs[0]["uses"],
                "seconds": spread([r["seconds"] for r in runs]),
                "processor_seconds": spread([r["processor_seconds"] for r in runs]),
            }
            for case, runs in told.items()
        },
        "page": page,
    }


@contextmanager
def record() -> Iterator[Path]:
    """Give a home with both cases, from the cache where they are there already."""
    if cache := os.environ.get("CLEWLINE_BENCH_CACHE"):
        yield _made(Path(cache) / f"line-{ROWS}")
        return
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        yield _made(Path(folder))


def _made(home: Path) -> Path:
    if not (home / "complete").exists():
        home.mkdir(parents=True, exist_ok=True)
        for case, phones in CASES.items():
            apart("line:make", home=home, case=case, phones=phones)
        (home / "complete").touch()
    return home


def make(case: str, phones: int) -> dict[str, Any]:
    """Take a file of `ROWS` rows of that many phones into the case."""
    from clewline.record.kinds.authority import Authority
    from clewline.record.kinds.exhibit import Exhibit
    from clewline.simulate.phones.scale import generic_chunks
    from clewline.workflow.phones import authorities
    from clewline.workflow.phones.intake import take_in_phones
    from clewline.workflow.phones.reading import OpenedPhones, open_phones

    facts = Authority(
        nature="communications data authorisation",
        reference="CD/1",
        purposes=("preventing or detecting serious crime",),
        identifiers=tuple(number(n) for n in range(phones)),
        covers_from=date(2025, 1, 1),
        covers_to=date(2026, 12, 31),
        data=("events data",),
    )
    authorities.record(facts, case=case, day=date(2025, 1, 1), by="bench", at=AT)
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        path = Path(folder) / "records.csv"
        with path.open("wb") as file:
            for chunk in generic_chunks(rows=ROWS, phones=phones):
                file.write(chunk)

        def opens() -> OpenedPhones:
            found = open_phones(path, mapping=None, number=None)
            if found is None:
                raise AssertionError("The generic layout does not read its own file.")
            return found

        outcome = take_in_phones(
            path,
            case=case,
            authority="CD/1",
            exhibit=Exhibit(reference="B/1", handed_over_by="bench"),
            by="bench",
            at=AT,
            opens=opens,
        )
    return {"taken": outcome.account.taken}


def number(n: int) -> str:
    """Return the number of the nth phone, as the made-up rows have it."""
    return f"+447700900{n:07}"


def tell(case: str, page: bool) -> dict[str, Any]:
    """Ask for the case's fourth phone, and print it or make its page."""
    from rich.console import Console

    from clewline.output.line_page import as_page
    from clewline.output.line_text import print_line
    from clewline.workflow.line import line_of

    begun, begun_cpu = time.perf_counter(), time.process_time()
    found = line_of(case, [number(3)], by="bench", at=datetime.now(UTC))
    asked = time.perf_counter()
    if page:
        size = len(as_page(found).encode())
    else:
        out = io.StringIO()
        print_line(found, Console(file=out, width=100))
        size = len(out.getvalue())
    return {
        "seconds": round(time.perf_counter() - begun, 3),
        "processor_seconds": round(time.process_time() - begun_cpu, 3),
        "of_them_asking": round(asked - begun, 3),
        "uses": found.headline.uses,
        "bytes": size,
    }
