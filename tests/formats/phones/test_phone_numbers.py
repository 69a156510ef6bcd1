"""Numbers as exports write them, to E.164; only numbers that Ofcom and NANPA keep free for drama."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.phones.event import WITHHELD
from clewline.formats.phones.number import number, own_number
from clewline.formats.values import Unreadable

MOBILE = "+447700900123"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("07700 900123", MOBILE),
        ("+44 7700 900123", MOBILE),
        ("00447700900123", MOBILE),
        ("447700900123", MOBILE),
        ("+44 (0)7700-900123", MOBILE),
        ("7700900123", MOBILE),  # its zero was lost in a spreadsheet
        ("1632960123", "+441632960123"),
        ("01632\u00a0960123", "+441632960123"),
        ("07700\u2011900123", MOBILE),
        ("tel:+447700900123", MOBILE),
        ("sip:+447700900123@ims.example;user=phone", MOBILE),
        ("447700900123@s.whatsapp.net", MOBILE),
        ("+447700900123;ext=2", MOBILE),
        ("4.47700900123E+11", MOBILE),  # all its digits are there
        ("12025550123", "+12025550123"),  # of another country, without its plus
        ("001 202 555 0123", "+12025550123"),
        ("0770090012345", "+44770090012345"),  # longer than a real one, as made up for a simulation
        ("60006", "60006"),
        ("999", "999"),
        ("08001111", "+448001111"),
        ("0800111", "0800111"),
        ("960123", "960123"),
        ("9601234", "9601234"),  # seven digits of one town's number
        ("*#06#", "*#06#"),
        ("*100*0700#1", "*100*0700#1"),
        ("Parcels", "Parcels"),
        ("shop@example.com", "shop@example.com"),
        ("0000000", "0000000"),
        ("99999999999999999", "99999999999999999"),
    ],
)
def test_a_number_is_read_as_it_can_only_be_meant(text, found):
    assert number(text) == found


@pytest.mark.parametrize(
    "text", ["Withheld", "ANONYMOUS", " private ", "Unterdrückt", "masqué", "afgeschermd"]
)
def test_a_number_that_was_not_shown_is_withheld(text):
    assert number(text) == WITHHELD


@pytest.mark.parametrize("text", ["4.477E+11", "7,7E9", "4.4770E+11"])
def test_a_number_whose_last_digits_a_spreadsheet_took_is_refused(text):
    with pytest.raises(Unreadable) as caught:
        number(text)
    assert caught.value.rule == "number-in-scientific-notation"


def test_another_country_reads_its_own_numbers():
    assert number("202 555 0123", "US") == "+12025550123"


def test_the_phone_of_a_record_must_be_a_telephone_number():
    assert own_number("07700 900123") == MOBILE
    for text in ("60006", "withheld", "Parcels", "490154203237518"):
        with pytest.raises(Unreadable) as caught:
            own_number(text)
        assert caught.value.rule == "not-a-number-of-a-phone"


@given(
    st.integers(0, 999), st.sampled_from(["0{}", "+44{}", "44{}", "0044{}", "{}", "+44 (0) {}", "tel:+44{}"])
)
def test_every_spelling_of_a_number_is_one_number(last, spelling):
    national = f"7700900{last:03}"
    assert number(spelling.format(national)) == f"+44{national}"


@given(st.text(max_size=20))
def test_what_has_been_read_reads_as_itself(text):
    try:
        once = number(text)
    except Unreadable:
        return
    if once.startswith("+") and once[1:].isascii() and once[1:].isdigit():
        assert number(once) == once
