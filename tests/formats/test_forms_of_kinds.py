"""What a form of a kind asks for, and what it holds of an entry that is to be corrected."""

from datetime import date

import pytest

from clewline.formats.by_hand import DAY, REFERENCE, read, reference_of, written
from clewline.formats.rows import Draft
from clewline.formats.values import Lists

LISTS = Lists({"MD71170"}, {}, {"kent": "kent"})
TODAY = date(2023, 3, 6)
OFFER = {"force": "kent", "person": "P1", "programme": "Boxing"}


def made(kind: str, **said: str) -> Draft:
    found = read(kind, said, lists=LISTS, today=TODAY, made="made-1")
    assert isinstance(found, Draft), found
    return found


def test_a_form_holds_what_was_recorded_so_that_it_can_be_corrected() -> None:
    said = {REFERENCE: "C1", DAY: "01/03/2023", "force": "kent", "person": "P1", "age": "16"}
    arrest = made("arrest", **said)
    held = written(arrest, "arrest")
    assert {name: held[name] for name in said} == said | {DAY: date(2023, 3, 1), "age": 16}


@pytest.mark.parametrize(
    ("kind", "said", "subject"),
    [
        ("operation", {DAY: "01/03/2023", "name": "Orochi", "force": "kent"}, "Orochi"),
        (
            "line_assessment",
            {DAY: "01/03/2023", "line": "L1", "force": "kent", "status": "active"},
            "L1/01/03/2023",
        ),
        (
            "line_assessment",
            {DAY: "1/3/2023", "line": "L1", "force": "kent", "status": "active"},
            "L1/01/03/2023",
        ),
        ("programme_offered", {DAY: "1/3/2023", **OFFER, "offered_by": "Jo"}, "kent/P1/Boxing/01/03/2023"),
        (
            "programme_outcome",
            {
                DAY: "5/3/2023",
                "offered_on": "2022-12-05",
                "after": "3 months",
                "outcome": "completed",
                **OFFER,
            },
            "kent/P1/Boxing/2022-12-05/3 months",
        ),
    ],
)
def test_a_thing_that_its_fields_name_is_asked_for_no_reference(
    kind: str, said: dict[str, str], subject: str
) -> None:
    assert reference_of(kind) is None
    found = read(kind, said, lists=LISTS, today=TODAY, made="made-1")
    assert isinstance(found, Draft), found
    assert found.subject == subject
    assert REFERENCE not in written(found, kind)


def test_a_form_asks_to_which_offer_an_outcome_belongs() -> None:
    said = {DAY: "05/03/2023", "after": "3 months", "outcome": "completed", **OFFER}
    found = read("programme_outcome", said, lists=LISTS, today=TODAY, made="made-1")
    assert isinstance(found, list) and [(one.column, one.rule) for one in found] == [
        ("offered_on", "missing")
    ]
