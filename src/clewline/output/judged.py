"""Verdicts with the claims that they are on: each claim once, whatever the number of times that a text makes it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from clewline.bulletin.check import Finding, Severity
from clewline.bulletin.check.against import Answer
from clewline.bulletin.claim import as_json as claim_json
from clewline.bulletin.week import plain
from clewline.output.claims_table import Said
from clewline.workflow.asked import Judged


@dataclass(frozen=True, kw_only=True)
class Told:
    """A claim of a text, and what the record says to it."""

    source: str
    """Name of the text."""
    said: Said
    judged: Judged


def found(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each gravity, as `2 wrong, 1 doubtful, 3 notes in the words`."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{counts[grave]:,} {said[counts[grave] > 1]}" for grave, said in _GRAVITY.items() if counts[grave]
    ]
    return f"{', '.join(parts)} in the words" if parts else "nothing wrong found in the words"


_GRAVITY: dict[Severity, tuple[str, str]] = {
    "wrong": ("wrong", "wrong"),
    "doubtful": ("doubtful", "doubtful"),
    "note": ("note", "notes"),
}


def tally(told: Sequence[Told]) -> str:
    """Return how many claims the record confirms, contradicts and cannot answer."""
    counts = Counter(one.judged.verdict.outcome for one in told)
    return (
        f"of {len(told):,} different claims the record confirms {counts['confirmed']:,}, "
        f"contradicts {counts['contradicted']:,} and cannot answer {counts['not answerable']:,}"
    )


def as_json(one: Told) -> dict[str, Any]:
    """Return a verdict as plain data."""
    verdict, asked = one.judged.verdict, one.judged.asked
    return {
        "source": one.source,
        "claims": [claim_json(claim) for claim in one.said.claims],
        "outcome": verdict.outcome,
        "outcome_then": verdict.outcome_then,
        "sentence": verdict.sentence,
        "now": _answer(verdict.now),
        "then": verdict.then and _answer(verdict.then),
        "difference": plain(verdict.difference),
        "changed": [{"day": day.isoformat(), "entries": n, "how": how} for day, n, how in verdict.changed],
        "new": list(one.judged.new),
        "gone": list(one.judged.gone),
        "open": asked and asked.command,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "as_of": answer.as_of.isoformat(),
        "value": plain(answer.value),
        "entries": [entry.id for entry in answer.entries],
        "why_not": answer.why_not or None,
    }
