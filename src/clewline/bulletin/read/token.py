"""Cut a sentence into words, numbers and signs, and find what each is."""

import re
from decimal import Decimal
from typing import Literal

from clewline.bulletin.read.lexicon import BASES, BEGINNINGS, LONGER, SINGLE, Entry, lookup, normal_words
from clewline.formats.stated.token import Relation

Kind = Literal["number", "word", "sign"]


class Token:
    """A word or phrase, a number or a sign, with its characters in the text. It is changed only while it is read."""

    __slots__ = (
        *("aside", "end", "entry", "glued", "imperial", "kind", "low", "phrase", "relation", "spelled"),
        *("start", "tag", "text", "unit", "value", "words"),
    )

    def __init__(self, kind: Kind, start: int, end: int, text: str, words: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.tag: str = kind
        """What it is: the tag of its entry, `number`, `sign`, or `word` for one that no table has."""
        self.start = start
        self.end = end
        self.text = text
        self.words = words
        """A word's or a phrase's words in their normal form."""
        self.entry: Entry | None = None
        self.glued = False
        """Whether a hyphen ties it to the token before it."""
        self.phrase = ""
        """The words of a phrase as they stand in the text."""
        # of a number
        self.value = _NOTHING
        self.unit = ""
        """`GBP`, `percent`, `kg`, `g`, `tonnes`, or nothing: a count of what stands beside it."""
        self.relation: Relation = "exactly"
        self.aside = ""
        """Why it states no result, where its own form or its neighbours say so."""
        self.spelled = False
        """Whether it is in words."""
        self.imperial = False
        """Whether it was given in ounces, pounds or stones."""
        self.low: Decimal | None = None
        """The lower end of a range."""


_NOTHING = Decimal(0)
_LETTERS = r"[A-Za-z]+(?![\w'’])|[^\W\d_]+(?:['’][^\W\d_]+)*"
"""A word; the first form says nothing that the second does not, and is read faster."""
_TOKEN = re.compile(rf"({_LETTERS})|(\d+(?:[,.]\d+)*)|(?<=[^\W_])[-‐‑–]({_LETTERS})|(\S)")
"""A word, a number in digits, or a sign; a hyphen between letters ties two words and is no sign."""
_WORD, _NUMBER, _GLUED = 1, 2, 3
"""Groups of the pattern."""


def raw_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return words, numbers in digits and signs of `text[start:end]`, not yet looked up."""
    found = []
    for m in _TOKEN.finditer(text, start, end):
        group = m.lastindex
        word = m[0]
        if group == _WORD:
            token = Token("word", m.start(), m.end(), word, normal_words(word))
        elif group == _GLUED:
            token = Token("word", m.start() + 1, m.end(), word[1:], normal_words(word[1:]))
            token.glued = True
        else:
            token = Token("number" if group == _NUMBER else "sign", m.start(), m.end(), word)
        found.append(token)
    return found


_VERB_LEADS = frozenset((word,) for word in ("to", "could", "would", "will", "can", "might", "should"))
"""Words behind which `arrest` is a verb: `to arrest`, `could charge`."""
_LINKS = frozenset(("of", "to", "at", "on", "for", "with", "in"))


def looked_up(tokens: list[Token]) -> list[Token]:
    """Return the tokens with phrases of the tables joined into one token each."""
    tokens = _without_quotes(tokens)
    words = [t.words[0] if t.kind == "word" else "" for t in tokens]
    found: list[Token] = []
    at = 0
    for i in [i for i, word in enumerate(words) if word in BEGINNINGS]:
        if i < at:
            continue  # a part of the phrase before
        known = lookup(words, i) if words[i] in LONGER else (1, SINGLE[words[i]])
        if known is None:
            continue
        n, entry = known
        found += tokens[at:i]
        token = tokens[i]
        if n > 1:
            if entry.tag == "act" and words[i + n - 1] in _LINKS and _counted(found):
                # `3,300 arrests of dealers`: the noun is what is counted
                noun = lookup(words, i, n)
                n, entry = noun if noun and noun[1].tag == "thing" else (n, entry)
            if n > 1:
                token.words = tuple(words[i : i + n])
                token.phrase = " ".join(t.text for t in tokens[i : i + n])
                token.end = tokens[i + n - 1].end
        if n == 1 and token.text in BASES and _as_verb(tokens, i, found):
            entry = BASES[token.text]
        described = entry.tag == "aside" and n == 1 and (token.glued or _tied(tokens, i))
        if not described and not (entry.tag == "aim" and _names(token, found)):
            # not in `fast-time searches`, `Operation Target`
            token.entry = entry
            token.tag = entry.tag
        else:
            n = 1
        found.append(token)
        at = i + n
    found += tokens[at:]
    return found


_CLASSES = frozenset(("A", "B", "C"))
_QUOTES = frozenset("'\"‘’“”")


def _without_quotes(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the quotes around letters of drug classes: `Class 'A' and 'B' drugs`."""
    if _CLASSES.isdisjoint([t.text for t in tokens]):
        return tokens
    letters = {i for i, t in enumerate(tokens) if t.text in _CLASSES}
    return [
        t for i, t in enumerate(tokens) if t.text not in _QUOTES or not (i + 1 in letters or i - 1 in letters)
    ]


def _names(token: Token, found: list[Token]) -> bool:
    """Whether a word is the name of an operation."""
    return (
        token.text[0].isupper()
        and bool(found)
        and found[-1].text in ("Op", "Operation", "Project", "Programme")
    )


def _tied(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen ties the next word to this one."""
    return at + 1 < len(tokens) and tokens[at + 1].glued


_POLICE = frozenset(
    (word,)
    for word in (
        "police",
        "officer",
        "cop",
        "detective",
        "force",
        "unit",
        "team",
        "constabulary",
        "they",
        "we",
    )
)
"""Words of those who `arrest 34` in a headline."""
_STARTS_A_NUMBER = frozenset(("over", "more", "almost", "nearly", "about", "around", "some", "dozens", "at"))


def _as_verb(tokens: list[Token], at: int, found: list[Token]) -> bool:
    """Whether a word that is also a noun is a verb here: `to arrest`, `Police arrest 34`, `and arrest 34 dealers`."""
    if found and found[-1].words[-1:] in _VERB_LEADS:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not found:
        return False
    numbered = after.kind == "number" and not after.aside
    return numbered or (found[-1].words[-1:] in _POLICE and after.text in _STARTS_A_NUMBER)


def _counted(found: list[Token]) -> bool:
    """Whether a number stands before what comes next, with nothing but adjectives between."""
    for token in reversed(found[-3:]):
        if token.kind == "number":
            return True
        if token.tag not in ("void", "word", "thing") and token.text not in _QUOTES:
            return False
    return False
