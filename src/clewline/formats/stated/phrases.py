"""Find the phrases of a piece in the tables of words, the longest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clewline.formats.stated.labels import Meaning, Pairs
from clewline.formats.stated.places import PLACES
from clewline.formats.stated.singular import singular
from clewline.formats.stated.token import Token
from clewline.formats.stated.word import Word
from clewline.formats.stated.words import NEVER_FREE, REMARKS, WORDS


class Unread(Exception):
    """A piece cannot be read, by the rule that it names; caught within the reader."""


_LISTED = {"drug": " and ", "weapon": " and ", "item": " and ", "place": ", ", "note": "; "}
"""Qualifiers that one number may have several of, and how they are written together."""
_PLACES = {" ".join(singular(word) for word in name.split()): full for name, full in PLACES.items()}
_LONGEST_PHRASE = 5


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Words of a piece that have one entry in a table, and the entry."""

    word: Word
    words: str
    text: str


def _words(piece: Sequence[Token]) -> list[str]:
    """Return the words of tokens in the tables' form; signs of addition are `and`."""
    words = (singular(t.text.replace("-18", " 18")) for t in piece if t.kind in ("word", "join"))
    return ["and" if word in "+&/" else word for word in words]


def phrases(
    text: str, piece: tuple[Token, ...], label: Meaning, *, things_behind: int | None
) -> Iterator[Phrase]:
    """Yield the phrases of a piece, the longest known first; after `incl.` all is a note."""
    held = [token for token in piece if token.kind in ("word", "join")]
    words = _words(held)
    at = 0
    while at < len(held):
        if words[at] in REMARKS:
            yield _phrase(Word(noted=True), text, held[at:], words[at:])
            return
        end, word = _known(words, at)
        if word is None:
            end, word = _free(words, at, label)
            if label.unit == "GBP" and things_behind is not None and held[at].start >= things_behind:
                # words behind a bare number are things that it counts: `3 designer bags` beside values
                word = Word(fits=frozenset(), means=("other_items_seized", "items"), said=word.said)
        yield _phrase(word, text, held[at:end], words[at:end])
        at = end


def _phrase(word: Word, text: str, held: list[Token], words: list[str]) -> Phrase:
    return Phrase(word=word, words=" ".join(words), text=text[held[0].start : held[-1].end])


def _known(words: list[str], at: int) -> tuple[int, Word | None]:
    for end in range(min(len(words), at + _LONGEST_PHRASE), at, -1):
        phrase = " ".join(words[at:end])
        if phrase in WORDS:
            return end, WORDS[phrase]
        if phrase in _PLACES:
            return end, Word(said=(("place", _PLACES[phrase]),))
    return at, None


def _free(words: list[str], at: int, label: Meaning) -> tuple[int, Word]:
    """Return the name that begins at `at`, under a label that asks for names.

    :raises Unread: it does not, or the words are never a name.
    """
    end = at
    tail: Word | None = None
    while end < len(words) and (tail is None or label.free == "item"):
        if words[end] in NEVER_FREE or words[end] in REMARKS:
            break
        after, tail = _known(words, end)
        end = max(after, end + 1)
    while end > at and (last := WORDS.get(words[end - 1])) and not (last.said or last.means):
        end -= 1
    if label.free is None or end == at:
        raise Unread("unknown-words")
    form = "{text}" if label.free == "item" else "{words}"
    if label.free == "weapon" and tail and tail.means:
        return end, Word(fits=frozenset(), means=tail.means, said=(("weapon", form),))
    return end, Word(said=((label.free, form),))


def qualified(one: Pairs, **said: str) -> Pairs:
    """Return qualifiers with more said: a second note, drug or thing stands beside the first."""
    pairs = dict(one)
    for key, value in said.items():
        if key in pairs and pairs[key] != value:
            if key not in _LISTED:
                raise Unread("another-thing")
            value = f"{pairs[key]}{_LISTED[key]}{value}"
        pairs[key] = value
    return tuple(sorted(pairs.items()))


def drugs_in(inner: list[Token]) -> Pairs:
    """Return the drugs or class that words name and nothing else: `A and B`, `heroin and crack`."""
    words = _words(inner)
    if any(token.kind not in ("word", "join") for token in inner):
        return ()
    if classed := WORDS.get(" ".join(["class", *words])):
        return classed.said
    said: Pairs = ()
    at = 0
    while at < len(words):
        end, word = _known(words, at)
        if word is None or not (words[at] == "and" or {key for key, _ in word.said} & {"drug", "drug_class"}):
            return ()
        said = qualified(said, **dict(word.said))
        at = end
    return said
