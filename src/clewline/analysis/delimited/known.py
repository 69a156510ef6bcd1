"""What was read of one column so far: each distinct text is read once, whichever piece of the file it stands in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from clewline.analysis.delimited.cells import Column
from clewline.analysis.delimited.codes import I32, Codes
from clewline.formats.values import Unreadable

REMEMBERED = 1 << 20
"""Texts remembered of one column; with more it begins anew."""
F64 = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Read:
    """What each text of a column says, by the text's number."""

    words: list[str]
    words_of: I32
    """Which of `words` a text says, -1 where it says none."""
    floats: F64
    """Which number a text says; not a number where none."""
    bad: Bools
    """Whether the reader takes a text not at all."""
    any_bad: bool


_NOTHING = Read([], np.empty(0, np.int32), np.empty(0, np.float64), np.empty(0, np.bool_), False)


class Known:
    """The texts of one column that were met so far, and what each says."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        """`read` says what a text without spaces around it means, or raises `Unreadable`; an empty one says nothing."""
        self._says = read
        self._begin()

    def _begin(self) -> None:
        self._codes = Codes()
        self._word_at: dict[str, int] = {}
        self._read = _NOTHING

    def begin(self) -> None:
        """Forget what was read if it has become too much; numbers given before count no more."""
        if len(self._codes.texts) > REMEMBERED:
            self._begin()

    def codes(self, column: Column) -> I32:
        """Return the number of the text in each cell."""
        return self._codes.find(column)

    def read(self) -> Read:
        """Return what each text met so far says; it stays as it is while more are read."""
        before, texts = self._read, self._codes.texts
        known = len(before.bad)
        if len(texts) == known:
            return before
        words = np.full(len(texts) - known, -1, np.int32)
        floats = np.full(len(texts) - known, np.nan)
        bad = np.zeros(len(texts) - known, np.bool_)
        for at, text in enumerate(texts[known:]):
            try:
                value = self._says(text.strip()) if text.strip() else None
            except Unreadable:
                bad[at] = True
                continue
            if isinstance(value, str):
                words[at] = self._word_at.setdefault(value, len(self._word_at))
            elif isinstance(value, int | float):
                floats[at] = value
        self._read = Read(
            words=list(self._word_at),
            words_of=np.concatenate([before.words_of, words]),
            floats=np.concatenate([before.floats, floats]),
            bad=np.concatenate([before.bad, bad]),
            any_bad=before.any_bad or bool(bad.any()),
        )
        return self._read
