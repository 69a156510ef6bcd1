"""Cells in their spellings and in octets; 03 is not 003."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.phones import cell_octets as octets
from clewline.formats.phones.cell import cell, joined
from clewline.formats.values import Unreadable


def rule(read, *given_to) -> str:
    with pytest.raises(Unreadable) as caught:
        read(*given_to)
    return caught.value.rule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("234-10-5012-20411", "cgi:234-10-5012-20411"),
        ("CGI:234/10/5012/20411", "cgi:234-10-5012-20411"),
        ("23410-05012-20411", "cgi:234-10-5012-20411"),
        ("234-03-5012-20411", "cgi:234-03-5012-20411"),
        ("234-003-5012-20411", "cgi:234-003-5012-20411"),
        ("234-3-5012-20411", "cgi:234-03-5012-20411"),  # a spreadsheet took the zero; Europe has two digits
        ("234-10-5012-13127691", "cgi:234-10-5012-20491"),  # 28 bits of 3G
        ("ECGI:234-10-1283073", "ecgi:234-10-1283073"),
        ("ecgi 234-10-0x139401", "ecgi:234-10-1283073"),
        ("E-CGI:234-10-5012-1", "ecgi:234-10-1283073"),  # eNodeB and cell
        ("234-10-1283073", "ecgi:234-10-1283073"),
        ("NCGI:234-10-68719476735", "ncgi:234-10-68719476735"),
        ("NCGI:234-10-0xFFFFFFFFF", "ncgi:234-10-68719476735"),
        (" Site 4, sector B ", "Site 4, sector B"),
        ("12345", "12345"),
    ],
)
def test_a_cell_has_one_spelling_and_an_operators_own_name_stays(text, found):
    assert cell(text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("234-10-70000-1", "cell-out-of-range"),
        ("234-10-1-268435456", "cell-out-of-range"),
        ("ECGI:234-10-268435456", "cell-out-of-range"),
        ("ECGI:234-10-1048576-1", "cell-out-of-range"),
        ("ECGI:234-10-1-256", "cell-out-of-range"),
        ("NCGI:234-10-68719476736", "cell-out-of-range"),
        ("CGI:234-10-139A-4FBB", "not-a-cell"),
        ("310-4-5012-20411", "network-code-lost-its-zero"),
    ],
)
def test_a_cell_that_cannot_be_is_refused(text, why):
    assert rule(cell, text) == why


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (["234", "03", "5012", "20411"], "cgi:234-03-5012-20411"),
        (["234", "3", "5012", "20411"], "cgi:234-03-5012-20411"),
        (["234.0", "10.0", "5012.0", "20411.0"], "cgi:234-10-5012-20411"),
        (["234", "10", "1283073"], "ecgi:234-10-1283073"),
        (["234", "10", "268435456"], "ncgi:234-10-268435456"),
        (["234", "10", "", ""], ""),
        (["0", "0", "0", "0"], ""),
    ],
)
def test_the_numbers_of_a_cell_in_columns_of_their_own_are_put_together(parts, found):
    assert joined(parts) == found


@pytest.mark.parametrize(
    "parts", [["234", "10", "139A", "4FBB"], ["234", "10"], ["234", "10", "1", "2", "3"]]
)
def test_what_does_not_make_up_a_cell_is_refused(parts):
    assert rule(joined, parts) == "not-a-cell"


@given(st.text(max_size=30))
def test_a_cell_read_twice_is_as_read_once(text):
    try:
        once = cell(text)
    except Unreadable:
        return
    assert cell(once) == once


CGI, ECI = "32F401" + "1394" + "4FBB", "32F401" + "00139401"


@pytest.mark.parametrize(
    ("read", "text", "found"),
    [
        (octets.global_cell, CGI, "cgi:234-10-5012-20411"),
        (octets.global_cell, "32F430" + "13944FBB", "cgi:234-03-5012-20411"),
        (octets.global_cell, "323400" + "13944FBB", "cgi:234-003-5012-20411"),
        (octets.global_cell, "234-10-5012-20411", "cgi:234-10-5012-20411"),
        (octets.service_area, CGI, "sai:234-10-5012-20411"),
        (octets.eutran_cell, ECI, "ecgi:234-10-1283073"),
        (octets.eutran_cell, "ECGI:234-10-1283073", "ecgi:234-10-1283073"),
        (octets.nr_cell, "32F401" + "0FFFFFFFFF", "ncgi:234-10-68719476735"),
        (octets.nr_cell, "NCGI:234-10-5", "ncgi:234-10-5"),
        (octets.user_location, "01" + CGI, "cgi:234-10-5012-20411"),
        (octets.user_location, "02" + CGI, "sai:234-10-5012-20411"),
        (octets.user_location, "18" + "32F4011394" + ECI, "ecgi:234-10-1283073"),
        (octets.user_location, "11" + CGI + ECI, "ecgi:234-10-1283073"),
        (
            octets.user_location,
            "56000800" + "10" + ECI,
            "ecgi:234-10-1283073",
        ),  # with the element's own header
        (octets.user_location, "08" + "32F4011394", None),  # an area, and no cell
    ],
)
def test_octets_are_read_as_3gpp_codes_them(read, text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (octets.global_cell, CGI[:-2]),
        (octets.global_cell, "A2F401" + "13944FBB"),
        (octets.user_location, "no octets"),
        (octets.user_location, "01" + CGI + "00"),
        (octets.user_location, "00"),
        (octets.user_location, "56000000"),
    ],
)
def test_octets_that_are_no_cell_are_refused(read, text):
    assert rule(read, text) == "not-a-cell"


@given(st.integers(200, 799), st.integers(0, 99), st.integers(0, 65535), st.integers(0, 65535))
def test_a_cell_put_into_octets_is_read_back(mcc, mnc, lac, ci):
    digits = f"{mcc:03}F{mnc:02}"
    plmn = "".join(pair[::-1] for pair in (digits[:2], digits[2:4], digits[4:]))
    assert octets.global_cell(f"{plmn}{lac:04X}{ci:04X}") == f"cgi:{mcc:03}-{mnc:02}-{lac}-{ci}"


@given(st.text("0123456789", min_size=15, max_size=15))
def test_digits_in_swapped_octets_are_read_back(digits):
    padded = digits + "F"
    assert octets.swapped("".join(padded[at : at + 2][::-1] for at in range(0, 16, 2))) == digits
