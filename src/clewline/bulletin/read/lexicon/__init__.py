"""Words and what they are. `lookup` finds the longest phrase that begins at a place among a text's words."""

from collections.abc import Sequence

from clewline.bulletin.read.lexicon import acts, acts_of_care, drugs, people, police_work, protection, seized
from clewline.bulletin.read.lexicon.entry import Entry, Tag, normal, normal_words
from clewline.bulletin.read.lexicon.others import OTHERS

__all__ = ["BASES", "BEGINNINGS", "LONGER", "SINGLE", "Entry", "Tag", "lookup", "normal", "normal_words"]

_NOUNS = (people.THINGS, police_work.THINGS, protection.THINGS, drugs.THINGS, seized.THINGS)
SINGLE: dict[str, Entry] = {}
LONGER: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
"""Phrases of several words by their first and second, the longest first."""
for _table in (
    OTHERS,
    acts.ACTS,
    acts_of_care.ACTS,
    *_NOUNS,
):  # of two entries for the same words the later one counts
    for _words, _entry in _table.items():
        if len(_words) == 1:
            SINGLE[_words[0]] = _entry
        else:
            LONGER.setdefault(_words[0], {}).setdefault(_words[1], []).insert(0, (_words, _entry))
for _by_second in LONGER.values():
    for _found in _by_second.values():
        _found.sort(key=lambda item: -len(item[0]))
BEGINNINGS = frozenset((*SINGLE, *LONGER))
"""Words with which a phrase begins."""

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
    first = words[at]
    if (longer := LONGER.get(first)) is not None and at + 1 < len(words):
        for phrase, entry in longer.get(words[at + 1], ()):
            n = len(phrase)
            if n < below and (n == 2 or tuple(words[at : at + n]) == phrase):
                return n, entry
    single = SINGLE.get(first)
    return (1, single) if single is not None and below > 1 else None
