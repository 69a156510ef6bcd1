"""Read a text: its sentences, their numbers, and what each states."""

import re
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
from clewline.bulletin.read.small import in_small, small
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
    sizes: list[tuple[int, int]] = []
    low = small(text)
    topic = Topic(knives=_of_knives(low))
    out = Issued(published, published) if isinstance(published, date) else published
    when, who = When(text, low, out), Who(text, publisher)
    parted = list(sentences(text))
    where = Where(text, parted[:2][-1].end if parted else 0)
    earlier: Period | None = None
    headed: tuple[int, int] | None = None
    for sentence in parted:
        if sentence.heading != headed:
            headed = sentence.heading
            topic.heading = tuple(acts_of(_headed(text, *headed))) if headed else ()
        where.enter(sentence.start, sentence.end, new=sentence.new)
        if not _may_hold_a_number(low, sentence.start, sentence.end):
            continue
        raw = raw_tokens(text, sentence.start, sentence.end)
        joined = join_numbers(raw)
        numbers = [t for t in joined if t.kind == "number" or t.aside]
        if len(numbers) > _MOST:
            aside.append(_together(text, numbers))
            continue
        sizes.extend((t.start, t.end) for t in numbers if t.kind == "word")
        tokens = _told(text, low, raw, joined, sentence)
        topic.told = sentence.position in ("headline", "heading", "list", "caption") or _is_fragment(tokens)
        topic.tokens = tokens
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
    aside.extend(left_over(text, claims, aside, sizes))
    aside.sort(key=lambda a: a.quote.start)
    return Reading(
        text=text, published=out.exact if out else None, claims=tuple(claims), set_aside=tuple(aside)
    )


_MOST = 60
"""Numbers of one sentence that are read one by one. More stand in no sentence that anybody wrote: it is a table that
has lost its lines, and nobody can say what each of them counts."""
_LONGEST_HEADING = 1200


def _together(text: str, numbers: list[Token]) -> SetAside:
    """Set aside the numbers of a sentence in one quote."""
    return _aside(text, numbers[0].start, numbers[-1].end, "not understood")


def _aside(text: str, start: int, end: int, reason: str) -> SetAside:
    return SetAside(quote=Quote(text=text[start:end], start=start, end=end), reason=reason)


def _headed(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a heading, or of the end of a long one."""
    start = max(start, end - _LONGEST_HEADING)
    return looked_up(join_numbers(raw_tokens(text, start, end)))


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


def _told(text: str, low: str, raw: list[Token], tokens: list[Token], sentence: Sentence) -> list[Token]:
    """Return the tokens of a sentence, each with what it is and why it may be no result."""
    spans = sorted(asides(text, low, raw, sentence.start, sentence.end))
    for token in tokens if spans else ():
        if token.kind != "number" or token.aside:
            continue
        for s, e, reason in spans:
            if s > token.start:
                break
            if token.end <= e:
                token.aside = reason
                break
    return looked_up(tokens)


def _may_hold_a_number(low: str, start: int, end: int) -> bool:
    """Whether a sentence of a text in small letters has a digit or a word of a number."""
    return _DIGIT.search(low, start, end) is not None or not _SPELLED.isdisjoint(
        _WORD.findall(low, start, end)
    )


def _of_knives(low: str) -> bool:
    return any(hint in low for hint in _KNIFE_HINTS) and _KNIVES.search(low) is not None


_SPELLED = frozenset(
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
    )
)
"""Words of numbers: a sentence with none of them and no digit is not looked at."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_KNIFE_HINTS = ("sceptre", "sweep", "amnesty", "surrender", "knife bin")
_KNIVES = in_small(r"\b(?:sceptre|sweeps?|amnesty|surrender(?:ed)?|knife bins?)\b")
PLACED = words(
    "arrests cash_seized drugs_seized_value drugs_seized_weight drugs_seized_count "
    "weapons_seized knives_seized firearms_seized "
    "lines_closed lines_disrupted searches_conducted warrants_executed "
    "phones_seized vehicles_seized other_items_seized "
    "assets_seized_value people_charged cuckooing_visits imitation_firearms_seized "
    "sentence_years_total people_released"
)
"""Indicators that one raid may have; a count of people protected is never narrowed to a place by us."""


__all__ = ["Sentence", "read"]
