"""Records in a file as the uses of the phones of a case, for evidence types that weigh pairs one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clewline.analysis.records import gather
from clewline.evidence.use import CaseUses
from clewline.workflow.evidence.columns import used
from clewline.workflow.evidence.comparisons import Told
from clewline.workflow.evidence.pairs import LeftOut, left_out


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


def read_uses(path: Path, reads: Sequence[str], told: Told | None = None) -> ReadUses:
    """Return the uses of the phones in a file by the columns that an evidence type reads; others are left alone.

    A row without coordinates is left out where they are read; one without another party is a use that names none.

    :raises BadInput: it is no such file, a column is missing, or no row can be used.
    """
    found = gather(path, told, reads=reads, each_row=True)
    bad = left_out(found, path)
    return ReadUses(case=found.uses(used(path, "records").sha256), rows=found.rows, left_out=bad)
