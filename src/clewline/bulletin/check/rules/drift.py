"""An indicator that drifted between headline and body, or between two texts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.near import MEANS, NEAR
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import same_body, same_days
from clewline.bulletin.check.words import capital

_TOP = ("headline", "lead")
_FEWEST = 10
"""Smaller numbers are alike by chance."""
_FEWEST_ON_TOP = 2
"""The body should bear out each number of a headline."""
_EACH = re.compile(r"\b(?:(?<!in )all|both|each|every)\s+(?:of\s+)?(?:the\s+|them\s+)?$", re.IGNORECASE)


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    everything = [mentions(named) for named in texts]
    for found in everything:
        for i, place in enumerate(_TOP):
            top = [m for m in found if m.claim.position == place]
            rest = [m for m in found if m.claim.position not in _TOP[: i + 1]]
            yield from _drifted(top, rest, fewest=_FEWEST_ON_TOP if place == "headline" else _FEWEST)
    for one, two in permutations(everything, 2):
        yield from _drifted(one, two, fewest=_FEWEST)


def _drifted(said: Sequence[Mention], after: Sequence[Mention], *, fewest: int) -> Iterator[Finding]:
    """Yield each number of `said` that `after` has for an indicator near to its own, and never for its own."""
    told = {m.claim.indicator for m in after}
    before = {(m.claim.indicator, m.amount) for m in said}
    at: dict[Decimal, list[Mention]] = {}
    for m in after:
        at.setdefault(m.amount, []).append(m)
    for one in said:
        if one.claim.indicator in told or one.amount < fewest or one.dimension == "percent" or one.apart:
            continue
        for two in at.get(one.amount, ()):
            new = (two.claim.indicator, two.amount) not in before
            if new and not two.apart and _taken_for(one, two) and same_body(one, two) and same_days(one, two):
                yield _finding(one, two)
                break


def _taken_for(one: Mention, two: Mention) -> bool:
    """Whether the second number is the first under another name; `all 15 were charged` is one more step."""
    text, start = two.named.reading.text, two.claim.quote.start
    all_of_them = _EACH.search(text[max(0, start - 20) : start]) is not None
    return two.claim.indicator in NEAR.get(one.claim.indicator, ()) and not all_of_them


def _finding(one: Mention, two: Mention) -> Finding:
    first, second = one.claim.indicator, two.claim.indicator
    where = "" if one.named is two.named else f" in {one.named.name}"
    there = "" if one.named is two.named else f" in {two.named.name}"
    return Finding(
        severity="doubtful",
        sentence=f"{one.words}{where} ({first.replace('_', ' ')}) becomes {two.words}{there} "
        f"({second.replace('_', ' ')}). {capital(MEANS[first])}; {MEANS[second]}. Say which of the two was counted.",
        quotes=(one.quoted, two.quoted),
    )


RULE = Rule(
    name="drift",
    finds="A number that is of one thing in the headline and of another, near in meaning, in the text; or "
    "that drifted so between two texts.",
    why="Lines disrupted become lines closed, and people spoken to become people safeguarded, one report "
    "later.",
    look=_look,
    examples=(
        Example(
            texts=(
                "Northmoor Police closes 17 county lines\n\nOfficers made 40 arrests in the week of "
                "action.\n\nThe teams disrupted 17 county lines and executed 12 warrants.",
            ),
            severity="doubtful",
            sentence="“17 county lines” (lines closed) becomes “17 county lines” (lines disrupted). A line closed has "
            "lost its holder or its number; a line disrupted may still run. Say which of the two was counted.",
        ),
        Example(
            texts=(
                "Northmoor Police made 15 arrests in its week of action.\n\nAll 15 have been charged with "
                "drug offences.",
            ),
            sentence=None,
        ),
    ),
)
