"""Read a text: its sentences, their numbers, and what each states."""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from clewline.bulletin.claim import Claim, Period, Quote, Reading, SetAside
from clewline.bulletin.read.accounted import left_over
from clewline.bulletin.read.amounts import join_numbers
from clewline.bulletin.read.aside import asides
from clewline.bulletin.read.blocks import Sentence, sentences
from clewline.bulletin.read.dates import Issued
from clewline.bulletin.read.decide import decide
from clewline.bulletin.read.found import Topic
from clewline.bulletin.read.govern import acts_of
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token, looked_up, raw_tokens
from clewline.bulletin.read.when import When
from clewline.bulletin.read.where import Where
from clewline.bulletin.read.who import Who
from clewline.formats.stated.numbers import SMALL_NUMBERS


def read(text: str, published: date | Issued | None = None, publisher: str | None = None) -> Reading:
    """Read what a text states. The time is linear in its length.

    `published` gives the year to dates that have none; it may be known to the month or year only (`Issued`).
    `publisher` names the body where the text names none.
    """
    claims: list[Claim] = []
    aside: list[SetAside] = []
    topic = Topic(knives=_KNIVES.search(text) is not None)
    out = Issued(published, published) if isinstance(published, date) else published
    when, who = When(text, out), Who(text, publisher)
    where = Where(text, _lead_end(text))
    earlier: Period | None = None
    headed: tuple[int, int] | None = None
    for sentence in sentences(text):
        if sentence.heading != headed:
            headed = sentence.heading
            topic.heading = tuple(acts_of(_tokens(text, *headed))) if headed else ()
        where.enter(sentence.start, sentence.end, new=sentence.new)
        if not (
            DIGIT.search(text, sentence.start, sentence.end)
            or SPELLED.search(text, sentence.start, sentence.end)
        ):
            continue
        tokens = _tokens(text, sentence.start, sentence.end)
        topic.told = sentence.position in ("headline", "heading", "list", "caption") or _is_fragment(tokens)
        topic.police = any(
            t.entry is not None
            and (
                (t.tag == "act" and t.entry.acts[0] != "carry")
                or t.entry.kind in ("arrest", "firearm", "weapon", "seizure", "wraps")
            )
            for t in tokens
        )
        for found in decide(tokens, topic, text[sentence.start : sentence.end]):
            quote = Quote(text=text[found.start : found.end], start=found.start, end=found.end)
            if found.indicator:
                body = who.at(sentence.start, sentence.end, found.start)
                earlier = when.at(sentence.start, sentence.end, earlier)
                placed = found.indicator in PLACED and not _titled(text, sentence)
                if placed and (place := where.at(found.start, found.end)):
                    found.said.setdefault("place", place)
                claims.append(
                    Claim(
                        indicator=found.indicator,
                        value=found.token.value,
                        unit=found.unit,
                        relation=found.token.relation,
                        qualifiers=tuple(sorted(found.said.items())),
                        period=earlier,
                        body=body.name if body else None,
                        scope="local" if "place" in found.said else body.scope if body else "force",
                        quote=quote,
                        rule=found.rule,
                        position=sentence.position,
                    )
                )
                if found.token.low is not None:
                    # `between 40 and 50` states both of its ends
                    claims[-1:] = [
                        replace(claims[-1], value=found.token.low, relation="at_least"),
                        replace(claims[-1], relation="at_most"),
                    ]
            else:
                aside.append(SetAside(quote=quote, reason=found.aside or "not understood"))
    claims = told_later(claims)
    aside.extend(left_over(text, claims, aside))
    aside.sort(key=lambda a: a.quote.start)
    return Reading(
        text=text, published=out.exact if out else None, claims=tuple(claims), set_aside=tuple(aside)
    )


_FRAGMENT = 8
"""Tokens that a fragment may have."""
_NAMING = frozenset(("number", "thing", "prep", "sign", "hedge", "void", "join", "worth", "act", "part"))


def _is_fragment(tokens: list[Token]) -> bool:
    """Whether a sentence names results and says no more: `£1.7m in cash.`"""
    return len(tokens) <= _FRAGMENT and all(
        t.tag in _NAMING and not (t.entry is not None and "carry" in t.entry.acts) for t in tokens
    )


def _titled(text: str, sentence: Sentence) -> bool:
    """Whether it is a headline in which every word has a capital, so that none of them tells a name."""
    if sentence.position != "headline":
        return False
    words = [w for w in text[sentence.start : sentence.end].split() if w[0].isalpha() and len(w) > 3]
    return len(words) > 3 and all(w[0].isupper() for w in words)


def told_later(claims: list[Claim]) -> list[Claim]:
    """Return the claims, those of the headline with the period and body by which the text tells them again."""
    later: dict[tuple[str, object, str], Claim] = {}
    for claim in reversed(claims):
        if claim.position not in ("headline", "heading", "caption"):
            later[claim.indicator, claim.value, claim.unit] = claim
    found = []
    for claim in claims:
        again = later.get((claim.indicator, claim.value, claim.unit))
        if claim.position == "headline" and again is not None:
            scope = claim.scope if claim.scope == "local" else again.scope
            claim = replace(claim, period=again.period, body=again.body, scope=scope)
        found.append(claim)
    return found


def _tokens(text: str, start: int, end: int) -> list[Token]:
    raw = raw_tokens(text, start, end)
    tokens = join_numbers(raw)
    spans = sorted(asides(text, raw, start, end))
    starts = [s for s, _, _ in spans]
    for token in tokens:
        if token.kind != "number" or token.aside:
            continue
        for s, e, reason in spans[: bisect_right(starts, token.start)]:
            if s <= token.start and token.end <= e:
                token.aside = reason
                break
    return looked_up(tokens)


_SPELLED = sorted(
    (
        *SMALL_NUMBERS,
        "no",
        "nil",
        "half",
        "halved",
        "doubled",
        "tripled",
        "trebled",
        "quadrupled",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
    ),
    key=len,
    reverse=True,
)
DIGIT = re.compile(r"\d")
SPELLED = re.compile(rf"\b(?:{'|'.join(_SPELLED)})\b", re.IGNORECASE)
"""Where a sentence may hold a number in words."""
_KNIVES = re.compile(r"\b(?:sceptre|sweeps?|amnesty|surrender(?:ed)?|knife bins?)\b", re.IGNORECASE)
PLACED = words(
    "arrests cash_seized drugs_seized_value drugs_seized_weight drugs_seized_count "
    "weapons_seized knives_seized firearms_seized "
    "lines_closed lines_disrupted searches_conducted warrants_executed "
    "phones_seized vehicles_seized other_items_seized "
    "assets_seized_value people_charged cuckooing_visits imitation_firearms_seized "
    "sentence_years_total people_released"
)
"""Indicators that one raid may have; a count of people protected is never narrowed to a place by us."""


def _lead_end(text: str) -> int:
    """Return where the headline and the first sentence below it end."""
    ends = [s.end for _, s in zip(range(2), sentences(text), strict=False)]
    return ends[-1] if ends else 0


__all__ = ["Sentence", "read"]
