"""Score a reader's claims against labelled texts: precision, recall and their mean, at three levels of strictness.

A figure repeated in one text with the same words about it counts once, on both sides. Weights are compared in
kilograms.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clewline.bulletin.claim import as_json
from clewline.bulletin.read import Issued, issued, read

LEVELS = ("core", "strict", "full")
"""core: indicator, value, unit, relation. strict: and qualifiers. full: and period and body."""
_KILOGRAMS = {"kg": 1.0, "g": 0.001, "tonnes": 1000.0}
_REMARKS = ("note", "base")
"""Qualifiers in free words, which are not compared."""


@dataclass(frozen=True)
class Score:
    """How the claims that were read stand to the labels."""

    right: int
    read: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.read + other.read, self.labelled + other.labelled)


@dataclass(frozen=True)
class Labelled:
    """One text with its labels."""

    name: str
    text: str
    claims: tuple[Mapping[str, Any], ...]
    published: Issued | None
    publisher: str | None


def labelled(folder: Path) -> list[Labelled]:
    """Return the labelled texts of a folder that holds `texts/`, `gold/` and `index.csv`."""
    index = {}
    if (folder / "index.csv").exists():
        with (folder / "index.csv").open(encoding="utf-8", newline="") as lines:
            index = {row["id"]: row for row in csv.DictReader(lines)}
    found = []
    for path in sorted((folder / "gold").glob("*.json")):
        about = index.get(path.stem, {})
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode()
        claims = tuple(json.loads(path.read_text(encoding="utf-8"))["claims"])
        found.append(
            Labelled(
                path.stem, text, claims, published_on(about.get("date", "")), about.get("publisher") or None
            )
        )
    return found


def published_on(said: str) -> Issued | None:
    try:
        return issued(said.split()[0]) if said else None
    except ValueError:
        return None


def scores(texts: Iterable[Labelled]) -> dict[str, dict[str, Score]]:
    """Return each text's scores by level."""
    return {one.name: _score(one) for one in texts}


def quotes(texts: Iterable[Labelled]) -> dict[str, Score]:
    """Return by text how many of the claims that match a label at `core` quote characters of its quote."""
    return {one.name: _overlap(one) for one in texts}


def _overlap(one: Labelled) -> Score:
    said = [as_json(claim) for claim in read(one.text, one.published, one.publisher).claims]
    right, given = _spans(one.claims), _spans(said)
    both = right.keys() & given.keys()
    met = sum(any(a < d and c < b for a, b in right[key] for c, d in given[key]) for key in both)
    return Score(met, len(both), len(both))


def _spans(claims: Iterable[Mapping[str, Any]]) -> dict[tuple[Any, ...], list[tuple[int, int]]]:
    found: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
    for claim in claims:
        found.setdefault(_key(claim, "core"), []).append((claim["quote"]["start"], claim["quote"]["end"]))
    return found


def _score(one: Labelled) -> dict[str, Score]:
    said = [as_json(claim) for claim in read(one.text, one.published, one.publisher).claims]
    right, given = _once(one.claims), _once(said)
    found = {}
    for level in LEVELS:
        want = Counter(_key(claim, level) for claim in right)
        have = Counter(_key(claim, level) for claim in given)
        found[level] = Score((want & have).total(), have.total(), want.total())
    return found


def _once(claims: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return list({_key(claim, "full"): claim for claim in claims}.values())


def _key(claim: Mapping[str, Any], level: str) -> tuple[Any, ...]:
    value, unit = float(claim["value"]), claim["unit"]
    if unit in _KILOGRAMS:
        value, unit = value * _KILOGRAMS[unit], "kg"
    key: tuple[Any, ...] = (claim["indicator"], float(f"{value:.6g}"), unit, claim["relation"])
    if level == "core":
        return key
    said = claim["qualifiers"].items()
    key += (tuple(sorted((k, _plain(v)) for k, v in said if k not in _REMARKS and v)),)
    if level == "strict":
        return key
    period = claim["period"]
    return (*key, period["start"], period["end"], _plain(claim["body"] or ""))


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("_", " ").replace("-", " ").split())


def in_total(found: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Return the scores of several texts together, by level: each claim counts alike."""
    total = dict.fromkeys(LEVELS, Score(0, 0, 0))
    for one in found:
        total = {level: total[level] + one[level] for level in LEVELS}
    return total


__all__ = ["LEVELS", "Labelled", "Score", "in_total", "labelled", "quotes", "scores"]
