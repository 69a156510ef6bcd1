"""Handset and SIM continuity: which handsets, SIMs and numbers were used together, and which two phones shared.

A schedule of facts. No validated model exists for how often a handset or a SIM passes to another person, so no ratio is
given: that two numbers were used in one handset says that one handset served both, and not who held it.
"""

from collections.abc import Mapping
from typing import Any

from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.evidence.finding import Fact, Finding, Propositions

LIMITS = (
    "A handset or SIM may have been passed on, sold or lent between its uses.",
    "An IMEI can be altered, and cheap handsets may share one.",
    "A gap says that no record was made, not that the handset was off or elsewhere.",
)


def weigh(question: Question, model: Mapping[str, Any] | None) -> Finding:
    """Return the handsets and SIMs that both phones were used with, as facts."""
    facts: list[Fact] = []
    first, second = (u.between(question.start, question.end) for u in (question.first, question.second))
    for noun, column in (("handset", "imei"), ("SIM", "imsi")):
        a, b = getattr(first, column), getattr(second, column)
        for device in sorted(set(a[a >= 0].tolist()) & set(b[b >= 0].tolist())):
            in_a, in_b = (a == device).nonzero()[0], (b == device).nonzero()[0]
            facts.append(
                Fact(
                    what=f"One {noun} served both: {len(in_a)} uses of the first phone and {len(in_b)} of the second.",
                    rows=(*question.case.refs(first, in_a), *question.case.refs(second, in_b)),
                )
            )
    return Finding(
        type=TYPE.name,
        first=first.name,
        second=second.name,
        ratio=None,
        why_none="No validated model says how often handsets and SIMs pass between people; the facts are listed.",
        facts=tuple(facts),
        limits=LIMITS,
        rows=frozenset(row for fact in facts for row in fact.rows),
    )


TYPE = EvidenceType(
    name="device_continuity",
    title="Handset and SIM continuity",
    propositions=Propositions(
        first="One person used both phones.",
        second="Two people used them, between whom a handset or SIM passed.",
    ),
    limits=LIMITS,
    weigh=weigh,
)
