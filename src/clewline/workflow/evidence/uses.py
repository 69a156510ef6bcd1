"""Records with their other party as the uses of the phones of a case, for evidence types that weigh contacts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from clewline.errors import BadInput
from clewline.evidence.use import NONE, CaseUses, Places, Uses
from clewline.workflow.evidence.columns import rows, used
from clewline.workflow.evidence.pairs import LeftOut

COLUMNS = ("phone", "start", "other")
NO_TIME = "The column start holds no instant with its offset, as 2026-03-01T10:00:00+00:00."
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class ReadUses:
    """The uses of a file, and the rows that cannot be used."""

    case: CaseUses
    rows: int
    left_out: LeftOut

    @property
    def phones(self) -> Mapping[str, int]:
        """Return the number of each phone."""
        return {name: at for at, name in enumerate(self.case.phones)}


def read_uses(path: Path) -> ReadUses:
    """Return the uses of the phones in a CSV file; a row without another party is a use that names none.

    :raises BadInput: a column is missing, a row is broken, or no row can be used.
    """
    found: dict[str, list[tuple[int, str, int]]] = {}
    left, many = LeftOut(), 0
    for row in rows(path, COLUMNS):
        many += 1
        phone, start, other = (row.cells[c] for c in COLUMNS)
        at = _microseconds(start)
        if not phone:
            left.add(row.line, "The phone has no name.")
        elif at is None:
            left.add(row.line, NO_TIME)
        else:
            found.setdefault(phone, []).append((at, other, row.line))
    if not found:
        raise BadInput(f"{path.name}: No record can be used. {' '.join(left.words(path.name))}".strip())
    numbers = sorted({other for uses in found.values() for _, other, _ in uses if other} | set(found))
    number = {name: at for at, name in enumerate(numbers)}
    case = CaseUses(
        phones={name: _uses(name, sorted(uses), number) for name, uses in sorted(found.items())},
        places=Places(lat=np.zeros(0), lon=np.zeros(0), operator=np.zeros(0, np.int64)),
        numbers=numbers,
        imeis=(),
        imsis=(),
        files=(used(path, "records").sha256,),
    )
    return ReadUses(case=case, rows=many, left_out=left)


def _uses(name: str, some: list[tuple[int, str, int]], number: Mapping[str, int]) -> Uses:
    n = len(some)
    times = np.array([at for at, _, _ in some], np.int64)
    none = np.full(n, NONE, np.int64)
    return Uses(
        name=name,
        earliest=times,
        latest=times,
        exact=np.ones(n, np.bool_),
        place=none,
        other=np.array([number.get(other, NONE) for _, other, _ in some], np.int64),
        imei=none,
        imsi=none,
        file=np.zeros(n, np.int64),
        line=np.array([line for _, _, line in some], np.int64),
        part=np.ones(n, np.int64),
    )


def _microseconds(text: str) -> int | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if found.tzinfo is None else (found - EPOCH) // timedelta(microseconds=1)
