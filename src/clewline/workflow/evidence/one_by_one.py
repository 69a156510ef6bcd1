"""Compare pairs one by one, by an evidence type that weighs them so."""

from collections.abc import Iterator
from pathlib import Path

from clewline.evidence.clock import BRITISH
from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.workflow.evidence.comparisons import Comparisons, Line, Progress, nothing_of
from clewline.workflow.evidence.models import Fitted
from clewline.workflow.evidence.pairs import AskedPairs, read_pairs
from clewline.workflow.evidence.uses import ReadUses, read_uses

SECOND = 1_000_000
"""Microseconds."""


def one_by_one(
    kind: EvidenceType, by: Fitted, records: Path, pairs: Path, progress: Progress, zone: str = BRITISH
) -> Comparisons:
    """Weigh each pair by itself, by the columns of the records that the type reads.

    :raises BadInput: a column is missing, or no row or no pair is left.
    """
    with progress("Reading the records") as told:
        read = read_uses(records, kind.reads, told)
    asked = read_pairs(pairs, read.phones)
    found: dict[int, Line] = {}
    with progress("Comparing") as told:
        for k, (place, question) in enumerate(zip(asked.compared, questions(read, asked, zone), strict=True)):
            if (ratio := kind.weigh(question, by.parameters).ratio) is not None:
                found[place] = Line(
                    pair=asked.names[place],
                    log10_lr=ratio.log10_lr,
                    lower=ratio.lower,
                    upper=ratio.upper,
                    together=None,
                )
            told(k + 1, len(asked.compared))
    return Comparisons(
        lines=tuple(found.get(place) or nothing_of(name) for place, name in enumerate(asked.names)),
        type=kind.name,
        model=by,
        records=read.rows,
        phones=len(read.phones),
        sites=len(read.case.places.lat),
        records_left_out=read.left_out,
        pairs_left_out=asked.left_out,
        without=len(asked.compared) - len(found),
    )


def questions(read: ReadUses, asked: AskedPairs, zone: str = BRITISH) -> Iterator[Question]:
    """Yield the question about each pair that can be compared."""
    uses = list(read.case.phones.values())
    for k in range(len(asked.compared)):
        start, end = (round(float(v[k]) * SECOND) for v in (asked.pairs.start, asked.pairs.end))
        first, second = (uses[int(side[k])] for side in (asked.pairs.a, asked.pairs.b))
        yield Question(first=first, second=second, case=read.case, start=start, end=end, zone=zone)
