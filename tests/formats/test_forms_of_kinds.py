"""What a form of a kind asks for, and what it holds of an entry that is to be corrected."""

from datetime import date

import pytest

from clewline.formats.by_hand import DAY, REFERENCE, read, reference_of, written
from clewline.formats.rows import Draft
from clewline.formats.values import Lists

LISTS = Lists({"MD71170"}, {}, {"kent": "kent"})
TODAY = date(2023, 3, 6)


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
