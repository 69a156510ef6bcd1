"""A phone as a person names it, and as the rows of a case know it."""

from clewline.case.scope import identifiers


def phone_named(text: str) -> str:
    """Return the identifier by which rows know a phone: its number in E.164, `imsi:` or `imei:` and digits.

    :raises BadInput: it cannot be read.
    """
    found = identifiers([text.replace("imei:", "IMEI ").replace("imsi:", "IMSI ")])
    named = (*found.numbers, *(f"imsi:{i}" for i in found.imsis), *(f"imei:{i}" for i in found.imeis))
    return named[0]
