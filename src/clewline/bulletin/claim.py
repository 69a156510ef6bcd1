"""What a text states as a result, in the form of the claims schema, and the numbers that state none."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from clewline.formats.stated import Relation

Pairs = tuple[tuple[str, str], ...]
"""Qualifiers as (key, value) pairs in key order."""

PeriodKind = Literal["day", "week", "multi_week", "between", "since", "year", "fy", "unknown"]
Scope = Literal["national", "regional", "force", "unit", "local"]
Position = Literal["headline", "heading", "lead", "body", "list", "caption"]
"""Where in a text a number stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Characters of a text, as they stand in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """The days that a claim is about, as far as the text states them."""

    start: date | None = None
    end: date | None = None
    kind: PeriodKind = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """One number stated as an outcome of police or partner work."""

    indicator: str
    """A name of the claims schema; the figures have the same names."""
    value: Decimal
    unit: str
    relation: Relation
    """How the true number stands to `value`: `over 500` is at least 500."""
    qualifiers: Pairs
    period: Period
    body: str | None
    """Who is said to have achieved it."""
    scope: Scope
    quote: Quote
    rule: str
    """The rule that decided what is counted, in words for `--explain`."""
    position: Position = "body"
    part_of: tuple[int, int] | None = None
    """Characters of the whole's quote, where the text says that this number is a part of that."""
    whole_told: bool = False
    """Whether the text says that the parts beside this one make the whole (`made up of`), not only some of it."""

    @property
    def said(self) -> dict[str, str]:
        """Return the qualifiers as a dictionary."""
        return dict(self.qualifiers)


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """A number that states no result, with the reason."""

    quote: Quote
    reason: str
    """A name of `REASONS`."""


REASONS: dict[str, str] = {
    "date": "a date, a year or a weekday's number",
    "time": "a time of day",
    "age": "a person's age or an age group",
    "duration": "a length of time",
    "phone number": "a number to ring or text",
    "address": "a number of a house, road or postcode",
    "name": "a part of a name: an operation, an Act, a drug class, a model",
    "rank": "an ordinal or a place in an order",
    "target": "a target, a forecast or what would have been",
    "market": "an estimate of the market or of harm, not of work done",
    "one person": "one person's sentence, charge or holding, or a story of one case",
    "offending": "what offenders sold, made, carried or did",
    "workforce": "officers, staff, forces or partners that took part",
    "funding": "money paid or planned for the work",
    "population": "a number of people, households or places that nothing was done to",
    "profile": "a description of the trade or of those in it",
    "said again": "the number before it in other units",
    "currency": "a sum of money that is not in pounds",
    "price": "the price of one thing",
    "list number": "the number of a list item, a part or a page",
    "pronoun": "`one` in the place of a noun",
    "not a result": "a number beside words that name no result",
    "not understood": "no rule says what it counts: read it yourself",
}
"""Why a number is set aside, with the words that explain it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A text as read: every number of it is a claim or set aside, in the order of the text."""

    text: str
    published: date | None
    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]


def plain(value: Decimal) -> int | float:
    """Return a value as a JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


def as_json(claim: Claim) -> dict[str, Any]:
    """Return a claim as the claims schema has it."""
    period = claim.period
    return {
        "indicator": claim.indicator,
        "value": plain(claim.value),
        "unit": claim.unit,
        "relation": claim.relation,
        "qualifiers": claim.said,
        "period": {
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
            "kind": period.kind,
        },
        "body": claim.body,
        "scope": claim.scope,
        "quote": {"text": claim.quote.text, "start": claim.quote.start, "end": claim.quote.end},
    }
