"""A number that moved to another body, place or week between two texts."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from clewline.bulletin.check.agree import digits
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import same_body, same_days
from clewline.bulletin.check.words import listed, spoken_day

_DIGITS = 3
"""Digits, noughts at the end left out, that a number must have before its coming again is no chance: 377, not 40."""
_LASTING = frozenset(("since", "between", "year", "fy"))
"""Kinds of period whose numbers are rightly told again in later weeks."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for one, two in combinations([mentions(named) for named in texts], 2):
        moved: dict[tuple[str, str], list[tuple[Mention, Mention]]] = {}
        for a, b in _alike(one, two):
            if way := _body(a, b) or _place(a, b) or _week(a, b):
                moved.setdefault(way, []).append((a, b))
        for (here, there), pairs in moved.items():
            # one long number, or several short ones that moved the same way
            if sum(digits(a.claim.value) for a, _ in pairs) >= _DIGITS:
                yield _finding(here, there, pairs)


def _alike(one: Sequence[Mention], two: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield, once each, the numbers that both texts state exactly for one thing, in whatever place."""
    first, second = _numbers(one), _numbers(two)
    yield from ((m, second[number]) for number, m in first.items() if number in second)


def _numbers(found: Sequence[Mention]) -> dict[Hashable, Mention]:
    numbers: dict[Hashable, Mention] = {}
    for m in found:
        if m.exact:
            numbers.setdefault(_number(m), m)
    return numbers


def _number(m: Mention) -> Hashable:
    return m.claim.indicator, m.dimension, m.amount, tuple(pair for pair in m.narrowed if pair[0] != "place")


def _body(a: Mention, b: Mention) -> tuple[str, str] | None:
    """Return the two bodies; a unit's result is its force's too, and no move."""
    here, there = a.claim.body, b.claim.body
    if (
        here
        and there
        and not same_body(a, b)
        and "unit" not in (a.claim.scope, b.claim.scope)
        and same_days(a, b)
    ):
        return here, there
    return None


def _place(a: Mention, b: Mention) -> tuple[str, str] | None:
    here, there = a.place, b.place
    return (here, there) if here and there and here != there and same_body(a, b) and same_days(a, b) else None


def _week(a: Mention, b: Mention) -> tuple[str, str] | None:
    one, two = a.claim.period, b.claim.period
    if (
        {one.kind, two.kind} & _LASTING
        or same_days(a, b)
        or not same_body(a, b)
        or not (one.start and two.start)
    ):
        return None
    return f"the days from {spoken_day(one.start)}", f"the days from {spoken_day(two.start)}"


def _finding(here: str, there: str, pairs: Sequence[tuple[Mention, Mention]]) -> Finding:
    one, two = pairs[0]
    numbers = listed([a.words for a, _ in pairs])
    are, they = ("are", "they belong") if len(pairs) > 1 else ("is", "it belongs")
    return Finding(
        severity="doubtful",
        sentence=f"{numbers} {are} said of {here} in {one.named.name} and of {there} in {two.named.name}: ask "
        f"which of the two {they} to.",
        quotes=tuple(m.quoted for m in (*(a for a, _ in pairs), *(b for _, b in pairs))),
    )


RULE = Rule(
    name="moved",
    finds="A number that two texts give to different bodies, places or weeks.",
    why="A press agency shortens, a reporter mixes two forces up, a template keeps last year's number: the "
    "number is real, and not of what it is said of.",
    look=_look,
    examples=(
        Example(
            texts=(
                "Northmoor Police seized 137 phones in the week from 9 to 15 October 2023.",
                "Eastvale Police seized 137 phones in the week from 9 to 15 October 2023.",
            ),
            severity="doubtful",
            sentence="“137 phones” is said of Northmoor Police in text 1 and of Eastvale Police in text 2: "
            "ask which of the two it belongs to.",
        ),
        Example(
            texts=(
                "Northmoor Police seized 377 knives in the week from 9 to 15 October 2023.",
                "Northmoor Police seized 377 knives in the week from 4 to 10 March 2024.",
            ),
            severity="doubtful",
            sentence="“377 knives” is said of the days from 9 October 2023 in text 1 and of the days from "
            "4 March 2024 in text 2: ask which of the two it belongs to.",
        ),
        Example(
            texts=(
                "Northmoor Police seized 12 phones in the week from 9 to 15 October 2023.",
                "Eastvale Police seized 12 phones in the week from 9 to 15 October 2023.",
            ),
            sentence=None,
        ),
    ),
)
