"""What a validation is made of: the pairs, their truth, what was said of them, and how many events they had."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clewline.errors import BadInput
from clewline.evidence.lir_adapter import MOST
from clewline.workflow.evidence.columns import Problems, Row, rows

TRUTHS = {"1": True, "0": False, "true": True, "false": False}


@dataclass(frozen=True)
class Said:
    """What was said of each pair; None where there is no finding."""

    ratios: Mapping[str, float | None]
    columns: Mapping[str, Mapping[str, str]]
    type: str | None = None
    """The evidence type, where the findings name one."""


def by_pair(path: Path, needed: tuple[str, ...], *, known: Iterable[str] | None = None) -> dict[str, Row]:
    """Return the rows of a file by their pair.

    :raises BadInput: a pair comes twice, has no name, or is not among those known.
    """
    found: dict[str, Row] = {}
    problems = Problems(path.name)
    among = None if known is None else set(known)
    for row in rows(path, ("pair", *needed)):
        pair = row.cells["pair"]
        if not pair:
            problems.add(row.line, "The pair has no name.")
        elif pair in found:
            problems.add(row.line, f"The pair {pair} comes twice; first in line {found[pair].line}.")
        elif among is not None and pair not in among:
            problems.add(row.line, f"The pair {pair} is not among the pairs to compare.")
        found.setdefault(pair, row)
    problems.refuse()
    return found


def read_truth(path: Path, pairs: Mapping[str, Row], pairs_name: str) -> dict[str, Row]:
    """Return the truth of each pair.

    :raises BadInput: a pair has none, or two, or one that is not 0 or 1; or a kind or a person is empty.
    """
    found = by_pair(path, ("same", "kind", "person_a", "person_b"), known=pairs)
    problems = Problems(path.name)
    for row in found.values():
        if row.cells["same"].lower() not in TRUTHS:
            problems.add(row.line, "The column same holds neither 0 nor 1.")
        for name in ("kind", "person_a", "person_b"):
            if not row.cells[name]:
                problems.add(row.line, f"The column {name} is empty.")
    problems.refuse()
    without = Problems(pairs_name)
    for pair, row in pairs.items():
        if pair not in found:
            without.add(row.line, f"The pair {pair} has no truth in {path.name}.")
    without.refuse()
    return found


def read_findings(path: Path, pairs: Iterable[str]) -> Said:
    """Return what was said of each pair.

    :raises BadInput: a pair comes twice or is unknown, a ratio is no number or outside its interval, or the findings
        are of several types.
    """
    found = by_pair(path, ("log10_lr",), known=pairs)
    problems = Problems(path.name)
    ratios: dict[str, float | None] = {}
    types: dict[str, int] = {}
    for pair, row in found.items():
        lower, ratio, upper = (_number(row, name, problems) for name in ("lower", "log10_lr", "upper"))
        ratios[pair] = ratio
        if ratio is not None and not (
            (lower is None or lower <= ratio) and (upper is None or ratio <= upper)
        ):
            problems.add(row.line, "The ratio lies outside its interval.")
        types.setdefault(row.cells.get("type", ""), row.line)
    if len(types) > 1:
        (first, _), (other, line), *_ = types.items()
        problems.add(
            line,
            f"A finding of the type {other or '?'} among those of {first or '?'}: validate each by itself.",
        )
    problems.refuse()
    return Said(ratios, {pair: row.cells for pair, row in found.items()}, next(iter(types), "") or None)


def checked(compared: Iterable[tuple[str, float | None]], pairs: Mapping[str, Row]) -> Said:
    """Return what a comparer said of each pair.

    :raises BadInput: it said something twice or of no pair asked about, or no finite number.
    """
    ratios: dict[str, float | None] = {}
    for pair, ratio in compared:
        if pair in ratios or pair not in pairs:
            raise BadInput(f"The comparer speaks of the pair {pair} twice, or unasked.")
        if ratio is not None and not abs(ratio) <= MOST:
            raise BadInput(f"The comparer gives the pair {pair} no number from -{MOST:g} to {MOST:g}.")
        ratios[pair] = ratio
    return Said(ratios, {})


def events(path: Path, pairs: Mapping[str, Row], pairs_name: str) -> tuple[dict[str, int], int]:
    """Return the events within each pair's window, of the phone that has fewer, and how many records there are.

    :raises BadInput: an instant cannot be read.
    """
    windows: dict[str, list[tuple[str, str, datetime, datetime]]] = defaultdict(list)
    problems = Problems(pairs_name)
    for pair, row in pairs.items():
        start, end = (_instant(row, name, problems) for name in ("window_start", "window_end"))
        if start is not None and end is not None:
            for side in ("phone_a", "phone_b"):
                windows[row.cells[side]].append((pair, side, start, end))
    problems.refuse()
    counted = dict.fromkeys(((pair, side) for pair in pairs for side in ("phone_a", "phone_b")), 0)
    problems, records = Problems(path.name), 0
    for row in rows(path, ("phone", "start")):
        records += 1
        if (here := windows.get(row.cells["phone"])) and (at := _instant(row, "start", problems)) is not None:
            for pair, side, start, end in here:
                counted[pair, side] += start <= at < end
    problems.refuse()
    return {pair: min(counted[pair, "phone_a"], counted[pair, "phone_b"]) for pair in pairs}, records


def _number(row: Row, name: str, problems: Problems) -> float | None:
    text = row.cells.get(name, "")
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        problems.add(row.line, f"The column {name} holds no number.")
        return None
    if not abs(found) <= MOST:
        problems.add(row.line, f"The column {name} holds no number from -{MOST:g} to {MOST:g}.")
        return None
    return found


def _instant(row: Row, name: str, problems: Problems) -> datetime | None:
    try:
        found = datetime.fromisoformat(row.cells[name])
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        problems.add(
            row.line, f"The column {name} holds no instant with its offset, as 2026-03-01T10:00:00+00:00."
        )
        return None
    return found
