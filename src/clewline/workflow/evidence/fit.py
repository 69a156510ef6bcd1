"""Fit a model of co-travel on anyone's labelled pairs, with the card that says how good it is on other people."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from clewline.errors import BadInput, Misused
from clewline.evidence.card import GROUPINGS, Card, card_scores, read_card
from clewline.evidence.outcome import Outcome
from clewline.evidence.travel.background import survey
from clewline.evidence.travel.fit import Fit, fit
from clewline.evidence.travel.hops import measure
from clewline.evidence.travel.labelled import Labelled
from clewline.evidence.types import co_travel
from clewline.evidence.validation import validate
from clewline.workflow.evidence.asked import TRUTHS, by_pair, read_truth
from clewline.workflow.evidence.compare import read_records
from clewline.workflow.evidence.comparisons import Progress, nothing
from clewline.workflow.evidence.pairs import COLUMNS, AskedPairs, LeftOut, read_pairs

GROUPED = ("rate", "network")
"""Columns of pairs or truth that scores are told by, where they are there."""
RESAMPLES = 1000


@dataclass(frozen=True, kw_only=True)
class About:
    """What a person has to say of a model."""

    name: str
    version: str
    fitted_on: str
    licence: str
    day: date


@dataclass(frozen=True, kw_only=True)
class FittedModel:
    """A model with its card, and the account of what it rests on."""

    card: Card
    fit: Fit
    records_left_out: LeftOut
    pairs_left_out: LeftOut
    outcomes: Sequence[Outcome]
    """What cross-validation said of each pair."""

    def text(self) -> str:
        """Return the model's file."""
        said = {
            "card": _without_none(msgspec.to_builtins(self.card)),
            "parameters": self.fit.model.parameters(f"{self.card.name} {self.card.version}"),
        }
        return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def fit_files(
    *,
    records: Path,
    pairs: Path,
    truth: Path,
    about: About,
    type_name: str = co_travel.TYPE.name,
    seed: int = 1,
    progress: Progress = nothing,
) -> FittedModel:
    """Return the model that labelled pairs give; the same seed gives the same.

    :raises Misused: the type is not one that can be fitted.
    :raises BadInput: a file cannot be used, with the lines; or people or pairs are too few.
    """
    if type_name != co_travel.TYPE.name:
        raise Misused(f"--type {type_name}: only {co_travel.TYPE.name} can be fitted again.")
    gathered, bad = read_records(records, progress)
    asked = read_pairs(pairs, gathered.phones)
    named = by_pair(pairs, COLUMNS)
    true = read_truth(truth, named, pairs.name)
    rows = [{**named[n].cells, **true[n].cells} for n in (asked.names[k] for k in asked.compared)]
    with progress("Measuring the hops"):
        lines = gathered.timelines()
        hops = measure(lines, asked.pairs, survey(lines, asked.pairs))
    with progress("Fitting") as told:
        fitted = fit(_labelled(rows, hops), np.random.default_rng(seed), told)
    outcomes = _outcomes(rows, asked, fitted)
    with progress("Scoring"):
        card = _card(about, fitted, outcomes, seed)
    found = FittedModel(
        card=card, fit=fitted, records_left_out=bad, pairs_left_out=asked.left_out, outcomes=outcomes
    )
    read_card(found.text())
    return found


def _labelled(rows: Sequence[Mapping[str, str]], hops: Any) -> Labelled:
    people = {
        name: k for k, name in enumerate(sorted({r[c] for r in rows for c in ("person_a", "person_b")}))
    }
    return Labelled(
        hops=hops,
        same=np.array([TRUTHS[r["same"].lower()] for r in rows], np.bool_),
        kind=np.array([r["kind"] for r in rows], np.str_),
        first=np.array([people[r["person_a"]] for r in rows], np.int64),
        second=np.array([people[r["person_b"]] for r in rows], np.int64),
        rate=np.array([r.get("rate", "") for r in rows], np.str_),
    )


def _outcomes(rows: Sequence[Mapping[str, str]], asked: AskedPairs, fitted: Fit) -> list[Outcome]:
    return [
        Outcome(
            pair=asked.names[place],
            same=TRUTHS[row["same"].lower()],
            kind=row["kind"],
            person_a=row["person_a"],
            person_b=row["person_b"],
            log10_lr=float(value),
            columns={name: row[name] for name in GROUPED if name in row},
        )
        for place, row, value in zip(asked.compared, rows, fitted.log10_lr, strict=True)
    ]


def _card(about: About, fitted: Fit, outcomes: Sequence[Outcome], seed: int) -> Card:
    by = [name for name in GROUPED if name in outcomes[0].columns]
    scores = card_scores(validate(outcomes, seed=seed, times=RESAMPLES, by=by))
    told = {score.by for score in scores}
    if "all" not in told:
        raise BadInput(
            "There are too few pairs of a truth to score the model on; a model without scores is not used."
        )
    known = [o for o in outcomes if o.kind != "cotravel"]
    return Card(
        name=about.name,
        version=about.version,
        evidence_type=co_travel.TYPE.name,
        propositions=co_travel.UNRELATED,
        fitted_on=about.fitted_on,
        people=len({person for o in known for person in (o.person_a, o.person_b)}),
        pairs=len(known),
        scores=scores,
        unmeasured={
            name: f"The pairs that it was fitted on name no {name} with enough of them."
            for name in GROUPINGS
            if name not in told
        },
        least=round(fitted.model.least, 3),
        most=round(fitted.model.most, 3),
        limits=(
            *co_travel.LIMITS,
            "Scores are of cross-validation over people, within the data that it was fitted on.",
        ),
        day=about.day,
        licence=about.licence,
    )


def _without_none(said: Any) -> Any:
    if isinstance(said, dict):
        return {key: _without_none(value) for key, value in said.items() if value is not None}
    return [_without_none(one) for one in said] if isinstance(said, (list, tuple)) else said
