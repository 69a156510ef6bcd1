"""Overlapping categories summed."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from clewline.bulletin.check.agree import is_count
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.inside import Wholes
from clewline.bulletin.check.marked import marked
from clewline.bulletin.check.mention import Mention, in_order, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import by_thing, thing
from clewline.bulletin.check.words import quoted, spoken

_FEWEST = 5
"""Smaller numbers add up by chance."""
_PART = re.compile(
    r"[^.;⟨⟩]{0,50}\b(?:of whom|of which|of them|including|among them)\b[^.;⟨⟩]{0,12}(?P<b>⟨n\d+⟩)",
    re.IGNORECASE,
)
_NOT_A_CATEGORY = frozenset(("place", "base", "of", "direction"))
"""Qualifiers by which nobody takes two numbers for shares of one whole."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        exact = [m for m in mentions(named) if m.exact and is_count(m)]
        yield from _counted_twice(exact) or _unread_part_counted_twice(exact, named)
        yield from _more_than_whole(exact)


def _counted_twice(exact: Sequence[Mention]) -> list[Finding]:
    """Return the first larger number that is a smaller one of the same thing and a part of that, added."""
    things, wholes = by_thing(exact), Wholes(exact)
    for part in exact:
        if part.amount < _FEWEST or part.apart:
            continue
        for whole in (m for of_it in wholes.of(part) for m in of_it if not m.apart):
            total = next((m for m in things[thing(whole)] if m.amount == whole.amount + part.amount), None)
            if total:
                first, second = (spoken(m.claim.value, m.claim.unit) for m in (whole, part))
                sentence = (
                    f"{total.words} is {first} + {second}, and the {second} ({part.words}) are among the {first}: they "
                    "are counted twice."
                )
                return [Finding(severity="wrong", sentence=sentence, quotes=in_order(total, whole, part))]
    return []


def _unread_part_counted_twice(exact: Sequence[Mention], named: Named) -> Iterator[Finding]:
    """Yield the same for a part that was not read as a claim: `249 people safeguarded, of whom 34 children`."""
    marks, things = marked(named.reading.text), by_thing(exact)
    for whole in exact:
        number = marks.within(*whole.span)
        m = number and _PART.match(marks.text, number.at + len(number.mark))
        part = marks.number(m["b"]) if m else None
        if number is None or part is None or part.value < _FEWEST or number.value != whole.claim.value:
            continue
        sum_of_both = whole.claim.value + part.value
        total = next(
            (t for t in things[thing(whole)] if t.claim.value == sum_of_both and t.claim.unit == "people"),
            None,
        )
        if total:
            words = quoted(named, part.start, part.end)
            first = spoken(whole.claim.value, whole.claim.unit)
            yield Finding(
                severity="wrong",
                sentence=f"{total.words} is {first} + {part.words}, and the {part.words} are among the {first}: they "
                "are counted twice.",
                quotes=tuple(sorted((total.quoted, whole.quoted, words), key=lambda q: q.quote.start)),
            )
            return


def _more_than_whole(exact: Sequence[Mention]) -> Iterator[Finding]:
    """Yield a note for each whole of which two categories, each within it, add to more."""
    wholes = Wholes(exact)
    categories: dict[Mention, dict[str, list[Mention]]] = {}
    for part in exact:
        if part.part.how == "all":
            continue
        for whole, *_ in wholes.of(part):
            more = {key for key, _ in set(part.narrowed) - set(whole.narrowed)}
            if len(more) == 1 and not more & _NOT_A_CATEGORY and part.amount < whole.amount:
                categories.setdefault(whole, {}).setdefault(more.pop(), []).append(part)
    for whole, parts in categories.items():
        for ones, twos in combinations(parts.values(), 2):
            one, two = ones[0], twos[0]
            # where a category's own parts make the other, the text tells one thing in two steps
            told = sum(m.amount for m in ones) == two.amount or sum(m.amount for m in twos) == one.amount
            if one.amount + two.amount > whole.amount and not told:
                yield _note(whole, one, two)
                break


def _note(whole: Mention, one: Mention, two: Mention) -> Finding:
    total = spoken(one.claim.value + two.claim.value, one.claim.unit)
    return Finding(
        severity="note",
        sentence=f"{one.words} and {two.words} add to {total}, more than {whole.words}: they overlap. Say so, "
        "so that nobody adds them.",
        quotes=in_order(one, two, whole),
    )


RULE = Rule(
    name="overlap_summed",
    finds="Overlapping categories summed: a total that counts its own part again, or categories that add to "
    "more than the whole.",
    why="Children are among the people safeguarded, trafficking charges among those for Class A: added, one "
    "child is two.",
    look=_look,
    examples=(
        Example(
            texts=(
                "Northmoor Police safeguarded 249 people in the week.\n\nOfficers safeguarded 130 people, "
                "including 119 children.",
            ),
            severity="wrong",
            sentence="“249 people” is 130 + 119, and the 119 (“119 children”) are among the 130: they are "
            "counted twice.",
        ),
        Example(
            texts=(
                "The week led to 223 charges, 150 drug trafficking charges and 131 Class A and B drug "
                "charges.",
            ),
            severity="note",
            sentence="“150 drug trafficking charges” and “131 Class A and B drug charges” add to 281, more "
            "than “223 charges”: they overlap. Say so, so that nobody adds them.",
        ),
        Example(
            texts=("Northmoor Police safeguarded 249 people in the week, including 119 children.",),
            sentence=None,
        ),
    ),
)
