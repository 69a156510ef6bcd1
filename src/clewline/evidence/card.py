"""The card of a fitted model: what it is for, what it was fitted on, how good it is, and what it cannot do.

A model without its card is not used. A card is JSON, by itself or under `card` in a model's file,
beside its `parameters`. For each of `kind`,
`rate` and `network` it gives scores, or says why there are none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from clewline.errors import BadDeclaration
from clewline.evidence.finding import Propositions
from clewline.evidence.lir_adapter import MOST
from clewline.evidence.resampling import Measure
from clewline.evidence.validation import Group, Scores, Validation

GROUPINGS = ("kind", "rate", "network")
"""What every model's scores are told by."""
ROUNDED = 0.002
"""By how much the cost may miss the sum of its two parts, where each was rounded."""
VERSION = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True, kw_only=True)
class CardScore:
    """Scores of one group of pairs that took no part in the fit."""

    by: str
    """`all`, or what the group is one of: `kind`, `rate`, `network`, or a further word."""
    name: str
    same: int
    """Pairs of the same person."""
    different: int
    people: int
    cllr: Measure
    cllr_min: Measure
    cllr_cal: Measure
    same_below_1: Measure
    different_above_100: Measure


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is to be known of a fitted model before one of its ratios is read.

    :raises BadDeclaration: something is missing, or cannot be so.
    """

    name: str
    version: str
    """Numbers and dots, as `1.2`."""
    evidence_type: str
    propositions: Propositions
    fitted_on: str
    """In words: whose records, where, when, how they were made into pairs, and how people were kept apart."""
    people: int
    pairs: int
    made_up: Mapping[str, int] = field(default_factory=dict)
    """How many of the pairs are made up from people's tracks, by kind."""
    zone: str | None = None
    """Time zone of the clocks that the people of the fit lived by, where hours of the day count."""
    files: tuple[str, ...] = ()
    """SHA-256 of the records and truths that it was fitted on: on them its scores are of people whom it has seen."""
    scores: tuple[CardScore, ...]
    unmeasured: Mapping[str, str] = field(default_factory=dict)
    """Why there are no scores by one of `GROUPINGS`, as `{"network": "one network only"}`."""
    least: float
    """Log10 LR below which it never goes, and above which, `most`."""
    most: float
    limits: tuple[str, ...]
    """Each a sentence."""
    day: date
    """On which it was fitted."""
    licence: str
    """Of the data that it was fitted on."""

    def __post_init__(self) -> None:
        if problems := list(_problems(self)):
            raise BadDeclaration(
                f"The card of the model {self.name or '?'} cannot stand: {' '.join(problems)}"
            )

    def scores_by(self, by: str) -> list[CardScore]:
        """Return the scores by one grouping."""
        return [score for score in self.scores if score.by == by]

    def told_made_up(self) -> str:
        """Return how many pairs were made up, and of what kinds, as a sentence; empty where none were."""
        if not self.made_up:
            return ""
        kinds = ", ".join(f"{many:,} {kind}" for kind, many in self.made_up.items())
        return f"{sum(self.made_up.values()):,} of the pairs are made up from people's own tracks: {kinds}."


def card_scores(validation: Validation) -> tuple[CardScore, ...]:
    """Return the scores of a validation as a card keeps them; groups that were too small are left out."""
    return tuple(_kept(g, g.scores) for g in validation.groups if g.scores is not None)


def read_card(text: str | bytes) -> Card:
    """Return the card from its JSON, or from the JSON of a model that holds it under `card`.

    :raises BadDeclaration: it is no card, or one with something missing, unknown or impossible.
    """
    try:
        said = msgspec.json.decode(text)
        if isinstance(said, dict) and ("card" in said or "parameters" in said):
            said = said.get("card")
            if said is None:
                raise BadDeclaration("This model has no card; a model without its card is not used.")
        card = msgspec.convert(said, Card)
    except msgspec.MsgspecError as wrong:
        raise BadDeclaration(f"This is no card of a model: {wrong}.") from None
    if unknown := sorted(_unknown(said, msgspec.to_builtins(card))):
        raise BadDeclaration(
            f"The card of the model {card.name} says what no card says: {', '.join(unknown)}."
        )
    return card


def write_card(card: Card) -> str:
    """Return the card as JSON that a person can read; reading it gives the card again."""
    return msgspec.json.format(msgspec.json.encode(card), indent=2).decode() + "\n"


def _kept(group: Group, scores: Scores) -> CardScore:
    return CardScore(
        by=group.by,
        name=group.name,
        same=group.same,
        different=group.different,
        people=group.people,
        cllr=scores.cllr,
        cllr_min=scores.cllr_min,
        cllr_cal=scores.cllr_cal,
        same_below_1=scores.same_below_1,
        different_above_100=scores.different_above[100.0],
    )


def _unknown(said: Any, known: Any, at: str = "") -> Iterator[str]:
    if isinstance(said, dict):
        for key, value in said.items():
            if key in known:
                yield from _unknown(value, known[key], f"{at}{key}.")
            else:
                yield f"{at}{key}"
    elif isinstance(said, list):
        for one, other in zip(said, known, strict=True):
            yield from _unknown(one, other, at)


def _problems(card: Card) -> Iterator[str]:
    words = ("name", "evidence_type", "fitted_on", "licence")
    for name in words:
        if not getattr(card, name).strip():
            yield f"{name} is empty."
    if not (card.propositions.first.strip() and card.propositions.second.strip()):
        yield "A proposition is empty."
    if not VERSION.fullmatch(card.version):
        yield "The version is numbers and dots, as 1.2."
    if card.people < 1 or card.pairs < 1:
        yield "It is fitted on people and pairs."
    if any(n < 1 for n in card.made_up.values()) or sum(card.made_up.values()) >= card.pairs:
        yield "Of its pairs some are made up, and not all."
    if not -MOST <= card.least <= 0 <= card.most <= MOST:
        yield f"The bounds lie from -{MOST:g} to {MOST:g}, on either side of 0."
    if not card.limits or not all(limit.strip() for limit in card.limits):
        yield "It says what the model cannot do."
    if not card.scores_by("all"):
        yield "It has no scores of all pairs (by `all`)."
    for by in GROUPINGS:
        if bool(card.scores_by(by)) == bool(card.unmeasured.get(by, "").strip()):
            yield f"It has scores by {by}, or says under `unmeasured` why not."
    for score in card.scores:
        if not _possible(score):
            yield f"The scores by {score.by} of {score.name or '?'} cannot be so."


def _possible(score: CardScore) -> bool:
    costs, shares = (
        (score.cllr, score.cllr_min, score.cllr_cal),
        (score.same_below_1, score.different_above_100),
    )
    return (
        bool(score.by.strip() and score.name.strip())
        and min(score.same, score.different, score.people) >= 1
        and all(_holds(m) and m.value >= 0 for m in costs)
        and abs(score.cllr.value - score.cllr_min.value - score.cllr_cal.value) < ROUNDED
        and all(_holds(m) and 0 <= m.value <= 1 for m in shares)
    )


def _holds(measure: Measure) -> bool:
    if measure.lower is None or measure.upper is None:
        return measure.lower is measure.upper
    return measure.lower <= measure.value <= measure.upper
