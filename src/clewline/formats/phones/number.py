"""Telephone numbers as they are written in exports, to E.164, by Google's library; nothing is guessed."""

import re
from functools import lru_cache

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
    "anonym",
    "unbekannt",
    "unterdrückt",
    "anonyme",
    "inconnu",
    "masqué",
    "numéro masqué",
    "anoniem",
    "onbekend",
    "afgeschermd",
}
_SCHEME = re.compile(r"(?:tel|sips?|sms):", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s().\-/\u00a0\u2010-\u2015]+")
_SCIENTIFIC = re.compile(r"\+?([0-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})")
_DIGITS = re.compile(r"\+?[0-9*#]+")
SHORTEST = 7
"""Digits below which a number is a short code, kept as it was sent."""

_SPOILED = Unreadable(
    "number-in-scientific-notation",
    "A spreadsheet has turned the number into scientific notation, and its last digits are gone.",
    "Export the column as text, without opening the file in a spreadsheet.",
)


@lru_cache(1 << 16)  # the same numbers stand in most records, and the library takes its time over each
def number(text: str, country: str = "GB") -> str:
    """Return a number in E.164, `withheld`, or a short code or a sender's name as it was sent.

    `country` is the one whose numbers are written without their country code (ISO 3166, two letters). Digits alone
    that are neither with a zero nor with its country code have lost a leading zero in a spreadsheet, or are of another
    country without the plus: the first where their count allows it, unless only the second is a number in use. Where
    neither can be, the digits stay as they are, without a plus.

    :raises Unreadable: it is in scientific notation and its digits are gone.
    """
    bare = text.strip()
    named, _, domain = bare.partition("@")
    scheme = _SCHEME.match(named)
    if domain and (scheme or _DIGITS.fullmatch(named)):
        # The digits before the domain of an address of SIP or of a messenger; an e-mail address stays whole.
        bare = named
    bare = bare[scheme.end() :] if scheme else bare
    bare = bare.partition(";")[0].strip()
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
    written: str | None
    if packed.startswith("+"):
        written = packed
    elif digits.startswith("00"):
        written = f"+{digits[2:]}"
    elif digits.startswith("0"):
        written = digits
    elif digits.startswith(code) and len(digits) >= len(code) + 9:
        written = f"+{digits}"
    else:
        written = _without_plus(digits, code)
    found = _parsed(written, country) if written else None
    if found and written == digits and _too_short(found):
        return digits
    # Numbers longer than a real one (as those made up for tests) keep all their digits.
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)) if found else digits


def _without_plus(digits: str, code: str) -> str | None:
    """Return digits that begin with neither zero nor the country's code as an E.164 number, if they can be one."""
    national, foreign = _parsed(f"+{code}{digits}", None), _parsed(f"+{digits}", None)
    if national and _complete(national) and (_in_use(national) or not _in_use(foreign)):
        return f"+{code}{digits}"
    return f"+{digits}" if _in_use(foreign) else None


def _complete(found: phonenumbers.PhoneNumber) -> bool:
    """Whether its digits are as many as a number's of its country, and no fewer than those of more than one town."""
    reason = phonenumbers.is_possible_number_with_reason(found)
    return bool(reason == phonenumbers.ValidationResult.IS_POSSIBLE and not _too_short(found))


def _too_short(found: phonenumbers.PhoneNumber) -> bool:
    # Few digits are possible by their count in many plans; only those in use are taken for whole.
    return len(str(found.national_number)) < 9 and not _in_use(found)


def _in_use(found: phonenumbers.PhoneNumber | None) -> bool:
    return found is not None and bool(phonenumbers.is_valid_number(found))


def _parsed(written: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return None
