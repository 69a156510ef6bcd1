"""When two claims speak of the same thing: what is counted, for whom, and in which days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from clewline.bulletin.check.finding import Named
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.claim import Pairs, Period

Thing = tuple[str, str, Pairs]
"""Indicator, dimension and the qualifiers that narrow it."""

_PROGRAMME = ("since", "between", "year", "fy", "multi_week")
"""Kinds of period that are not the one the text is about, and so not meant where it names none."""
_EDGE = timedelta(days=1)
"""Reports of one week differ by a day at its ends: 23 to 29 or to 30 June."""
_AFTERWARDS = timedelta(days=21)
"""A week's results are reported within this time of its end."""
_MOST = 20
"""Claims of one thing that are compared with each other, so that no text makes the check slow."""


def thing(mention: Mention) -> Thing:
    """Return what is counted."""
    return mention.claim.indicator, mention.dimension, mention.narrowed


def by_thing(found: Iterable[Mention]) -> dict[Thing, list[Mention]]:
    """Return the claims by what they count, at most 20 of each, in the order of the text."""
    things: dict[Thing, list[Mention]] = {}
    for mention in found:
        of_it = things.setdefault(thing(mention), [])
        if len(of_it) < _MOST:
            of_it.append(mention)
    return things


def within(texts: Sequence[Named]) -> Iterator[list[Mention]]:
    """Yield, text by text, the claims of one thing where there are several."""
    for named in texts:
        yield from (of_it for of_it in by_thing(mentions(named)).values() if len(of_it) > 1)


def between(texts: Sequence[Named]) -> Iterator[tuple[Mention, Mention]]:
    """Yield each two claims that different texts make of one thing, body and days."""
    things = [by_thing(mentions(named)) for named in texts]
    for one, two in combinations(things, 2):
        for what, of_it in one.items():
            for a in of_it:
                yield from ((a, b) for b in two.get(what, ()) if same_body(a, b) and same_days(a, b))


def same_body(one: Mention, two: Mention) -> bool:
    """Return whether both are said of one body; in one text a number of nobody in particular is of the same scope."""
    a, b = one.claim, two.claim
    if one.named is two.named and (a.body is None or b.body is None):
        return a.scope == b.scope
    return a.body is not None and a.body == b.body


def same_days(one: Mention, two: Mention) -> bool:
    """Return whether both are about the same days.

    In one text a claim without days is about the text's own week; of two texts, one without days is about a week
    that ended within three weeks before it was published.
    """
    a, b = one.claim.period, two.claim.period
    if one.named is not two.named and one.of_another_time != two.of_another_time:
        return False
    if not _unknown(a) and not _unknown(b):
        return _near(a.start, b.start) and _near(a.end, b.end)
    if any(_unknown(m.claim.period) and m.of_another_time for m in (one, two)):
        return False
    if one.named is two.named:
        return not {a.kind, b.kind} & set(_PROGRAMME) or a == b
    return _reported_after(one, two) or _reported_after(two, one)


def _unknown(period: Period) -> bool:
    return period.start is None and period.end is None


def _near(one: date | None, two: date | None) -> bool:
    return one == two if one is None or two is None else abs(one - two) <= _EDGE


def _reported_after(one: Mention, two: Mention) -> bool:
    """Whether `one` names no days and was published soon after those of `two`, or soon after `two`."""
    published = one.named.reading.published
    ended = two.claim.period.end or (two.named.reading.published if _unknown(two.claim.period) else None)
    if not _unknown(one.claim.period) or published is None or ended is None:
        return False
    return timedelta(0) <= published - ended <= _AFTERWARDS
