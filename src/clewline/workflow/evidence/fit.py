"""Fit a model of an evidence type on anyone's labelled pairs, with the card that says how good it is on others."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from clewline.analysis.phones.local import zone_named
from clewline.errors import BadInput, Misused
from clewline.evidence.card import GROUPINGS, Card, read_card
from clewline.evidence.clock import BRITISH
from clewline.evidence.evidence_type import EvidenceType
from clewline.evidence.fitting.scored import Fitted, scores
from clewline.evidence.outcome import Outcome
from clewline.evidence.types import all_types
from clewline.workflow.evidence.answers import Files
from clewline.workflow.evidence.columns import used
from clewline.workflow.evidence.comparisons import Progress, nothing
from clewline.workflow.evidence.fits import FITS, Wanted
from clewline.workflow.evidence.models import USUAL
from clewline.workflow.evidence.pairs import LeftOut

RESAMPLES = 1000
MADE_UP = (
    "Of made-up pairs the movement is real, and the networks, the uses and which days are laid together are made up: "
    "scores of them say how the fit bears other networks, not how common such pairs are."
)


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
    left_out: Sequence[tuple[Path, LeftOut]]
    """Of each file, its rows that could not be used."""
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
    files: Sequence[Files],
    *,
    about: About,
    type_name: str = USUAL,
    tracks: Path | None = None,
    made_up: int = 0,
    middle: tuple[float, float] | None = None,
    zone: str = BRITISH,
    seed: int = 1,
    progress: Progress = nothing,
) -> FittedModel:
    """Return the model that labelled pairs give, and pairs made up from tracks; the same seed gives the same.

    `zone` is of the clocks that the people live by, `middle` of their town, degrees north and east.

    :raises Misused: the type is not one that can be fitted, or not from such files.
    :raises BadInput: a file cannot be used, with the lines; or people or pairs are too few.
    """
    if type_name not in FITS:
        there = type_name in all_types()
        why = "it is not fitted again by this command" if there else "there is no such evidence type"
        raise Misused(f"--type {type_name}: {why}; those that are: {', '.join(FITS)}.")
    if (tracks is None) != (made_up == 0):
        raise Misused(
            "--made-up says how many pairs to make up, and --tracks from what: give both, or neither."
        )
    if tracks is not None and type_name != USUAL:
        raise Misused(f"--made-up: pairs are made up for {USUAL} alone.")
    zone_named(zone)
    wanted = Wanted(files=files, tracks=tracks, made_up=made_up, middle=middle, zone=zone)
    made = FITS[type_name](wanted, np.random.default_rng(seed), progress)
    with progress("Scoring"):
        card = _card(about, all_types()[type_name], made.fitted, wanted, seed)
    found = FittedModel(
        card=card,
        parameters=made.fitted.parameters,
        left_out=made.left_out,
        outcomes=made.fitted.outcomes,
    )
    read_card(found.text())
    return found


def _card(about: About, kind: EvidenceType, fitted: Fitted, wanted: Wanted, seed: int) -> Card:
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
        made_up=dict(sorted(Counter(o.kind for o in fitted.made_up).items())),
        zone=wanted.zone if kind.by_hour else None,
        files=tuple(used(path, "").sha256 for f in wanted.files for path in (f.records, f.truth)),
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
            *((MADE_UP,) if fitted.made_up else ()),
        ),
        day=about.day,
        licence=about.licence,
    )


def _without_none(said: Any) -> Any:
    if isinstance(said, dict):
        return {key: _without_none(value) for key, value in said.items() if value is not None}
    return [_without_none(one) for one in said] if isinstance(said, (list, tuple)) else said
