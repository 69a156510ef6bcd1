"""Cut a published value into its tokens: numbers, hedges, currencies, brackets, separators, periods and words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Relation = Literal["exactly", "at_least", "at_most", "about"]
Kind = Literal[
    "number",  # a count or an amount, `value` its number
    "share",  # a part of a whole in words, `value` in percent: `a third`, `1 in 5`
    "unclear",  # digits that are no plain number: `12,5`, `276/172`
    "hedge",  # `value` is the relation it gives
    "percent",
    "currency",  # `value` is its ISO code
    "sign",  # up or down, before a number
    "period",  # `since Nov 2019`, `2019:`; `value` is the period's text
    "bracket",
    "join",  # between members of a list, where both sides hold a number; otherwise a word
    "stop",  # always between members of a list
    "cut",  # `...`: the text was shortened here
    "word",
    "symbol",  # anything else; no piece that holds one is read
]


@dataclass(frozen=True, kw_only=True)
class Token:
    """One token, with the characters of the text that it stands in."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Decimal | str = ""


HEDGES: Mapping[Relation, tuple[str, ...]] = {
    "at_least": (
        *("over", "more than", "at least", "in excess of", "upwards of", "no fewer than", "no less than"),
        *(
            "not less than",
            "well over",
            "just over",
            "above",
            "exceeding",
            "a minimum of",
            "or more",
            ">",
            "≥",
        ),
    ),
    "at_most": (
        *("nearly", "almost", "up to", "just under", "under", "close to", "fewer than", "less than", "below"),
        *("at most", "no more than", "not more than", "as many as", "approaching", "a maximum of"),
        *("or fewer", "or less", "<", "≤"),
    ),
    "about": (
        *("about", "around", "approximately", "approx.", "approx", "roughly", "some", "circa", "ca."),
        *(
            "an estimated",
            "estimated at",
            "estimated",
            "est.",
            "put at",
            "in the region of",
            "or so",
            "~",
            "≈",
        ),
    ),
}
"""Hedges and the relation each gives, after the labelling rules of the bulletins."""

_RELATION: dict[str, Relation] = {phrase: relation for relation, ph in HEDGES.items() for phrase in ph}

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

_CURRENCIES = {
    "£": "GBP",
    "gbp": "GBP",
    "pounds": "GBP",
    "€": "EUR",
    "eur": "EUR",
    "euros": "EUR",
    "euro": "EUR",
    "$": "USD",
    "usd": "USD",
    "dollars": "USD",
    "chf": "CHF",
    "aed": "AED",
}

_DIRECTIONS = {
    "+": "up",
    "up by": "up",
    "up": "up",
    "an increase of": "up",
    "increase of": "up",
    "a rise of": "up",
    "rise of": "up",
    "-": "down",
    "−": "down",
    "down by": "down",
    "down": "down",
    "a decrease of": "down",
    "decrease of": "down",
    "a fall of": "down",
    "fall of": "down",
}

_UNITS = {
    word: n
    for n, word in enumerate(
        (
            *(
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
            ),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_PARTS |= {"fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}

_MAX_DIGITS = 15

# the patterns below are matched at one place of the text, each a phrase that ends with its word


def _any(words: Mapping[str, object] | dict[str, Relation]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:(?:(?:[0-9]{{1,2}}\s+)?{_MONTH}\s+)?(?:19|20)[0-9]{{2}}(?:[/-][0-9]{{2}})?(?![0-9.,]*[0-9]))"
_SPAN = rf"(?:FY\s*)?{_DATE}(?:\s*(?:-|–|to)\s*{_DATE})?"
_PERIOD = _pattern(
    rf"(?:since|during)\s+(?P<a>{_SPAN})|(?P<b>{_SPAN})\s*:|in\s+(?P<c>{_SPAN})(?=\s*(?:$|[,;.)(]))"
)
_UNDER_18 = _pattern(r"under[\s-]18['’]?s?\b")
_SMALL = rf"(?:(?:{_any(_TENS)})(?:[\s-](?:{_any(_UNITS)}))?|(?:{_any(_UNITS)}))"
_HUNDREDS = rf"(?:(?:{_SMALL}|a)\s+hundred(?:\s+and\s+{_SMALL})?|{_SMALL})"
_IN_WORDS = _pattern(rf"(?:(?:{_HUNDREDS}|a)\s+thousand(?:(?:,|\s+and)?\s+{_HUNDREDS})?|{_HUNDREDS})\b")
_ONE_SCALE = _pattern(r"(half\s+)?a\s+(?=(?:million|billion|dozen)\b)")
_NOTHING = _pattern(
    r"(?:none|nil|nought)\b|no(?=\s+[a-z])(?!\s+(?:number|figure|total|further|longer|more)\b)"
)
_RATIO = _pattern(rf"(?P<n>[0-9]{{1,3}}|{_SMALL})\s+in\s+(?P<of>[0-9]{{1,3}}|{_SMALL})\b(?!\s*%)")
_PART = _pattern(rf"(?:(?P<n>an?|one|two|three|four|nine)[\s-])?(?P<of>{_any(_PARTS)})\b(?!\s+a\b)")
_DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SLASHED = re.compile(r"[0-9](?:[0-9.,]*[0-9])?(?:[/:][0-9]+)+")
_GLUED = re.compile(r"[^\W\d_]\w*")
_SCALE = _pattern(rf"(?:k|m|bn)(?!\w)|\s*(?:mn|million|billion|thousand|hundred|dozen)\b")
_WEIGHTS = frozenset({"kg", "kgs", "kilo", "kilos", "g", "gram", "grams", "plus"})
_HEDGE = _pattern(rf"(?:{_any(_RELATION)})(?:(?<!\w)|(?!\w))")
_CIRCA = _pattern(r"c(?:(?=[0-9])|\.(?=\s?[0-9]))")
_PLUS_AFTER = _pattern(r"\+(?!\s*[0-9£€$])|\s*plus\b(?=\s*(?:$|[,;)\]]))")
_MONEY = _pattern(r"[£€$]|(?:gbp|pounds|eur|euros?|usd|dollars|chf|aed)\b")
_PERCENT = _pattern(r"%|(?:per\s?cent|pc)\b")
_DIRECTION = _pattern(rf"(?:{_any({d: '' for d in _DIRECTIONS if d[0].isalpha()})})(?=\s+[0-9])")
_SIGN = re.compile(r"\+(?=\s*[0-9])|[−-](?=[0-9])")
_CUT = re.compile(r"\.{2,}|…")
_STOP = re.compile(r"[,;\n]|\.(?=\s|$)|[-–—](?=\s)")
_DASH = re.compile(r"[-–—](?=\s*[0-9£€$])")
_JOIN = _pattern(
    r"[+&/]|(?:and|plus|to|at|in|across|from|including|incl|among them|of which|of whom)\b(?:(?<=incl)\.)?"
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’]|-(?=\w))*")


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text` in order; they hold all of its characters but spaces and colons."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == ":":
            at += 1
            continue
        token = next(_readings(text, at, found[-1] if found else None))
        found.append(token)
        at = token.end
    return found


def _readings(text: str, at: int, last: Token | None) -> Iterator[Token]:
    """Yield what the characters from `at` may be, the likeliest first."""
    if text[at] in "([" and (end := _closing(text, at)):
        yield _token("bracket", text, at, end)
    if m := _PERIOD.match(text, at):
        yield _token("period", text, at, m.end(), m["a"] or m["b"] or m["c"])
    if m := _CUT.match(text, at):
        yield _token("cut", text, at, m.end())
    if last is not None and last.kind == "number":
        if (m := _PLUS_AFTER.match(text, at)) and (text[at] != "+" or at == last.end):
            yield _token("hedge", text, at, m.end(), "at_least")
        if at == last.end and (m := _DASH.match(text, at)):
            yield _token("join", text, at, m.end(), "to")
    if last is not None and last.kind in ("number", "word") and (m := _UNDER_18.match(text, at)):
        yield _token("word", text, at, m.end())
    opens = last is None or last.kind in ("stop", "cut", "period", "hedge")
    if m := _DIRECTION.match(text, at) or (_SIGN.match(text, at) if opens else None):
        yield _token("sign", text, at, m.end(), _DIRECTIONS[m[0].lower()])
    if m := _HEDGE.match(text, at):
        yield _token("hedge", text, at, m.end(), _RELATION[m[0].lower()])
    if m := _CIRCA.match(text, at):
        yield _token("hedge", text, at, m.end(), "about")
    yield from _numbers(text, at)
    if m := _MONEY.match(text, at):
        yield _token("currency", text, at, m.end(), _CURRENCIES[m[0].lower()])
    if m := _PERCENT.match(text, at):
        yield _token("percent", text, at, m.end())
    if m := _STOP.match(text, at):
        yield _token("stop", text, at, m.end())
    if m := _JOIN.match(text, at):
        yield _token("join", text, at, m.end(), m[0].lower())
    if m := _WORD.match(text, at):
        yield _token("word", text, at, m.end())
    yield _token("symbol", text, at, at + 1)


def _numbers(text: str, at: int) -> Iterator[Token]:
    if (m := _RATIO.match(text, at)) and (share := _share(_in_words(m["n"]), _in_words(m["of"]))):
        yield _token("share", text, at, m.end(), share)
    if m := _ONE_SCALE.match(text, at):
        yield _scaled(text, at, m.end(), Decimal("0.5") if m[1] else Decimal(1))
    if (m := _PART.match(text, at)) and (share := _share(_in_words(m["n"] or "a"), _PARTS[m["of"].lower()])):
        yield _token("share", text, at, m.end(), share)
    if m := _IN_WORDS.match(text, at):
        yield _scaled(text, at, m.end(), Decimal(_in_words(m[0])))
    if m := _NOTHING.match(text, at):
        yield _token("number", text, at, m.end(), Decimal(0))
    if m := _SLASHED.match(text, at):
        yield _token("unclear", text, at, m.end())
    if m := _DIGITS.match(text, at):
        if not _PLAIN.fullmatch(m[0]) or len(m[0]) > _MAX_DIGITS:
            yield _token("unclear", text, at, m.end())
        scaled = _scaled(text, at, m.end(), Decimal(m[0].replace(",", "")))
        glued = _GLUED.match(text, scaled.end)
        if glued and glued[0].lower() not in _WEIGHTS:
            yield _token("word", text, at, glued.end())  # `27th`, `4x4`: no count
        yield scaled


def _token(kind: Kind, text: str, start: int, end: int, value: Decimal | str = "") -> Token:
    return Token(kind=kind, start=start, end=end, text=text[start:end], value=value)


def _closing(text: str, at: int) -> int | None:
    """Return where the bracket that opens at `at` has ended; None where it never does."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] in "([") - (text[i] in ")]")
        if not depth:
            return i + 1
    return None


def _scaled(text: str, start: int, end: int, value: Decimal) -> Token:
    while m := _SCALE.match(text, end):
        value, end = value * SCALES[m[0].strip().lower()], m.end()
    return _token("number", text, start, end, _plain(value))


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
