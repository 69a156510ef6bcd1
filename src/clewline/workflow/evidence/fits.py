"""How each evidence type is fitted again from files: a table, with ONE LINE per type that can be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from clewline.evidence.fitting import separation, usual_places
from clewline.evidence.fitting.labelled import Fitted, labelled, people_of
from clewline.evidence.fitting.labelled import Labelled as Pair
from clewline.evidence.outcome import COTRAVEL, Outcome
from clewline.evidence.travel.background import survey
from clewline.evidence.travel.fit import fit as fit_travel
from clewline.evidence.travel.hops import measure
from clewline.evidence.travel.labelled import Labelled, check_people
from clewline.evidence.types import all_types
from clewline.workflow.evidence.asked import TRUTHS, by_pair, read_truth
from clewline.workflow.evidence.compare import read_records
from clewline.workflow.evidence.comparisons import Progress
from clewline.workflow.evidence.one_by_one import questions
from clewline.workflow.evidence.pairs import COLUMNS, AskedPairs, LeftOut, read_pairs
from clewline.workflow.evidence.uses import read_uses

GROUPED = ("rate", "network")
"""Columns of pairs or truth that scores are told by, where they are there."""
FitPairs = Callable[[Sequence[Pair], np.random.Generator], Fitted]


@dataclass(frozen=True, kw_only=True)
class Files:
    """What a fit reads."""

    records: Path
    pairs: Path
    truth: Path


@dataclass(frozen=True, kw_only=True)
class Refitted:
    """What a fit made, and what it left out."""

    fitted: Fitted
    records_left_out: LeftOut
    pairs_left_out: LeftOut


@dataclass(frozen=True, kw_only=True)
class _Answered:
    """The pairs that can be compared, with a row for each of all that pairs and truth say of it."""

    asked: AskedPairs
    rows: Sequence[Mapping[str, str]]

    @property
    def same(self) -> list[bool]:
        """Return whether one person carried both phones, of each pair."""
        return [TRUTHS[row["same"].lower()] for row in self.rows]

    @property
    def columns(self) -> list[dict[str, str]]:
        """Return what else scores are told by, of each pair."""
        return [{name: row[name] for name in GROUPED if name in row} for row in self.rows]


def _answered(files: Files, phones: Mapping[str, int]) -> _Answered:
    asked = read_pairs(files.pairs, phones)
    named = by_pair(files.pairs, COLUMNS)
    true = read_truth(files.truth, named, files.pairs.name)
    compared = (asked.names[at] for at in asked.compared)
    return _Answered(asked=asked, rows=[{**named[n].cells, **true[n].cells} for n in compared])


def _co_travel(files: Files, chance: np.random.Generator, progress: Progress) -> Refitted:
    gathered, bad = read_records(files.records, progress)
    known = _answered(files, gathered.phones)
    with progress("Measuring the hops"):
        lines = gathered.timelines()
        hops = measure(lines, known.asked.pairs, survey(lines, known.asked.pairs))
    with progress("Fitting") as told:
        found = fit_travel(_travelled(known, hops), chance, told)
    outcomes = tuple(
        Outcome(
            pair=row["pair"],
            same=same,
            kind=row["kind"],
            person_a=row["person_a"],
            person_b=row["person_b"],
            log10_lr=float(value),
            columns=columns,
        )
        for row, same, columns, value in zip(
            known.rows, known.same, known.columns, found.log10_lr, strict=True
        )
    )
    certain = [o for o in outcomes if o.kind != COTRAVEL]
    fitted = Fitted(
        parameters=found.model.parameters("co-travel"),
        outcomes=outcomes,
        against=(),
        bounds=(found.model.least, found.model.most),
        people=len({person for o in certain for person in (o.person_a, o.person_b)}),
        pairs=len(certain),
    )
    return Refitted(fitted=fitted, records_left_out=bad, pairs_left_out=known.asked.left_out)


def _travelled(known: _Answered, hops: Any) -> Labelled:
    sides = ("person_a", "person_b")
    people = {name: k for k, name in enumerate(sorted({row[c] for row in known.rows for c in sides}))}
    first, second = (np.array([people[row[c]] for row in known.rows], np.int64) for c in sides)
    return Labelled(
        hops=hops,
        same=np.array(known.same, np.bool_),
        kind=np.array([row["kind"] for row in known.rows], np.str_),
        first=first,
        second=second,
        rate=np.array([row.get("rate", "") for row in known.rows], np.str_),
    )


def _one_by_one(
    name: str, fit: FitPairs, files: Files, chance: np.random.Generator, progress: Progress
) -> Refitted:
    with progress("Reading the records"):
        read = read_uses(files.records, all_types()[name].reads)
    known = _answered(files, read.phones)
    asked = {
        row["pair"]: (q.first.name, q.second.name, q.start, q.end)
        for row, q in zip(known.rows, questions(read, known.asked), strict=True)
    }
    truth = {
        row["pair"]: (same, row["kind"], row["person_a"], row["person_b"])
        for row, same in zip(known.rows, known.same, strict=True)
    }
    pairs = [
        replace(pair, columns=columns)
        for pair, columns in zip(labelled(read.case, asked, truth), known.columns, strict=True)
    ]
    check_people(len(people_of([pair for pair in pairs if pair.known])))
    with progress("Fitting"):
        fitted = fit(pairs, chance)
    return Refitted(fitted=fitted, records_left_out=read.left_out, pairs_left_out=known.asked.left_out)


FITS: Mapping[str, Callable[[Files, np.random.Generator, Progress], Refitted]] = {
    "co_travel": _co_travel,
    "separation": partial(_one_by_one, "separation", separation.fit),
    "usual_places": partial(_one_by_one, "usual_places", usual_places.fit),
}
"""By the name of the evidence type."""
