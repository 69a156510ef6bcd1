"""Handsets and SIMs by their digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.phones.device import check_digit, imei, imsi
from clewline.formats.values import Unreadable

FOURTEEN = "49015420323751"


@pytest.mark.parametrize(
    "text",
    [
        FOURTEEN,
        f"{FOURTEEN}8",  # with its check digit (3GPP TS 23.003, annex B, has this example)
        f"{FOURTEEN}0",  # as networks send it
        f"{FOURTEEN}12",  # with a version of its software
        "49-015420-323751-8",
        f"{FOURTEEN}8.0",  # through a spreadsheet
    ],
)
def test_fourteen_fifteen_and_sixteen_digits_name_one_handset(text):
    assert imei(text) == FOURTEEN


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (FOURTEEN[:13], "not-an-imei"),
        (f"{FOURTEEN}123", "not-an-imei"),
        (f"{FOURTEEN}7", "imei-check-digit"),
        ("4.90154E+14", "number-in-scientific-notation"),
        (f"{FOURTEEN}X", "not-an-imei"),
    ],
)
def test_what_is_no_imei_is_refused(text, rule):
    with pytest.raises(Unreadable) as caught:
        imei(text)
    assert caught.value.rule == rule


@given(st.text("0123456789", min_size=14, max_size=14))
def test_a_check_digit_is_luhns(fourteen):
    digits = [int(d) for d in fourteen + check_digit(fourteen)]
    doubled = [d if at % 2 == 0 else sum(divmod(2 * d, 10)) for at, d in enumerate(reversed(digits))]
    assert sum(doubled) % 10 == 0
    assert imei(fourteen + check_digit(fourteen)) == fourteen


def test_an_imsi_has_fourteen_or_fifteen_digits():
    assert imsi("234 10 0000000001") == "234100000000001"
    assert imsi("23410000000001") == "23410000000001"
    for text, rule in (("2341000000001", "not-an-imsi"), ("2.3410E+14", "number-in-scientific-notation")):
        with pytest.raises(Unreadable) as caught:
            imsi(text)
        assert caught.value.rule == rule
