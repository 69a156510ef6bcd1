"""Numbers behind `total`, `reached` and the like: `arrests totalled 45`, `bringing the total to 31`."""

from collections.abc import Sequence

from clewline.bulletin.read.found import Found
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token

_TOTALS = words(
    """number numbered totalled total reached hit totalling numbering stood stand come came surpassed topped passed
    exceeded"""
)


def is_of_total(tokens: Sequence[Token], one: Found) -> bool:
    """Take the noun of a total before the number for what it counts."""
    thing = _totalled(tokens, one)
    if thing is None:
        return False
    if thing.tag == "aside":
        one.aside = thing.kind
        return True
    one.kind = thing.kind
    one.phrase.head = thing
    one.phrase.things.append(thing)
    one.phrase.texts.append("")
    one.acts = []
    return True


def _totalled(tokens: Sequence[Token], one: Found) -> Entry | None:
    """Return the noun of `the charges number 223`, `arrests totalled 45`."""
    i = _before_small(tokens, one.at - 1, besides=_TOTALS)
    if i < 1 or not set(tokens[i].words) & _TOTALS:
        return None
    i = _before_small(tokens, i - 1)
    if i >= 0 and tokens[i].tag in ("word", "aside"):
        i = max(_subject(tokens, i), -1) if tokens[i].tag == "word" or _linked(tokens, i) else i
    entry = tokens[i].entry if i >= 0 else None
    return (
        entry
        if entry is not None and (entry.tag == "aside" or (entry.tag == "thing" and entry.head))
        else None
    )


def _linked(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun narrows the one before it: `for the whole force`."""
    return any(t.tag == "prep" for t in tokens[max(0, i - 4) : i])


def _subject(tokens: Sequence[Token], i: int) -> int:
    """Return the place of the noun of `arrests under the initiative`; -1 where another thing stands between."""
    aside = -1
    while i >= 0 and tokens[i].tag in ("word", "void", "prep", "aside"):
        aside = i if tokens[i].tag == "aside" else aside
        i -= 1
    if i < 0:
        return aside
    return i if tokens[i].tag == "thing" and not any(t.kind == "number" for t in tokens[:i]) else -1


def _before_small(tokens: Sequence[Token], i: int, besides: frozenset[str] = frozenset()) -> int:
    """Return the last place up to `i` that holds more than a hedge, `now` or `at`."""
    while i >= 0 and not (besides & set(tokens[i].words)):
        if tokens[i].tag not in ("hedge", "void", "be") and tokens[i].words not in (("at",), ("to",)):
            break
        i -= 1
    return i


def the_total(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is of what was counted last: `the total was`, `bringing the total to`, `that makes`."""
    if at > 1 and tokens[at - 1].text.lower() in ("makes", "made") and tokens[at - 2].text.lower() == "that":
        return True
    i = _before_small(tokens, at - 1, besides=_SUMS)
    return 0 <= i < at - 1 and bool(set(tokens[i].words) & _SUMS)


_SUMS = words("total tally figure")
