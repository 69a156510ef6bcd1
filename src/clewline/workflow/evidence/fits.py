"""How each evidence type is fitted again from files: a table, with ONE LINE per type that can be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from clewline.errors import BadInput
from clewline.evidence.clock import BRITISH
from clewline.evidence.fitting import co_travel, separation, usual_places
from clewline.evidence.fitting.labelled import Answer, Labelled, people_of
from clewline.evidence.fitting.made_up.pairs import MadeUp, made_up
from clewline.evidence.fitting.made_up.setting import both_ways
from clewline.evidence.fitting.people import check_people
from clewline.evidence.fitting.scored import Fitted
from clewline.evidence.fitting.travelled import Travelled, joined
from clewline.evidence.travel.background import survey
from clewline.evidence.travel.hops import Hops, measure
from clewline.evidence.types import all_types
from clewline.workflow.evidence.answers import Files, answered, labelled_pairs
from clewline.workflow.evidence.compare import read_records
from clewline.workflow.evidence.comparisons import Progress
from clewline.workflow.evidence.pairs import LeftOut
from clewline.workflow.evidence.tracks import read_tracks

FitPairs = Callable[[Sequence[Labelled], np.random.Generator], Fitted]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a fit is made of."""

    files: Sequence[Files]
    """Each is measured by itself, as a case is; people may be in several."""
    tracks: Path | None = None
    made_up: int = 0
    """How many pairs to make up from the tracks."""
    middle: tuple[float, float] | None = None
    """Degrees north and east of the middle of the people's town; none for the median of their fixes."""
    zone: str = BRITISH
    """Time zone of the clocks that the people live by."""


@dataclass(frozen=True, kw_only=True)
class Refitted:
    """What a fit made, and the rows of each file that it left out."""

    fitted: Fitted
    left_out: Sequence[tuple[Path, LeftOut]]


def _trials(wanted: Wanted) -> Iterator[tuple[Files, str]]:
    """Yield the files of each trial, and what goes before the names of its pairs: two trials may have one name."""
    for number, files in enumerate(wanted.files, start=1):
        yield files, f"{number}/" if len(wanted.files) > 1 else ""


def _co_travel(wanted: Wanted, chance: np.random.Generator, progress: Progress) -> Refitted:
    answers: list[Answer] = []
    hops: list[Hops] = []
    many: list[int] = []
    left: list[tuple[Path, LeftOut]] = []
    for files, trial in _trials(wanted):
        gathered, bad = read_records(files.records, progress)
        known = answered(files, gathered.phones, trial=trial)
        with progress("Measuring the hops"):
            lines = gathered.timelines()
            hops.append(measure(lines, known.asked.pairs, survey(lines, known.asked.pairs)))
        answers += known.answers
        many.append(len(known.answers))
        left += [(files.records, bad), (files.pairs, known.asked.left_out)]
    check_people(len(people_of(answers)))
    of = [number for number, n in enumerate(many) for _ in range(n)]
    if wanted.tracks is not None:
        with progress("Reading the tracks"):
            read = read_tracks(wanted.tracks, zone=wanted.zone, middle=wanted.middle)
        left.append((wanted.tracks, read.left_out))
        with progress("Making up pairs") as told:
            for made in made_up(both_ways(read.tracks), wanted.made_up, chance):
                hops.append(measure(made.lines, made.pairs, survey(made.lines, made.pairs)))
                answers += _answers_of(made, read.people, len(answers))
                many.append(len(made))
                told(len(answers) - len(of), wanted.made_up)
        if len(answers) == len(of):
            raise BadInput(
                f"{wanted.tracks.name}: No pair can be made up: nobody's tracks have days enough in one region."
            )
    with progress("Fitting") as told:
        travelled = Travelled(
            answers=answers, hops=joined(hops, many), files=of, made_up=len(answers) - len(of)
        )
        fitted = co_travel.fit(travelled, chance, told)
    return Refitted(fitted=fitted, left_out=left)


def _answers_of(made: MadeUp, people: Sequence[str], before: int) -> list[Answer]:
    return [
        Answer(
            pair=f"made up {before + n}",
            same=bool(same),
            kind=str(kind),
            person_a=people[first],
            person_b=people[second],
        )
        for n, (same, kind, first, second) in enumerate(
            zip(made.same, made.kind, made.first, made.second, strict=True)
        )
    ]


def _one_by_one(
    name: str, fit: FitPairs, wanted: Wanted, chance: np.random.Generator, progress: Progress
) -> Refitted:
    pairs: list[Labelled] = []
    left: list[tuple[Path, LeftOut]] = []
    for files, trial in _trials(wanted):
        read = labelled_pairs(
            files, all_types()[name].reads, zone=wanted.zone, trial=trial, progress=progress
        )
        pairs += read.pairs
        left += read.left_out
    check_people(len(people_of([pair for pair in pairs if pair.known])))
    with progress("Fitting"):
        fitted = fit(pairs, chance)
    return Refitted(fitted=fitted, left_out=left)


FITS: Mapping[str, Callable[[Wanted, np.random.Generator, Progress], Refitted]] = {
    "co_travel": _co_travel,
    "separation": partial(_one_by_one, "separation", separation.fit),
    "usual_places": partial(_one_by_one, "usual_places", usual_places.fit),
}
"""By the name of the evidence type."""
