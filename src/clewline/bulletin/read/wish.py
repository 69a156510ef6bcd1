"""Numbers that are aimed at, pledged or only expected, and so state no result."""

from collections.abc import Sequence

from clewline.bulletin.read.govern import number_before
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token

_SPEAKING = frozenset(("aim", "act", "break"))
"""Tags of the words that say something of what is wished."""


def wished(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is what somebody aims at or expects: an `aim` word governs its act or itself."""
    if _expected(tokens, at):
        return True
    for i in range(at - 1, max(-1, at - 20), -1):
        token = tokens[i]
        if token.kind == "word" and token.tag not in _SPEAKING:
            continue
        if token.text == ":":
            label = tokens[
                max(0, i - 6) : i
            ]  # `promise for 2025: 50 warrants`, not `Target beaten: 2,100 lines closed`
            return any(_aims(t) for t in label) and not any(t.text.lower() in _REACHED for t in label)
        if token.tag == "break" or token.text == ";" or (token.text == "," and _counted_before(tokens, i)):
            return False
        if token.tag == "aim" and token.entry is not None and token.entry.kind != "modal":
            return True
        if token.tag == "act" and tokens[i - 1].tag == "join" and not _is_past(token):
            continue  # `We aim to visit 100 schools and close 25 lines`
        if token.tag == "act" and tokens[i - 1].tag == "thing" and number_before(tokens, i):
            continue  # `a target of 150 lines closed and 1,000 people safeguarded`
        if token.tag == "act":
            # the aim must stand close before its act
            close = tokens[max(0, i - 4) : i]
            if any(t.text == "," for t in close[-3:]):
                return False
            return any(
                t.tag == "aim" and t.entry is not None and t.entry.kind != "modal" for t in close
            ) or any(t.tag == "aim" for t in close[-1:])
    return False


_REACHED = words("beaten met exceeded smashed passed hit reached surpassed achieved")


def _aims(token: Token) -> bool:
    return token.tag == "aim" and token.entry is not None and token.entry.kind != "modal"


_PAST = words("made took found shut held ran gave led brought caught")


def _is_past(token: Token) -> bool:
    first = (token.phrase or token.text).lower().split()[0]
    return first.endswith("ed") or first in _PAST


def _counted_before(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma ends what was aimed at: `Against a target of 2,000 lines, 2,734 have been closed`."""
    return tokens[max(0, comma - 1)].tag == "thing" and number_before(tokens, comma)


_HOPED = words("expected hoped intended planned forecast due")


def _expected(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is said of the number is only expected: `80% of those arrested are expected to be charged`."""
    for i in range(at + 1, min(len(tokens), at + 9)):
        token = tokens[i]
        if token.kind == "number" or token.text in ",;":
            return False
        if i <= at + 3 and token.text.lower() in ("await", "awaiting", "awaits"):
            return True
        if token.text.lower() in _HOPED:
            return tokens[i - 1].tag == "be"
    return False
