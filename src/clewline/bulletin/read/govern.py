"""Find what was done to what a number counts: the acts that may govern it, the likeliest first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token

_REACH = 40
"""Tokens that are looked at on each side; keeps the time linear in the length of a sentence."""
_PASSIVE_FIRST = words("were wa was been being be are is")


class Governor(NamedTuple):
    """An act, and where it stands."""

    entry: Entry
    at: int
    how: str
    """`beside`, `before`, `behind` or `far`."""


def governors(tokens: Sequence[Token], at: int, end: int) -> list[Governor]:
    """Return the acts that may govern the number at `at`, whose phrase ends before `end`."""
    beside, behind = _right(tokens, end)
    before, far = _left(tokens, at)
    found = []
    if beside:
        found.append(beside)
    if before:
        found.append(before)
    if behind:
        found.append(behind)
    found.extend(far)
    return found


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether `were`, `have been` or the like stands right before, adverbs between them."""
    if tokens[at].words[0] in _PASSIVE_FIRST:
        return True
    i = at - 1
    while i >= 0 and at - i <= 4 and tokens[i].tag in ("void", "word", "hedge") and tokens[i].kind == "word":
        i -= 1
    if i < 0:
        return False
    if tokens[i].tag in ("act", "join") and at - i == 1 and i > 0:
        # `were arrested and charged`, `were stopped and searched`
        j = i - 1 if tokens[i].tag == "join" else i
        return tokens[j].tag == "act" and _is_passive(tokens, j)
    return tokens[i].tag == "be"


def _right(tokens: Sequence[Token], end: int) -> tuple[Governor | None, Governor | None]:
    """Return the act right behind the phrase, and the one that a whole list shares."""
    crossed = False
    depth = 0
    for i in range(end, min(len(tokens), end + _REACH)):
        token = tokens[i]
        tag = token.tag
        if token.text == "(":
            depth += 1
            continue
        if token.text == ")":
            if not depth:
                return None, None
            depth -= 1
            continue
        if depth:
            continue
        if token.kind == "number":
            crossed = True
        elif tag == "break" or token.text in ";:":
            return None, None
        elif tag == "act" and token.entry is not None:
            if (
                i == end
                or (i == end + 1 and tokens[end].tag in ("void", "word"))
                or token.entry.kind == "subject"
            ):
                if i == end and token.entry.kind != "subject" and _has_object(tokens, i):
                    return None, None
                here = Governor(token.entry, i, "behind" if crossed else "beside")
                return (None, here) if crossed else (here, None)
            if _is_passive(tokens, i):
                here = Governor(token.entry, i, "behind" if crossed else "beside")
                return (None, here) if crossed else (here, None)
            if crossed and _closes_a_list(tokens, i):
                return None, Governor(token.entry, i, "behind")
            if (
                not crossed
                and tokens[i - 1].tag in ("prep",)
                and tokens[i - 1].words[-1] in ("who", "which", "that")
            ):
                continue
            if _has_object(tokens, i) or not crossed:
                return None, None
    return None, None


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number follows the act as its object: `seized 20 phones`."""
    for i in range(at + 1, min(len(tokens), at + 5)):
        token = tokens[i]
        if token.text[:1].isupper() and i == at + 1:
            return False  # the next item of a list that has lost its lines
        if token.kind == "number":
            return not token.aside
        if token.tag not in ("hedge", "void"):
            return False
    return False


def _closes_a_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether an act without `were` ends a list: `70 lines, 20 phones and £400 in cash seized`."""
    return tokens[at - 1].tag == "thing" and not _has_object(tokens, at)


def _left(tokens: Sequence[Token], at: int) -> tuple[Governor | None, list[Governor]]:
    """Return the nearest act whose object the number may be, and those farther off."""
    near: Governor | None = None
    far: list[Governor] = []
    passive: list[Governor] = []
    depth = 0
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = tokens[i]
        if token.text == ")":
            depth += 1
            continue
        if token.text == "(":
            if depth:
                depth -= 1
            continue
        if depth:
            continue
        if token.tag == "break" or token.text == ";":
            break
        if token.tag == "act" and token.entry is not None:
            here = Governor(token.entry, i, "before")
            if _is_passive(tokens, i) or _ends_a_phrase(tokens, i):
                passive.append(Governor(token.entry, i, "far"))
            elif near is None:
                near = here
            else:
                far.append(Governor(token.entry, i, "far"))
    if near is not None and near.how == "before":
        return near, [*passive, *far]
    return near, [*passive, *far]


def _ends_a_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether the act is said of the noun before it: `20 people arrested and`, `lines closed,`."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    before = tokens[at - 1]
    return (
        before.tag == "thing"
        and (after.tag in ("join", "break", "prep") or after.text in ",.;")
        and _number_before(tokens, at)
    )


def _number_before(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[i].kind == "number" for i in range(max(0, at - 5), at))


def wished(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is what somebody aims at or expects: an `aim` word governs its act or itself."""
    for i in range(at - 1, max(-1, at - 14), -1):
        token = tokens[i]
        if token.tag == "break" or token.text in ";:":
            return False
        if token.tag == "aim" and token.entry is not None and token.entry.kind != "modal":
            return True
        if token.tag == "act":
            # the aim must stand close before its act
            close = tokens[max(0, i - 4) : i]
            if any(t.text == "," for t in close[-3:]):
                return False
            return any(
                t.tag == "aim" and t.entry is not None and t.entry.kind != "modal" for t in close
            ) or any(t.tag == "aim" for t in close[-1:])
    return False


def acts_of(tokens: Sequence[Token]) -> Iterator[Entry]:
    """Yield the acts of a heading, the last first."""
    for token in reversed(tokens):
        if token.tag == "act" and token.entry is not None:
            yield token.entry
