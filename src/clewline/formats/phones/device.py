"""Identities of handsets and SIMs: IMEI (3GPP TS 23.003, section 6.2) and IMSI (section 2.2)."""

import re

from clewline.formats.values import Unreadable

_SEPARATORS = re.compile(r"[\s\-/.]+")


def imei(text: str) -> str:
    """Return the 14 digits that name a handset.

    An IMEI is written with 14 digits, with a fifteenth that is a check digit or 0 (as networks send it), or as an
    IMEISV of 16, whose last two are the software version; the first 14 are the handset in each.

    :raises Unreadable: it has another length, letters, or a check digit that does not fit.
    """
    digits = _digits(text, "IMEI")
    if len(digits) not in (14, 15, 16):
        raise Unreadable(
            "not-an-imei", "An IMEI has 14 to 16 digits.", "Ask for the IMEI as text; a spreadsheet cuts it."
        )
    if len(digits) == 15 and digits[14] not in ("0", check_digit(digits[:14])):
        raise Unreadable(
            "imei-check-digit",
            "The last digit of the IMEI does not fit the others.",
            "Compare it with the source: a digit was misread or lost.",
        )
    return digits[:14]


def imsi(text: str) -> str:
    """Return the digits of an IMSI.

    :raises Unreadable: it has other than 14 or 15 digits.
    """
    digits = _digits(text, "IMSI")
    if len(digits) not in (14, 15):
        raise Unreadable(
            "not-an-imsi", "An IMSI has 14 or 15 digits.", "Ask for the IMSI as text; a spreadsheet cuts it."
        )
    return digits


def check_digit(fourteen: str) -> str:
    """Return the check digit of an IMEI's first 14 digits (Luhn's, 3GPP TS 23.003, annex B)."""
    total = 0
    for at, digit in enumerate(fourteen):
        value = int(digit) * (2 if at % 2 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def _digits(text: str, name: str) -> str:
    # A spreadsheet's ".0" is no digit of the identity.
    packed = _SEPARATORS.sub("", re.sub(r"(?<=[0-9]{10})\.0$", "", text.strip()))
    if re.fullmatch(r"[0-9.,]+[eE]\+?[0-9]+", text.strip()):
        raise Unreadable(
            "number-in-scientific-notation",
            f"A spreadsheet has turned the {name} into scientific notation, and its last digits are gone.",
            "Export the column as text, without opening the file in a spreadsheet.",
        )
    if not re.fullmatch(r"[0-9]+", packed):
        raise Unreadable(
            f"not-an-{name.lower()}", f"The {name} holds other than digits.", "Correct it at its source."
        )
    return packed
