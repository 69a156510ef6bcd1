"""What stands behind a number and belongs to it: scales, currencies, weights, per cent."""

from collections.abc import Mapping
from decimal import Decimal

from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token
from clewline.formats.stated.numbers import SCALES, SMALL_NUMBERS

WEIGHTS: Mapping[str, str] = {
    "kg": "kg",
    "kilo": "kg",
    "kilogram": "kg",
    "kilogramme": "kg",
    "kgs": "kg",
    "g": "g",
    "gram": "g",
    "gramme": "g",
    "tonne": "tonnes",
    "ton": "tonnes",
}
"""Weights that the claims schema has, by their normal words."""

_IN_GRAMS: Mapping[str, Decimal] = {
    "ounce": Decimal("28.349523125"),
    "oz": Decimal("28.349523125"),
    "lb": Decimal("453.59237"),
    "stone": Decimal("6350.29318"),
    "mg": Decimal("0.001"),
}
"""Grams in weights that the schema has not (the international pound of 1959)."""

CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_CURRENCY_WORDS = {"pound": "GBP", "gbp": "GBP", "euro": "EUR", "eur": "EUR", "dollar": "USD"}
SCALED = {word: factor for word, factor in SCALES.items() if word not in ("k", "m", "bn")}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mill": 10**6, "mil": 10**6, "bn": 10**9}
_FACTORS: Mapping[str, int] = {**SCALED, **_SHORT}
_LARGEST = Decimal(10**15)
"""No count of anything that a bulletin tells is as large: `5 million million million`."""
_METRES = 10
"""From this number on, `200m` without a currency is a distance; `1.2m` is millions."""
_PARTS: Mapping[str, Decimal] = {
    "half": Decimal(50),
    "third": Decimal(100) / 3,
    "quarter": Decimal(25),
    "fifth": Decimal(20),
    "tenth": Decimal(10),
}
_PLACES = Decimal("0.1")
"""Shares in words are kept to a tenth of a per cent: `a third` is 33.3."""
_UNITS = frozenset(
    ("%", "percent", "pc", "pct", "per", "in", "out", *_PARTS, *WEIGHTS, *_IN_GRAMS, *_CURRENCY_WORDS)
)
"""Words and signs with which a unit begins."""
_NO_SHARE = words("day week month year hour minute location address car vehicle")
"""`three in ten days` and the like are no share."""


def word_at(tokens: list[Token], at: int) -> str:
    """Return the normal form of the word at a place; nothing where none is."""
    return tokens[at].words[0] if 0 <= at < len(tokens) and tokens[at].kind == "word" else ""


def tidy(value: Decimal) -> Decimal:
    """Return a number without useless zeros behind its point."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


def scaled(tokens: list[Token], start: int, at: int) -> int:
    """Apply the scale words from `at` to the number at `start`, and return where they end."""
    token = tokens[start]
    first = at
    money = start > 0 and tokens[start - 1].text in CURRENCIES
    while (word := word_at(tokens, at)) in _FACTORS:
        gap = tokens[at].start - token.end
        if word in _SHORT:
            if word == "m" and not money and token.value >= _METRES:
                token.aside = "not a result"
                break
            if gap > (word != "k") or (gap and not money):
                break
        token.value *= _FACTORS[word]
        token.end = tokens[at].end
        at += 1
    if at > first or "." in token.text:
        token.value = tidy(token.value)
        if token.value >= _LARGEST:
            token.aside = "not understood"
    return at


def unit(tokens: list[Token], start: int, at: int) -> int:
    """Take the words from `at` that make the number at `start` money, a weight or a share; return where they end."""
    token = tokens[start]
    if at == len(tokens) or (tokens[at].words[0] if tokens[at].words else tokens[at].text) not in _UNITS:
        return at
    word = word_at(tokens, at)
    if tokens[at].text == "%" or word in ("percent", "pc", "pct"):
        return _take(tokens, token, at, "percent")
    if word == "per" and word_at(tokens, at + 1) == "cent":
        return _take(tokens, token, at + 1, "percent")
    if word in _PARTS and token.spelled and token.value < 10 and not token.unit:
        token.value = tidy((token.value * _PARTS[word]).quantize(_PLACES))
        return _take(tokens, token, at, "percent")
    behind = at + 1 if word == "in" else at + 2 if (word, word_at(tokens, at + 1)) == ("out", "of") else 0
    behind += word_at(tokens, behind) == "every"
    if behind > 1 and not token.unit and (whole := _whole(tokens, behind)) > token.value > 0:
        token.value = tidy((100 * token.value / whole).quantize(_PLACES))
        return _take(tokens, token, behind, "percent")
    return _measure(tokens, token, at, word)


def _measure(tokens: list[Token], token: Token, at: int, word: str) -> int:
    glued = tokens[at].start - token.end <= 1
    if glued and word in WEIGHTS:
        if tokens[at].glued and len(word) > 2:
            # `64 one-kilo blocks`: how large each is, no amount of its own
            token.kind = token.tag = "word"
            token.aside = "not a result"
            token.words = (token.text.lower(),)
            token.end = tokens[at].end
            return at + 1
        return _take(tokens, token, at, WEIGHTS[word])
    if word in _IN_GRAMS and (glued or word != "stone"):
        token.value = tidy((token.value * _IN_GRAMS[word]).quantize(Decimal("0.01")))
        token.imperial = True
        return _take(tokens, token, at, "g")
    if word in _CURRENCY_WORDS and word_at(tokens, at + 1) != "of":
        return _take(tokens, token, at, _CURRENCY_WORDS[word])
    return at


def _take(tokens: list[Token], token: Token, at: int, of: str) -> int:
    token.unit = of
    token.end = tokens[at].end
    return at + 1


def _whole(tokens: list[Token], at: int) -> Decimal:
    """Return the second number of `one in five`; zero where there is none."""
    if at >= len(tokens) or word_at(tokens, at + 1) in _NO_SHARE:
        return Decimal(0)
    text = tokens[at].text
    if tokens[at].kind == "number" and text.isdecimal() and len(text) < 4:
        return Decimal(text)
    return Decimal(SMALL_NUMBERS.get(word_at(tokens, at), 0))
