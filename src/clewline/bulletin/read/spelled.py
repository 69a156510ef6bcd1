"""Numbers in words: `two hundred and five`, `half a million`, `a third`, `doubled`, `no`."""

from collections.abc import Mapping
from decimal import Decimal

from clewline.bulletin.read.lexicon.entry import normal, words
from clewline.bulletin.read.token import Token
from clewline.bulletin.read.units import SCALED, WEIGHTS, scaled, word_at
from clewline.formats.stated.numbers import SMALL_NUMBERS

SHARES: Mapping[str, Decimal] = {
    "half": Decimal(50),
    "third": Decimal("33.3"),
    "quarter": Decimal(25),
    "fifth": Decimal(20),
    "tenth": Decimal(10),
}
FACTORS: Mapping[str, int] = {
    "halved": 50,
    "doubled": 100,
    "tripled": 200,
    "trebled": 200,
    "quadrupled": 300,
}
"""Changes in per cent that one verb tells."""
_PARTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("half", "a"), "0.5"),
    (("half", "of", "a"), "0.5"),
    (("a", "quarter", "of", "a"), "0.25"),
    (("quarter", "of", "a"), "0.25"),
    (("three", "quarter", "of", "a"), "0.75"),
    (("a", "quarter"), "0.25"),
    (("quarter",), "0.25"),
    (("a",), "1"),
    (("half",), "0.5"),
)
"""What may stand before `million`, and its factor."""
_LEADS = frozenset(lead[0] for lead, _ in _PARTS)
_SHARE_LEADS = frozenset(("a", "an", *SHARES, *FACTORS))
_NO_SHARE = words("a an hour term time year party million")
"""Behind `half` or `a quarter`, these make it something else: `half an hour`."""
_NO_NOUN = words("one longer number figure further more doubt place way matter end sign need less fewer idea")
"""Behind `no`, these make no count: `no longer`, `no doubt`."""
_BEGIN = frozenset((*SMALL_NUMBERS, *_LEADS, *_SHARE_LEADS, "nil", "no"))
BEGIN = frozenset((*_BEGIN, *map(normal, _BEGIN)))
"""First words of a number in words: at no other one begins."""


def in_words(tokens: list[Token], at: int) -> int:
    """Read the number in words that begins at `at` into its token, and return where it ends; 0 where none begins."""
    word = tokens[at].text.lower()
    if end := _part_of_a_scale(tokens, at):
        return end
    if word in SMALL_NUMBERS or (word == "a" and word_at(tokens, at + 1) in ("hundred", "thousand")):
        return _counted(tokens, at)
    if word == "nil" or (word == "no" and word_at(tokens, at + 1) not in ("", *_NO_NOUN)):
        return _become(tokens[at], Decimal(0), tokens[at], at + 1)
    return _share(tokens, at)


def _become(token: Token, value: Decimal, last: Token, end: int, of: str = "") -> int:
    token.kind = token.tag = "number"
    token.spelled = True
    token.value, token.unit, token.end = value, of, last.end
    return end


def _counted(tokens: list[Token], start: int) -> int:
    """Read `two hundred and five`, `thirty-nine`, `two and a half`."""
    whole = part = Decimal(0)
    at = start
    while word := word_at(tokens, at):
        if at == start and word == "a":
            part += 1
        elif (n := SMALL_NUMBERS.get(word)) is not None:
            if at > start and not _goes_on(part, n):
                break
            part += n
        elif word == "hundred" and 0 < part < 100:
            part *= 100
        elif word == "thousand" and part:
            whole, part = whole + part * 1000, Decimal(0)
        elif word == "and" and _half_more(tokens, at):
            part += Decimal("0.5")
            at += 3
            break
        elif word != "and" or not _joins(tokens, at):
            break
        at += 1
    _become(tokens[start], whole + part, tokens[at - 1], at)
    return scaled(tokens, start, at)


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether `and` stands within a number: `two hundred and five`."""
    return word_at(tokens, at - 1) in ("hundred", "thousand") and word_at(tokens, at + 1) in SMALL_NUMBERS


def _half_more(tokens: list[Token], at: int) -> bool:
    return word_at(tokens, at + 1) == "a" and word_at(tokens, at + 2) == "half"


def _goes_on(part: Decimal, n: int) -> bool:
    """Whether a number word may follow what was read: `thirty` then `nine`, not `nine` then `thirty`."""
    if part % 100 == 0:
        return True
    return part % 10 == 0 and part % 100 >= 20 and 0 < n < 10


def _part_of_a_scale(tokens: list[Token], start: int) -> int:
    """Read `a million`, `half a million`, `a quarter of a million`, `half a kilo`; 0 where it is none."""
    if tokens[start].words[0] not in _LEADS:
        return 0
    behind = tuple(word_at(tokens, i) for i in range(start, start + 5))
    for lead, factor in _PARTS:
        n = len(lead)
        if behind[:n] != lead:
            continue
        noun = behind[n]
        if noun in SCALED and not (factor == "1" and noun in ("hundred", "thousand")):
            _become(tokens[start], Decimal(factor), tokens[start + n - 1], start + n)
            return scaled(tokens, start, start + n)
        if factor != "1" and noun in WEIGHTS and len(noun) > 2:
            return _become(tokens[start], Decimal(factor), tokens[start + n - 1], start + n)
    return 0


def _share(tokens: list[Token], start: int) -> int:
    """Read `a third`, `half`, `doubled`; 0 where it is none."""
    word = tokens[start].words[0]
    if word not in _SHARE_LEADS:
        return 0
    if word in FACTORS:
        return _become(tokens[start], Decimal(FACTORS[word]), tokens[start], start + 1, "percent")
    at = start + (word in ("a", "an"))
    noun = word_at(tokens, at)
    if noun not in SHARES or tokens[at].glued or word_at(tokens, at + 1) in _NO_SHARE:
        return 0
    if at == start and noun != "half":
        return 0  # `third` without `a` is a place in an order
    return _become(tokens[start], SHARES[noun], tokens[at], at + 1, "percent")
