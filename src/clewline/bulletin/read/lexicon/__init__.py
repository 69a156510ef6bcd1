"""Words and what they are. `lookup` finds the longest phrase that begins at a place among a text's words."""

from collections.abc import Sequence

from clewline.bulletin.read.lexicon import acts, acts_of_care, drugs, people, police_work, protection, seized
from clewline.bulletin.read.lexicon.entry import Entry, Tag, normal, normal_words
from clewline.bulletin.read.lexicon.others import OTHERS

__all__ = ["BASES", "Entry", "Tag", "lookup", "normal", "normal_words"]

_PHRASES: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
_NOUNS = (people.THINGS, police_work.THINGS, protection.THINGS, drugs.THINGS, seized.THINGS)
for _table in (
    OTHERS,
    acts.ACTS,
    acts_of_care.ACTS,
    *_NOUNS,
):  # of two entries for the same words the later one counts
    for _words, _entry in _table.items():
        _PHRASES.setdefault(_words[0], []).append((_words, _entry))
for _found in _PHRASES.values():
    _found.reverse()
    _found.sort(key=lambda item: -len(item[0]))

BASES = {
    "arrest": acts.ACTS[("arrested",)],
    "charge": acts.ACTS[("charged",)],
    "search": acts.ACTS[("searched",)],
    "visit": acts_of_care.ACTS[("visited",)],
    "raid": acts.ACTS[("raided",)],
}
"""Acts whose plain verb is also a noun, by that verb."""


def lookup(words: Sequence[str], at: int, below: int = 99) -> tuple[int, Entry] | None:
    """Return how many words the longest known phrase from `at` holds, and its entry; None where none is known.

    Only phrases of fewer than `below` words count.
    """
    for phrase, entry in _PHRASES.get(words[at], ()):
        n = len(phrase)
        if n >= below:
            continue
        if n == 1 or tuple(words[at : at + n]) == phrase:
            return n, entry
    return None
