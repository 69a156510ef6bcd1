"""Separation and usual places fitted again from files: a model with its card, which compares and validates."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clewline.cli.evidence_compare import ratios
from clewline.errors import BadInput
from clewline.evidence.card import read_card
from clewline.evidence.fitting import separation, usual_places
from clewline.evidence.types import all_types
from clewline.workflow.evidence.answers import Files
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.fit import About, FittedModel, fit_files
from clewline.workflow.evidence.validate import validate_files
from workflow.evidence.places_files import write_places
from workflow.evidence.travel_files import add

ABOUT = About(name="ours", version="1.1", fitted_on="Made-up people.", licence="none", day=date(2026, 11, 28))
TYPES = ("separation", "usual_places")


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(separation, "RESAMPLES", 2)
        patch.setattr(usual_places, "RESAMPLES", 5)
        patch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 20)
        yield


@pytest.fixture(scope="module")
def fitted(quick: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FittedModel]:
    """Return the model of each type: a fit takes a second or two."""
    files = write_places(tmp_path_factory.mktemp("fitted"))
    return {name: fit_files([Files(**files)], about=ABOUT, type_name=name, seed=3) for name in TYPES}


@pytest.mark.parametrize("name", TYPES)
def test_a_model_is_fitted_with_its_card_and_can_be_used(
    fitted: dict[str, FittedModel], tmp_path: Path, name: str
) -> None:
    files, found = write_places(tmp_path), fitted[name]
    card = read_card(found.text())
    assert (card.evidence_type, card.people, card.pairs) == (
        name,
        12,
        90,
    )  # the pair of companions is left out
    assert card.propositions == all_types()[name].propositions
    assert set(all_types()[name].limits) < set(card.limits)
    assert {s.by for s in card.scores} >= {"all", "kind", "days", "network"} and set(card.unmeasured) == {
        "rate"
    }
    (whole,) = card.scores_by("all")
    assert whole.cllr.value < 0.9 and card.least < 0 < card.most

    path = tmp_path / "ours.json"
    path.write_text(found.text())
    again = compare_files(records=files["records"], pairs=files["pairs"], model=str(path))
    assert again.type == name and again.model.parameters["version"] == "ours 1.1"
    told = [line.log10_lr for line in again.lines if line.log10_lr is not None]
    assert len(told) == 91 and card.least <= min(told) < max(told) <= card.most
    validated = validate_files(**files, model=str(path), times=20, compare=ratios)
    assert validated.card == card and validated.type == name
    assert validated.validation.whole.scores is not None


@pytest.mark.parametrize("name", TYPES)
def test_the_same_seed_gives_the_same_file_whatever_cannot_be_used(
    fitted: dict[str, FittedModel], tmp_path: Path, name: str
) -> None:
    files = write_places(tmp_path)
    add(files["records"], "n000,2026-03-01T10:00:00Z,,,north")
    add(files["pairs"], "lost,n000,nobody,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z")
    add(files["truth"], "lost,0,random,person 0,nobody,s")
    found = fit_files([Files(**files)], about=ABOUT, type_name=name, seed=3)
    assert [(path.name, left.total) for path, left in found.left_out] == [
        ("records.csv", 1),
        ("pairs.csv", 1),
    ]
    assert found.parameters == fitted[name].parameters
    # The files that it names are others; all else of the card is the same.
    assert replace(found.card, files=()) == replace(fitted[name].card, files=())
    assert len(found.card.files) == 2 and not set(found.card.files) & set(fitted[name].card.files)


def test_another_seed_deals_people_to_other_folds(fitted: dict[str, FittedModel], tmp_path: Path) -> None:
    other = fit_files([Files(**write_places(tmp_path))], about=ABOUT, type_name="separation", seed=4)
    assert other.outcomes != fitted["separation"].outcomes


def test_where_nobody_lives_close_by_there_is_no_second_proposition(
    fitted: dict[str, FittedModel], tmp_path: Path
) -> None:
    files = write_places(tmp_path, near=False)
    without = fit_files([Files(**files)], about=ABOUT, type_name="separation", seed=3)
    assert set(fitted["separation"].parameters["bounds"]) == {"apart", "near"}
    assert set(without.parameters["bounds"]) == {"apart"}


@pytest.mark.parametrize("name", TYPES)
def test_too_few_people_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        BadInput, match="There are pairs of 11 people; a fit that keeps people apart needs 12"
    ):
        fit_files([Files(**write_places(tmp_path, people=11))], about=ABOUT, type_name=name)


@pytest.mark.parametrize("name", TYPES)
def test_too_few_pairs_to_score_are_refused(tmp_path: Path, name: str) -> None:
    files = write_places(tmp_path)
    _without(files, lambda n, same: same and n % 2 == 0)
    with pytest.raises(BadInput, match="too few pairs of a truth to score"):
        fit_files([Files(**files)], about=ABOUT, type_name=name)


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize(
    ("name", "what"), [("separation", "A fit needs days"), ("usual_places", "A fit needs pairs")]
)
def test_both_truths_are_needed(tmp_path: Path, name: str, what: str, same: bool) -> None:
    files = write_places(tmp_path)
    _without(files, lambda n, truth: truth is not same)
    with pytest.raises(BadInput, match=what):
        fit_files([Files(**files)], about=ABOUT, type_name=name)


def _without(files: dict[str, Path], dropped: Callable[[int, bool], bool]) -> None:
    """Leave pairs out of pairs and truth by their number and truth."""
    head, *truth = files["truth"].read_text().splitlines()
    top, *pairs = files["pairs"].read_text().splitlines()
    kept = [n for n, line in enumerate(truth) if not dropped(n, line.split(",")[1] == "1")]
    files["truth"].write_text("\n".join([head, *(truth[n] for n in kept)]) + "\n")
    files["pairs"].write_text("\n".join([top, *(pairs[n] for n in kept)]) + "\n")
