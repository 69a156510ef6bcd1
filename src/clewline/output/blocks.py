"""The rows behind the numbers, each written once: a number and its parts, a week and its programme share them.

A programme opens to a hundred thousand rows, and most of them stand behind several numbers. A block holds the
rows of one definition, and says of each row which of the printed numbers it is counted in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from string import ascii_letters

from clewline.bulletin.week import Week
from clewline.figures import Counted, Definition, Figure, Origin
from clewline.workflow.open import Opened, numbers


@dataclass(frozen=True, kw_only=True)
class BlockRow:
    """One thing counted on one day, its entries, and the numbers it is counted in."""

    day: date
    unit: str | None
    amount: Decimal
    entries: tuple[str, ...]
    """Ids of the entries, then of those that support them."""
    supporting: frozenset[str]
    counted_in: str
    """A letter for each number of the block that counts it."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """The rows of one definition of a figure."""

    figure: Figure
    definition: Definition
    numbers: Mapping[str, int]
    """Letter of each printed number that the block opens, and the number's place among all."""
    rows: tuple[BlockRow, ...]


def blocks(week: Week, opened: Opened) -> list[Block]:
    """Return a block for each definition that a printed number uses, in the order of their first numbers."""
    by_definition: dict[tuple[str, str], list[tuple[int, Counted]]] = {}
    for at, counted in enumerate(numbers(week)):
        by_definition.setdefault((counted.figure.name, counted.definition.version), []).append((at, counted))
    return [_block(found, opened) for found in by_definition.values()]


def _block(found: Sequence[tuple[int, Counted]], opened: Opened) -> Block:
    letters = dict(zip(ascii_letters, (at for at, _ in found), strict=False))
    in_numbers: dict[tuple[date, str | None, Decimal, str, str | None], str] = {}
    for letter, at in letters.items():
        for row in opened.rows[at]:
            key = (row.day, row.unit, row.amount, row.entry_id, row.supporting)
            if letter not in (before := in_numbers.get(key, "")):
                in_numbers[key] = before + letter
    first = found[0][1]
    is_rate = first.figure.measure == "rate"
    grouped: dict[tuple[date, str | None, Decimal, str], list[tuple[str, str | None]]] = {}
    in_share = {(d, u, c) for (d, u, amount, *_), c in in_numbers.items() if amount > 0}
    for (day, unit, amount, entry, supporting), counted_in in in_numbers.items():
        # A rate selects whom it counts once as one of the cohort and again as one of the share.
        said = Decimal((day, unit, counted_in) in in_share) if is_rate else amount
        grouped.setdefault((day, unit, said, counted_in), []).append((entry, supporting))
    rows = [
        BlockRow(
            day=day,
            unit=unit,
            amount=amount,
            entries=tuple(dict.fromkeys([e for e, _ in pairs] + [s for _, s in pairs if s is not None])),
            supporting=frozenset(s for _, s in pairs if s is not None),
            counted_in=counted_in,
        )
        for (day, unit, amount, counted_in), pairs in grouped.items()
    ]
    return Block(
        figure=first.figure,
        definition=first.definition,
        numbers=letters,
        rows=tuple(sorted(rows, key=lambda r: (r.day, r.unit or "", r.amount, r.entries))),
    )


@dataclass(frozen=True, kw_only=True)
class Place:
    """A kind of entry in one sheet of one file (or stated by people), and the letters that stand for it."""

    code: str
    kind: str
    file: str
    """Name of the file as received, or `a statement`."""
    sheet: str | None
    prefix: str | None
    """What an entry's id has before the line; none where ids are written in full."""


class Places:
    """Gives each place of the record short letters, so that `B152` can be said for line 152 of a file."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._codes = _codes()
        self._found: dict[tuple[str, str | None, str | None, str | None], Place] = {}

    def of(self, entry: str) -> tuple[Place, str]:
        """Return the entry's place, and the entry as a reader of the page finds it there."""
        origin = self._opened.origins[entry]
        prefix, rest = _parted(entry, origin)
        key = (origin.kind, origin.sha256, origin.sheet, prefix)
        place = self._found.get(key)
        if place is None:
            place = self._found[key] = Place(
                code=next(self._codes),
                kind=origin.kind.replace("_", " "),
                file=self._file(origin),
                sheet=origin.sheet,
                prefix=prefix,
            )
        return place, place.code + rest

    def _file(self, origin: Origin) -> str:
        if origin.sha256 is None:
            return "a statement"
        return self._opened.files.get(origin.sha256, origin.sha256[:12])


def _parted(entry: str, origin: Origin) -> tuple[str | None, str]:
    """Return an id's prefix and its line, as `91b72265b1f5:` and `152/2`; the whole id where it has no line."""
    line = str(origin.line)
    before, found, after = entry.rpartition(line)
    if origin.line is None or not found or not before.endswith((":", ".")) or after[:1] not in ("", "/"):
        return None, f" {entry}" + ("" if origin.line is None else f" line {line}")
    return before, line + after


def _codes() -> Iterator[str]:
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    yield from letters
    for first in _codes():
        for second in letters:
            yield first + second
