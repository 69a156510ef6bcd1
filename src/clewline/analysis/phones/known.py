"""What was read of one column so far: each distinct text is read once, whichever piece it stands in."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from clewline.formats.values import Unreadable

_REMEMBERED = 1 << 20
"""Texts remembered of one column; with more it begins anew."""


class Known:
    """The texts of one column that were read so far, and what each says."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self._read = read
        self._forget()

    def _forget(self) -> None:
        self._texts: pa.Array = pa.array([], pa.string())
        self._values: list[Any] = []
        self._at: dict[str, int] = {}
        self.words: list[str] = []
        self._word_at: dict[str, int] = {}
        self.words_of = np.empty(0, np.int32)
        """Which of `words` a text says, -1 where it says none."""
        self.floats = np.empty(0, np.float64)
        """Which number a text says."""
        self.bad = np.empty(0, bool)
        """Whether the reader takes a text not at all."""
        self.any_bad = False

    def value(self, text: str) -> Any:
        """Return what a text says; the reader's refusal where it says nothing that can be read."""
        at = self._at.get(text)
        if at is None:
            at = int(self.places(pa.array([text]))[0])
        return self._values[at]

    def places(self, texts: pa.Array) -> np.ndarray:
        """Return the place of each text among those known, having read those that are new."""
        if len(self._texts) > _REMEMBERED:
            self._forget()
        found = pc.index_in(texts, value_set=self._texts)
        if found.null_count:
            self._learn(texts.filter(pc.is_null(found)).to_pylist())
            found = pc.index_in(texts, value_set=self._texts)
        places: np.ndarray = found.to_numpy(zero_copy_only=False)
        return places

    def _learn(self, texts: list[str]) -> None:
        values = [self._said(text) for text in texts]
        words = np.full(len(texts), -1, np.int32)
        floats = np.full(len(texts), np.nan)
        bad = np.zeros(len(texts), bool)
        for at, value in enumerate(values):
            if isinstance(value, Unreadable):
                bad[at] = True
            elif isinstance(value, str):
                words[at] = self._word_at.setdefault(value, len(self._word_at))
            elif isinstance(value, int | float):
                floats[at] = value
        self.words = list(self._word_at)
        self.words_of = np.concatenate([self.words_of, words])
        self.floats = np.concatenate([self.floats, floats])
        self.bad = np.concatenate([self.bad, bad])
        self.any_bad = bool(self.bad.any())
        self._at.update({text: len(self._values) + at for at, text in enumerate(texts)})
        self._values += values
        self._texts = pa.concat_arrays([self._texts, pa.array(texts, pa.string())])

    def _said(self, text: str) -> Any:
        bare = text.strip()
        try:
            return self._read(bare) if bare else None
        except Unreadable as wrong:
            return wrong
