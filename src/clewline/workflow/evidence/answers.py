"""Labelled pairs in files: the pairs that can be compared, each with its truth, and pairs weighed where it is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from clewline.evidence.clock import BRITISH
from clewline.evidence.evidence_type import EvidenceType
from clewline.evidence.fitting.labelled import Answer, Labelled, people_of
from clewline.evidence.fitting.reference import phones_of
from clewline.workflow.evidence.asked import TRUTHS, by_pair, read_truth
from clewline.workflow.evidence.comparisons import Progress, nothing
from clewline.workflow.evidence.models import Fitted
from clewline.workflow.evidence.one_by_one import questions
from clewline.workflow.evidence.pairs import COLUMNS, AskedPairs, LeftOut, read_pairs
from clewline.workflow.evidence.uses import read_uses

GROUPED = ("rate", "network")
"""Columns of pairs or truth that scores are told by, where they are there."""


@dataclass(frozen=True, kw_only=True)
class Files:
    """Labelled pairs of one trial, with the records of their phones."""

    records: Path
    pairs: Path
    truth: Path


@dataclass(frozen=True, kw_only=True)
class Answered:
    """The pairs of one trial that can be compared, with the answer of each."""

    asked: AskedPairs
    answers: Sequence[Answer]


@dataclass(frozen=True, kw_only=True)
class LabelledPairs:
    """The pairs of one trial that are weighed one by one, and the rows of its files that cannot be used."""

    pairs: Sequence[Labelled]
    left_out: Sequence[tuple[Path, LeftOut]]


def answered(files: Files, phones: Mapping[str, int], *, trial: str = "") -> Answered:
    """Return the pairs of phones that are known by the records; `trial` goes before the name of each.

    :raises BadInput: a file cannot be used, with the lines, or no pair can be compared.
    """
    asked = read_pairs(files.pairs, phones)
    named = by_pair(files.pairs, COLUMNS)
    true = read_truth(files.truth, named, files.pairs.name)
    rows = [{**named[n].cells, **true[n].cells} for n in (asked.names[at] for at in asked.compared)]
    answers = [
        Answer(
            pair=trial + row["pair"],
            same=TRUTHS[row["same"].lower()],
            kind=row["kind"],
            person_a=row["person_a"],
            person_b=row["person_b"],
            columns={name: row[name] for name in GROUPED if name in row},
        )
        for row in rows
    ]
    return Answered(asked=asked, answers=answers)


def labelled_pairs(
    files: Files, reads: Sequence[str], *, zone: str, trial: str = "", progress: Progress = nothing
) -> LabelledPairs:
    """Return the pairs by the columns of the records that their evidence type reads.

    :raises Misused: the records are a Parquet file.
    :raises BadInput: a file cannot be used, with the lines, or no pair can be compared.
    """
    with progress("Reading the records"):
        read = read_uses(files.records, reads)
    known = answered(files, read.phones, trial=trial)
    asked = questions(read, known.asked, zone)
    return LabelledPairs(
        pairs=[Labelled(question=q, **vars(a)) for a, q in zip(known.answers, asked, strict=True)],
        left_out=[(files.records, read.left_out), (files.pairs, known.asked.left_out)],
    )


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """The log10 LR of each pair, None where there is no finding, and the rows that cannot be used."""

    ratios: Sequence[tuple[str, float | None]]
    left_out: Sequence[tuple[Path, LeftOut]]


def weigh_answered(
    kind: EvidenceType,
    by: Fitted,
    files: Files,
    *,
    zone: str = BRITISH,
    seed: int = 1,
    progress: Progress = nothing,
) -> Weighed:
    """Weigh each pair beside one phone of each other person, as its cross-validation does when a model is fitted.

    :raises Misused: the records are a Parquet file.
    :raises BadInput: a file cannot be used, with the lines, or no pair can be compared.
    """
    read = labelled_pairs(files, kind.reads, zone=zone, progress=progress)
    known = [pair for pair in read.pairs if pair.known]
    phones, people = phones_of(read.pairs), people_of(known)
    chance = np.random.default_rng(seed)
    found: list[tuple[str, float | None]] = []
    with progress("Comparing") as told:
        for pair in read.pairs:
            beside = phones.drawn(pair, people, chance)
            ratio = kind.weigh(replace(pair.question, reference=beside), by.parameters).ratio
            found.append((pair.pair, None if ratio is None else ratio.log10_lr))
            told(len(found), len(read.pairs))
    return Weighed(ratios=found, left_out=read.left_out)
