"""Forces whose numbers add to more than their region's."""

from collections.abc import Iterator, Sequence

from clewline.bulletin.check.agree import bounds
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, in_order, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import by_thing, same_days

_WIDE = frozenset(("national", "regional"))


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        for of_it in by_thing(mentions(named)).values():
            wide = [m for m in of_it if m.claim.scope in _WIDE and m.dimension != "percent"]
            for whole in wide[:1]:
                forces = _forces(whole, of_it)
                total = sum((bounds(m)[0] for m in forces), start=0 * whole.amount)
                greatest = bounds(whole)[1]
                if len(forces) > 1 and greatest is not None and total > greatest:
                    yield _finding(whole, forces)


def _forces(whole: Mention, of_it: Sequence[Mention]) -> list[Mention]:
    """Return the first number of each force for the thing and days of the whole."""
    each: dict[str | None, Mention] = {}
    for m in of_it:
        if m.claim.scope == "force" and m.claim.body is not None and not m.part.whole and same_days(whole, m):
            each.setdefault(m.claim.body, m)
    return list(each.values())


def _finding(whole: Mention, forces: Sequence[Mention]) -> Finding:
    total = sum((m.amount for m in forces), start=0 * whole.amount)
    terms = " + ".join(whole.spoken(m.amount) for m in forces)
    return Finding(
        severity="doubtful",
        sentence=f"The forces add to {whole.spoken(total)} ({terms}), the total says "
        f"{whole.spoken(whole.amount)}: check which is right, or say that forces share some.",
        quotes=in_order(whole, *forces),
    )


RULE = Rule(
    name="forces_and_region",
    finds="Forces whose numbers add to more than the number of their region or of the nation.",
    why="A joint arrest that two forces report is one arrest; a sum that counts it twice is not the "
    "region's.",
    look=_look,
    examples=(
        Example(
            texts=(
                "147 people were arrested in the North East in a week of action on county "
                "lines.\n\nNorthmoor Police made 105 arrests. Eastvale Police made 24 arrests. Severnside "
                "Police made 19 arrests.",
            ),
            severity="doubtful",
            sentence="The forces add to 148 (105 + 24 + 19), the total says 147: check which "
            "is right, or say that forces share some.",
        ),
        Example(
            texts=(
                "147 people were arrested in the North East in a week of action on county "
                "lines.\n\nNorthmoor Police made 105 arrests. Eastvale Police made 24 arrests.",
            ),
            sentence=None,
        ),
    ),
)
