"""Identities of cells in octets, as networks send them and as retained data in XML write them, in hexadecimal.

The network is coded in three octets, two digits in each with the first in the lower half, a network code of two digits
filled with F (3GPP TS 24.008, 10.5.1.3, to which TS 29.002 and TS 29.274, 8.18 agree). After it stand:

- CGI: location area and cell, two octets each (TS 29.002, 17.7.8, CellGlobalIdOrServiceAreaIdFixedLength);
- SAI: location area and service area, two octets each (TS 23.003, 12.5);
- ECGI: four spare bits and 28 of the cell (TS 29.274, 8.21.5); NCGI: four spare bits and 36 (TS 38.413, 9.3.1.7).

User Location Information begins with an octet of flags that say which of these it holds (TS 29.274, 8.21).
"""

import re

from clewline.formats.phones.cell import cell
from clewline.formats.values import Unreadable

_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_ULI = 86
"""Type of the information element (TS 29.274, 8.1): some write its header of four octets with it."""
_PARTS = (
    ("cgi", 7),
    ("sai", 7),
    ("rai", 7),
    ("tai", 5),
    ("ecgi", 7),
    ("lai", 5),
    ("macro", 6),
    ("extended", 6),
)
"""What each flag, from the lowest bit, says is there, and its octets, in their order."""

_WRONG = Unreadable(
    "not-a-cell",
    "The octets of the cell are not those of one.",
    "Compare it with the source; ask the operator for the cell as country, network, area and cell.",
)


def global_cell(text: str) -> str:
    """Return a CGI of seven octets, or one written out, in one spelling.

    :raises Unreadable: it is neither.
    """
    return _cgi(_octets(text, 7)) if _HEX.fullmatch(text) else cell(text)


def service_area(text: str) -> str:
    """Return an SAI of seven octets, as `sai:234-10-5012-20411`.

    :raises Unreadable: it is none.
    """
    return _cgi(_octets(text, 7), "sai")


def eutran_cell(text: str) -> str:
    """Return an ECGI of seven octets, or one written out, in one spelling.

    :raises Unreadable: it is neither.
    """
    return _ecgi(_octets(text, 7)) if _HEX.fullmatch(text) else cell(text)


def nr_cell(text: str) -> str:
    """Return an NCGI of eight octets, or one written out, in one spelling.

    :raises Unreadable: it is neither.
    """
    if not _HEX.fullmatch(text):
        return cell(text)
    octets = _octets(text, 8)
    return f"ncgi:{_network(octets)}-{int.from_bytes(octets[3:]) & ((1 << 36) - 1)}"


def user_location(text: str) -> str | None:
    """Return the cell, or else the service area, of a User Location Information; none where it holds areas only.

    :raises Unreadable: its length is not that of what its flags say.
    """
    if not _HEX.fullmatch(text):
        raise _WRONG
    octets = bytes.fromhex(text)
    if octets[0] == _ULI and int.from_bytes(octets[1:3]) == len(octets) - 4:
        octets = octets[4:]
    at, found = 1, dict[str, bytes]()
    for bit, (name, length) in enumerate(_PARTS):
        if octets[:1] and octets[0] >> bit & 1:
            found[name] = octets[at : at + length]
            at += length
    if at != len(octets) or not found:
        raise _WRONG
    if "ecgi" in found:
        return _ecgi(found["ecgi"])
    if "cgi" in found:
        return _cgi(found["cgi"])
    return _cgi(found["sai"], "sai") if "sai" in found else None


def swapped(text: str) -> str:
    """Return the digits that octets hold with the first in their lower half (TS 29.002, TBCD-STRING), up to F."""
    pairs = (text[at : at + 2] for at in range(0, len(text), 2))
    return "".join(pair[::-1] for pair in pairs).upper().partition("F")[0]


def _octets(text: str, length: int) -> bytes:
    octets = bytes.fromhex(text)
    if len(octets) != length:
        raise _WRONG
    return octets


def _network(octets: bytes) -> str:
    digits = "".join(f"{octet & 15:x}{octet >> 4:x}" for octet in octets[:3])
    # The third digit of the network code stands between the country's last digit and the network's first.
    mcc, third, mnc = digits[:3], digits[3], digits[4:]
    mnc += "" if third == "f" else third
    if not (mcc + mnc).isdecimal():
        raise _WRONG
    return f"{mcc}-{mnc}"


def _cgi(octets: bytes, name: str = "cgi") -> str:
    return f"{name}:{_network(octets)}-{int.from_bytes(octets[3:5])}-{int.from_bytes(octets[5:])}"


def _ecgi(octets: bytes) -> str:
    return f"ecgi:{_network(octets)}-{int.from_bytes(octets[3:]) & ((1 << 28) - 1)}"
