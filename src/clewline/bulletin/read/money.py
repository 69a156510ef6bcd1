"""What pounds, grams and the like are of."""

from collections.abc import Sequence

from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.phrase import Phrase
from clewline.bulletin.read.token import Token

_SORTS = {
    "cash": "cash",
    "fake": "fake",
    **dict.fromkeys(("drug", "wraps", "plants", "tablets", "farm", "seizure"), "drug"),
    **dict.fromkeys(
        ("asset", "goods", "item", "vehicle", "phone", "ammunition", "weapon", "tobacco"), "goods"
    ),
}
"""What money beside a thing is of."""
_SMOKED = ("cigarette", "tobacco", "vape")
"""Goods that are told as items seized, whatever they are worth."""
_AFTER = words("in of worth from with")


def sort_of_money(tokens: Sequence[Token], at: int, *, listed: bool) -> tuple[str, Phrase]:
    """Return `cash`, `drug`, `goods`, `fake` or nothing for the money at `at`, and the phrase that told it.

    `listed`: it stands in a list or headline, where a noun right before it is its label: `Class A £78k`.
    """
    right = _right(tokens, at)
    if right.things and (sort := _sort(right.things)):
        return sort, right
    left = _left(tokens, at, told=listed and at > 0 and tokens[at - 1].tag in ("thing", "act"))
    if left.things and (sort := _sort(left.things)):
        return sort, left
    return "", right


def _sort(things: Sequence[Entry]) -> str:
    sorts = [_SORTS[t.kind] for t in things if t.kind in _SORTS]
    if "fake" in sorts:
        return "fake"
    if any(name in value for t in things for key, value in t.said if key == "item" for name in _SMOKED):
        return "contraband"
    if set(sorts) == {"cash", "drug"}:
        return "mixed"
    if "goods" in sorts:
        return "goods"
    return sorts[0] if sorts else ""


def _right(tokens: Sequence[Token], at: int) -> Phrase:
    """Return what follows: `in cash`, `worth of drugs`, `of cocaine and heroin`, `cash`."""
    found = Phrase(end=at + 1)
    i = at + 1
    linked = worth = False
    loose = 0
    while i < len(tokens) and i - at < 16:
        token = tokens[i]
        tag = token.tag
        word = token.words[0] if token.words else token.text
        if tag == "thing" and token.entry is not None:
            found.things.append(token.entry)
            i += 1
            found.end = i
            continue
        if tag == "void" or token.text in "\"“”‘’'":
            i += 1
            continue
        if tag == "worth" and token.words in (("worth",), ("worth", "of")):
            linked = worth = True
            i += 1
            continue
        if tag == "prep" and (word in ("in", "of") and not found.things):
            linked = True
            worth = worth or word == "of"
            i += 1
            continue
        joined = found.things and (tag == "join" or token.text in ",&/")
        if joined and (_goes_on(tokens, i, found.things[-1]) or (worth and _and_drugs(tokens, i))):
            i += 1
            continue
        if tag == "word" and loose < 2 and not found.things:
            loose += 1
            found.unknown.append(token.text)
            i += 1
            continue
        break
    if found.things:
        found.head = found.things[-1]
    elif not linked:
        found.unknown.clear()
    return found


def _and_drugs(tokens: Sequence[Token], at: int) -> bool:
    """Whether goods without a sum of their own follow: `£140k worth of cash and drugs`, `of drugs and property`."""
    two = tokens[at + 1 : at + 3]
    entry = two[0].entry if two else None
    known = entry is not None and entry.kind in ("drug", "cash", "asset", "goods")
    return known and (len(two) == 1 or two[1].tag != "worth")


def _goes_on(tokens: Sequence[Token], at: int, last: Entry) -> bool:
    """Whether a thing of the same money follows: `of heroin and crack`, `of drugs and cash`, not `in cash, a Taser`."""
    i = at + 1
    while i < len(tokens) and (tokens[i].tag in ("void", "join")):
        i += 1
    entry = tokens[i].entry if i < len(tokens) else None
    if entry is None or entry.tag != "thing" or i - at > 3 or last.kind in ("cash", "fake"):
        return False
    behind = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    if behind == "worth":
        return False
    sort = _SORTS.get(entry.kind)
    return sort == _SORTS.get(last.kind) or (
        sort == "cash" and tokens[at].tag == "join" and _SORTS.get(last.kind) == "drug"
    )


def _left(tokens: Sequence[Token], at: int, *, told: bool) -> Phrase:
    """Return what stands before: `drugs worth`, `cash of`, `heroin with a street value of`, `cash seized came to`."""
    found = Phrase(end=at + 1)
    i = at - 1
    steps = 0
    while i >= 0 and steps < 22:
        token = tokens[i]
        tag = token.tag
        steps += 1
        if token.text == ")" and (opens := _opens(tokens, i)):
            i = opens - 1  # `Class A drugs (heroin and crack) worth £39,000`
            continue
        if tag == "thing" and token.entry is not None:
            if found.things and any(t.unit for t in tokens[max(0, i - 3) : i] if t.kind == "number"):
                break  # it has a sum of its own: `£11,000 in cash and drugs worth ...`
            if token.entry.kind in _SORTS:
                found.things.insert(0, token.entry)
            elif found.things:
                break
            i -= 1
            continue
        if token.kind == "number":
            if found.things or not told:
                break
            i -= 1
            continue
        if tag == "worth" or (tag == "hedge" and {"worth", "value", "put", "estimated"} & set(token.words)):
            told = True
        elif tag == "act" or tag == "be":
            if found.things:
                break
        elif tag == "break" or token.text in ";":
            break
        elif token.text == ":":
            told = True
        elif (
            (found.things and not (tag in ("join", "void") or token.text in ",&/"))
            or (found.things and token.text == "," and not _same(tokens, i, found.things[0]))
            or (not told and not found.things and (tag == "join" or token.text == ","))
        ):
            break
        i -= 1
    if found.things:
        found.head = found.things[-1]
    return found


def _opens(tokens: Sequence[Token], at: int) -> int:
    """Return where the bracket that closes at a place opens; 0 where a number stands in it, or it is too long."""
    for i in range(at - 1, max(0, at - 9), -1):
        if tokens[i].kind == "number":
            return 0
        if tokens[i].text == "(":
            return i
    return 0


def _same(tokens: Sequence[Token], at: int, first: Entry) -> bool:
    """Whether the noun before a comma is of the same sort as the one behind it."""
    entry = tokens[at - 1].entry if at else None
    return entry is not None and entry.tag == "thing" and _SORTS.get(entry.kind) == _SORTS.get(first.kind)
