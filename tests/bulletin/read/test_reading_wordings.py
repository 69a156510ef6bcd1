"""The reader against many ways of saying the same: a worse grammar fails here."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clewline.bulletin.claim import as_json
from clewline.bulletin.read import read

FOLDER = Path(__file__).parent.parent / "corpus" / "wordings"
FLOOR = {"police": 0.88, "seized_and_safe": 0.90}
"""A little under what was reached when the snippets were last looked at: F1 of indicator, value, unit and relation."""
KILOGRAMS = {"kg": 1.0, "g": 0.001, "tonnes": 1000.0}
PUBLISHED = date(2024, 3, 12)
Key = tuple[str, float, str, str]


def lines(name: str) -> Iterator[tuple[str, set[Key]]]:
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        yield said["s"], {key(*claim[:4]) for claim in said["c"]}


def key(indicator: str, value: float, unit: str, relation: str) -> Key:
    if unit in KILOGRAMS:
        value, unit = value * KILOGRAMS[unit], "kg"
    return indicator, float(f"{value:.3g}"), unit, relation


def claims(text: str) -> set[Key]:
    said = map(as_json, read(text, PUBLISHED).claims)
    return {key(c["indicator"], float(c["value"]), c["unit"], c["relation"]) for c in said}


@pytest.mark.parametrize("name", FLOOR)
def test_the_wordings_are_read_as_well_as_they_were(name: str) -> None:
    counted: Counter[str] = Counter()
    for text, labelled in lines(name):
        found = claims(text)
        counted.update(right=len(found & labelled), read=len(found), labelled=len(labelled))
    f1 = 2 * counted["right"] / (counted["read"] + counted["labelled"])
    assert counted["labelled"] > 450
    assert f1 >= FLOOR[name], f1
