"""Identities of cells in their usual spellings: CGI, ECGI and NCGI (3GPP TS 23.003, sections 4.3.1, 19.6 and 19.6A).

A CGI is country code, network code, location area and cell; an ECGI is country, network and 28 bits (eNodeB and cell);
an NCGI is country, network and 36 bits. The network code has two or three digits, and 03 is not 003.
"""

import re
from collections.abc import Sequence

from clewline.formats.values import Unreadable

_SEP = "[-:./ ]"
_PLMN = rf"(?P<mcc>[2-7][0-9]{{2}}){_SEP}?(?P<mnc>[0-9]{{2,3}}|(?<={_SEP})[0-9])"
_CGI = re.compile(
    rf"(?:CGI[:= ]?)?{_PLMN}{_SEP}(?P<lac>[0-9]{{1,5}}){_SEP}(?P<ci>[0-9]{{1,9}})", re.IGNORECASE
)
_ECGI = re.compile(rf"E-?CGI[:= ]?{_PLMN}{_SEP}(?P<eci>[0-9]{{1,9}}|0x[0-9a-f]{{1,7}})", re.IGNORECASE)
_ENB = re.compile(rf"E-?CGI[:= ]?{_PLMN}{_SEP}(?P<enb>[0-9]{{1,7}}){_SEP}(?P<id>[0-9]{{1,3}})", re.IGNORECASE)
_NCGI = re.compile(rf"NCGI[:= ]?{_PLMN}{_SEP}(?P<nci>[0-9]{{1,11}}|0x[0-9a-f]{{1,9}})", re.IGNORECASE)
_PLAIN_ECI = re.compile(rf"{_PLMN}{_SEP}(?P<eci>[0-9]{{6,9}})", re.IGNORECASE)
_NAMED = re.compile(r"(?:E-?|N)?CGI[:=].*", re.IGNORECASE)
LONGEST_ECI, LONGEST_NCI = 28, 36
"""Bits of a cell's identity in 4G and 5G."""


def cell(text: str) -> str:
    """Return a cell's identity in one spelling, as `cgi:234-10-5012-20411`; an operator's own name stays as it is.

    :raises Unreadable: it is written as a CGI, ECGI or NCGI, and a number of it is out of its range or is none.
    """
    bare = text.strip()
    if found := _CGI.fullmatch(bare):
        lac, ci = int(found["lac"]), int(found["ci"])
        if lac > 0xFFFF or ci >= 1 << LONGEST_ECI:
            raise _out_of_range("CGI")
        # A cell of more than 16 bits is of a 3G network (TS 25.401, 6.1.5), whose lower half is the cell.
        return f"cgi:{_network(found)}-{lac}-{ci & 0xFFFF}"
    if found := _ENB.fullmatch(bare):
        if int(found["enb"]) > 0xFFFFF or int(found["id"]) > 0xFF:
            raise _out_of_range("ECGI")
        return f"ecgi:{_network(found)}-{int(found['enb']) * 256 + int(found['id'])}"
    if found := _ECGI.fullmatch(bare) or _PLAIN_ECI.fullmatch(bare):
        return f"ecgi:{_network(found)}-{_within(found['eci'], LONGEST_ECI, 'ECGI')}"
    if found := _NCGI.fullmatch(bare):
        return f"ncgi:{_network(found)}-{_within(found['nci'], LONGEST_NCI, 'NCGI')}"
    if _NAMED.fullmatch(bare):
        raise _not_numbers()
    return bare


def joined(parts: Sequence[str]) -> str:
    """Return the identity of a cell whose numbers stand in columns of their own.

    Four parts are country, network, location area and cell; three are country, network and a cell of 28 or 36 bits.
    Empty where one of them is empty or all are 0, as systems write that they have none.

    :raises Unreadable: a number is out of its range, or is no whole number.
    """
    words = [part.strip().removesuffix(".0") for part in parts]
    if not all(words) or not any(word.strip("0") for word in words):
        return ""
    if len(words) == 4:
        return cell(f"CGI:{'-'.join(words)}")
    kind = "NCGI" if words[-1].isdecimal() and int(words[-1]) >= 1 << LONGEST_ECI else "ECGI"
    if len(words) != 3:
        raise _not_numbers()
    return cell(f"{kind}:{'-'.join(words)}")


def _network(found: re.Match[str]) -> str:
    mcc, mnc = found["mcc"], found["mnc"]
    if len(mnc) == 1:
        # A spreadsheet took the zero. Networks of Europe have two digits (ITU-T E.212, annex A).
        if mcc[0] != "2":
            raise Unreadable(
                "network-code-lost-its-zero",
                "The network code of the cell has one digit; it may have had one zero before it or two.",
                "Ask for the network code as text.",
            )
        mnc = f"0{mnc}"
    return f"{mcc}-{mnc}"


def _within(text: str, bits: int, name: str) -> int:
    value = int(text, 16 if text[:2].lower() == "0x" else 10)
    if value >= 1 << bits:
        raise _out_of_range(name)
    return value


def _out_of_range(name: str) -> Unreadable:
    return Unreadable(
        "cell-out-of-range",
        f"The cell is written as a {name}, and one of its numbers is too large for one.",
        "Compare it with the source; check which columns make up the cell.",
    )


def _not_numbers() -> Unreadable:
    return Unreadable(
        "not-a-cell",
        "The numbers that make up the cell are not those of one: country, network, area and cell.",
        "Check which columns make up the cell, and that they hold whole numbers.",
    )
