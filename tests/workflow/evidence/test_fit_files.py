"""Labelled pairs become a model with its card, which compares and validates again."""

import json
from datetime import date
from pathlib import Path

import pytest

from clewline.errors import BadInput, Misused
from clewline.evidence.card import read_card
from clewline.evidence.fitting import co_travel as fitting
from clewline.workflow.evidence.answers import Files
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.fit import About, fit_files
from workflow.evidence.travel_files import write_travel

ABOUT = About(name="ours", version="1.1", fitted_on="Made-up people.", licence="none", day=date(2026, 11, 28))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "HOPS", 300)
    monkeypatch.setattr(fitting, "RESAMPLES", 20)
    monkeypatch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 100)


def test_a_model_is_fitted_with_its_card_and_can_be_used(tmp_path: Path) -> None:
    files = write_travel(tmp_path, pairs=80, rate="24")
    found = fit_files([Files(**files)], about=ABOUT)
    text = found.text()
    assert text == fit_files([Files(**files)], about=ABOUT).text()
    card = read_card(text)
    assert (card.name, card.version, card.evidence_type, card.people, card.pairs) == (
        "ours",
        "1.1",
        "co_travel",
        40,
        80,
    )
    (whole,) = card.scores_by("all")
    assert whole.cllr.value < 0.7 and [s.name for s in card.scores_by("rate")] == ["24"]
    assert "network" in card.unmeasured and "rate" not in card.unmeasured
    path = tmp_path / "ours.json"
    path.write_text(text)
    del files["truth"]
    again = compare_files(**files, model=str(path))
    assert again.model.parameters["version"] == "ours 1.1"
    assert max(line.upper or 0 for line in again.lines) <= card.most
    assert json.loads(text)["parameters"]["lower"] == card.least


def test_too_few_pairs_to_score_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="too few pairs of a truth"):
        fit_files([Files(**write_travel(tmp_path, pairs=32))], about=ABOUT)


def test_a_truth_that_is_missing_is_said_by_its_line(tmp_path: Path) -> None:
    files = write_travel(tmp_path)
    files["truth"].write_text("\n".join(files["truth"].read_text().splitlines()[:-1]))
    with pytest.raises(BadInput, match=r"pairs.csv, line 25: The pair p023 has no truth"):
        fit_files([Files(**files)], about=ABOUT)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("contacts_in_common", "it is not fitted again by this command"),
        ("device_continuity", "it is not fitted again by this command"),
        ("horoscope", "there is no such evidence type"),
    ],
)
def test_a_type_that_is_not_fitted_again_is_refused_and_those_that_are_told(
    tmp_path: Path, name: str, why: str
) -> None:
    with pytest.raises(
        Misused, match=f"--type {name}: {why}; those that are: co_travel, separation, usual_places."
    ):
        fit_files([Files(**write_travel(tmp_path))], about=ABOUT, type_name=name)
