"""Fitted models: found by their name among those that come with Clewline, or by the path of their file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from clewline.errors import BadInput, Misused, NotFound
from clewline.evidence.card import Card, read_card
from clewline.evidence.evidence_type import EvidenceType
from clewline.evidence.types import all_types
from clewline.workflow.evidence.columns import Used, used

USUAL = "co_travel"
"""Evidence type where neither a type nor a model is named."""


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """A model that ratios can be made with."""

    card: Card
    parameters: Mapping[str, Any]
    file: Used


def model_file(name: str) -> tuple[Used, bytes]:
    """Return a model's file, by its path or by its name among those that come with Clewline.

    :raises NotFound: there is no such model.
    """
    if name.endswith(".json"):
        path = Path(name)
        return used(path, "model"), path.read_bytes()
    with resources.as_file(resources.files("clewline.evidence") / "models" / f"{name}.json") as path:
        if not path.is_file():
            raise NotFound(
                f"There is no model {name}; give the path of a .json file, or a name from the docs."
            )
        return used(path, "model"), path.read_bytes()


def fitted(type_name: str | None, model: str | None) -> tuple[EvidenceType, Fitted]:
    """Return an evidence type and the model asked for, or the one that comes with Clewline for it.

    Where no type is named it is the model's own, or co-travel.

    :raises Misused: there is no such type, it has no model, or the model is another type's.
    :raises NotFound: there is no such model.
    :raises BadInput: the model has a card and no parameters.
    """
    known = all_types()
    if type_name is not None and type_name not in known:
        raise Misused(f"--type {type_name}: there is no such evidence type; there are {', '.join(known)}.")
    name = model or known[type_name or USUAL].model
    if name is None:
        raise Misused(f"No validated model exists for {type_name}; it gives facts and no ratio.")
    file, text = model_file(name)
    card = read_card(text)
    if card.evidence_type != (type_name or card.evidence_type):
        raise Misused(f"The model {card.name} is one of {card.evidence_type}, not of {type_name}.")
    if card.evidence_type not in known:
        raise Misused(
            f"The model {card.name} is one of {card.evidence_type}, which is no evidence type here."
        )
    parameters = json.loads(text).get("parameters")
    if parameters is None:
        raise BadInput(f"{file.name}: It has a card and no parameters; no ratio can be made with it.")
    return known[card.evidence_type], Fitted(card=card, parameters=parameters, file=file)
