"""Find the numbers of a sentence: in digits or words, scaled, as money, weights, shares and ranges."""

from decimal import Decimal

from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.spelled import BEGIN, in_words
from clewline.bulletin.read.token import Token
from clewline.bulletin.read.units import CURRENCIES, scaled, unit

_MAX_DIGITS = 15
"""More digits are no count of anything that a bulletin tells."""


def join_numbers(tokens: list[Token]) -> list[Token]:
    """Return the tokens with each number, its currency, scale, unit and range joined into one token."""
    found: list[Token] = []
    places: list[int] = []
    at = 0
    for i in [i for i, t in enumerate(tokens) if t.kind == "number" or (t.words and t.words[0] in BEGIN)]:
        if i < at:
            continue  # a part of the number before
        token = tokens[i]
        end = _digits(tokens, i) if token.kind == "number" else in_words(tokens, i)
        if not end:
            continue
        found += tokens[at:i]
        at = unit(tokens, i, end)
        if found and found[-1].text in CURRENCIES and not token.unit:
            token.unit = CURRENCIES[found[-1].text]
            token.start = found.pop().start
        places.append(len(found))
        found.append(token)
    found += tokens[at:]
    return _ranges(found, places)


def _digits(tokens: list[Token], at: int) -> int:
    token = tokens[at]
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.start == token.end and behind.text[0].isnumeric():
        token.aside = "not understood"  # `5½kg`: not five
        return at + 1
    plain = token.text.replace(",", "")
    if not token.text.isdecimal():
        first, *groups = token.text.split(".")[0].split(",")
        grouped = not groups or (len(first) <= 3 and all(len(group) == 3 for group in groups))
        if not grouped or plain.count(".") > 1:
            token.aside = "not understood"
            return at + 1
    if len(plain) > _MAX_DIGITS:
        token.aside = "not understood"
        return at + 1
    token.value = Decimal(plain)
    if (
        behind is not None
        and behind.text == "and"
        and [t.text.lower() for t in tokens[at + 2 : at + 4]] == ["a", "half"]
    ):
        token.value += Decimal("0.5")
        token.end = tokens[at + 3].end
        return at + 4
    return scaled(tokens, at, at + 1)


_MOVING = words(
    """from rose risen up down fell fallen increased decreased grew grown climbed dropped jumped ranged
    since aged ages"""
)
"""Words before `12 to 15` that make it a change or a span of ages, and no range."""
_NEAR = 6


def _ranges(tokens: list[Token], places: list[int]) -> list[Token]:
    """Join `between 40 and 50` and `40 to 50` into one number that holds both ends."""
    joined: list[int] = []
    for at in places:
        if _is_range(tokens, at) and not (joined and joined[-1] == at - 2):
            token, high = tokens[at], tokens[at + 2]
            token.low = token.value
            token.unit = token.unit or high.unit
            token.value, token.end = high.value, high.end
            joined.append(at)
    for at in reversed(joined):
        del tokens[at + 1 : at + 3]
    return tokens


def _is_range(tokens: list[Token], at: int) -> bool:
    if at + 2 >= len(tokens) or not tokens[at].kind == tokens[at + 2].kind == "number":
        return False
    one, link, two = tokens[at : at + 3]
    if one.aside or two.aside or one.value >= two.value:
        return False
    word = link.words[0] if link.words else link.text
    if word == "and":
        return at > 0 and tokens[at - 1].words[:1] == ("between",)
    if word not in ("to", "-", "–") or one.unit == "percent" or one.spelled != two.spelled:
        return False
    return not any(t.text.lower() in _MOVING for t in tokens[max(0, at - _NEAR) : at])
