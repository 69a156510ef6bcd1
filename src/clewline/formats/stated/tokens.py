"""Cut a published value into its tokens: numbers, hedges, currencies, brackets, separators, periods and words."""

import re
from collections.abc import Iterator, Mapping

from clewline.formats.stated.numbers import numbers
from clewline.formats.stated.token import Relation, Token, alternatives, pattern, token_at


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(phrases.split(", "))


HEDGES: Mapping[Relation, tuple[str, ...]] = {
    "at_least": _listed(
        "over, well over, just over, more than, at least, a minimum of, in excess of, upwards of, exceeding, above, "
        "no fewer than, no less than, not less than, or more, >, ≥"
    ),
    "at_most": _listed(
        "nearly, almost, up to, under, just under, close to, approaching, fewer than, less than, below, at most, "
        "a maximum of, no more than, not more than, as many as, or fewer, or less, <, ≤"
    ),
    "about": _listed(
        "about, around, approximately, approx, approx., roughly, some, circa, ca., estimated, an estimated, "
        "estimated at, est., put at, in the region of, or so, ~, ≈"
    ),
}
"""Hedges and the relation each gives, after the labelling rules of the bulletins."""

_RELATION: dict[str, Relation] = {phrase: relation for relation, ph in HEDGES.items() for phrase in ph}

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

_SILENT = ':"“”‘'

# patterns are matched at one place of the text; a word among them ends where the text's word ends
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:(?:(?:[0-9]{{1,2}}\s+)?{_MONTH}\s+)?(?:19|20)[0-9]{{2}}(?:[/-][0-9]{{2}})?(?![0-9.,]*[0-9]))"
_SPAN = rf"(?:FY\s*)?{_DATE}(?:\s*(?:-|–|to)\s*{_DATE})?"
_PERIOD = pattern(
    rf"(?:since|during)\s+(?P<a>{_SPAN})|(?P<b>{_SPAN})\s*:|in\s+(?P<c>{_SPAN})(?=\s*(?:$|[,;.)(]))"
)
_UNDER_18 = pattern(r"under[\s-]18['’]?s?\b")
_HEDGE = pattern(rf"(?:{alternatives(_RELATION)})(?:(?<!\w)|(?!\w))")
_CIRCA = pattern(r"c(?:(?=[0-9£€$])|\.(?=\s?[0-9£€$]))")
_PLUS_AFTER = pattern(r"\+(?!\s*[0-9£€$])|\s*plus\b(?=\s*(?:$|[,;)\]]))")
_MONEY = pattern(r"[£€$]|(?:gbp|pounds|eur|euros?|usd|dollars|chf|aed)\b")
_PERCENT = pattern(r"%|(?:per\s?cent|pc)\b")
_DIRECTION = pattern(rf"(?:{alternatives(d for d in _DIRECTIONS if d[0].isalpha())})(?=\s+[0-9])")
_SIGN = re.compile(r"\+(?=\s*[0-9])|[−-](?=[0-9])")
_CUT = re.compile(r"\.{2,}|…")
_STOP = re.compile(r"[,;\n]|\.(?=\s|$)|[-–—](?=\s)")
_DASH = re.compile(r"[-–—](?=\s*[0-9£€$])")
_JOIN = pattern(
    r"[+&/]|(?:and|plus|to|at|in|across|from|including|incl|among them|of which|of whom)\b(?:(?<=incl)\.)?"
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’]|-(?=\w))*")


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text` in order; they hold all of its characters but spaces, colons and quotation marks."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] in _SILENT:
            at += 1
            continue
        token = next(_readings(text, at, found[-1] if found else None))
        found.append(token)
        at = token.end
    return found


def _readings(text: str, at: int, last: Token | None) -> Iterator[Token]:
    """Yield what the characters from `at` may be, the likeliest first."""
    if text[at] in "([" and (end := _closing(text, at)):
        yield token_at("bracket", text, at, end)
    if m := _PERIOD.match(text, at):
        yield token_at("period", text, at, m.end(), m["a"] or m["b"] or m["c"])
    if m := _CUT.match(text, at):
        yield token_at("cut", text, at, m.end())
    if last is not None and last.kind == "number":
        if (m := _PLUS_AFTER.match(text, at)) and (text[at] != "+" or at == last.end):
            yield token_at("hedge", text, at, m.end(), "at_least")
        if at == last.end and (m := _DASH.match(text, at)):
            yield token_at("join", text, at, m.end(), "to")
    if last is not None and last.kind in ("number", "word") and (m := _UNDER_18.match(text, at)):
        yield token_at("word", text, at, m.end())
    opens = last is None or last.kind in ("stop", "cut", "period", "hedge")
    if m := _DIRECTION.match(text, at) or (_SIGN.match(text, at) if opens else None):
        yield token_at("sign", text, at, m.end(), _DIRECTIONS[_plain(m[0])])
    if m := _HEDGE.match(text, at):
        yield token_at("hedge", text, at, m.end(), _RELATION[_plain(m[0])])
    if m := _CIRCA.match(text, at):
        yield token_at("hedge", text, at, m.end(), "about")
    yield from numbers(text, at)
    if m := _MONEY.match(text, at):
        yield token_at("currency", text, at, m.end(), _CURRENCIES[m[0].lower()])
    if m := _PERCENT.match(text, at):
        yield token_at("percent", text, at, m.end())
    if m := _STOP.match(text, at):
        yield token_at("stop", text, at, m.end())
    if m := _JOIN.match(text, at):
        yield token_at("join", text, at, m.end(), _plain(m[0]))
    if m := _WORD.match(text, at):
        yield token_at("word", text, at, m.end())
    yield token_at("symbol", text, at, at + 1)


def _plain(words: str) -> str:
    """Return words in small letters with single spaces, as the tables have them."""
    return " ".join(words.lower().split())


def _closing(text: str, at: int) -> int | None:
    """Return where the bracket that opens at `at` has ended; None where it never does."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] in "([") - (text[i] in ")]")
        if not depth:
            return i + 1
    return None
