"""What the evidence types say of two phones, as JSON for scripts: every ratio with its propositions and bounds."""

from typing import Any

from clewline.evidence.finding import Finding, Ratio
from clewline.workflow.evidence.evaluate import Evaluation


def as_data(found: Evaluation) -> dict[str, Any]:
    """Return the evaluation as objects that JSON can hold; rows are told by their number."""
    return {
        "case": found.case,
        "line": found.line,
        "phone": found.phone,
        "from": str(found.first_day),
        "to": str(found.last_day),
        "answers": [
            {
                "type": answer.type.name,
                "model": None if answer.model is None else answer.model.card.name,
                "periods": [
                    {"day": None if one.day is None else str(one.day), **_finding(one.finding)}
                    for one in answer.asked
                ],
            }
            for answer in found.answers
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "ratio": None if finding.ratio is None else _ratio(finding.ratio),
        "why_none": finding.why_none,
        "against": [_ratio(ratio) for ratio in finding.against],
        "episodes": finding.episodes,
        "rows": len(finding.rows),
        "facts": [{"what": fact.what, "rows": len(fact.rows)} for fact in finding.facts],
        "working": [
            {"what": weight.what, "log10": weight.log10, "rows": len(weight.rows)}
            for weight in finding.working()
        ],
        "limits": list(finding.limits),
    }


def _ratio(ratio: Ratio) -> dict[str, Any]:
    return {
        "first": ratio.propositions.first,
        "second": ratio.propositions.second,
        "log10_lr": ratio.log10_lr,
        "lower": ratio.lower,
        "upper": ratio.upper,
        "least": ratio.least,
        "most": ratio.most,
        "note": ratio.note,
    }
