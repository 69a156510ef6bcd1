"""Intake with the watch, which holds charges back, and the same intake without it."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.intake import DISPOSALS, FORCES
from bench.measure import apart, spread

ROWS = 50_000
TURNS = 3
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def ratio() -> dict[str, Any]:
    """Return seconds of both, turn about, and the ratio of each pair."""
    with TemporaryDirectory(prefix="clewline-bench-") as folder:
        path = Path(folder) / "charges.csv"
        _write(path, ROWS)
        pairs = []
        for turn in range(TURNS):
            order = (True, False) if turn % 2 == 0 else (False, True)
            found = {on: apart("protect.watched:take", path=str(path), on=on)["seconds"] for on in order}
            pairs.append((found[True], found[False]))
    return {
        "rows": ROWS,
        "with_seconds": spread([a for a, _ in pairs]),
        "without_seconds": spread([b for _, b in pairs]),
        "ratio": spread([a / b for a, b in pairs]),
        "entries_per_second": round(ROWS / median(a for a, _ in pairs)),
    }


def take(path: str, on: bool) -> dict[str, Any]:
    """Take charges of adults into a case that holds something already, with the watch or without it."""
    from clewline.store import watch
    from clewline.workflow.intake import take_in

    if not on:
        _put_aside(watch, "parts", lambda case, entries, *, empty: [iter(entries)])
        _put_aside(watch.Watch, "prepare", lambda self, some: list(some))
        _put_aside(watch.Watch, "refusal", lambda self, entry: None)
        _put_aside(watch.Watch, "hear", lambda self, entry: None)
    content = Path(path).read_bytes()
    head, _, rest = content.partition(b"\r\n")
    before = head + b"\r\n" + b"\r\n".join(rest.split(b"\r\n")[:1000]).replace(b"H0", b"G0") + b"\r\n"
    take_in(before, file="before.csv", case="bench", by="bench", at=AT)
    begun = time.perf_counter()
    outcome = take_in(content, file="charges.csv", case="bench", by="bench", at=AT + timedelta(minutes=1))
    seconds = time.perf_counter() - begun
    if outcome.account.entries != ROWS or outcome.account.withheld:
        raise AssertionError(f"{outcome.account} of {ROWS} charges of adults.")
    return {"seconds": seconds}


def _put_aside(where: Any, name: str, instead: Callable[..., object]) -> None:
    if not hasattr(where, name):
        raise AssertionError(f"The watch has no {name} any more: it would be measured against itself.")
    setattr(where, name, instead)


def _write(path: Path, rows: int) -> None:
    """Write charges of adults: with the watch as many are taken as without it."""
    lines = [DISPOSALS]
    for n in range(rows):
        born, day = date(1960, 1, 1) + timedelta(days=n % 9000), date(2024, 1, 1) + timedelta(days=n % 600)
        force = FORCES[n % len(FORCES)]
        lines.append(
            f"C{n // 2:08d},H{n:08d},{force},P{n * 7919 % 30_011},{born:%d/%m/%Y},M,{day:%d/%m/%Y},CHGD,MD71170,CID,"
            f"L{n % 997},Week of action"
        )
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
