"""Which of the distinct texts met so far stands in a cell: a table of hashes that whole columns are looked up in.

Two texts are one only where all of their bytes are equal; the hash says where to look, and no more.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from clewline.analysis.delimited.cells import I64, U64, Column

I32 = npt.NDArray[np.int32]

LONGEST = 64
"""Bytes of a text that is looked up with its column; a longer one is looked up by itself."""
_FIRST_BITS = 10
_MIX = (
    *(0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5),
    *(0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3),
)
_FACTORS = [np.uint64(factor) for factor in _MIX]
"""Odd numbers whose bits look like chance; one for each eight bytes (the first are those of xxHash)."""
_HALF = np.uint64(32)
_NOTHING = np.uint64(0)
_NO_TEXT = np.array([(1 << 64) - 1], np.uint64)
"""Bytes that no text in UTF-8 has: they stand for those of a long text."""


class Codes:
    """Numbers texts from 0 in the order in which they are first met."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        """The texts by their number."""
        self._room = 0
        self._keys: list[U64] = []
        """The bytes of each text, eight at a time; with room for more."""
        self._bits = _FIRST_BITS
        self._table: I32 = np.full(1 << _FIRST_BITS, -1, np.int32)
        self._long: dict[bytes, int] = {}

    def find(self, column: Column) -> I32:
        """Return the number of the text in each cell."""
        lengths = column.ends - column.starts
        longest = int(lengths.max()) if len(lengths) else 0
        if longest <= LONGEST:
            return self.look_up(column.words(lengths, longest), lambda at: column.text(at).decode())
        short = np.flatnonzero(lengths <= LONGEST)
        found = np.empty(len(lengths), np.int32)
        found[short] = self.find(Column(column.held, column.starts[short], column.ends[short]))
        for at in np.flatnonzero(lengths > LONGEST).tolist():
            found[at] = self._alone(column.text(at))
        return found

    def look_up(self, words: Sequence[U64], text: Callable[[int], str]) -> I32:
        """Return the number of the text whose bytes these are; `text` gives that of a place where it is new."""
        while len(self._keys) < len(words):
            self._keys.append(np.zeros(self._room, np.uint64))
        hashes = _hashes(words)
        slots = self._slots(hashes)
        found: I32 = self._table.take(slots)
        same = self._same(found, words)
        if same.all():
            return found
        left = np.flatnonzero(~same)
        new: list[I64] = []
        step = 0
        while len(left):
            unknown = found[left] < 0
            new.append(left[unknown])
            left = left[~unknown]
            step += 1
            found[left] = self._table.take((slots[left] + step) & (len(self._table) - 1))
            left = left[~self._same(found[left], [word[left] for word in words])]
        at = np.concatenate(new)
        if len(at):
            # One of each hash now; another text of the same hash is met when they are looked up again.
            first = at[np.unique(hashes[at], return_index=True)[1]]
            first.sort()
            self._add([text(place) for place in first.tolist()], [word[first] for word in words])
            found[at] = self.look_up([word[at] for word in words], lambda place: text(int(at[place])))
        return found

    def _alone(self, text: bytes) -> int:
        if text not in self._long:
            self._long[text] = len(self.texts)
            self._add([text.decode()], [_NO_TEXT])
        return self._long[text]

    def _add(self, texts: Sequence[str], words: Sequence[U64]) -> None:
        before = len(self.texts)
        self.texts += texts
        after = len(self.texts)
        if after > self._room:
            more = np.zeros(2 * after - self._room, np.uint64)
            self._room = 2 * after
            self._keys = [np.concatenate([key, more]) for key in self._keys]
        for key, word in zip(self._keys, words, strict=False):
            key[before:after] = word
        if 3 * after > len(self._table):
            self._bits = (6 * after).bit_length()
            self._table = np.full(1 << self._bits, -1, np.int32)
            before = 0
        table, end = self._table, len(self._table) - 1
        slots = self._slots(_hashes([key[before:after] for key in self._keys]))
        for number, slot in enumerate(slots.tolist(), start=before):
            while table[slot] >= 0:
                slot = (slot + 1) & end
            table[slot] = number

    def _slots(self, hashes: U64) -> I64:
        slots: I64 = (hashes >> np.uint64(64 - self._bits)).view(np.int64)
        return slots

    def _same(self, found: I32, words: Sequence[U64]) -> npt.NDArray[np.bool_]:
        """Return where the text of that number has these bytes and no more."""
        if not self._room:
            return np.zeros(len(found), np.bool_)
        same = found >= 0
        for at, key in enumerate(self._keys):
            same &= key.take(found, mode="clip") == (words[at] if at < len(words) else _NOTHING)
        return same


def _hashes(words: Sequence[U64]) -> U64:
    """Return a hash of each text; bytes of zero behind it do not change it."""
    parts = []
    for word, factor in zip(words, _FACTORS, strict=False):
        part = word * factor
        part ^= part >> _HALF
        parts.append(part)
    total = parts[0]
    for part in parts[1:]:
        total += part
    total *= _FACTORS[1]  # the highest bits, which are used, come from all below them
    return total
