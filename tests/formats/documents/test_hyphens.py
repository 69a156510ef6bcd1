"""A hyphen at a line's end: the word's own stays, the line's goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.documents.hyphens import joined, known_words

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("first", "second", "reads"),
    [
        ("were safe-", "guarded by", "were safeguarded by"),
        ("the of‐", "fenders", "the offenders"),
        ("were safe\u00ad", "guarded", "were safeguarded"),
        ("two line-", "holders were", "two line-holders were"),
        ("two line‐", "holders", "two line-holders"),
        ("twenty-", "one arrests", "twenty-one arrests"),
        ("sixty-", "eight", "sixty-eight"),
        ("aged 16-", "year-old", "aged 16-year-old"),
        ("a 16-year-", "old boy", "a 16-year-old boy"),
        ("the Anglo-", "Welsh border", "the Anglo-Welsh border"),
        ("between 10-", "12 May", "between 10-12 May"),
        ("first-", "time", "first-time"),
        ("the week -", "a busy one", "the week - a busy one"),
        ("the week –", "a busy one", "the week – a busy one"),
        ("the week—", "a busy one", "the week—a busy one"),
        ("and/", "or", "and/or"),
        ("safe-", "“guarded”", "safe- “guarded”"),
        ("plain", "words", "plain words"),
        ("-", "words", "- words"),
    ],
)
def test_a_hyphen_stays_or_goes(first: str, second: str, reads: str):
    assert joined(first, second, NOTHING) == reads
    assert joined(first + " ", "  " + second, NOTHING) == reads


def test_the_rest_of_the_text_decides_before_any_rule():
    text = [
        "A county wide search, and a law‐abiding town.",
        "Two lineholders and a re-",
        "form. Police reform Anytown.",
    ]
    known = known_words(text)
    assert joined("Line-", "holders", known) == "Lineholders"
    assert joined("a re-", "form", known) == "a reform"
    assert joined("law-", "abiding", known_words(["The law-abiding are safe."])) == "law-abiding"
    assert joined("un-", "told", known_words(["an un-told story"])) == "un-told"
    # The halves that a line end makes are no words of the text.
    assert "safe" not in known_words(["they were safe-", "guarded then"])
    assert "guarded" not in known_words(["they were safe-", "guarded then"])


@given(st.text("abc 1-‐\u00ad/—A", max_size=8), st.text("abc 1-A", max_size=8))
def test_no_letter_or_digit_is_lost(first: str, second: str):
    def kept(text: str) -> str:
        return "".join(c for c in text if c.isalnum())

    assert kept(joined(first, second, NOTHING)) == kept(first + second)
