"""What was said of each pair of a comparison, with its account, and as the file that is written."""

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from clewline.workflow.evidence.models import Fitted
from clewline.workflow.evidence.pairs import LeftOut

COLUMNS = ("pair", "log10_lr", "lower", "upper", "type", "log10_lr_together")

Told = Callable[[int, int | None], None]
Progress = Callable[[str], AbstractContextManager[Told]]
"""Shows how far things are while its body runs: is given what is done, gives whom to tell."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is said of one pair; numbers are None where there is no finding."""

    pair: str
    log10_lr: float | None
    lower: float | None
    upper: float | None
    together: float | None


@dataclass(frozen=True, kw_only=True)
class Comparisons:
    """What was said of every pair, with the account of what it rests on."""

    lines: tuple[Line, ...]
    type: str
    model: Fitted
    records: int
    """Rows that the file holds."""
    phones: int
    sites: int
    records_left_out: LeftOut
    pairs_left_out: LeftOut
    without: int
    """Pairs that were compared and have no finding: a phone has no record in the window, or too little to weigh."""

    def account(self) -> dict[str, Any]:
        """Return the account as what JSON can say."""
        return {
            "type": self.type,
            "model": {"name": self.model.card.name, "version": self.model.card.version},
            "records": {
                "rows": self.records,
                "used": self.records - self.records_left_out.total,
                "left_out": _as_data(self.records_left_out),
            },
            "phones": self.phones,
            "sites": self.sites,
            "pairs": {
                "named": len(self.lines),
                "with_a_finding": sum(line.log10_lr is not None for line in self.lines),
                "too_little_in_the_window": self.without,
                "left_out": _as_data(self.pairs_left_out),
            },
        }


def nothing(words: str) -> AbstractContextManager[Told]:
    """Show nothing."""
    return nullcontext(lambda done, of: None)


def findings(found: Comparisons) -> bytes:
    """Return what was said of each pair as a CSV file."""
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\n")
    out.writerow(COLUMNS)
    for line in found.lines:
        numbers = (_number(v) for v in (line.log10_lr, line.lower, line.upper))
        out.writerow([line.pair, *numbers, found.type, _number(line.together)])
    return text.getvalue().encode()


def nothing_of(pair: str) -> Line:
    """Return that there is no finding on a pair."""
    return Line(pair=pair, log10_lr=None, lower=None, upper=None, together=None)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value + 0.0:.4f}"


def _as_data(left: LeftOut) -> dict[str, Any]:
    return {
        "rows": left.total,
        "why": dict(left.counts),
        f"first_{left.unit}s": [{left.unit: line, "what": what} for line, what in left.first],
    }
