"""Read one value of a published series as it was stated: `over 66k`, `500 men + 86 women`, `4 (one imitation)`.

A text is a list of pieces. A piece is one number with its hedges, currency or percent sign, words and brackets;
what it counts is the label's meaning (`stated_labels`), changed by the words (`stated_words`). A piece that holds
anything unknown is not read, since an unknown word may change what is counted: it is kept in `left`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from clewline.formats.stated_labels import INDICATORS, Meaning, Pairs
from clewline.formats.stated_places import PLACES
from clewline.formats.stated_tokens import Relation, Token, tokens
from clewline.formats.stated_words import NEVER_FREE, WORDS, Word, singular

__all__ = ["INDICATORS", "Reading", "Refused", "Stated", "read_stated"]


@dataclass(frozen=True, kw_only=True)
class Stated:
    """One number that a publisher stated as a result."""

    indicator: str
    """A name of the claims schema."""
    value: Decimal
    unit: str
    """A unit of the claims schema, or an ISO currency code."""
    relation: Relation
    """How the true number stands to `value`: `over 500` is at least 500."""
    qualifiers: Pairs
    """(key, value) pairs in key order, keys as in the schema."""
    span: tuple[int, int]
    """Characters of the text that it was read from, its own brackets included."""
    since: str | None = None
    """A period that the text itself names, as it is written there: `Nov 2019`."""
    part: bool = False
    """Whether it is a part of the value before it and so never added to it: the `one` of `2 (one imitation)`."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read from one text, and what was not: every character is in one of them or between list members."""

    stated: tuple[Stated, ...]
    """At least one value, in the order of the text."""
    left: tuple[str, ...] = ()
    """Pieces of the text that were not read, as they stand; empty where all was."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Why no value was read from a text; it never holds the text."""

    rule: str
    what: str
    do: str


_RULES = {
    "unknown-label": (
        "No table says what this label counts.",
        "Add the label to INDICATORS with its indicator and unit, or correct it.",
    ),
    "not-a-result": ("The label holds remarks, not values.", "Keep the remark with the release."),
    "too-long": (f"The text is longer than {2000} characters.", "Give one published value, not its article."),
    "no-number": ("The text states no number.", "Leave it out of the series; the release names no value."),
    "unclear-number": (
        "The digits are not one plain number.",
        "Write one number, with commas between thousands only, or several parted by commas.",
    ),
    "two-hedges": ("The hedges contradict each other.", "Look at the release and keep the one it uses."),
    "unknown-words": (
        "A word beside the number is unknown and may change what it counts.",
        "Look at the release; add the word to WORDS, or put a remark in brackets.",
    ),
    "another-thing": (
        "The words beside the number do not go with what the label counts.",
        "Move the value to the label of the thing that it counts.",
    ),
    "no-thing": (
        "The label needs a word that says what the number counts.",
        "Add the word from the release.",
    ),
    "no-direction": ("A change is stated without up or down.", "Add a sign, or the word, from the release."),
}


class _Unread(Exception):
    """A piece cannot be read, by the rule that it names; caught within this module."""


def _refused(rule: str) -> Refused:
    what, do = _RULES[rule]
    return Refused(rule=rule, what=what, do=do)


def read_stated(indicator: str, as_stated: str) -> Reading | Refused:
    """Return the numbers that a text states under a label of INDICATORS, or why it states none that can be used."""
    label = INDICATORS.get(indicator.strip())
    if label is None:
        return _refused("unknown-label")
    if not label.counts:
        return _refused("not-a-result")
    if len(as_stated) > _LONGEST:
        return _refused("too-long")
    stated, left, rules = _read(as_stated, 0, len(as_stated), label, whole=None)
    if not stated:
        return _refused(next((rule for rule in rules if rule != "no-number"), "no-number"))
    return Reading(stated=tuple(stated), left=tuple(left))


_LONGEST = 2000
_NUMBERS = ("number", "share", "unclear")
_PARTS = ("including", "incl", "incl.", "among them", "of which", "of whom")
_AGES = {"children_safeguarded": "children", "adults_safeguarded": "adults"}


@dataclass(frozen=True, kw_only=True)
class _Segment:
    """Tokens of one member of a list, and the word that joins it to the one before it."""

    tokens: tuple[Token, ...]
    link: str = ","

    @property
    def numbered(self) -> bool:
        return any(t.kind in _NUMBERS for t in self.tokens)

    @property
    def span(self) -> tuple[int, int]:
        return self.tokens[0].start, self.tokens[-1].end


def _read(
    text: str, start: int, end: int, label: Meaning, whole: Stated | None
) -> tuple[list[Stated], list[str], list[str]]:
    """Return the numbers of a stretch of text, the pieces left unread, and the rules that left them."""
    stated: list[Stated] = []
    left: list[str] = []
    rules: list[str] = []
    since: str | None = None
    segments = list(_segments([_moved(t, start) for t in tokens(text[start:end])]))
    while segments:
        segment = segments.pop(0)
        if segment.tokens[0].kind == "period" and segment.tokens[0].text.endswith(":"):
            since = str(segment.tokens[0].value)
            segment = replace(segment, tokens=segment.tokens[1:])
            if not segment.tokens:
                continue
        pair = [segment]
        if segment.numbered and segments and segments[0].link == "to":
            pair.append(segments.pop(0))
        try:
            if not segment.numbered:
                stated[-1:] = [_remarked(text, segment, stated[-1] if stated else None)]
                continue
            read = _range(text, pair, label, whole) if len(pair) == 2 else _piece(text, segment, label, whole)
        except _Unread as unread:
            rules.append(str(unread))
            left.append(text[segment.span[0] : pair[-1].span[1]])
            continue
        read[0] = replace(read[0], part=read[0].part or segment.link in _PARTS)
        if stated and segment.link in ("at", "in", "across") and read[0].indicator == "school_visits":
            stated[-1] = _at_schools(stated[-1])
        stated += [replace(one, since=one.since or since) for one in read]
        if any(t.kind == "period" and t.text.lower().startswith("since") for t in segment.tokens):
            spread = None if segments else stated[-1].since
            stated = [replace(one, since=one.since or spread) for one in stated]
    return stated, left, rules
