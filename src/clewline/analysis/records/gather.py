"""All records of a file as the time lines of its phones, with the account of what was left out."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from clewline.analysis.records import csv_blocks, parquet_blocks
from clewline.analysis.records.as_uses import case_uses
from clewline.analysis.records.block import ALWAYS, OPERATOR, PLACED, Block
from clewline.evidence.reach import SLOW_TO_LOAD
from clewline.evidence.travel.places import I32, make_sites
from clewline.evidence.travel.timelines import Timelines, make_timelines
from clewline.evidence.use import CaseUses

CORES = 2
"""Threads that read and compare."""
SHOWN = 5
"""Bad rows whose lines are said; all are counted."""
T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K", bound=Hashable)
Told = Callable[[int, int | None], None]
"""Is told how far things are: so much done, of so much."""


@dataclass
class Gathered:
    """The records of a file."""

    phones: dict[str, int] = field(default_factory=dict)
    """Number of each phone."""
    rows: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    """How many rows were left out, by what was wrong."""
    first_bad: list[tuple[int, str]] = field(default_factory=list)
    """Line and fault of the first of them."""
    unit: str = "line"
    """What the numbers in `first_bad` count: lines of a CSV file, rows of a Parquet file."""
    each_row: bool = False
    """Whether the line and the other party of each row are kept."""
    others: dict[str, int] = field(default_factory=dict)
    """Number of each other party; an empty one stands for none."""
    _parts: dict[str, list[tuple[Any, I32 | None]]] = field(default_factory=lambda: defaultdict(list))
    """Columns of the rows, in blocks; with each, the number in the whole of what it numbers within the block."""
    _sites: dict[tuple[int, int, str], int] = field(default_factory=dict)
    _spots: list[tuple[float, float]] = field(default_factory=list)

    @property
    def sites(self) -> int:
        """Return how many distinct sites the records name."""
        return len(self._sites)

    def add(self, block: Block, line: int) -> None:
        """Take in a block whose first line has the number `line`."""
        self.rows += block.rows
        self.bad.update(what for _, what in block.bad)
        for at, what in block.bad[: max(0, SHOWN - len(self.first_bad))]:
            self.first_bad.append((line + at, what))
        phone = _numbered(block.phones, self.phones)
        for at, site in enumerate(block.sites):
            if site not in self._sites:
                self._sites[site] = len(self._sites)
                self._spots.append((float(block.lat[at]), float(block.lon[at])))
        place = _numbered(block.sites, self._sites)
        parts = {"phone": (block.phone, phone), "t": (block.t, None), "place": (block.site, place)}
        if self.each_row:
            other = _numbered(block.others, self.others)
            parts |= {"line": (block.line + line, None), "other": (block.other, other)}
        for name, part in parts.items():
            self._parts[name].append(part)

    def timelines(self) -> Timelines:
        """Return the time lines; the blocks are given up for them."""
        named = list(self._sites)
        operators = {name: at for at, name in enumerate(sorted({site[2] for site in named}))}
        order = sorted(range(len(named)), key=lambda at: named[at])
        number = np.empty(len(named), np.int32)
        number[order] = np.arange(len(named), dtype=np.int32)
        spots = np.array([self._spots[at] for at in order], np.float64).reshape(-1, 2)
        operator = np.array([operators[named[at][2]] for at in order], np.int64)
        phone, t = self._whole("phone", np.int32), self._whole("t", np.float64)
        place = self._whole("place", np.int32, number)
        sites = make_sites(spots[:, 0], spots[:, 1], operator)
        return make_timelines(phone, t, place, sites, phones=len(self.phones))

    def uses(self, sha256: str) -> CaseUses:
        """Return the rows as the uses of the phones of a case, of one file with that hash; the blocks are given up."""
        return case_uses(
            phones=self.phones,
            others=self.others,
            sites=self._sites,
            phone=self._whole("phone", np.int32),
            t=self._whole("t", np.float64),
            place=self._whole("place", np.int32),
            other=self._whole("other", np.int32),
            line=self._whole("line", np.int64),
            sha256=sha256,
        )

    def _whole(self, name: str, kind: Any, renumbered: I32 | None = None) -> Any:
        """Return a column whole; its blocks are given up one by one, so that little is held twice."""
        parts = self._parts.pop(name, [])[::-1]
        whole = np.empty(sum(len(part) for part, _ in parts), kind)
        at = 0
        while parts:
            part, number = parts.pop()
            here = whole[at : at + len(part)]
            if number is None:
                here[:] = part
            else:
                number = number if renumbered is None else renumbered[number]
                number.take(part, out=here, mode="clip")  # "raise" would make another copy
            at += len(part)
        return whole


def _numbered(names: Sequence[K], numbers: dict[K, int]) -> I32:
    """Return the number of each name; one that is new gets the next."""
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int32)


def gather(
    path: Path, told: Told | None = None, *, reads: Sequence[str] = PLACED, each_row: bool = False
) -> Gathered:
    """Return the records of a CSV or a Parquet file, by the columns that are read beside phone and time.

    `each_row`: with the line and the other party of each row, which uses need and time lines do not.

    :raises BadInput: it is neither, or a column is missing.
    """
    asked = {*ALWAYS, *reads, OPERATOR}
    if path.suffix == ".parquet":
        with parquet_blocks.opened(path, reads) as file:
            wanted = [name for name in file.schema_arrow.names if name in asked]
            tables = ((batch, batch.num_rows) for batch in parquet_blocks.tables(file, wanted))
            found = Gathered(unit="row", each_row=each_row)
            return _gathered(found, 1, parquet_blocks.read, tables, told, file.metadata.num_rows)
    columns = csv_blocks.header(path, reads)
    texts = ((text, csv_blocks.lines_in(text)) for text in csv_blocks.texts(path))
    read = partial(csv_blocks.read, columns=columns, wanted=[name for name in columns if name in asked])
    return _gathered(Gathered(each_row=each_row), 2, read, texts, told, path.stat().st_size)


def _gathered(
    found: Gathered,
    line: int,
    read: Callable[[Any], Block],
    blocks: Iterable[tuple[Any, int]],
    told: Told | None,
    size: int,
) -> Gathered:
    done = 0
    with ThreadPoolExecutor(CORES) as pool:
        pool.submit(import_module, SLOW_TO_LOAD)
        for text, lines, block in ahead(pool, read, blocks):
            found.add(block, line)
            line += lines
            if told is not None:
                done += len(text)
                told(done, size)
    return found


def ahead(
    pool: Executor, act: Callable[[T], R], asked: Iterable[tuple[T, int]]
) -> Iterator[tuple[T, int, R]]:
    """Yield what is made of each, in their order; a few are worked on ahead, so that little memory is held."""
    waiting: deque[tuple[T, int, Future[R]]] = deque()
    for one, note in asked:
        waiting.append((one, note, pool.submit(act, one)))
        if len(waiting) > CORES + 1:
            first, noted, made = waiting.popleft()
            yield first, noted, made.result()
    while waiting:
        first, noted, made = waiting.popleft()
        yield first, noted, made.result()
