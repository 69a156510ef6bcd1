"""A large text file to rows: cut, hashed, read and written at once, each in a thread of its own, in bounded memory."""

import queue
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from clewline.analysis.phones.cut import Cut, Cutter, Head, Plain, Rest
from clewline.analysis.phones.read import Chunk, ColumnReader, Counted
from clewline.analysis.phones.rows import Writer
from clewline.formats.tables.table import Blank
from clewline.record import Problem

WAITING = 1
"""Pieces that wait between two threads."""


@dataclass(frozen=True)
class Piece:
    """What became of some records of the file."""

    records: int
    """Records that are in columns, read or left to the exact reader."""
    counted: Counted
    slow: list[tuple[int, list[str]]]
    """Line and cells of each record that is left to the exact reader; the cells are those of the columns wanted."""
    others: tuple[Problem | Blank, ...]
    content: memoryview | None
    """The bytes of the file that they are from, where the file is plain so far."""


@dataclass
class Bulk:
    """The reading of one file."""

    path: Path
    head: Head
    reader: ColumnReader
    writer: Writer
    sha256: str = ""
    """Known once every piece has been given."""
    size: int = 0
    _hash: Any = field(default_factory=lambda: sha256())
    _wrong: list[BaseException] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def pieces(self) -> Generator[Piece, None, None]:
        """Yield what became of the records, in the file's order; the rows that are covered are written meanwhile.

        :raises BadInput: the file cannot be read as text.
        """
        pieces: queue.Queue[Plain | Rest | None] = queue.Queue(WAITING)
        cuts: queue.Queue[Cut | None] = queue.Queue(WAITING)
        read: queue.Queue[tuple[Piece, Chunk] | None] = queue.Queue(WAITING)
        seen: queue.Queue[memoryview | None] = queue.Queue(WAITING)
        done: queue.Queue[Piece | None] = queue.Queue(WAITING)
        reader = self.reader
        hears = lambda part: self._put(seen, part)  # noqa: E731 - one expression, used once
        cutter = Cutter(self.path, self.head, reader.columns, hears)
        threads = [
            self._thread(lambda: self._hashing(seen), ()),
            self._thread(lambda: self._splitting(cutter, pieces), (pieces,)),
            self._thread(lambda: self._cutting(cutter, pieces, cuts), (cuts, seen)),
            self._thread(lambda: self._reading(cuts, read), (read,)),
            self._thread(lambda: self._writing(read, done), (done,)),
        ]
        try:
            while (piece := done.get()) is not None:
                yield piece
            for thread in threads:
                thread.join()
        finally:
            self._stop.set()
            # Whoever stops listening may do away with the file that is written: nobody writes on behind them.
            for thread in threads:
                thread.join()
        if self._wrong:
            raise self._wrong[0]
        self.sha256 = self._hash.hexdigest()

    def _thread(self, work: Callable[[], None], ends: tuple["queue.Queue[Any]", ...]) -> threading.Thread:
        def run() -> None:
            try:
                work()
            except BaseException as wrong:
                self._wrong.append(wrong)
                self._stop.set()
            finally:
                for end in ends:
                    self._put(end, None, last=True)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread

    def _put(self, where: "queue.Queue[Any]", what: object, *, last: bool = False) -> None:
        while True:
            try:
                where.put(what, timeout=0.2)
                return
            except queue.Full:
                if self._stop.is_set() and not last:
                    raise
                if self._stop.is_set():
                    # Whoever would take it has gone: make room for the end.
                    try:
                        where.get_nowait()
                    except queue.Empty:
                        continue

    def _get(self, where: "queue.Queue[Any]") -> Any:
        while not self._stop.is_set():
            try:
                return where.get(timeout=0.2)
            except queue.Empty:
                continue
        return None

    def _hashing(self, seen: "queue.Queue[memoryview | None]") -> None:
        while (part := self._get(seen)) is not None:
            self._hash.update(part)
            self.size += len(part)

    def _splitting(self, cutter: Cutter, pieces: "queue.Queue[Plain | Rest | None]") -> None:
        for piece in cutter.pieces():
            self._put(pieces, piece)

    def _cutting(
        self, cutter: Cutter, pieces: "queue.Queue[Plain | Rest | None]", cuts: "queue.Queue[Cut | None]"
    ) -> None:
        while (piece := self._get(pieces)) is not None:
            for one in cutter.cuts(piece):
                self._put(cuts, one)

    def _reading(
        self, cuts: "queue.Queue[Cut | None]", read: "queue.Queue[tuple[Piece, Chunk] | None]"
    ) -> None:
        while (one := self._get(cuts)) is not None:
            reader = self.reader
            chunk = reader.read(one.columns, one.lines)
            slow = [(line, reader.own(cells)) for line, cells in one.apart]
            if len(chunk.slow):
                lines = one.lines[chunk.slow].tolist()
                slow += zip(lines, reader.cells(one.columns, chunk.slow), strict=True)
            records = len(one.columns) + len(one.apart)
            self._put(read, (Piece(records, chunk.counted, slow, one.others, one.content), chunk))

    def _writing(
        self, read: "queue.Queue[tuple[Piece, Chunk] | None]", done: "queue.Queue[Piece | None]"
    ) -> None:
        while (one := self._get(read)) is not None:
            piece, chunk = one
            self.writer.add_table(chunk.rows)
            self._put(done, piece)
