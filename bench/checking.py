"""Checking bulletins: how many planted faults are found, and how many texts have a false alarm.

Each kind of fault is planted into made-up bulletins by two planters, one in plain words and one in other people's, with
seeds that no test uses; bulletins without a fault are checked as well. Then real texts: those of our own corpus, and
those of a folder of bulletins (`CLEWLINE_BULLETINS`, or `shared/bulletins` beside the house) where there is one.
What is found in them was judged by reading. `judged.csv` names the findings that are true, by text, rule and place;
what is found and not in it counts as a false alarm until somebody has read it. A note is no alarm: it says what may be
misread, and not what is wrong.
"""

import csv
import importlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from bench.labelled import published_on
from bench.measure import ROOT, Goal
from clewline.bulletin.check import Finding, Named, check
from clewline.bulletin.read import read

SEEDS = range(900_000, 900_100)
"""Seeds of each planter; the tests' begin at 0."""
FOUND, FALSE = 0.9, 0.1
JUDGED = Path(__file__).parent / "judged.csv"
CORPUS = ROOT / "tests" / "bulletin" / "corpus"


def run() -> dict[str, Any]:
    """Return the share found of each kind, and the shares of texts with a false alarm."""
    sys.path.insert(0, str(ROOT / "tests"))  # the planters are the tests' own
    plain = importlib.import_module("bulletin.planted")
    other = importlib.import_module("bulletin.planted_otherwise")
    found = {
        kind: {
            "plain words": _rate(kind, plain.PLANTS[kind]),
            "other words": _rate(kind, other.PLANTS_OTHERWISE[kind]),
        }
        for kind in sorted(plain.PLANTS)
    }
    goals = [
        Goal(f"found of 10 planted: {kind}", round(5 * sum(rates.values()), 2), 10 * FOUND, "", False).told()
        for kind, rates in found.items()
    ]
    clean = {
        "one text": _alarmed(_checked(plain.clean, seed) for seed in SEEDS),
        "two texts": _alarmed(_checked(plain.clean_pair, seed) for seed in SEEDS),
        "one text in other words": _alarmed(_checked(other.clean_otherwise, seed) for seed in SEEDS),
    }
    outside = {"corpus": _outside(CORPUS, "corpus")}
    folder = Path(os.environ.get("CLEWLINE_BULLETINS", ROOT.parent / "shared" / "bulletins"))
    if folder.is_dir():
        for part in ("dev", "unlabelled"):
            outside[part] = _outside(folder, "bulletins", only=(folder / f"{part}.txt").read_text().split())
    alarmed = {
        **clean,
        **{name: told["texts with a false alarm"] / told["texts"] for name, told in outside.items()},
    }
    goals += [
        Goal(f"texts with a false alarm: {name}", round(share, 3), FALSE, "", True).told()
        for name, share in alarmed.items()
    ]
    return {"goals": goals, "planted": len(SEEDS), "found": found, "outside": outside}


def _rate(kind: str, plant: Callable[[Random], Any]) -> float:
    return sum(any(f.rule == kind for f in _checked(plant, seed)) for seed in SEEDS) / len(SEEDS)


def _checked(plant: Callable[[Random], Any], seed: int) -> tuple[Finding, ...]:
    planted = plant(Random(seed))
    texts = zip(planted.texts, planted.published, strict=True)
    return check([Named(f"text {i}", read(text, day)) for i, (text, day) in enumerate(texts, start=1)])


def _alarmed(checked: Iterator[Sequence[Finding]]) -> float:
    """Return the share of texts without a fault in which something is called wrong or doubtful."""
    alarms = [any(f.severity != "note" for f in found) for found in checked]
    return sum(alarms) / len(alarms)


def _outside(folder: Path, called: str, only: Sequence[str] | None = None) -> dict[str, Any]:
    """Return how many findings the texts of a folder have, and in how many texts one is not known to be true."""
    with JUDGED.open(newline="") as lines:
        true = {(r["text"], r["rule"], int(r["at"])) for r in csv.DictReader(lines) if r["folder"] == called}
    with (folder / "index.csv").open(encoding="utf-8", newline="") as lines:
        index = {row["id"]: row for row in csv.DictReader(lines)}
    names = sorted(path.stem for path in (folder / "texts").glob("*.txt"))
    severities: Counter[str] = Counter()
    false: dict[str, list[str]] = {}
    checked = [name for name in names if only is None or name in only]
    for name in checked:
        about = index.get(name, {})
        text = (folder / "texts" / f"{name}.txt").read_bytes().decode()
        reading = read(text, published_on(about.get("date", "")), about.get("publisher") or None)
        for f in check([Named(name, reading)]):
            severities[f.severity] += 1
            if f.severity != "note" and (name, f.rule, f.quotes[0].quote.start) not in true:
                false.setdefault(name, []).append(f.rule)
    return {
        "texts": len(checked),
        "findings": dict(severities),
        "texts with a false alarm": len(false),
        "not known to be true": false,
    }
