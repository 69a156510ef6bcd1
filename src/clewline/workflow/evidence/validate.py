"""Validate likelihood ratios on pairs of phones of which the truth is known: read, score, draw."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from clewline.errors import Misused
from clewline.evidence.card import Card, read_card
from clewline.evidence.outcome import Outcome
from clewline.evidence.plots import Plots, plots
from clewline.evidence.types import all_types
from clewline.evidence.validation import Validation, validate
from clewline.workflow.evidence.asked import (
    TRUTHS,
    Said,
    by_pair,
    checked,
    events,
    read_findings,
    read_truth,
)
from clewline.workflow.evidence.columns import Row, Used, header, used
from clewline.workflow.evidence.models import model_file

COMPARED = ("phone_a", "phone_b", "window_start", "window_end")
RATE = "rate"
"""Column that pairs are grouped by wherever it is there: how busy the phones were."""


class Comparer(Protocol):
    """Compares the phones of each pair by a fitted model."""

    def __call__(
        self, records: Path, pairs: Path, truth: Path, model: str | None
    ) -> Iterable[tuple[str, float | None]]:
        """Return the pairs with their log10 LR, or None where there is no finding.

        The truth may tell whose the other phones are, and nothing of the pair.
        """


@dataclass(frozen=True, kw_only=True)
class Validated:
    """A validation with all that its report says of where it comes from."""

    validation: Validation
    plots: Plots
    card: Card | None
    type: str | None
    """The evidence type, by the card or by the findings."""
    given: bool
    """Whether the ratios were given in a file; else they were made from the records."""
    kinds: Mapping[str, int]
    """Pairs of each kind."""
    events: tuple[int, int, int] | None
    """Least, median and most events of a pair, of the phone that has fewer; None where records were not given."""
    files: tuple[Used, ...]

    @property
    def fitted_on(self) -> bool:
        """Whether the model was fitted on one of the files: its scores are then of people whom it has seen."""
        return self.card is not None and bool(set(self.card.files) & {f.sha256 for f in self.files})

    @property
    def beside_people(self) -> bool:
        """Whether for each pair one phone of each other person told how rare a place or a contact is."""
        kind = all_types().get(self.type or "")
        return not self.given and kind is not None and kind.beside


def validate_files(
    *,
    pairs: Path,
    truth: Path,
    records: Path | None = None,
    findings: Path | None = None,
    model: str | None = None,
    by: Sequence[str] = (),
    seed: int = 1,
    times: int = 1000,
    compare: Comparer | None = None,
) -> Validated:
    """Score the findings given, or those that `compare` makes of the records, against the truth.

    :raises Misused: neither findings nor a comparer with records is there, or a column is nowhere.
    :raises BadInput: a file cannot be used, with the lines.
    :raises NotFound: there is no model of that name.
    """
    card = None if model is None else read_card(model_file(model)[1])
    asked = by_pair(pairs, COMPARED if records is not None else ())
    true = read_truth(truth, asked, pairs.name)
    if findings is not None:
        said = read_findings(findings, asked)
    elif compare is None or records is None:
        raise Misused("Give --findings to score, or --records where this version can compare phones itself.")
    else:
        said = checked(compare(records, pairs, truth, model), asked)
    many, total = (None, None) if records is None else events(records, asked, pairs.name)
    grouped = _columns(by, pairs, truth, said)
    outcomes = [_outcome(pair, row, asked[pair], said, many, grouped) for pair, row in true.items()]
    counts = sorted(many.values()) if many else []
    files = [used(pairs, "pairs", len(asked)), used(truth, "truth", len(true))]
    files += [] if findings is None else [used(findings, "findings", len(said.ratios))]
    files += [] if records is None else [used(records, "records", total)]
    files += [] if model is None else [model_file(model)[0]]
    return Validated(
        validation=validate(outcomes, seed=seed, times=times, by=grouped),
        plots=plots(outcomes),
        card=card,
        type=card.evidence_type if card else said.type,
        given=findings is not None,
        kinds=dict(sorted(Counter(o.kind for o in outcomes).items())),
        events=(counts[0], counts[len(counts) // 2], counts[-1]) if counts else None,
        files=tuple(files),
    )


def _outcome(
    pair: str, true: Row, asked: Row, said: Said, many: Mapping[str, int] | None, grouped: Sequence[str]
) -> Outcome:
    told = {**said.columns.get(pair, {}), **asked.cells, **true.cells}
    return Outcome(
        pair=pair,
        same=TRUTHS[true.cells["same"].lower()],
        kind=true.cells["kind"],
        person_a=true.cells["person_a"],
        person_b=true.cells["person_b"],
        log10_lr=said.ratios.get(pair),
        events=None if many is None else many[pair],
        columns={name: told.get(name, "") for name in grouped},
    )


def _columns(by: Sequence[str], pairs: Path, truth: Path, said: Said) -> list[str]:
    """Return the columns to group by: those asked for, and `rate` where it is."""
    there = (
        {name for cells in said.columns.values() for name in cells} | set(header(pairs)) | set(header(truth))
    )
    if missing := [name for name in by if name not in there]:
        raise Misused(f"--by {missing[0]}: no file has that column; there are {', '.join(sorted(there))}.")
    return list(dict.fromkeys([*by, *([RATE] if RATE in there else [])]))
