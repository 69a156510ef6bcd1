"""Whatever a text is made of, it is read: no number is left out, and every quote stands where it says."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.read.naughty import NAUGHTY
from bulletin.read.stories import aside, told
from clewline.bulletin.claim import REASONS, as_json
from clewline.bulletin.read import read
from clewline.formats.stated.numbers import SMALL_NUMBERS

_WORD = re.compile(r"(?<![\w'’])\w+(?![\w'’])")
_WORDS = (
    *(
        "5",
        "12",
        "1,234",
        "2024",
        "3",
        "40",
        "one",
        "twenty",
        "hundred",
        "thousand",
        "half",
        "no",
        "a",
        "k",
        "%",
        "£",
    ),
    *(
        "kg",
        "per cent",
        "March",
        "Monday",
        "to",
        "and",
        "of",
        "of them",
        "between",
        "since",
        "including",
        "in",
        "the",
    ),
    *(
        "arrests",
        "people",
        "knives",
        "lines",
        "cash",
        "heroin",
        "children",
        "arrested",
        "seized",
        "charged",
        "were",
    ),
    *(
        "more than",
        "up",
        "aged",
        "years",
        "old",
        "Kent Police",
        "Dover",
        "week",
        "(",
        ")",
        ",",
        ".",
        ":",
        ";",
        "-",
        "|",
    ),
    *(
        "\n",
        "\n\n",
        "\n• ",
        "\n1. ",
        "\t",
        "  ",
        "Arrests:",
        "Caption:",
        "worth",
        "by",
        "from",
        "jailed",
        "hope to",
    ),
)
"""What bulletins are made of: put together at random it is met by every rule."""
_HARD = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(categories=("Nd", "No", "Nl", "Zs", "Cf", "Mn", "Sc", "Po"))),
    st.lists(st.sampled_from(NAUGHTY), max_size=12).map(" ".join),
    st.lists(st.sampled_from(NAUGHTY), max_size=12).map("".join),
    st.lists(st.one_of(st.sampled_from(_WORDS), st.sampled_from(NAUGHTY)), max_size=60).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join),
)


def _numbers(text: str) -> list[tuple[int, int]]:
    """Return the numbers of a text as a child would point at them: digits, signs of numbers, words of numbers."""
    signs = [(i, i + 1) for i, c in enumerate(text) if unicodedata.category(c) in ("Nd", "No", "Nl")]
    return signs + [m.span() for m in _WORD.finditer(text) if m[0].lower() in SMALL_NUMBERS]


def _is_read(text: str, published: date | None = None) -> None:
    reading = read(text, published)
    taken = [c.quote for c in reading.claims] + [a.quote for a in reading.set_aside]
    for quote in taken:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
    assert {a.reason for a in reading.set_aside} <= set(REASONS)
    for start, end in _numbers(text):
        assert any(q.start <= start and end <= q.end for q in taken), text[start:end]
    for claim in reading.claims:
        assert as_json(claim)["value"] >= 0
    assert read(text, published) == reading


@given(_HARD, st.sampled_from((None, date(2024, 2, 29))))
@example("two hundred and " * 60, None)
@example("Arrests." + " " * 400 + "a 5 men", None)
@example("week" + " " * 400 + "3 March", None)
def test_every_number_of_any_text_is_accounted_for(text, published):
    _is_read(text, published)


@pytest.mark.parametrize("text", NAUGHTY, ids=ascii)
def test_a_naughty_string_is_read_alone_and_in_a_sentence(text):
    _is_read(text)
    _is_read(f"Officers seized {text} and made 12 arrests.")
    _is_read(f"{text}\n\nArrests: {text}\n• {text} people charged\n")


@pytest.mark.parametrize("text", ["5½kg of heroin was seized.", "Officers seized ½ kilo of heroin."])
def test_a_sign_that_is_a_fraction_is_not_read_as_something_else(text):
    assert not told(text)
    assert "not understood" in aside(text).values()


def test_how_large_each_block_is_is_no_amount():
    assert aside("Officers seized one-kilo blocks of cocaine.") == {"one-kilo": "not a result"}
    assert aside("The van, a 7.5-tonne Iveco, was hired.") == {"7.5-tonne": "not a result"}


def test_a_half_behind_digits_is_added():
    assert told("Officers seized 2 and a half kilos of heroin.") == [
        "drugs_seized_weight 2.5 kg (drug=heroin)"
    ]
    assert told("Officers seized 2.25 and a half kilos of heroin.")[0].startswith("drugs_seized_weight 2.75")


def test_more_digits_than_fifteen_are_no_count():
    assert aside(f"Officers made {'1' * 16} arrests.") == {"1" * 16: "not understood"}
    assert aside("Officers made 1,111,111,111,111,111 arrests.") == {
        "1,111,111,111,111,111": "not understood"
    }


def test_days_in_capitals_are_days():
    (claim,) = read("FROM 9 TO 15 OCTOBER 2023 officers made 12 arrests.").claims
    assert (claim.period.start, claim.period.end) == (date(2023, 10, 9), date(2023, 10, 15))


def test_a_sum_without_end_is_not_understood():
    assert aside("Officers seized 5 million million million arrests.") == {
        "5 million million million": "not understood"
    }


def test_the_year_to_a_leap_day_begins_on_the_first_of_march():
    (claim,) = read("In the year to 29 February 2024 officers made 40 arrests.").claims
    assert (claim.period.start, claim.period.end) == (date(2023, 3, 1), date(2024, 2, 29))


def test_a_table_that_lost_its_lines_is_set_aside_as_one():
    reading = read("Arrests " + "65 12 40 " * 21)
    assert not reading.claims
    assert [a.reason for a in reading.set_aside] == ["not understood"]
    assert reading.set_aside[0].quote.text.count("65") == 21


def test_sixty_numbers_of_a_sentence_are_read_one_by_one():
    assert len(read("Officers made " + "5 arrests, " * 60).claims) == 60


def test_a_long_gap_in_a_line_is_a_gap():
    assert told("Arrests." + " " * 3000 + "Officers made 5 arrests.") == ["arrests 5 people"]
    assert told(f"Arrests{' ' * 20}5\nCharges{' ' * 20}6")[:1] == ["arrests 5 people"]
