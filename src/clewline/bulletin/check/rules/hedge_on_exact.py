"""A hedge on an exact count."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clewline.bulletin.check.agree import allowance, digits, is_count
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.hedges import NEAR_IT, NOT_REACHED, PASSED
from clewline.bulletin.check.mention import Mention, in_order, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import by_thing, same_body, same_days

_FEW = 12
"""Up to a dozen no count looks exact: `more than a dozen`, `over ten`."""
_LARGE = 1000
"""Below this a multiple of 5 looks round, from here one of 10."""
_DIGITS = 4
"""Digits from which an amount of money or a weight looks like the exact one: four may be chance, five are not."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        for of_it in by_thing(mentions(named)).values():
            for mention in of_it:
                if mention.hedge in PASSED | NOT_REACHED | NEAR_IT and (found := _finding(mention, of_it)):
                    yield found


def _finding(mention: Mention, of_it: Sequence[Mention]) -> Finding | None:
    stated = [m for m in of_it if _states_it(m, mention) and same_body(mention, m) and same_days(mention, m)]
    if mention.hedge in NEAR_IT:
        stated = []  # `about 40` where the list says 40 misleads nobody
    # a headline leaves hedges out: a note, unless the text itself states the number too
    if other := next((m for m in stated if m.claim.position != "headline"), stated[0] if stated else None):
        way = "passed" if mention.hedge in PASSED else "not reached"
        return Finding(
            severity="note" if other.claim.position == "headline" else "doubtful",
            sentence=f"{mention.words} says that the number is {way}, {other.words} that it is the number: drop "
            "the hedge.",
            quotes=in_order(mention, other),
        )
    if not _looks_exact(mention):
        return None
    sure = is_count(mention) or digits(mention.claim.value) > _DIGITS
    return Finding(
        severity="doubtful" if sure else "note",
        sentence=f"{mention.words} hedges what looks like an exact number: give the number without the hedge, "
        "or round it.",
        quotes=(mention.quoted,),
    )


def _states_it(other: Mention, hedged: Mention) -> bool:
    """Whether another statement gives the hedged number as the exact one; `£53 million` is itself rounded."""
    return other.exact and other.amount == hedged.amount and not allowance(other)


def _looks_exact(mention: Mention) -> bool:
    value = mention.claim.value
    if mention.dimension == "percent":
        return False  # a share is never exact: `over 68 per cent`
    if is_count(mention):
        return value > _FEW and value % (5 if value < _LARGE else 10) != Decimal(0)
    return digits(value) >= _DIGITS


RULE = Rule(
    name="hedge_on_exact",
    finds="A hedge on an exact count: “over 76”, or “over 290” where the same text says 290.",
    why="“Over 290” tells that there were at least 291. A hedge before an exact number is an error in one of "
    "the two, and whoever adds up bulletins counts it wrongly.",
    look=_look,
    examples=(
        Example(
            texts=("Operation Larch took over 9,643 knives off the streets of Northmoor.",),
            severity="doubtful",
            sentence="“over 9,643 knives” hedges what looks like an exact number: give the number without "
            "the hedge, or round it.",
        ),
        Example(
            texts=(
                "Northmoor Police made over 280 arrests in the week.\n\nResults\n- 280 arrests\n- 92 lines "
                "closed",
            ),
            severity="doubtful",
            sentence="“over 280 arrests” says that the number is passed, “280 arrests” that it is the "
            "number: drop the hedge.",
        ),
        Example(
            texts=("Northmoor Police made over 280 arrests, 20 per cent more than in spring.",),
            sentence=None,
        ),
    ),
)
