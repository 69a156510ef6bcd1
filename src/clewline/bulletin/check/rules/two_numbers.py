"""The same thing with two numbers in one text."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from clewline.bulletin.check.conflict import conflict, one_thing
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.near import NEAR
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import same_body, same_days, within
from clewline.bulletin.check.words import listed

_MOST = 200
"""Claims of a text that are looked at for the rest of a number, so that no text makes the check slow."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    near = {named.name: _near(mentions(named)) for named in texts}
    for of_it in within(texts):
        beside = [*of_it, *near[of_it[0].named.name].get(of_it[0].claim.indicator, ())]
        apart = [
            (one, two)
            for one, two in combinations(of_it, 2)
            if same_body(one, two)
            and same_days(one, two)
            and conflict(one, two) == "number"
            and one_thing(one, two, beside)
        ]
        if apart:
            yield _finding({m.claim.quote.start: m for pair in apart for m in pair})


def _near(found: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Return for each indicator the claims of what is near to it: the other part of a whole may be there."""
    near: dict[str, list[Mention]] = {}
    for m in found[:_MOST]:
        for indicator in NEAR.get(m.claim.indicator, ()):
            near.setdefault(indicator, []).append(m)
    return near


def _finding(apart: dict[int, Mention]) -> Finding:
    """Return one finding for all the numbers that a text gives for one thing."""
    said = [apart[start] for start in sorted(apart)]
    words = listed(list({(m.amount, m.claim.relation): m.words for m in reversed(said)}.values())[::-1])
    if any(m.so_far for m in said):
        return Finding(
            severity="note",
            sentence=f"The text gives {words} for one thing, and one of them only so far: say of which day "
            "each number is.",
            quotes=tuple(m.quoted for m in said),
        )
    return Finding(
        severity="wrong" if all(m.exact for m in said) else "doubtful",
        sentence=f"The text gives {words} for one thing ({said[0].thing}): check which is right, or say what "
        "sets them apart.",
        quotes=tuple(m.quoted for m in said),
    )


RULE = Rule(
    name="two_numbers",
    finds="The same thing with two numbers in one text.",
    why="Readers, and the papers that shorten the text, take either number; afterwards both are in the "
    "world.",
    look=_look,
    examples=(
        Example(
            texts=(
                "98 people were arrested in Northmoor's county lines week.\n\nOut of the 90 people arrested, "
                "40 have been charged.",
            ),
            severity="wrong",
            sentence="The text gives “98 people” and “90 people” for one thing (arrests): check which is "
            "right, or say what sets them apart.",
        ),
        Example(
            texts=(
                "More than 90 people were arrested in Northmoor's county lines week.\n\nThe force made 98 "
                "arrests and closed 12 lines.",
            ),
            sentence=None,
        ),
    ),
)
