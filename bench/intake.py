"""Received files taken into a fresh record: entries a second, and whether a larger file costs more per row.

`take_in` is the whole act of `clewline intake`: read the file, find the mapping, read each row to an entry
or a problem, keep the file, link and seal the entries, and commit them to SQLite as one durable batch. The
workbook is Quartermaster's register of drugs with true dates and numbers, written without shared strings as
exports of that size are; the CSV file is Custodian's disposals. One row gives one entry in both, so that no
row is counted twice. Each run is a process of its own over a record of its own; making the file is not timed.
Growth compares seconds per row, of the fastest run of each size, with those of the smallest file: the
fastest, because a machine that is busy with other things only ever makes a run slower.
"""

import csv
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import Goal, apart, spread

ROWS = 200_000
GROWTH = ((20_000, 5), (200_000, 3), (2_000_000, 1))
"""Rows of a file, and how often it is taken in."""
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FIRST_DAY = date(2019, 11, 4)
YOUNGEST = 19 * 365
"""Days that everybody is old on the first of them: charges of children are held back, and what that costs is measured
by `bench protect`. Who stands in a file with two dates of birth is an adult by both.
"""

FORCES = ("Kent Police", "Essex Police", "Merseyside Police", "Sussex Police", "Norfolk Constabulary")
DISPOSALS = (
    "Custody No,Charge No,Force,Person No,DOB,Sex,Disposed On,Disposal,Offence (CJS),OIC Unit,Line Ref,"
    "Op Name"
)
DRUGS = (
    "exhibit_ref,force_id,unit_name,line_ref,operation,date_seized,drug_type,weight_kg,pack_count,pack_type,"
    "est_value_gbp"
)


def run() -> dict[str, Any]:
    """Return entries a second for both kinds of file, and seconds per row relative to the smallest file."""
    with TemporaryDirectory(prefix="clewline-bench-") as folder:
        workbook = Path(folder) / "drugs.xlsx"
        apart("intake:make", path=str(workbook), rows=ROWS)
        from_workbook = [_taken(workbook, ROWS) for _ in range(3)]
        texts = {}
        for rows, _ in GROWTH:
            texts[rows] = Path(folder) / f"disposals-{rows}.csv"
            apart("intake:make", path=str(texts[rows]), rows=rows)
        # Turn about, so that a busy minute does not fall on one size alone.
        from_text: dict[int, list[dict[str, Any]]] = {rows: [] for rows, _ in GROWTH}
        for turn in range(max(times for _, times in GROWTH)):
            for rows, times in GROWTH:
                if turn < times:
                    from_text[rows].append(_taken(texts[rows], rows))
    per_row = {rows: min(t["seconds"] for t in runs) / rows for rows, runs in from_text.items()}
    smallest = per_row[GROWTH[0][0]]
    growth = {rows: round(each / smallest, 3) for rows, each in per_row.items()}
    goals = [
        Goal("intake of a workbook, entries a second", _rate(from_workbook), 20_000, "1/s", False),
        Goal("intake of a CSV file, entries a second", _rate(from_text[ROWS]), 20_000, "1/s", False),
        Goal("growth to 200,000 rows, seconds per row", growth[200_000], 1.1, "", True),
        Goal("growth to 2,000,000 rows, seconds per row", growth[2_000_000], 1.1, "", True),
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "workbook": _summary(from_workbook),
        "microseconds_per_row": {str(rows): round(each * 1e6, 2) for rows, each in per_row.items()},
        "csv": {str(rows): _summary(runs) for rows, runs in from_text.items()},
    }


def _taken(path: Path, rows: int) -> dict[str, Any]:
    found: dict[str, Any] = apart("intake:take", path=str(path))
    if found["entries"] != rows:
        raise AssertionError(f"{path.name}: {found['entries']} entries of {rows} rows were taken in.")
    return found


def _rate(runs: list[dict[str, Any]]) -> float:
    return float(round(median(run["entries"] / run["seconds"] for run in runs)))


def _summary(runs: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "times": len(runs),
        "seconds": spread([run["seconds"] for run in runs]),
        "processor_seconds": spread([run["processor_seconds"] for run in runs]),
        "entries_per_second": spread([run["entries"] / run["seconds"] for run in runs]),
        "peak_mb": max(run["peak_mb"] for run in runs),
        "file_mb": runs[0]["file_mb"],
        "record_mb": runs[0]["record_mb"],
    }


def take(path: str) -> dict[str, Any]:
    """Take a file into the record of this process."""
    from django.conf import settings

    from clewline.workflow.intake import take_in

    content = Path(path).read_bytes()
    begun, begun_cpu = time.perf_counter(), time.process_time()
    outcome = take_in(content, file=Path(path).name, case="bench", by="bench", at=AT)
    return {
        "seconds": time.perf_counter() - begun,
        "processor_seconds": time.process_time() - begun_cpu,
        "entries": outcome.account.entries,
        "problems": outcome.account.problems,
        "file_mb": round(len(content) / 1e6, 1),
        "record_mb": round(sum(p.stat().st_size for p in Path(settings.HOME).glob("record.sqlite3*")) / 1e6),
    }


def make(path: str, rows: int) -> dict[str, Any]:
    """Write the file that its ending asks for."""
    (_workbook if path.endswith(".xlsx") else _text)(Path(path), rows)
    return {"rows": rows}


def _text(path: Path, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(DISPOSALS.split(","))
        writer.writerows(_disposals(rows))


def _disposals(rows: int) -> Iterator[tuple[str, ...]]:
    offences = ("MD71170", "MD71130", "MD71171")
    for n in range(rows):
        day, born = _day(n, rows), FIRST_DAY - timedelta(days=YOUNGEST + n * 7919 % 14_000)
        yield (
            f"C{n // 2:08d}",
            f"H{n:08d}",
            FORCES[n % len(FORCES)],
            f"P{n * 7919 % 700_001}",
            f"{born:%d/%m/%Y}",
            "F" if n % 8 == 0 else "M",
            f"{day:%d/%m/%Y}",
            "CHGD",
            offences[n % len(offences)],
            "Borough crime squad",
            f"L{n % 997}",
            "Week of action",
        )


def _workbook(path: Path, rows: int) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Drugs")
    as_date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, DRUGS.split(","))
    drugs = ("Crack cocaine", "Heroin", "Cannabis", "Cocaine", "Ketamine")
    for n in range(rows):
        left = (f"E{n:08d}", FORCES[n % len(FORCES)], "Borough crime squad", f"L{n % 997}", "Week of action")
        sheet.write_row(n + 1, 0, left)
        sheet.write_datetime(n + 1, 5, _noon(_day(n, rows)), as_date)
        right = (drugs[n % len(drugs)], (1 + n % 4000) / 1000, 1 + n % 90, "WRAP", (500 + n % 90_000) / 100)
        sheet.write_row(n + 1, 6, right)
    book.close()


def _day(n: int, rows: int) -> date:
    return FIRST_DAY + timedelta(days=n * 2500 // rows)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
