"""Tables of a validation as rows with their lines; what is wrong in one is said by line, and nothing of it is used."""

import csv
import hashlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from clewline.errors import BadInput

SHOWN = 5
"""Problems of a file that are said; the others are counted."""


@dataclass(frozen=True, kw_only=True)
class Used:
    """A file that a validation rests on."""

    what: str
    """`truth`, `pairs`, `findings`, `records` or `model`."""
    name: str
    """Without the folder: that is the business of one machine."""
    sha256: str
    rows: int | None = None


@dataclass(frozen=True)
class Row:
    """A row by the names of its columns, and its line."""

    line: int
    cells: dict[str, str]


class Problems:
    """What is wrong with a file, line by line."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._first: list[str] = []
        self._more = 0

    def add(self, line: int, what: str) -> None:
        """Note what is wrong at a line."""
        if len(self._first) < SHOWN:
            self._first.append(f"line {line}: {what}")
        else:
            self._more += 1

    def refuse(self) -> None:
        """Refuse the file if anything was wrong.

        :raises BadInput: something was.
        """
        if self._first:
            more = f" And {self._more:,} more." if self._more else ""
            raise BadInput(f"{self._name}, {' '.join(self._first)}{more}")


def used(path: Path, what: str, rows: int | None = None) -> Used:
    """Return the file with its hash."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Used(what=what, name=path.name, sha256=digest, rows=rows)


def header(path: Path) -> list[str]:
    """Return the names of the columns of a file."""
    with closing(_lines(path, ())) as lines:
        return next(lines)[1]


def rows(path: Path, needed: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file in UTF-8, their cells without the spaces around them.

    :raises BadInput: a column is missing or comes twice, a row is longer or shorter than its header, or it is no such
        file.
    """
    lines = _lines(path, needed)
    _, names = next(lines)
    for line, cells in lines:
        if len(cells) != len(names):
            raise BadInput(f"{path.name}, line {line}: {len(cells)} cells under {len(names)} columns.")
        yield Row(line, dict(zip(names, (c.strip() for c in cells), strict=True)))


def _lines(path: Path, needed: Sequence[str]) -> Generator[tuple[int, list[str]], None, None]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            names = [name.strip() for name in next(reader, [])]
            if missing := [name for name in needed if name not in names]:
                raise BadInput(f"{path.name}: The column {missing[0]} is missing; it has {_list(names)}.")
            if len(set(names)) < len(names):
                raise BadInput(f"{path.name}: Two columns have one name: {_list(names)}.")
            yield 1, names
            for cells in reader:
                if cells:
                    yield reader.line_num, cells
    except UnicodeDecodeError:
        raise BadInput(f"{path.name}: It is no text in UTF-8.") from None
    except csv.Error as wrong:
        raise BadInput(f"{path.name}, line {reader.line_num}: It is no CSV: {wrong}.") from None


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "no columns"
