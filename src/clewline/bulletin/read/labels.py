"""Labels before their numbers: `Arrests made: 65`, `Vehicles seized - 6`, `warrants 286; lines closed 38`."""

from collections.abc import Sequence

from clewline.bulletin.read.found import Found
from clewline.bulletin.read.phrase import Phrase, phrase_after
from clewline.bulletin.read.token import Token

_SEPARATORS = frozenset((":", "-", "–", "—", "=", "|", "(", "x", "×"))


def label(tokens: Sequence[Token], one: Found) -> Phrase | None:
    """Return the phrase of a label before its number: `Arrests made: 65`, `Vehicles seized - 6`."""
    i = one.at
    after = tokens[i + 1 :]
    marked_by_hand = i > 0 and tokens[i - 1].text in _SEPARATORS and after[:1] and after[0].tag == "prep"
    marked_by_hand = marked_by_hand and not any(t.kind == "number" for t in tokens[:i])
    if after and after[0].text not in ",;.()|/" and after[0].tag != "void" and not marked_by_hand:
        return None
    first = i - 1
    while first >= 0 and tokens[first].tag == "hedge":
        first -= 1
    marked = first >= 0 and tokens[first].text in _SEPARATORS
    begin = first
    while begin > 0 and tokens[begin - 1].text not in _ROW_ENDS and tokens[begin - 1].kind != "number":
        begin -= 1
    comma = first > 0 and tokens[first].text == "," and not after
    if comma and all(t.tag in ("thing", "void") for t in tokens[:first]):
        marked, begin = True, 0  # a row: `crack cocaine, 90g`
    lone = begin == 0 and tokens[0].tag in ("thing", "void", "word", "them") and not after
    if not marked and not lone and not _is_row(tokens, begin, first):
        return None
    phrase = phrase_after(tokens, begin, first if marked else first + 1)
    phrase.begin, phrase.end = begin, i + 1
    return phrase if phrase.things else None


_ROW_ENDS = frozenset((",", ";", "|", "/", ":", "–", "—"))
_ROW = 5
"""Tokens that the label of a row within a sentence may have."""


def _is_row(tokens: Sequence[Token], begin: int, last: int) -> bool:
    """Whether nothing but a noun and its act stands before the number: `warrants 286; lines closed 38`."""
    row = tokens[max(0, begin) : last + 1]
    parted = begin <= 0 or tokens[begin - 1].text in _ROW_ENDS
    return (
        parted
        and 0 < len(row) <= _ROW
        and row[0].tag == "thing"
        and row[-1].tag in ("thing", "act")
        and all(t.tag in ("thing", "act", "void") for t in row)
    )
