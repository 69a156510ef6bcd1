"""Read numbers as they are published: in digits, in words, scaled (`1.98 million`) and as shares (`1 in 5`)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from clewline.formats.stated.token import Token, alternatives, pattern, token_at

SCALES: Mapping[str, int] = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "hundred": 10**2,
    "dozen": 12,
}

_UNITS = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SMALL_NUMBERS: Mapping[str, int] = {**_UNITS, **_TENS}
"""Number words below a hundred that are one word."""
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_PARTS |= {"fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}

_MAX_DIGITS = 15
_SMALL = rf"(?:(?:{alternatives(_TENS)})(?:[\s-](?:{alternatives(_UNITS)}))?|(?:{alternatives(_UNITS)}))"
_HUNDREDS = rf"(?:(?:{_SMALL}|a)\s+hundred(?:\s+and\s+{_SMALL})?|{_SMALL})"
_IN_WORDS = pattern(rf"(?:(?:{_HUNDREDS}|a)\s+thousand(?:(?:,|\s+and)?\s+{_HUNDREDS})?|{_HUNDREDS})\b")
_ONE_SCALE = pattern(r"(half\s+|(?:a\s+)?quarter\s+of\s+)?an?\s+(?=(?:million|billion|dozen)\b)")
_NOTHING = pattern(
    r"(?:none|nil|nought)\b|no(?=\s+[a-z])(?!\s+(?:number|figure|total|further|longer|more)\b)"
)
_RATIO = pattern(rf"(?P<n>[0-9]{{1,3}}|{_SMALL})\s+in\s+(?P<of>[0-9]{{1,3}}|{_SMALL})\b(?!\s*%)")
_PART = pattern(rf"(?:(?P<n>an?|one|two|three|four|nine)[\s-])?(?P<of>{alternatives(_PARTS)})\b(?!\s+a\b)")
_DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SLASHED = re.compile(r"[0-9](?:[0-9.,]*[0-9])?(?:[/:][0-9]+)+")
_GLUED = re.compile(r"[^\W\d_]\w*")
_SCALE = pattern(r"(?:k|m|bn)(?!\w)|\s*(?:mn|million|billion|thousand|hundred|dozen)\b")
_WEIGHTS = frozenset({"kg", "kgs", "kilo", "kilos", "g", "gram", "grams", "plus"})


def numbers(text: str, at: int) -> Iterator[Token]:
    """Yield what number the characters from `at` may be, the likeliest first."""
    if (m := _RATIO.match(text, at)) and (share := _share(_in_words(m["n"]), _in_words(m["of"]))):
        yield token_at("share", text, at, m.end(), share)
    if m := _ONE_SCALE.match(text, at):
        part = {"": "1", "h": "0.5"}.get((m[1] or "")[:1].lower(), "0.25")
        yield _scaled(text, at, m.end(), Decimal(part))
    if (m := _PART.match(text, at)) and (share := _share(_in_words(m["n"] or "a"), _PARTS[m["of"].lower()])):
        yield token_at("share", text, at, m.end(), share)
    if m := _IN_WORDS.match(text, at):
        yield _scaled(text, at, m.end(), Decimal(_in_words(m[0])))
    if m := _NOTHING.match(text, at):
        yield token_at("number", text, at, m.end(), Decimal(0))
    if m := _SLASHED.match(text, at):
        yield token_at("unclear", text, at, m.end())
    if m := _DIGITS.match(text, at):
        if not _PLAIN.fullmatch(m[0]) or len(m[0]) > _MAX_DIGITS:
            yield token_at("unclear", text, at, m.end())
        scaled = _scaled(text, at, m.end(), Decimal(m[0].replace(",", "")))
        glued = _GLUED.match(text, scaled.end)
        if glued and glued[0].lower() not in _WEIGHTS:
            yield token_at("word", text, at, glued.end())  # `27th`, `4x4`: no count
        yield scaled


def _scaled(text: str, start: int, end: int, value: Decimal) -> Token:
    while m := _SCALE.match(text, end):
        value, end = value * SCALES[m[0].strip().lower()], m.end()
    return token_at("number", text, start, end, _plain(value))


def _plain(value: Decimal) -> Decimal:
    """Return the number without a useless fraction, so that `2.0 million` and `2000000` are alike in print."""
    return Decimal(int(value)) if value == int(value) else value


def _share(part: int, whole: int) -> Decimal | None:
    """Return a share in percent to one decimal; None where it is not a part of a whole: `3 in 2`."""
    return _plain((Decimal(100 * part) / whole).quantize(Decimal("0.1"))) if 0 < part < whole else None


def _in_words(words: str) -> int:
    """Return what number words, or digits, come to: `two hundred and five` is 205."""
    whole = part = 0
    for word in re.split(r"[\s,-]+", words.lower()):
        if word == "thousand":
            whole, part = 1000 * part, 0
        elif word == "hundred":
            part *= 100
        elif word.isdigit():
            part += int(word)
        else:
            part += _UNITS.get(word) or _TENS.get(word) or (word in ("a", "an"))
    return whole + part
