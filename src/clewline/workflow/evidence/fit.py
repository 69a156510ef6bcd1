"""Fit a model of an evidence type on anyone's labelled pairs, with the card that says how good it is on others."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from clewline.errors import BadInput, Misused
from clewline.evidence.card import GROUPINGS, Card, read_card
from clewline.evidence.evidence_type import EvidenceType
from clewline.evidence.fitting.labelled import Fitted, scores
from clewline.evidence.outcome import Outcome
from clewline.evidence.types import all_types
from clewline.workflow.evidence.comparisons import Progress, nothing
from clewline.workflow.evidence.fits import FITS, Files
from clewline.workflow.evidence.models import USUAL
from clewline.workflow.evidence.pairs import LeftOut

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
    parameters: Mapping[str, Any]
    records_left_out: LeftOut
    pairs_left_out: LeftOut
    outcomes: Sequence[Outcome]
    """What cross-validation said of each pair."""

    def text(self) -> str:
        """Return the model's file; findings name the model by the version among its parameters."""
        said = {
            "card": _without_none(msgspec.to_builtins(self.card)),
            "parameters": {**self.parameters, "version": f"{self.card.name} {self.card.version}"},
        }
        return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def fit_files(
    *,
    records: Path,
    pairs: Path,
    truth: Path,
    about: About,
    type_name: str = USUAL,
    seed: int = 1,
    progress: Progress = nothing,
) -> FittedModel:
    """Return the model that labelled pairs give; the same seed gives the same.

    :raises Misused: the type is not one that can be fitted, or not from such a file.
    :raises BadInput: a file cannot be used, with the lines; or people or pairs are too few.
    """
    if type_name not in FITS:
        there = type_name in all_types()
        why = "it is not fitted again by this command" if there else "there is no such evidence type"
        raise Misused(f"--type {type_name}: {why}; those that are: {', '.join(FITS)}.")
    files = Files(records=records, pairs=pairs, truth=truth)
    made = FITS[type_name](files, np.random.default_rng(seed), progress)
    with progress("Scoring"):
        card = _card(about, all_types()[type_name], made.fitted, seed)
    found = FittedModel(
        card=card,
        parameters=made.fitted.parameters,
        records_left_out=made.records_left_out,
        pairs_left_out=made.pairs_left_out,
        outcomes=made.fitted.outcomes,
    )
    read_card(found.text())
    return found


def _card(about: About, kind: EvidenceType, fitted: Fitted, seed: int) -> Card:
    told = scores(fitted, seed=seed, times=RESAMPLES)
    by = {score.by for score in told}
    if "all" not in by:
        raise BadInput(
            "There are too few pairs of a truth to score the model on; a model without scores is not used."
        )
    least, most = fitted.bounds
    return Card(
        name=about.name,
        version=about.version,
        evidence_type=kind.name,
        propositions=kind.propositions,
        fitted_on=about.fitted_on,
        people=fitted.people,
        pairs=fitted.pairs,
        scores=told,
        unmeasured={
            name: f"The pairs that it was fitted on name no {name} with enough of them."
            for name in GROUPINGS
            if name not in by
        },
        least=round(least, 3),
        most=round(most, 3),
        limits=(
            *kind.limits,
            "Scores are of cross-validation over people, within the data that it was fitted on.",
        ),
        day=about.day,
        licence=about.licence,
    )


def _without_none(said: Any) -> Any:
    if isinstance(said, dict):
        return {key: _without_none(value) for key, value in said.items() if value is not None}
    return [_without_none(one) for one in said] if isinstance(said, (list, tuple)) else said
