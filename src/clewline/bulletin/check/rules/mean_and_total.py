"""A mean that does not fit its total."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, in_order, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import by_thing, same_body, same_days
from clewline.bulletin.check.words import spoken

_TOTAL: Mapping[str, str] = {"lines_per_day": "lines", "searches_per_day": "searches"}
"""Units of a mean over days, each with the unit of its total."""
_NEAR = Decimal("0.3")
"""A mean is said in round words: `one line a day` is seven in a week, and eight as well."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        things = by_thing(mentions(named))
        for (indicator, unit, narrowed), means in things.items():
            of_it = things.get((indicator, _TOTAL.get(unit, ""), narrowed), [])
            for mean in means:
                totals = [(m, days) for m in of_it if (days := _days(mean, m))]
                if totals and not any(_fits(mean, m, days) for m, days in totals):
                    yield _finding(mean, *totals[0])
            # one read as a count, and told by the words to be of each day: `eight lines were closed every day`
            for mean in (m for m in means if unit in _TOTAL.values() and m.a_day):
                totals = [(m, days) for m in means if not m.mean and (days := _days(mean, m))]
                if totals and not any(_fits(mean, m, days) for m, days in totals):
                    yield _finding(mean, *totals[0])


def _days(mean: Mention, total: Mention) -> int | None:
    """Return in how many days the total was reached, where they are the mean's."""
    period = total.claim.period
    if not total.exact or period.start is None or period.end is None:
        return None
    if not (same_body(mean, total) and same_days(mean, total)):
        return None
    return (period.end - period.start).days + 1


def _fits(mean: Mention, total: Mention, days: int) -> bool:
    made = mean.claim.value * days
    return abs(made - total.claim.value) <= _NEAR * max(made, total.claim.value)


def _finding(mean: Mention, total: Mention, days: int) -> Finding:
    return Finding(
        severity="doubtful",
        sentence=f"{mean.words} a day makes {spoken(mean.claim.value * days, total.claim.unit)} in {days} "
        f"days, and {total.words} is the total: check both, or say which days the mean is over.",
        quotes=in_order(mean, total),
    )


RULE = Rule(
    name="mean_and_total",
    finds="A mean over days that does not fit the total.",
    why="“One a day” is the headline; the total beside it should bear it out.",
    look=_look,
    examples=(
        Example(
            texts=(
                "Northmoor Police closed two lines a day in its week of action from 4 to 10 March "
                "2024.\n\nResults\n- 41 arrests\n- 27 lines closed",
            ),
            severity="doubtful",
            sentence="“two lines” a day makes 14 in 7 days, and “27 lines” is the total: check both, or say "
            "which days the mean is over.",
        ),
        Example(
            texts=(
                "Northmoor Police closed two lines a day in its week of action from 4 to 10 March "
                "2024.\n\nResults\n- 41 arrests\n- 15 lines closed",
            ),
            sentence=None,
        ),
    ),
)
