"""The uses of the phones of one case as columns, which evidence types weigh.

Cells and numbers are places in lists that all phones of the case share, so that no type handles a number itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from clewline.evidence.finding import RowRef

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
NONE = -1
"""Stands for no cell or no other party."""


@dataclass(frozen=True, kw_only=True)
class Uses:
    """The uses of one phone in order of time; all columns have one value a row."""

    name: str
    """Identifier of the phone, as `+447700900001` or `imei:35999900123456`."""
    earliest: Ints
    """First instant that the recorded time can mean, microseconds since 1970 UTC."""
    latest: Ints
    """Last instant that it can mean; the same, but for the hour that occurs twice."""
    exact: NDArray[np.bool_]
    """Whether the time dates the use exactly; otherwise the use began at it or later."""
    place: Ints
    """Which of the case's places the cell is at; `NONE` where no coordinates are known."""
    other: Ints
    """Which of the case's numbers was the other party; `NONE` for none, withheld, short codes and names."""
    imei: Ints
    """Which of the case's handsets, `NONE` for none recorded."""
    imsi: Ints
    """Which of the case's SIMs, `NONE` for none recorded."""
    file: Ints
    """Which of the case's files the row is of."""
    line: Ints
    part: Ints

    def __len__(self) -> int:
        return len(self.earliest)

    def between(self, start: int, end: int) -> "Uses":
        """Return the uses with start <= time < end, in microseconds since 1970 UTC."""
        first, last = np.searchsorted(self.earliest, (start, end))
        return self.take(np.arange(first, last))

    def take(self, rows: Ints) -> "Uses":
        """Return some of the rows."""
        columns = {n: getattr(self, n)[rows] for n in self.__dataclass_fields__ if n != "name"}
        return Uses(name=self.name, **columns)


@dataclass(frozen=True, kw_only=True)
class Places:
    """Sites of cells: where each is and how far it reaches."""

    lat: Floats
    """Degrees north."""
    lon: Floats
    """Degrees east."""
    operator: Ints
    """Which operator's; cells of one operator tell each other's reach."""


@dataclass(frozen=True, kw_only=True)
class CaseUses:
    """All phones of one case."""

    phones: Mapping[str, Uses]
    places: Places
    numbers: Sequence[str]
    """Telephone numbers in E.164 that `other` names."""
    imeis: Sequence[str]
    imsis: Sequence[str]
    files: Sequence[str]
    """SHA-256 of the files that `file` names; a workbook comes once for each of its sheets."""
    sheets: Sequence[str | None] = ()
    """The sheet of each file that is one; none at all where no file is a workbook."""

    @cached_property
    def contacts(self) -> "csr_matrix":
        """Which phone was in touch with which number: phones in their order by numbers, 1 where it was."""
        from scipy.sparse import csr_matrix  # slow to load, and not needed to compare places

        rows, columns = [], []
        for at, uses in enumerate(self.phones.values()):
            had = np.unique(uses.other[uses.other != NONE])
            rows.append(np.full(len(had), at))
            columns.append(had)
        where = (np.concatenate(rows), np.concatenate(columns)) if rows else ((), ())
        shape = (len(self.phones), len(self.numbers))
        return csr_matrix((np.ones(len(where[0]), np.int64), where), shape=shape)

    @cached_property
    def owned(self) -> Ints:
        """Which number each phone is, in their order; `NONE` where it is known by its handset or SIM."""
        at = {number: place for place, number in enumerate(self.numbers)}
        return np.array([at.get(name, NONE) for name in self.phones], np.int64)

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What evidence types have worked out of the whole case, so that each pair need not do it again."""
        return {}

    def ref(self, uses: Uses, row: int) -> RowRef:
        """Return the row of an exhibit that one use is."""
        file = int(uses.file[row])
        sheet = self.sheets[file] if self.sheets else None
        return RowRef(self.files[file], int(uses.line[row]), int(uses.part[row]), sheet)

    def refs(self, uses: Uses, rows: Iterable[int]) -> tuple[RowRef, ...]:
        """Return the rows of exhibits that some uses are."""
        return tuple(self.ref(uses, int(row)) for row in rows)
