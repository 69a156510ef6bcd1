"""A mark on reports that contradict each other: which ones, and a sentence that says how."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from clewline.bulletin.series.report import Report

Kind = Literal["reports differ", "remarks differ", "two totals", "total falls", "total below its parts"]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Reports that cannot all be true, as they are told."""

    kind: Kind
    reports: tuple[Report, ...]
    sentence: str
    """How they contradict each other, and what may explain it."""


def said_by(reports: Sequence[Report]) -> str:
    """Return each number with who published it: `35 kg (BBC) and 45.9 kg (Met)`; those of one source once."""
    told = list(dict.fromkeys(f"{r.value_words} ({_source(r)})" for r in reports))
    return listed(told)


def _source(report: Report) -> str:
    stated = report.stated
    return f"{stated.publisher}, {stated.release}" + (f": {report.remark}" if report.remark else "")


def listed(words: Sequence[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
