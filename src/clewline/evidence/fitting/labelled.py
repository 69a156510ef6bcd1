"""Pairs of phones of which the truth is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clewline.evidence.evidence_type import Question
from clewline.evidence.fitting.people import Pairing, pairing
from clewline.evidence.outcome import COTRAVEL, Outcome

NEARBY = "nearby"
"""Kind of pair of two people whose ways lie close together."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The truth of a pair."""

    pair: str
    same: bool
    """Whether one person carried both phones."""
    kind: str
    person_a: str
    person_b: str
    columns: Mapping[str, str] = field(default_factory=dict)
    """What else scores are told by, as `{"rate": "24"}`."""

    @property
    def known(self) -> bool:
        """Whether the carrier is known: not of people who really travelled together."""
        return self.kind != COTRAVEL

    @property
    def close(self) -> bool:
        """Whether it can be weighed against two people whose ways lie close together."""
        return self.same or self.kind == NEARBY

    def outcome(self, log10_lr: float | None, **columns: str) -> Outcome:
        """Return what a model said of it."""
        return Outcome(
            pair=self.pair,
            same=self.same,
            kind=self.kind,
            person_a=self.person_a,
            person_b=self.person_b,
            log10_lr=log10_lr,
            columns={**self.columns, **columns},
        )


@dataclass(frozen=True, kw_only=True)
class Labelled(Answer):
    """A question of which the answer is known."""

    question: Question


def people_of(pairs: Sequence[Answer]) -> list[str]:
    """Return the people of the pairs, in order."""
    return sorted({person for p in pairs for person in (p.person_a, p.person_b)})


def paired(pairs: Sequence[Answer]) -> Pairing:
    """Return who is in each of the pairs."""
    return pairing((p.person_a, p.person_b) for p in pairs)
