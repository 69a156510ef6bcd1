"""Fitted models: files that come with Clewline or of one's own, each with its card."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from clewline.errors import BadDeclaration, NotFound
from clewline.evidence.card import Card, read_card


@dataclass(frozen=True, kw_only=True)
class Model:
    """A fitted model as its file holds it."""

    card: Card
    parameters: Mapping[str, Any]
    sha256: str
    """SHA-256 of the file."""


def model_bytes(name: str) -> bytes:
    """Return a model's file, by its path where it ends in `.json`, or by its name among those that come with Clewline.

    :raises NotFound: there is none.
    """
    if name.endswith(".json"):
        if not Path(name).is_file():
            raise NotFound(f"There is no file {Path(name).name} of a model.")
        return Path(name).read_bytes()
    place = resources.files("clewline.evidence") / "models" / f"{name}.json"
    if not place.is_file():
        raise NotFound(f"There is no model {name}; give the path of a .json file, or a name from the docs.")
    return place.read_bytes()


def read_model(name: str) -> Model:
    """Return a model by its name or path.

    :raises NotFound: there is none.
    :raises BadDeclaration: it has no card, or no parameters.
    """
    content = model_bytes(name)
    card = read_card(content)
    parameters = json.loads(content).get("parameters")
    if not isinstance(parameters, dict):
        raise BadDeclaration(f"The model {card.name} has a card and no parameters.")
    return Model(card=card, parameters=parameters, sha256=sha256(content).hexdigest())
