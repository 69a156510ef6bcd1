"""A hedged number that its own exact number does not bear out: rounding that went the wrong way."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from clewline.bulletin.check.conflict import conflict, told_apart
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import between, same_body, same_days, within
from clewline.bulletin.check.words import spoken


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    told: set[tuple[str, int]] = set()
    amounts = {named.name: {(m.dimension, m.amount) for m in mentions(named)} for named in texts}
    for one, two in _pairs(texts):
        hedged, exact = (two, one) if one.exact else (one, two)
        place = hedged.named.name, hedged.claim.quote.start
        if (
            conflict(one, two) == "rounding"
            and place not in told
            and not _part(one, two, amounts[one.named.name])
        ):
            told.add(place)
            yield _finding(hedged, exact, (one, two))


def _pairs(texts: Sequence[Named]) -> Iterator[tuple[Mention, Mention]]:
    for of_it in within(texts):
        for a, b in combinations(of_it, 2):
            # where another number of the text bears the hedge out, the one that does not is of something else
            if same_body(a, b) and same_days(a, b) and not told_apart(a, b) and not _borne_out(a, b, of_it):
                yield a, b
    yield from between(texts)


def _borne_out(one: Mention, two: Mention, of_it: Sequence[Mention]) -> bool:
    hedged, exact = (two, one) if one.exact else (one, two)
    others = (m for m in of_it if m.exact and m.amount != exact.amount and not told_apart(hedged, m))
    return any(m.amount != hedged.amount and conflict(hedged, m) is None for m in others)


def _part(one: Mention, two: Mention, amounts: set[tuple[str, Decimal]]) -> bool:
    """Whether one number is a part of the other: so told, or the rest stands in the text (936 and 8,703 of 9,639)."""
    if any(m.part.whole or m.apart for m in (one, two)):
        return True
    return (one.dimension, abs(one.amount - two.amount)) in amounts


def _finding(hedged: Mention, exact: Mention, quotes: tuple[Mention, Mention]) -> Finding:
    more = "more" if exact.amount > hedged.amount else "less"
    number = spoken(exact.claim.value, exact.claim.unit)
    where = "" if hedged.named.name == exact.named.name else f", in {exact.named.name}"
    return Finding(
        severity="wrong",
        sentence=f"{hedged.words} was rounded the wrong way: the exact number is {number}{where}, which is "
        f"{more}. Correct the one that is wrong.",
        quotes=tuple(m.quoted for m in quotes),
    )


RULE = Rule(
    name="rounding",
    finds="A number rounded the wrong way: “more than” above the exact number, “nearly” below it or far from "
    "it.",
    why="The rounded number is the one that is quoted. Where it promises more than was found, the correction "
    "is news.",
    look=_look,
    examples=(
        Example(
            texts=(
                "Officers seized more than £78,000 in cash.\n\nThe week in numbers\n- Cash seized: £77,115",
            ),
            severity="wrong",
            sentence="“more than £78,000 in cash” was rounded the wrong way: the exact number is £77,115, "
            "which is less. Correct the one that is wrong.",
        ),
        Example(
            texts=("Nearly 200 people were arrested.\n\n- 204 arrests\n- 31 lines closed",),
            severity="wrong",
            sentence="“Nearly 200 people” was rounded the wrong way: the exact number is 204, which is more. "
            "Correct the one that is wrong.",
        ),
        Example(
            texts=(
                "Officers seized more than £77,000 in cash.\n\nThe week in numbers\n- Cash seized: £77,115",
            ),
            sentence=None,
        ),
    ),
)
