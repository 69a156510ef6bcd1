"""The page of fitted models says each card in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from clewline.errors import BadDeclaration
from clewline.evidence.card import write_card
from clewline.evidence.resampling import Measure
from evidence.test_card import CARD
from pages import models


def test_a_card_is_told_in_words_with_what_was_not_measured() -> None:
    text = "\n".join(models.section(CARD))
    assert "## co_travel 1.0 { #co_travel }" in text
    assert "**By network.** Not measured: One network only." in text
    assert "**By rate.**" in text and "**By kind.**" in text and "| nearby |" in text
    assert f"- {CARD.limits[0]}" in text
    bare = replace(
        CARD.scores[0], cllr=Measure(value=CARD.scores[0].cllr.value), same_below_1=Measure(value=0.25)
    )
    told = "\n".join(models.section(replace(CARD, scores=(bare, *CARD.scores[1:]))))
    assert f"| {bare.cllr.value:.3f} |" in told and "| 25.00% |" in told


def test_the_page_tells_every_model_or_that_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "PACKAGE", tmp_path)
    assert "No fitted model" in models.page()
    folder = tmp_path / "evidence" / "models"
    folder.mkdir(parents=True)
    (folder / "co_travel.json").write_text(write_card(CARD))
    assert "co_travel 1.0" in models.page() and "No fitted model" not in models.page()
    (folder / "tea.json").write_text('{"parameters": {}}')
    with pytest.raises(BadDeclaration, match=r"tea\.json: This model has no card"):
        models.page()
