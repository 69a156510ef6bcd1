"""Readings made by hand: a text with its claims marked in it, so that a rule is tested without the reader.

    The force made [over 290 arrests|arrests 290 people at_least] and [closed|] ...

A mark is `[words|indicator value unit, more, ...]`. What may follow: a relation; `in headline` and other positions;
`part of N` and `all of N`, with the number (from 1) of the claim that is the whole; `body ...` (`body none`);
`national` and other scopes; `days 2023-10-09 2023-10-15 week` (`days none`); qualifiers as `drug=cocaine`.
"""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from clewline.bulletin.check import Named, all_rules
from clewline.bulletin.claim import Claim, Period, PeriodKind, Position, Quote, Reading, Scope, SetAside
from clewline.formats.stated import Relation

WEEK = Period(start=date(2023, 10, 9), end=date(2023, 10, 15), kind="week")
_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def made(
    marked: str,
    *,
    name: str = "text 1",
    published: date | None = None,
    body: str | None = "Northmoor Police",
    period: Period = WEEK,
) -> Named:
    """Return a text with the claims that are marked in it."""
    text = ""
    claims: list[Claim] = []
    aside: list[SetAside] = []
    at = 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        quote = Quote(text=m[1], start=len(text), end=len(text) + len(m[1]))
        text += m[1]
        at = m.end()
        if m[2].startswith("aside "):
            aside.append(SetAside(quote=quote, reason=m[2].removeprefix("aside ")))
        else:
            claims.append(_claim(quote, m[2], claims, body, period))
    text += marked[at:]
    return Named(name, Reading(text=text, published=published, claims=tuple(claims), set_aside=tuple(aside)))


def findings(rule: str, *marked: str) -> list[tuple[str, str]]:
    """Return what a rule finds in texts with marked claims, as severity and sentence."""
    texts = [made(m, name=f"text {i}") for i, m in enumerate(marked, start=1)]
    return [(f.severity, f.sentence) for f in all_rules()[rule].findings(texts)]


def _claim(quote: Quote, mark: str, before: list[Claim], body: str | None, period: Period) -> Claim:
    first, *more = [part.strip() for part in mark.split(",")]
    indicator, value, unit = first.split()
    claim = Claim(
        indicator=indicator,
        value=Decimal(value),
        unit=unit,
        relation="exactly",
        qualifiers=(),
        period=period,
        body=body,
        scope="force",
        quote=quote,
        rule="made by hand",
    )
    for part in more:
        claim = replace(claim, **_said(part, claim, before))
    return claim


def _said(part: str, claim: Claim, before: list[Claim]) -> dict[str, Any]:
    """Return the fields that one part of a mark gives."""
    word, _, rest = part.partition(" ")
    if "=" in part:
        key, _, value = part.partition("=")
        return {"qualifiers": tuple(sorted((*claim.qualifiers, (key, value))))}
    if part in get_args(Relation):
        return {"relation": part}
    if part in get_args(Scope):
        return {"scope": part}
    if word == "in" and rest in get_args(Position):
        return {"position": rest}
    if word == "body":
        return {"body": None if rest == "none" else rest}
    if word == "days":
        return {"period": _period(rest)}
    if word in ("part", "all"):
        whole = before[int(rest.removeprefix("of ")) - 1].quote
        return {"part_of": (whole.start, whole.end), "whole_told": word == "all"}
    raise AssertionError(f"no mark says {part!r}")


def _period(words: str) -> Period:
    if words == "none":
        return Period(kind="week")
    start, end, kind = words.split()
    assert kind in get_args(PeriodKind)
    return Period(
        start=None if start == "none" else date.fromisoformat(start),
        end=None if end == "none" else date.fromisoformat(end),
        kind=kind,  # type: ignore[arg-type]  # asserted above
    )
