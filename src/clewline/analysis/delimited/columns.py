"""The columns of a text that are wanted, read a piece at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    """Reads the columns that are wanted of one text; what it has read of one piece it knows in the next."""

    def __init__(
        self, header: Sequence[str], texts: Mapping[str, TextReader], times: Mapping[str, TextReader]
    ) -> None:
        """`texts` and `times`: what reads a single cell, by the name of its column."""
        at = {name: place for place, name in enumerate(header)}
        self._known = {name: (at[name], Known(read)) for name, read in texts.items()}
        self._instants = {name: (at[name], Instants(read)) for name, read in times.items()}

    def read(self, blocks: Iterable[Block | Cells]) -> Columns:
        """Return the columns of the records in these blocks."""
        for _, known in self._known.values():
            known.begin()
        for _, instants in self._instants.values():
            instants.begin()
        codes: dict[str, list[I32]] = {name: [] for name in self._known}
        times: dict[str, list[Times]] = {name: [] for name in self._instants}
        kept: list[tuple[Block | Cells, int]] = []
        lines: list[I64] = []
        odd: list[tuple[int, bytes]] = []
        before = 0
        for block in blocks:
            cells = _cells(block)
            for name, (at, known) in self._known.items():
                codes[name].append(known.codes(cells.of(at)))
            for name, (at, instants) in self._instants.items():
                times[name].append(instants.find(cells.of(at)))
            # The cells' places are given up: to keep them costs more than to find those of a few records again.
            kept.append((block, len(cells)))
            own = np.arange(len(cells)) if cells.lines is None else cells.lines
            lines.append(own + before)
            odd += [(line + before, text) for line, text in cells.odd]
            before += len(cells) + len(cells.odd)
        return Columns(
            codes={name: _joined(some, np.int32) for name, some in codes.items()},
            read={name: known.read() for name, (_, known) in self._known.items()},
            times={name: _times(some) for name, some in times.items()},
            blocks=kept,
            lines=_joined(lines, np.int64),
            odd=odd,
        )


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
