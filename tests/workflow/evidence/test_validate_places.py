"""A fit and a validation of usual places state one quantity, and each says which, where they could be mistaken."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from clewline.cli.evidence_compare import ratios
from clewline.evidence.fitting import usual_places
from clewline.evidence.fitting.labelled import people_of
from clewline.evidence.fitting.reference import phones_of
from clewline.evidence.types import all_types
from clewline.output.validation_words import quantity
from clewline.workflow.evidence.answers import Files, labelled_pairs, weigh_answered
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.fit import About, fit_files
from clewline.workflow.evidence.models import fitted, model_file
from clewline.workflow.evidence.validate import Validated, validate_files
from workflow.evidence.places_files import write_places

ABOUT = About(name="ours", version="1", fitted_on="Made-up people.", licence="none", day=date(2026, 11, 28))
KIND = all_types()["usual_places"]


def validated(files: dict[str, Path], model: str = "usual_places_1", **more: object) -> Validated:
    return validate_files(**files, model=model, times=20, compare=ratios)


def test_a_validation_weighs_each_pair_beside_one_phone_of_each_other_person_as_a_fit_does(
    tmp_path: Path,
) -> None:
    files = Files(**write_places(tmp_path))
    _, model = fitted("usual_places", None)
    found = dict(weigh_answered(KIND, model, files, seed=3).ratios)
    pairs = labelled_pairs(files, KIND.reads, zone="Europe/London").pairs
    known = [p for p in pairs if p.known]
    # What a fit makes features of, with the same chance: the companions are the last pair, so that it draws alike.
    made = usual_places._Pairs(known, [usual_places.compared(p.question) for p in known], phones_of(pairs))
    x = made.features(np.arange(len(known)), people_of(known), np.random.default_rng(3))
    told = model.parameters["unrelated"]
    for pair, value in zip(known, x @ told["coefficients"], strict=True):
        assert found[pair.pair] == pytest.approx(np.clip(value, told["lower"], told["upper"]))


def test_other_phones_of_the_pairs_own_people_make_a_comparison_careful_and_no_validation(
    tmp_path: Path,
) -> None:
    files = write_places(tmp_path)
    asked = Files(**files)
    path = tmp_path / "unbound.json"
    text = json.loads(model_file("usual_places_1")[1])
    text["parameters"]["unrelated"] |= {"lower": -9, "upper": 9}
    path.write_text(json.dumps(text))
    _, model = fitted("usual_places", str(path))
    validation = dict(weigh_answered(KIND, model, asked).ratios)
    comparison = compare_files(records=asked.records, pairs=asked.pairs, model=str(path))
    same = {p.pair for p in labelled_pairs(asked, KIND.reads, zone="Europe/London").pairs if p.same}
    pairs = [(line.log10_lr, validation[line.pair]) for line in comparison.lines if line.pair in same]
    assert all(a is not None and b is not None and a <= b for a, b in pairs)
    assert any(a is not None and b is not None and a < b for a, b in pairs)


def test_a_validation_says_beside_whom_and_whether_the_model_has_seen_the_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usual_places, "RESAMPLES", 5)
    monkeypatch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 20)
    files = write_places(tmp_path)
    own = fit_files([Files(**files)], about=ABOUT, type_name="usual_places", zone="UTC")
    path = tmp_path / "ours.json"
    path.write_text(own.text())
    assert own.card.zone == "UTC" and len(own.card.files) == 2
    seen, unseen = (list(quantity(validated(files, model))) for model in (str(path), "usual_places_1"))
    assert seen[0].startswith("The model was fitted on these very files") and len(seen) == 2
    assert len(unseen) == 1 and unseen[0].startswith(
        "How rare a place or a contact is was told, for each pair"
    )
    given = compare_files(records=files["records"], pairs=files["pairs"], model=str(path))
    findings = tmp_path / "findings.csv"
    findings.write_text(
        "pair,log10_lr,type\n" + "".join(f"{x.pair},{x.log10_lr},usual_places\n" for x in given.lines)
    )
    scored = validate_files(**files, findings=findings, times=20)
    assert not scored.beside_people and not scored.fitted_on and list(quantity(scored)) == []


def test_a_fit_and_a_validation_of_the_same_people_unseen_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usual_places, "RESAMPLES", 5)
    monkeypatch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 20)
    files = write_places(tmp_path)
    own = fit_files([Files(**files)], about=ABOUT, type_name="usual_places", zone="Europe/London")
    path = tmp_path / "ours.json"
    path.write_text(own.text())
    found = validated(files, str(path)).validation.whole.scores
    (crossed,) = own.card.scores_by("all")
    assert found is not None
    # What is left between them is that the fit has seen the people.
    assert found.cllr.value == pytest.approx(crossed.cllr.value, abs=0.05)
