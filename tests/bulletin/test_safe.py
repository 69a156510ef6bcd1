"""No text becomes a formula, however it hides that it is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.bulletin.safe import spreadsheet_safe

SPACES = " \t\r\n\u00a0\ufeff\u200b\u2028"


@pytest.mark.parametrize(
    "text", ["＝1+1", "＋44", "－1", "＠SUM", "﹦1", "\u200b=1", "\ufeff+1", "|x", "％1"]
)
def test_wide_forms_and_hidden_beginnings_are_made_text(text: str) -> None:
    assert spreadsheet_safe(text) == "'" + text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Moss; =1+1", "Moss; '=1+1".replace("; '", ";' ")),
        ('a;"=1+1', "a;'\"=1+1"),
        ("a\n=1", "a\n'=1"),
        ("a;b", "a;b"),
        ("a = 1", "a = 1"),
        ("   ", "   "),
    ],
)
def test_a_parting_inside_a_text_begins_no_formula(text: str, safe: str) -> None:
    assert spreadsheet_safe(text) == safe


@given(st.text(alphabet=SPACES, max_size=4), st.sampled_from("=+-@|%＝＋－＠"), st.text(max_size=20))
def test_whatever_stands_before_it_a_formula_is_found(before: str, start: str, rest: str) -> None:
    assert str(spreadsheet_safe(before + start + rest)).startswith("'")
