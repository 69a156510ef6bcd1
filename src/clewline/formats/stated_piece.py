"""Read one piece of a published value: one number with its hedges, currency or percent sign, and words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from clewline.formats.stated_labels import Meaning, Pairs
from clewline.formats.stated_places import PLACES
from clewline.formats.stated_tokens import Relation, Token
from clewline.formats.stated_words import NEVER_FREE, WORDS, Word, singular


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
    """Whether it is a part of a value before it and so never added to it: the `one` of `2 (one imitation)`."""


class Unread(Exception):
    """A piece cannot be read, by the rule that it names; caught within the reader."""


NUMBERS = ("number", "share", "unclear")
"""Kinds of token that hold a number."""

_MONEY = frozenset(("cash_seized", "drugs_seized_value", "assets_seized_value", "other_items_seized"))
_WORTH = dict.fromkeys(("drugs_seized_weight", "drugs_seized_count", "drug_seizures"), "drugs_seized_value")
"""What an amount of money states where drugs are weighed or counted."""
_MEASURED = frozenset(("kg", "g", "tonnes", "hours", "years", "percent", "GBP", "EUR", "USD", "CHF", "AED"))
"""Units that come in fractions; half of anything else is a misreading."""
_KEPT = ("offence", "drug", "drug_class")
"""What a label says that stays true where a word counts another thing: modern slavery defendants and offences."""
_NARROWER = ("item", "note", "of", "weapon")
"""What a word may say more closely than the label: bladed weapons that are zombie knives."""
_LISTED = {"drug": " and ", "weapon": " and ", "item": " and ", "place": ", ", "note": "; "}
"""Qualifiers that one number may have several of, and how they are written together."""
_IMPLIED = {"children_safeguarded": "children", "adults_safeguarded": "adults"}
"""Ages that the indicator says by itself."""
_NO_BASE = frozenset(("line_holders_convicted",))
"""Shares of another whole than the number before them: only holders whose case has ended can be convicted."""
_BEHIND = frozenset(("or more", "or fewer", "or less", "or so", "+", "plus"))
"""Hedges that stand behind their number."""
_LONGEST_PHRASE = 5


def read_piece(text: str, piece: tuple[Token, ...], label: Meaning, whole: Stated | None = None) -> Stated:
    """Return the one number of a piece, by its label and words; `whole` is the value in whose brackets it stands.

    :raises Unread: it holds anything but one number, its hedges and words that go with what the label counts.
    """
    at = [i for i, token in enumerate(piece) if token.kind in NUMBERS]
    if len(at) != 1 or piece[at[0]].kind == "unclear":
        raise Unread("unclear-number")
    number = piece[at[0]]
    if any(token.kind in ("symbol", "cut") for token in piece):
        raise Unread("unknown-words")
    counted = _Counted(label)
    behind = [t for t in piece if t.start > number.start and t.kind in ("word", "join")]
    for known in _phrases(text, [t for t in piece if t.kind in ("word", "join")], label):
        known.add_to(counted, before=known.end <= number.start)
    percent = number.kind == "share" or any(t.kind == "percent" for t in piece)
    currency = next((str(t.value) for t in piece if t.kind == "currency"), None)
    direction = next((str(t.value) for t in piece if t.kind == "sign"), None)
    if whole is not None and direction and not percent:
        direction = None  # `(+60 g)`: sixty more grams beside the number, not a change
    if currency:
        counted.pay(currency)
    if not (counted.content or currency or label.bare and whole is None):
        raise Unread("no-thing")
    if label.indicator == "change" or direction:
        counted.change(direction, percent=percent)
    elif percent:
        known_base = whole is not None and counted.indicator not in _NO_BASE
        counted.said.setdefault("base", whole.indicator if whole and known_base else "unstated")
    del behind
    value = number.value
    assert isinstance(value, Decimal)
    unit = "percent" if percent else counted.unit
    if unit not in _MEASURED and value != int(value):
        raise Unread("unclear-number")
    return Stated(
        indicator=counted.indicator,
        value=value,
        unit=unit,
        relation=_relation(piece, at[0]),
        qualifiers=counted.qualifiers(),
        span=(piece[0].start, piece[-1].end),
    )
