"""An age as people write it."""

from datetime import date

import pytest

from clewline.errors import BadInput
from clewline.formats.age_said import age_said

ON = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("15", 15),
        (" about  15 ", 15),
        ("aged 15", 15),
        ("15 years old", 15),
        ("15?", 15),
        ("0", 0),
        ("120", 120),
        ("29/11/2011", 15),
        ("30/11/2011", 14),
        ("3 May 2010", 16),
        ("3rd september 2010", 16),
        ("3-5-2010", 16),
        ("3.5.2010", 16),
        ("29/11/2026", 0),
        ("", None),
        ("not known", None),
        ("fifteen", None),
        ("31/2/2010", None),
        ("3 Florp 2010", None),
        ("5/13/2010", None),
        ("14 or 15", None),
    ],
)
def test_an_age_or_a_date_of_birth_is_read_and_what_is_neither_is_nothing(said: str, age: int | None) -> None:
    assert age_said(said, ON) == age


@pytest.mark.parametrize("said", ["121", "999", "30/11/2026", "1/1/1890"])
def test_an_age_that_nobody_has_is_refused(said: str) -> None:
    with pytest.raises(BadInput):
        age_said(said, ON)
