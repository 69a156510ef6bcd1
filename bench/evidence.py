"""Co-travel on real movement, where the research data lie beside the repository: Cllr by kind, rate and network.

Pairs are made by the data's own make_pairs.py (which needs polars: CLEWLINE_BENCH_PYTHON names a Python that has it).
Goals are of cross-validation through `clewline evidence fit`, people kept apart; the model that comes with Clewline was
fitted on these people, so what it scores on them is told and is no test. On the real operator's records, which no fit
has seen, the model that comes with Clewline is scored.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.measure import ROOT, Goal
from clewline.evidence.outcome import Outcome
from clewline.evidence.resampling import Measure
from clewline.evidence.validation import Validation, validate
from clewline.workflow.evidence.answers import Files
from clewline.workflow.evidence.asked import by_pair, read_truth
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.fit import About, fit_files

DATA = Path(os.environ.get("CLEWLINE_BENCH_PHONES") or ROOT.parent / "shared" / "phones")
PYTHON = os.environ.get("CLEWLINE_BENCH_PYTHON") or sys.executable
RATES = (24, 8, 72)
SEEDS = (7, 11, 13)
RESAMPLES = 1000
ABOUT = About(name="bench", version="1", fitted_on="Bench.", licence="research", day=date(2026, 11, 28))


def run() -> dict[str, Any]:
    """Return the scores, or why there are none."""
    if not (DATA / "make_pairs.py").exists():
        return {"goals": [], "not_measured": "The research data are not beside this repository."}
    if subprocess.run([PYTHON, "-c", "import polars"], check=False, stderr=subprocess.DEVNULL).returncode:
        return {
            "goals": [],
            "not_measured": "make_pairs.py needs polars; CLEWLINE_BENCH_PYTHON names a Python.",
        }
    city: dict[str, list[Outcome]] = {}
    fitted: dict[str, list[Outcome]] = {}
    habit: dict[str, list[Outcome]] = {}
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as made:
        for rate in RATES:
            for seed in SEEDS:
                folder = _pairs(Path(made), rate, seed)
                city.setdefault(str(rate), []).extend(_shipped(folder, f"{seed}-"))
                fitted.setdefault(str(rate), []).extend(_cross_validated(folder, f"{seed}-"))
                folder = _pairs(Path(made), rate, seed, real=True)
                habit.setdefault(str(rate), []).extend(_shipped(folder, f"{seed}-"))
    told = {
        "cross_validated": _told(fitted),
        "shipped_on_the_people_of_its_fit": _told(city),
        "shipped_on_real_records": _told(habit),
    }
    at_24, real = told["cross_validated"]["24"], told["shipped_on_real_records"]["24"]
    goals = [
        Goal("all different, Cllr", at_24["all different"]["cllr"]["value"], 0.03, "bit", True),
        Goal(
            "all different, calibration loss", at_24["all different"]["cllr_cal"]["value"], 0.03, "bit", True
        ),
        Goal("nearby, Cllr", at_24["nearby"]["cllr"]["value"], 0.15, "bit", True),
        Goal(
            "different above 100",
            at_24["all different"]["different_above_100"]["value"],
            0.005,
            "share",
            True,
        ),
        Goal("habit, real records, Cllr", real["habit"]["cllr"]["value"], 0.30, "bit", True),
    ]
    return {"goals": [goal.told() for goal in goals], "seeds": SEEDS, "scores": told}


def _pairs(folder: Path, rate: int, seed: int, *, real: bool = False) -> Path:
    out = folder / f"{'real' if real else 'city'}-{rate}-{seed}"
    words = [PYTHON, DATA / "make_pairs.py", out, "--rate", rate, "--background", 5, "--seed", seed]
    words += ["--spitz", DATA / "spitz_dev.csv"] if real else []
    subprocess.run([str(w) for w in words], check=True, stdout=subprocess.DEVNULL)
    return out


def _shipped(folder: Path, mark: str) -> Iterator[Outcome]:
    """Yield what the model that comes with Clewline says of each pair."""
    pairs = folder / "pairs.csv"
    truth = read_truth(folder / "truth.csv", by_pair(pairs, ()), pairs.name)
    for line in compare_files(records=folder / "records.csv", pairs=pairs).lines:
        true = truth[line.pair].cells
        yield Outcome(
            pair=mark + line.pair,
            same=true["same"] == "1",
            kind=true["kind"],
            person_a=true["person_a"],
            person_b=true["person_b"],
            log10_lr=line.log10_lr,
        )


def _cross_validated(folder: Path, mark: str) -> Iterator[Outcome]:
    """Yield what fits that saw neither of a pair's people say of it."""
    files = Files(**{name: folder / f"{name}.csv" for name in ("records", "pairs", "truth")})
    for one in fit_files([files], about=ABOUT).outcomes:
        yield Outcome(
            pair=mark + one.pair,
            same=one.same,
            kind=one.kind,
            person_a=one.person_a,
            person_b=one.person_b,
            log10_lr=one.log10_lr,
        )


def _told(by_rate: dict[str, list[Outcome]]) -> dict[str, Any]:
    return {rate: scores(validate(some, seed=1, times=RESAMPLES)) for rate, some in by_rate.items()}


def scores(found: Validation) -> dict[str, Any]:
    """Return the scores of each group that has some."""
    told: dict[str, Any] = {}
    for group in found.groups:
        if group.scores is not None:
            told[group.name] = {
                "same": group.same,
                "different": group.different,
                "people": group.people,
                "cllr": _measure(group.scores.cllr),
                "cllr_min": _measure(group.scores.cllr_min),
                "cllr_cal": _measure(group.scores.cllr_cal),
                "same_below_1": _measure(group.scores.same_below_1),
                "different_above_100": _measure(group.scores.different_above[100.0]),
            }
    if found.travel is not None:
        told["cotravel"] = {"pairs": found.travel.pairs, "above_100": _measure(found.travel.above_100)}
    return told | {"pairs": found.pairs}


def _measure(measure: Measure) -> dict[str, float]:
    told = {"value": measure.value, "lower": measure.lower, "upper": measure.upper}
    return {key: round(value, 4) for key, value in told.items() if value is not None}
