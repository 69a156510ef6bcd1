"""Telephone numbers as they are written in exports, to E.164, by Google's library; nothing is guessed."""

import re

import phonenumbers

from clewline.formats.phones.event import WITHHELD
from clewline.formats.values import Unreadable

_HIDDEN = {
    "withheld",
    "anonymous",
    "unavailable",
    "private",
    "restricted",
    "unknown",
    "number withheld",
    "no caller id",
    "private number",
    "caller withheld",
}
_SCHEME = re.compile(r"(?:tel|sips?|sms|mailto):", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s().\-/\u00a0\u2010-\u2015]+")
_SCIENTIFIC = re.compile(r"[+-]?([0-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})")
_DIGITS = re.compile(r"\+?[0-9*#]+")
SHORTEST = 7
"""Digits below which a number is a short code, kept as it was sent."""

_SPOILED = Unreadable(
    "number-in-scientific-notation",
    "A spreadsheet has turned the number into scientific notation, and its last digits are gone.",
    "Export the column as text, without opening the file in a spreadsheet.",
)


def number(text: str, country: str = "GB") -> str:
    """Return a number in E.164, `withheld`, or a short code or a sender's name as it was sent.

    `country` is the one whose numbers are written without their country code (ISO 3166, two letters). A number that
    lost its leading zero in a spreadsheet is told by its first digits only for `GB` mobiles, where 7 begins nothing
    else.

    :raises Unreadable: it is in scientific notation and its digits are gone.
    """
    bare = _SCHEME.sub("", text.strip(), count=1).split("@")[0].split(";")[0].strip()
    if bare.casefold() in _HIDDEN:
        return WITHHELD
    if found := _SCIENTIFIC.fullmatch(bare):
        digits = found[1] + (found[2] or "")
        if len(digits) != int(found[3]) + 1:
            raise _SPOILED
        bare = digits
    packed = _PUNCTUATION.sub("", bare)
    if not _DIGITS.fullmatch(packed) or len(packed.lstrip("+")) < SHORTEST or set(packed) & set("*#"):
        return bare
    return _e164(packed, country)


def own_number(text: str, country: str = "GB") -> str:
    """Return the number of the phone that a record is about, in E.164.

    :raises Unreadable: it is no telephone number.
    """
    found = number(text, country)
    if not found.startswith("+"):
        raise Unreadable(
            "not-a-number-of-a-phone",
            "The number of the phone that the record is about is no telephone number.",
            "Check which column holds it; ask the operator for the number in full.",
        )
    return found


def _e164(packed: str, country: str) -> str:
    code = str(phonenumbers.country_code_for_region(country))
    digits = packed.lstrip("+")
    if packed.startswith("+"):
        written = packed
    elif digits.startswith("00"):
        written = f"+{digits[2:]}"
    elif digits.startswith("0"):
        written = digits
    elif digits.startswith(code) and len(digits) >= len(code) + 9:
        written = f"+{digits}"
    else:
        # National without its zero (a spreadsheet took it), or a number of a country without one.
        written = f"+{code}{digits}"
        found = _parsed(written, country)
        if found is None or not phonenumbers.is_possible_number(found):
            return digits
    found = _parsed(written, country)
    if found is None:
        return digits
    # Numbers longer than a real one (as those made up for tests) keep all their digits.
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))


def _parsed(written: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return None
