"""Find what was done to what a number counts: the acts that may govern it, the likeliest first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token

_REACH = 40
"""Tokens that are looked at on each side; keeps the time linear in the length of a sentence."""
_SPEAKING = frozenset(("act", "break"))
"""Tags of the words that say something of what governs a number; most words do not, and are passed by at once."""
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
    if tokens[i].text.lower() in ("those", "people") and i > 0 and tokens[i - 1].words in _AMONG:
        i -= 2  # `were among those safeguarded`
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
    inner: Governor | None = None  # an act within `who had been identified as ...`
    end = _behind_commas(tokens, end)
    for i in range(end, min(len(tokens), end + _REACH)):
        token = tokens[i]
        tag = token.tag
        if token.kind == "word" and tag not in _SPEAKING:
            continue
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
        if inner is not None and (token.kind == "number" or tag == "break" or token.text in ",;:."):
            return inner, None
        if token.kind == "number":
            crossed = True
        elif tag == "break" or token.text in ";:":
            return None, None
        elif tag == "act" and token.entry is not None:
            if token.text.lower() == "running" and i + 1 < len(tokens) and tokens[i + 1].tag == "prep":
                continue  # `two lines running into Bedford have been dismantled`
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
                if not crossed and inner is None and _in_a_clause(tokens, end, i):
                    inner = here
                    continue
                return (None, here) if crossed else (here, None)
            if inner is not None:
                continue
            if crossed and _closes_a_list(tokens, i):
                return None, Governor(token.entry, i, "behind")
            if (
                not crossed
                and tokens[i - 1].tag in ("prep",)
                and tokens[i - 1].words[-1] in ("who", "which", "that")
            ):
                continue
            if (
                not crossed
                and _is_done(token)
                and not _has_object(tokens, i)
                and _close_behind(tokens, end, i)
            ):
                return Governor(token.entry, i, "beside"), None
            if _has_object(tokens, i) or not crossed:
                return None, None
    return inner, None


def _in_a_clause(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether it is told in a clause of its own: `50 people who had been identified as vulnerable were engaged`."""
    return any(t.words in (("who",), ("which",), ("that",)) for t in tokens[end:at])


_DONE = words("shut found held taken caught cut frozen broken torn sent given brought put handed struck")
"""Participles that do not end in `ed`."""
_AMONG = (("among",), ("amongst",))
_INSERTED, _NARROWING = 10, 6
_QUOTES = frozenset("\"“”‘’'")


def _behind_commas(tokens: Sequence[Token], end: int) -> int:
    """Return where what is put in between commas ends: `49 people, children among them, engaged`; else `end`."""
    while end < len(tokens) and tokens[end].text in _QUOTES:
        end += 1
    if end >= len(tokens) or tokens[end].text != ",":
        return end
    for i in range(end + 1, min(len(tokens) - 1, end + _INSERTED)):
        token = tokens[i]
        if token.kind == "number" or token.tag in ("act", "break", "join") or token.text in ";:":
            return end
        if token.text == ",":
            return i + 1 if tokens[i + 1].tag in ("act", "be") else end
    return end


def _is_done(token: Token) -> bool:
    """Whether an act is a participle that may stand behind its noun, and no `safeguarding` or `search`."""
    first = (token.phrase or token.text).lower().split()[0]
    return first.endswith("ed") or first in _DONE


def _close_behind(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether nothing but what narrows the noun stands before the act: `12 people from Leeds arrested`."""
    between = tokens[end:at]
    return len(between) <= _NARROWING and all(
        t.tag in ("prep", "void", "word", "thing", "aside") and t.words[:1] not in _RELATIVE for t in between
    )


_RELATIVE = frozenset(
    (word,) for word in ("who", "which", "that", "whom", "whose", "after", "before", "as", "by", "when")
)


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
        if token.kind == "word" and token.tag not in _SPEAKING and token.words not in _OF_ANOTHER:
            continue
        if token.text == ")":
            depth += 1
            continue
        if token.text == "(":
            if depth:
                depth -= 1
            continue
        if depth:
            continue
        if token.tag == "break" or token.text == ";" or _tells_of_another(tokens, i):
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


_OF_ANOTHER = (("which",), ("who",))


def _tells_of_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows is said of a thing and done to none: `raided the block, which has 48 flats`."""
    if tokens[at].words in _OF_ANOTHER and at + 1 < len(tokens):
        return tokens[at + 1].text.lower() in ("has", "have", "had")
    return False


def _ends_a_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether the act is said of the noun before it: `20 people arrested and`, `lines closed,`."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    before = tokens[at - 1]
    return (
        before.tag == "thing"
        and (after.tag in ("join", "break", "prep") or after.text in ",.;")
        and number_before(tokens, at)
    )


def number_before(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[i].kind == "number" for i in range(max(0, at - 5), at))


def acts_of(tokens: Sequence[Token]) -> Iterator[Entry]:
    """Yield the acts of a heading, the last first."""
    for token in reversed(tokens):
        if token.tag == "act" and token.entry is not None:
            yield token.entry
