"""The columns of a text that are wanted, read a piece at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from clewline.analysis.delimited.cells import I64, Block, Cells
from clewline.analysis.delimited.codes import I32
from clewline.analysis.delimited.instants import Instants, Times
from clewline.analysis.delimited.known import Known, Read

TextReader = Callable[[str], Any]


@dataclass(frozen=True)
class Columns:
    """What some records hold, a number or an instant a cell."""

    codes: Mapping[str, I32]
    """For each column of texts, the number of the text in each record."""
    read: Mapping[str, Read]
    """What these texts say."""
    times: Mapping[str, Times]
    blocks: Sequence[tuple[Block | Cells, int]]
    """Where the records stand, and how many of them in each."""
    lines: I64
    """The number of each record among the lines of the piece, from 0."""
    odd: Sequence[tuple[int, bytes]]
    """Lines of another width: their number and their bytes."""

    def __len__(self) -> int:
        return len(self.lines)

    def rows(self, places: I64) -> list[list[str]]:
        """Return all cells of the records at these places, which ascend."""
        found, before = [], 0
        for block, many in self.blocks:
            here = places[(places >= before) & (places < before + many)]
            if len(here):
                cells = _cells(block)
                found += [cells.row(at) for at in (here - before).tolist()]
            before += many
        return found


class ColumnsReader:
    """Reads the columns that are wanted of one text; what it has read of one piece it knows in the next.

    Half of the columns are looked up in a thread of their own: no other step of an intake takes as long.
    """

    def __init__(
        self, header: Sequence[str], texts: Mapping[str, TextReader], times: Mapping[str, TextReader]
    ) -> None:
        """`texts` and `times`: what reads a single cell, by the name of its column."""
        self._at = {name: place for place, name in enumerate(header)}
        self._known = {name: Known(read) for name, read in texts.items()}
        self._instants = {name: Instants(read) for name, read in times.items()}
        names = [*texts, *times]
        self._mine, self._others = names[::2], names[1::2]

    def read(self, blocks: Iterable[Block | Cells]) -> Columns:
        """Return the columns of the records in these blocks."""
        for known in self._known.values():
            known.begin()
        for instants in self._instants.values():
            instants.begin()
        parts: list[dict[str, Any]] = []
        waiting: list[Future[dict[str, Any]]] = []
        kept: list[tuple[Block | Cells, int]] = []
        lines: list[I64] = []
        odd: list[tuple[int, bytes]] = []
        before = 0
        with ThreadPoolExecutor(1) as pool:
            for block in blocks:
                cells = _cells(block)
                waiting.append(pool.submit(self._look_up, cells, self._others))
                parts.append(self._look_up(cells, self._mine))
                # The cells' places are given up: to keep them costs more than to find those of a few records again.
                kept.append((block, len(cells)))
                own = np.arange(len(cells)) if cells.lines is None else cells.lines
                lines.append(own + before)
                odd += [(line + before, text) for line, text in cells.odd]
                before += len(cells) + len(cells.odd)
            found = [mine | other.result() for mine, other in zip(parts, waiting, strict=True)]
        return Columns(
            codes={name: _joined([part[name] for part in found], np.int32) for name in self._known},
            read={name: known.read() for name, known in self._known.items()},
            times={name: _times([part[name] for part in found]) for name in self._instants},
            blocks=kept,
            lines=_joined(lines, np.int64),
            odd=odd,
        )

    def _look_up(self, cells: Cells, names: Sequence[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in names:
            column = cells.of(self._at[name])
            known = self._known.get(name)
            found[name] = self._instants[name].find(column) if known is None else known.codes(column)
        return found


def _cells(block: Block | Cells) -> Cells:
    return block if isinstance(block, Cells) else block.cells()


def _times(some: Sequence[Times]) -> Times:
    return Times(
        _joined([one.us for one in some], np.int64),
        _joined([one.there for one in some], np.bool_),
        _joined([one.odd for one in some], np.bool_),
    )


def _joined(some: Sequence[Any], kind: Any) -> Any:
    return np.concatenate(some) if some else np.empty(0, kind)
