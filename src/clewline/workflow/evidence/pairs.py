"""The pairs of phones that are to be compared, each in its window; what cannot be compared is told with its line."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from clewline.analysis.records import Gathered
from clewline.errors import BadInput
from clewline.evidence.travel.timelines import Pairs
from clewline.workflow.evidence.columns import SHOWN, rows

COLUMNS = ("pair", "phone_a", "phone_b", "window_start", "window_end")


@dataclass
class LeftOut:
    """Rows that were left out: how many, by what was wrong, and the lines of the first."""

    counts: Counter[str] = field(default_factory=Counter)
    first: list[tuple[int, str]] = field(default_factory=list)
    unit: str = "line"

    def add(self, line: int, what: str) -> None:
        """Count one."""
        self.counts[what] += 1
        if len(self.first) < SHOWN:
            self.first.append((line, what))

    @property
    def total(self) -> int:
        return self.counts.total()

    def words(self, of: str) -> list[str]:
        """Return a sentence for each kind of fault, and one that gives the first lines."""
        if not self.total:
            return []
        said = [f"{of}: {n:,} left out. {what}" for what, n in self.counts.most_common()]
        shown = ", ".join(f"{line:,}" for line, _ in self.first)
        more = " and on" if self.total > len(self.first) else ""
        return [*said, f"{of}: see {self.unit}{'s' if len(self.first) > 1 else ''} {shown}{more}."]


def left_out(found: Gathered, path: Path) -> LeftOut:
    """Return the rows of a file that cannot be used.

    :raises BadInput: no row of it can be.
    """
    bad = LeftOut(counts=found.bad, first=found.first_bad, unit=found.unit)
    if bad.total == found.rows:
        raise BadInput(f"{path.name}: No record can be used. {' '.join(bad.words(path.name))}".strip())
    return bad


@dataclass(frozen=True, kw_only=True)
class AskedPairs:
    """Every pair of a file, and those of them that can be compared."""

    names: tuple[str, ...]
    """All pairs, in the order of the file, each once."""
    compared: tuple[int, ...]
    """Places among the names of those that can be compared."""
    pairs: Pairs
    left_out: LeftOut


def read_pairs(path: Path, phones: Mapping[str, int]) -> AskedPairs:
    """Return the pairs of a file; phones are known by the records.

    :raises BadInput: a column is missing, a row is broken, or no pair can be compared.
    """
    names: list[str] = []
    seen: set[str] = set()
    compared: list[int] = []
    a: list[int] = []
    b: list[int] = []
    windows: list[tuple[float, float]] = []
    left = LeftOut()
    for row in rows(path, COLUMNS):
        pair, first, second = (row.cells[c] for c in COLUMNS[:3])
        if not pair or pair in seen:
            left.add(row.line, "The pair comes a second time." if pair else "The pair has no name.")
            continue
        seen.add(pair)
        names.append(pair)
        start, end = (_seconds(row.cells[c]) for c in COLUMNS[3:])
        if start is None or end is None or not start < end:
            left.add(
                row.line, "The window is no two instants with their offset, the first before the second."
            )
        elif first not in phones or second not in phones:
            left.add(row.line, "A phone of the pair has no record that can be used.")
        elif first == second:
            left.add(row.line, "The pair is one phone and itself.")
        else:
            compared.append(len(names) - 1)
            a.append(phones[first])
            b.append(phones[second])
            windows.append((start, end))
    if not compared:
        raise BadInput(f"{path.name}: No pair can be compared. {' '.join(left.words(path.name))}".strip())
    return AskedPairs(
        names=tuple(names),
        compared=tuple(compared),
        pairs=Pairs(
            a=np.array(a, np.int64),
            b=np.array(b, np.int64),
            start=np.array([w[0] for w in windows]),
            end=np.array([w[1] for w in windows]),
        ),
        left_out=left,
    )


def _seconds(text: str) -> float | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.timestamp() if found.tzinfo is not None else None
