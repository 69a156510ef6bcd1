"""Read one piece of a published value: one number with its hedges, currency or percent sign, and words."""

from dataclasses import dataclass
from decimal import Decimal

from clewline.formats.stated.labels import Meaning, Pairs
from clewline.formats.stated.phrases import Phrase, Unread, phrases, qualified
from clewline.formats.stated.token import NUMBERS, Relation, Token
from clewline.formats.stated.word import Word


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


_MONEY = frozenset(("cash_seized", "drugs_seized_value", "assets_seized_value", "other_items_seized"))
_WORTH = dict.fromkeys(("drugs_seized_weight", "drugs_seized_count", "drug_seizures"), "drugs_seized_value")
"""What an amount of money states where drugs are weighed or counted."""
_MEASURED = frozenset(("kg", "g", "tonnes", "hours", "years", "percent", "GBP", "EUR", "USD", "CHF", "AED"))
"""Units that come in fractions; half of anything else is a misreading."""
_KEPT = ("offence", "drug", "drug_class")
"""What a label says that stays true where a word counts another thing: modern slavery defendants and offences."""
_NARROWER = ("item", "note", "of", "weapon")
"""What a word may say more closely than the label: bladed weapons that are zombie knives."""
_IMPLIED = {"children_safeguarded": "children", "adults_safeguarded": "adults"}
"""Ages that the indicator says by itself."""
_NO_BASE = frozenset(("line_holders_convicted",))
"""Shares of another whole than the number before them: only holders whose case has ended can be convicted."""
_BEHIND = frozenset(("or more", "or fewer", "or less", "or so", "+", "plus"))
"""Hedges that stand behind their number."""


def read_piece(text: str, piece: tuple[Token, ...], label: Meaning, whole: Stated | None = None) -> Stated:
    """Return the one number of a piece, by its label and words; `whole` is the value in whose brackets it stands.

    :raises Unread: it holds anything but one number, its hedges and words that go with what the label counts.
    """
    numbers = [token for token in piece if token.kind in NUMBERS]
    if len(numbers) != 1 or not isinstance(numbers[0].value, Decimal):
        raise Unread("unclear-number")
    number, value = numbers[0], numbers[0].value
    if piece[-1].kind == "join" or any(token.kind in ("symbol", "cut") for token in piece):
        raise Unread("unknown-words")
    percent = number.kind == "share" or any(token.kind == "percent" for token in piece)
    currency = next((str(token.value) for token in piece if token.kind == "currency"), None)
    sign = next((token for token in piece if token.kind == "sign"), None)
    direction = str(sign.value) if sign else None
    if sign and not (
        sign.text.isalpha() or " " in sign.text or percent or label.indicator == "change" or whole
    ):
        raise Unread("unclear-number")  # `-5`: a list's dash, or less than nothing
    counted = _Counted(label)
    for phrase in phrases(text, piece, label, things_behind=None if currency else number.end):
        counted.add(phrase)
    if currency:
        counted.pay(currency)
    if not (counted.content or label.bare or (currency and label.unit in _MEASURED)):
        raise Unread("no-thing")
    if label.indicator == "change" or (direction and (percent or whole is None)):
        counted.change(direction, percent=percent)
    elif percent:
        based = whole is not None and counted.indicator not in _NO_BASE
        counted.said.setdefault("base", whole.indicator if whole is not None and based else "unstated")
    unit = "percent" if percent else counted.unit
    if unit not in _MEASURED and value != int(value):
        raise Unread("unclear-number")
    return Stated(
        indicator=counted.indicator,
        value=value,
        unit=unit,
        relation=_relation(piece, number),
        qualifiers=counted.qualifiers(),
        span=(piece[0].start, piece[-1].end),
    )


class _Counted:
    """What the number of a piece counts, as far as its words have been heard."""

    def __init__(self, label: Meaning) -> None:
        self.label = label
        self.indicator, self.unit = label.indicator, label.unit
        self.kept = dict(label.qualifiers)
        self.said: dict[str, str] = {}
        self.named: str | None = None
        self.content = False

    def add(self, phrase: Phrase) -> None:
        word = phrase.word
        if self.label.indicator == "change":
            self._of_change(word)
        elif self.indicator in word.turns:
            self.indicator, self.unit = word.turns[self.indicator]
        elif word.fits is None or {self.indicator, self.unit} & word.fits:
            self.unit = word.unit or self.unit
            self.named = self.indicator if word.means else self.named
        elif word.means and self.named in (None, word.means[0]):
            self._switch(word.means)
        else:
            raise Unread("another-thing")
        told = {
            key: value.replace("{words}", phrase.words).replace("{text}", phrase.text)
            for key, value in word.said
        }
        if word.noted or self.indicator in word.noted_in:
            told["note"] = phrase.text
        self.said = dict(qualified(tuple(self.said.items()), **told))
        self.content = self.content or not word.fills

    def pay(self, currency: str) -> None:
        """Make the number an amount of money."""
        self.indicator = _WORTH.get(self.indicator, self.indicator)
        if self.indicator not in _MONEY:
            raise Unread("another-thing")
        self.unit = currency

    def change(self, direction: str | None, *, percent: bool) -> None:
        """Make the number a change in what it would have counted."""
        if direction is None:
            raise Unread("no-direction")
        if self.label.indicator != "change":
            self.said["of"] = self.indicator
            self.indicator = "change"
        elif self.named is None and not percent:
            raise Unread("no-thing")
        self.said["direction"] = direction

    def qualifiers(self) -> Pairs:
        """Return what label and words say, the words' own where both say it.

        :raises Unread: they contradict each other, as `heroin` under cannabis plants.
        """
        kept = {
            key: value for key, value in self.kept.items() if key not in self.said or key not in _NARROWER
        }
        if any(self.said.get(key, value) != value for key, value in kept.items()):
            raise Unread("another-thing")
        pairs = kept | self.said
        if pairs.get("age_group") == _IMPLIED.get(self.indicator):
            pairs.pop("age_group", None)
        return tuple(sorted(pairs.items()))

    def _switch(self, kind: tuple[str, str]) -> None:
        if kind[0] != self.indicator:
            self.kept = {key: value for key, value in self.kept.items() if key in _KEPT}
        self.indicator, self.unit = kind
        self.named = kind[0]

    def _of_change(self, word: Word) -> None:
        if word.means:
            self.named, self.unit = word.means
            self.said["of"] = word.means[0]
        elif not (word.noted or word.fills):
            raise Unread("another-thing")


def _relation(piece: tuple[Token, ...], number: Token) -> Relation:
    """Return the relation that the hedges of a piece give; a bound outweighs an estimate.

    :raises Unread: they contradict each other, or one does not stand beside the number.
    """
    hedges = [token for token in piece if token.kind == "hedge"]
    for hedge in hedges:
        between = [t for t in piece if min(hedge.end, number.end) <= t.start < max(hedge.start, number.start)]
        behind = hedge.start > number.start
        if behind != (hedge.text.strip().lower() in _BEHIND) or any(t.kind == "word" for t in between):
            raise Unread("unknown-words")
    given = {str(hedge.value) for hedge in hedges}
    if given >= {"at_least", "at_most"}:
        raise Unread("two-hedges")
    relations: tuple[Relation, ...] = ("at_least", "at_most", "about")
    return next((relation for relation in relations if relation in given), "exactly")
