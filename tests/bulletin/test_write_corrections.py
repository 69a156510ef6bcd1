"""What a bulletin says of corrections to earlier ones, and in its notes and definitions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from week_written import correction, said, written
from weeks_made import counted

from clewline.bulletin.write.notes import SMALL, explained
from clewline.errors import BadDeclaration
from clewline.figures import Definition, all_figures

# Corrections


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "should have said 249 arrests. It said 240: an entry came in late."),
        (
            {"was_relation": "at_least"},
            "should have said 249 arrests. It said over 240: an entry came in late.",
        ),
        ({"reasons": ()}, "should have said 249 arrests. It said 240: the record changed."),
        (
            {"reasons": ("correction", "withdrawal")},
            "should have said 249 arrests. It said 240: an entry was corrected and an entry was withdrawn.",
        ),
        (
            {"counted": counted("prior_arrest_rate", 62, start=date(2022, 4, 1)), "was": Decimal("61.4")},
            "should have said that 62% of the people charged with drug trafficking had been arrested for violence "
            "before. It said 61.4: an entry came in late.",
        ),
        (
            {"counted": counted("firearms_seized", 0), "was": Decimal(1)},
            "should have said 0 firearms seized. It said 1: an entry came in late.",
        ),
    ],
)
def test_a_correction_says_what_is_right_what_was_said_and_why(
    more: dict[str, object], sentence: str
) -> None:
    (text,) = said(written(corrections=[correction(**more)]), "correction")
    assert text.endswith(f"our bulletin {sentence}")


def test_a_correction_names_the_days_of_the_number_and_its_figure_is_defined() -> None:
    release = written(corrections=[correction(counted=counted("nrm_referrals", 9, start=date(2022, 10, 3)))])
    assert said(release, "correction")[0].startswith("For 3 October 2022 to 5 March 2023, our bulletin")
    assert any(d.startswith("Referrals to the National") for d in said(release, "definition"))


def test_a_correction_that_cannot_be_said_is_refused() -> None:
    with pytest.raises(BadDeclaration, match="what 'a whim' means"):
        written(corrections=[correction(reasons=("a whim",))])
    with pytest.raises(BadDeclaration, match="how a bulletin tells safety_plans"):
        written(corrections=[correction(counted=counted("safety_plans", 9))])


# Notes


def test_notes_say_as_of_when_and_what_the_figures_are_not() -> None:
    rule, note = said(written(), "note")
    assert rule == SMALL
    assert note.startswith("These figures of Northmoor Police show what the record held on 6 March 2023.")
    assert "An arrest or a charge is not a finding of guilt." in note


@pytest.mark.parametrize(
    ("sentence", "authority", "told"),
    [
        ("Drones flown.", "Clewline: its own; none other.", "Drones: Drones flown (Clewline)."),
        ("Drones flown; each once. `note` is why.", "Ours.", "Drones: Drones flown. Each once (Ours)."),
        # words in which a reader would find a result, or another body's week
        ("Drones flown; 12 arrests are 12.", "Ours", "Drones: Drones flown (Ours)."),
        ("Made 12 arrests.", "Ours", "Drones (Ours)."),
        (
            "Drones flown.",
            "NPCC release on the week of 23 to 29 June 2025",
            "Drones: Drones flown (NPCC release).",
        ),
        ("Drones flown.", "Kent Police, 2 June 2020: it says so", "Drones: Drones flown."),
    ],
)
def test_a_definition_keeps_what_does_not_mislead(sentence: str, authority: str, told: str) -> None:
    figure = replace(all_figures()["arrests"], title="Drones")
    definition = Definition(version="1", sentence=sentence, authority=authority, select="", examples=())
    assert explained(figure, definition) == told
