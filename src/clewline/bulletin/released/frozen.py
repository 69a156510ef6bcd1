"""A bulletin's numbers frozen with the rows that they stand on and the selections that gave them, to be replayed.

It is one JSON text, the same for the same numbers, and is kept under its SHA-256. Rows of one selection and period
stand in it once, however many numbers are made of them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import Any

from clewline.bulletin.released.name import Name, as_list
from clewline.bulletin.released.name import from_list as named
from clewline.bulletin.released.rows import as_list as row_as_list
from clewline.bulletin.released.rows import entries_of, from_list, rows_hash
from clewline.bulletin.write.bulletin import ParagraphKind
from clewline.errors import ChainBroken
from clewline.figures import Row
from clewline.figures.figure import Measure

FORMAT = "clewline frozen bulletin 1"


@dataclass(frozen=True, kw_only=True)
class Selected:
    """One selection in one period: what is run again on a replay."""

    figure: str
    definition: str
    measure: Measure
    dimensions: tuple[str, ...]
    sql: str
    """The selection's text as it was."""
    start: date
    end: date

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the selection's text."""
        return selection_hash(self.sql)


@dataclass(frozen=True, kw_only=True)
class FrozenNumber:
    """One number with its rows."""

    selected: Selected
    title: str
    unit: str
    qualifiers: Mapping[str, str]
    """What it was narrowed to."""
    where: Mapping[str, str]
    """The same with what the figure and the force narrow it to."""
    count: Decimal | None
    """The number; none where a rate has nothing to divide by."""
    rows: tuple[Row, ...]

    @cached_property
    def sha256(self) -> str:
        """Return the hash of its rows."""
        return rows_hash(self.rows)

    @property
    def entries(self) -> tuple[str, ...]:
        """Return the ids of the entries that it stands on."""
        return entries_of(self.rows)


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """What a bulletin was written from."""

    as_of: str
    force: str | None
    cases: tuple[str, ...]
    engine: str
    numbers: tuple[FrozenNumber, ...]
    layout: tuple[tuple[ParagraphKind, int, int], ...] = ()
    """The paragraphs of the text, each by its kind, its first character and the one behind its last."""
    held_back: tuple[tuple[Name, str], ...] = ()
    """Counts that are not told, each with the reason in a sentence: for the press officer, never for the reader."""
    exposed: tuple[str, ...] = ()
    """Counts that a reader can narrow whatever is held back, in sentences."""
    secret: str = field(default="", repr=False)
    """Chance by which numbers were held back, hexadecimal: the same again on release, and known to nobody else."""
    beside: bool = False
    """Whether it was cleared beside the drafts that waited then, as if everybody had read them."""
    shown: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """What a reader of it can compute with, as `public.as_json` writes it; empty in drafts of older versions."""


def selection_hash(sql: str) -> str:
    """Return the SHA-256 of a selection's text."""
    return sha256(sql.encode()).hexdigest()


def to_bytes(frozen: Frozen) -> bytes:
    """Return it as JSON, keys in order, without spaces."""
    # By identity: the parts of a figure are made of the very rows of the whole.
    sets: dict[Selected, dict[int, tuple[int, Row]]] = {}
    for number in frozen.numbers:
        rows = sets.setdefault(number.selected, {})
        for row in number.rows:
            rows.setdefault(id(row), (len(rows), row))
    places = {selected: i for i, selected in enumerate(sets)}
    said = {
        "format": FORMAT,
        "as_of": frozen.as_of,
        "force": frozen.force,
        "cases": list(frozen.cases),
        "engine": frozen.engine,
        "layout": [list(place) for place in frozen.layout],
        "held_back": [[as_list(name), why] for name, why in frozen.held_back],
        "exposed": list(frozen.exposed),
        "secret": frozen.secret,
        "beside": frozen.beside,
        "shown": dict(frozen.shown),
        "selections": [
            _selected(selected, [row for _, row in rows.values()]) for selected, rows in sets.items()
        ],
        "numbers": [
            {
                "selection": places[number.selected],
                "title": number.title,
                "unit": number.unit,
                "qualifiers": dict(number.qualifiers),
                "where": dict(number.where),
                "count": None if number.count is None else str(number.count),
                "rows": [sets[number.selected][id(row)][0] for row in number.rows],
            }
            for number in frozen.numbers
        ],
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def from_bytes(content: bytes) -> Frozen:
    """Return what `to_bytes` wrote.

    :raises ChainBroken: it is not a frozen bulletin of this format.
    """
    try:
        said = json.loads(content)
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        opened = [_opened(one) for one in said["selections"]]
        return Frozen(
            as_of=said["as_of"],
            force=said["force"],
            cases=tuple(said["cases"]),
            engine=said["engine"],
            layout=tuple((kind, int(start), int(end)) for kind, start, end in said["layout"]),
            held_back=tuple((named(name), why) for name, why in said["held_back"]),
            exposed=tuple(said["exposed"]),
            secret=said["secret"],
            beside=said.get("beside", False),
            shown=said.get("shown", {}),
            numbers=tuple(_number(one, *opened[one["selection"]]) for one in said["numbers"]),
        )
    except (ValueError, KeyError, TypeError, IndexError) as wrong:
        raise ChainBroken(
            "The frozen rows of the bulletin are not of a format that this version reads."
        ) from wrong


def _selected(selected: Selected, rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "figure": selected.figure,
        "definition": selected.definition,
        "measure": selected.measure,
        "dimensions": list(selected.dimensions),
        "sql": selected.sql,
        "start": selected.start.isoformat(),
        "end": selected.end.isoformat(),
        "rows": [row_as_list(row) for row in rows],
    }


def _opened(said: Mapping[str, Any]) -> tuple[Selected, list[Row]]:
    selected = Selected(
        figure=said["figure"],
        definition=said["definition"],
        measure=said["measure"],
        dimensions=tuple(said["dimensions"]),
        sql=said["sql"],
        start=date.fromisoformat(said["start"]),
        end=date.fromisoformat(said["end"]),
    )
    return selected, [from_list(row) for row in said["rows"]]


def _number(said: Mapping[str, Any], selected: Selected, rows: list[Row]) -> FrozenNumber:
    return FrozenNumber(
        selected=selected,
        title=said["title"],
        unit=said["unit"],
        qualifiers=said["qualifiers"],
        where=said["where"],
        count=None if said["count"] is None else Decimal(said["count"]),
        rows=tuple(rows[i] for i in said["rows"]),
    )
