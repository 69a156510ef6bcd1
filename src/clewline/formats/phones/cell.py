"""Identities of cells in their usual spellings: CGI, ECGI and NCGI (3GPP TS 23.003, sections 4.3.1, 19.6 and 19.6A).

A CGI is country code, network code, location area and cell; an ECGI is country, network and 28 bits (eNodeB and cell);
an NCGI is country, network and 36 bits. The network code has two or three digits, and 03 is not 003.
"""

import re
from collections.abc import Sequence

from clewline.formats.values import Unreadable

_PLMN = r"(?P<mcc>[2-7][0-9]{2})[-:./ ]?(?P<mnc>[0-9]{2,3})"
_CGI = re.compile(
    rf"(?:CGI[:= ]?)?{_PLMN}[-:./ ](?P<lac>[0-9]{{1,5}})[-:./ ](?P<ci>[0-9]{{1,5}})", re.IGNORECASE
)
_ECGI = re.compile(rf"(?:E-?CGI[:= ]?){_PLMN}[-:./ ](?P<eci>[0-9]{{1,9}}|0x[0-9a-f]{{1,7}})", re.IGNORECASE)
_ENB = re.compile(
    rf"(?:E-?CGI[:= ]?){_PLMN}[-:./ ](?P<enb>[0-9]{{1,7}})[-:./ ](?P<id>[0-9]{{1,3}})", re.IGNORECASE
)
_NCGI = re.compile(rf"(?:NCGI[:= ]?){_PLMN}[-:./ ](?P<nci>[0-9]{{1,11}}|0x[0-9a-f]{{1,9}})", re.IGNORECASE)
_PLAIN_ECI = re.compile(rf"{_PLMN}[-:./ ](?P<eci>[0-9]{{6,9}})", re.IGNORECASE)


def cell(text: str) -> str:
    """Return a cell's identity in one spelling, as `cgi:234-10-5012-20411`; an operator's own name stays as it is.

    :raises Unreadable: it is written as a CGI, ECGI or NCGI, and a number of it is out of its range.
    """
    bare = text.strip()
    if found := _CGI.fullmatch(bare):
        if not (int(found["lac"]) <= 0xFFFF and int(found["ci"]) <= 0xFFFF):
            raise _out_of_range("CGI")
        return f"cgi:{_network(found)}-{int(found['lac'])}-{int(found['ci'])}"
    if found := _ENB.fullmatch(bare):
        if int(found["enb"]) > 0xFFFFF or int(found["id"]) > 0xFF:
            raise _out_of_range("ECGI")
        return f"ecgi:{_network(found)}-{int(found['enb']) * 256 + int(found['id'])}"
    if found := _ECGI.fullmatch(bare) or _PLAIN_ECI.fullmatch(bare):
        return f"ecgi:{_network(found)}-{_within(found['eci'], 28, 'ECGI')}"
    if found := _NCGI.fullmatch(bare):
        return f"ncgi:{_network(found)}-{_within(found['nci'], 36, 'NCGI')}"
    return bare


def joined(parts: Sequence[str]) -> str:
    """Return the identity of a cell whose numbers stand in columns of their own; empty where one of them is empty.

    Four parts are country, network, location area and cell; three are country, network and a cell of 28 or 36 bits.

    :raises Unreadable: a number is out of its range.
    """
    if not all(part.strip() for part in parts):
        return ""
    words = [part.strip().removesuffix(".0") for part in parts]
    if len(words) == 4:
        # A cell of more than 16 bits is of a 3G network, whose lower half is the cell.
        lac, ci = words[2], words[3]
        if lac.isdigit() and ci.isdigit() and 0xFFFF < int(ci) < 1 << 28:
            words[3] = str(int(ci) & 0xFFFF)
        return cell(f"CGI:{'-'.join(words)}")
    kind = "NCGI" if len(words) == 3 and words[2].isdigit() and int(words[2]) >= 1 << 28 else "ECGI"
    return cell(f"{kind}:{'-'.join(words)}")


def _network(found: re.Match[str]) -> str:
    return f"{found['mcc']}-{found['mnc']}"


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
