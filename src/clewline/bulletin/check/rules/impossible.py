"""A part larger than its whole, and other numbers that cannot be."""

from collections.abc import Iterator, Mapping, Sequence

from clewline.bulletin.check.agree import bounds
from clewline.bulletin.check.finding import Finding, Named, Severity
from clewline.bulletin.check.inside import Wholes
from clewline.bulletin.check.marked import Number, marked
from clewline.bulletin.check.mention import Mention, in_order, mentions
from clewline.bulletin.check.parts_in_words import charges_against, parts_of_the
from clewline.bulletin.check.precedence import besides
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import Thing, by_thing, same_body, same_days, thing
from clewline.bulletin.check.words import quoted

_NOT_ABOVE: Mapping[str, tuple[tuple[str, Severity, str], ...]] = {
    "people_charged": (
        ("charges", "wrong", "everybody charged faces at least one; check both"),
        ("arrests", "note", "say who was charged without being arrested in these days"),
    ),
    "convictions": (("people_charged", "note", "say when those convicted were charged"),),
    "line_holders_charged": (("line_holders_arrested", "note", "say when those charged were arrested"),),
}
"""Indicators that are not above another's number, how grave it is where they are, and what to do."""
_PERCENT = 100
_FAR = 2
"""Times its whole that a part may be stated by mistake."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        found = mentions(named)
        own = [m for m in found if not m.apart]
        read = [*_larger_parts(own), *_above(own), *_shares(found)]
        yield from besides(read, _in_words(named))


def _in_words(named: Named) -> Iterator[Finding]:
    """Yield what the words of one sentence tell, whatever was read of its numbers."""
    marks = marked(named.reading.text)
    for whole, part in parts_of_the(marks):
        if part.value > whole.value and not (part.hedge or whole.hedge):
            yield _said(
                named, part, whole, f"is told to be a part of “{whole.words}” and cannot be more: check both"
            )
    for charges, people in charges_against(marks):
        if people.value > charges.value and not (people.hedge or charges.hedge):
            words = (
                f"people face “{charges.words}” charges, and everybody charged faces at least one: check both"
            )
            yield _said(named, people, charges, words)


def _said(named: Named, one: Number, other: Number, words: str) -> Finding:
    return Finding(
        severity="wrong",
        sentence=f"“{one.words}” {words}.",
        quotes=tuple(quoted(named, n.start, n.end) for n in sorted((one, other), key=lambda n: n.start)),
    )


def _larger_parts(found: Sequence[Mention]) -> Iterator[Finding]:
    """Yield each part that is larger than every number its whole is stated with."""
    wholes = Wholes(found)
    told: set[Thing] = set()
    for part in found:
        for of_it in wholes.of(part):
            if part.dimension == "percent" or thing(part) in told:
                continue
            told_or_near = part.part.whole or (_near(part, of_it[0]) and not _of_a_place(part, of_it[0]))
            if all(_larger(part, m) for m in of_it) and told_or_near:
                told.add(thing(part))
                yield Finding(
                    severity="wrong",
                    sentence=f"{part.words} is a part of {of_it[0].words} and cannot be more: check both.",
                    quotes=in_order(part, of_it[0]),
                )


def _near(part: Mention, whole: Mention) -> bool:
    """Whether a number that no word makes a part may be one: far from it, it is of something else."""
    return part.amount <= _FAR * whole.amount


def _of_a_place(part: Mention, whole: Mention) -> bool:
    """Whether only a place narrows it, which may be the place that the whole text is about."""
    return {key for key, _ in set(part.narrowed) - set(whole.narrowed)} == {"place"}


def _larger(part: Mention, whole: Mention) -> bool:
    greatest = bounds(whole)[1]
    return greatest is not None and bounds(part)[0] > greatest


def _above(found: Sequence[Mention]) -> Iterator[Finding]:
    """Yield people charged above the charges, and the like."""
    things = by_thing(found)
    units = {
        (indicator, narrowed): dimension
        for indicator, dimension, narrowed in things
        if dimension != "percent"
    }
    for (indicator, dimension, narrowed), of_it in things.items():
        for other, severity, act in _NOT_ABOVE.get(indicator, ()) if dimension != "percent" else ():
            one = of_it[0]
            against = things.get((other, units.get((other, narrowed), ""), narrowed), ())
            beside = [m for m in against if same_body(one, m) and same_days(one, m)]
            if beside and all(_larger(one, m) for m in beside):
                yield Finding(
                    severity=severity,
                    sentence=f"{one.words} is more than {beside[0].words}: {act}.",
                    quotes=in_order(one, beside[0]),
                )
                break


def _shares(found: Sequence[Mention]) -> Iterator[Finding]:
    """Yield shares of a whole above all of it; a change may well be."""
    for mention in found:
        claim = mention.claim
        if claim.unit == "percent" and claim.indicator != "change" and claim.value > _PERCENT:
            yield Finding(
                severity="wrong",
                sentence=f"{mention.words} is more than all of it: check the number, or say what rose by so "
                "much.",
                quotes=(mention.quoted,),
            )


RULE = Rule(
    name="impossible",
    finds="A part larger than its whole, more people charged than charges, a share above 100 per cent.",
    why="One such number casts doubt on all the others of a bulletin.",
    look=_look,
    examples=(
        Example(
            texts=("Northmoor Police safeguarded 114 people, including 119 children.",),
            severity="wrong",
            sentence="“119 children” is a part of “114 people” and cannot be more: check both.",
        ),
        Example(
            texts=("In the week 109 people were charged with 91 offences.",),
            severity="wrong",
            sentence="“109 people” is more than “91 offences”: everybody charged faces at least one; check "
            "both.",
        ),
        Example(
            texts=("Northmoor Police made 39 arrests in the week and charged 55 people.",),
            severity="note",
            sentence="“55 people” is more than “39 arrests”: say who was charged without being arrested in "
            "these days.",
        ),
        Example(
            texts=("Northmoor Police safeguarded 114 people, including 19 children.",),
            sentence=None,
        ),
    ),
)
