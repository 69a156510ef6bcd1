"""One phone's records as the interface for retained data hands them over: XML of ETSI TS 102 657.

Each record holds a party for each side of the use; of the other side only the number is known, and its cell is not.
"""

from xml.sax.saxutils import escape

from clewline.simulate.phones.casefile import CaseFile, Use
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.contacts import CALL
from clewline.simulate.phones.period import utc
from clewline.simulate.tables import SimulatedFile

NAMESPACE = "http://uri.etsi.org/02657/v1.28.1#/RetainedData"
ROLES = {"call": ("originating-Party", "terminating-Party"), "text": ("smsOriginator", "smsRecipient")}
"""Role of the side that began the use, and of the other, by service."""


def etsi_uses(case: CaseFile, key: str) -> list[Use]:
    """Return the calls and texts of a phone; data sessions are handed over elsewhere."""
    return [u for u in case.uses if u.phone.key == key and u.service in ROLES]


def etsi_file(case: CaseFile, key: str, *, reference: str) -> SimulatedFile:
    """Return the response about one phone of operator north, under the authority of that reference."""
    records = "\n".join(_record(n, u) for n, u in enumerate(etsi_uses(case, key), start=1))
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<retainedDataMessage xmlns="{NAMESPACE}">
<retainedDataHeader>
<requestID><countryCode>GB</countryCode><authorisedOrganisationID>SIMULATED</authorisedOrganisationID>\
<requestNumber>{escape(reference)}</requestNumber></requestID>
<cSPID>NORTH</cSPID><timeStamp>{_time(case.period.ends)}</timeStamp>
</retainedDataHeader>
<retainedDataPayload><responseMessage><responseStatus><responseComplete/></responseStatus><responsePayload>
{records}
</responsePayload></responseMessage></retainedDataPayload>
</retainedDataMessage>
"""
    return SimulatedFile("phones_etsi.xml", text.encode())


def _record(number: int, use: Use) -> str:
    began, met = ROLES[use.service]
    own = _party(began if use.out else met, use, own=True)
    other = _party(met if use.out else began, use, own=False)
    parties = own + other if use.out else other + own
    usage = f"<telephonyServiceUsage><partyInformation>{parties}</partyInformation></telephonyServiceUsage>"
    return (
        f"<ResponseRecord><recordNumber>{number}</recordNumber><recordPayload><telephonyRecord>{usage}"
        "</telephonyRecord></recordPayload></ResponseRecord>"
    )


def _party(role: str, use: Use, *, own: bool) -> str:
    number = (use.phone.number if own else use.other).removeprefix("+")
    ends = f"<endTime>{_time(use.at + use.lasts)}</endTime>" if use.service == CALL else ""
    lasts = f"<durationTime>{use.lasts}</durationTime>" if use.service == CALL else ""
    when = f"<communicationTime><startTime>{_time(use.at)}</startTime>{ends}{lasts}</communicationTime>"
    sim = f"<iMSI>{use.phone.imsi}</iMSI><iMEI>{use.imei}0</iMEI>" if own else ""
    return (
        f"<TelephonyPartyInformation><partyRole><{role}/></partyRole><partyNumber>{escape(number)}</partyNumber>"
        f"{sim}{when}{_location(use) if own else ''}</TelephonyPartyInformation>"
    )


def _location(use: Use) -> str:
    net = network(use.phone.operator)
    place = (
        f"<geoCoordinatesDec><latitudeDec>{net.lat[use.cell]:.5f}</latitudeDec>"
        f"<longitudeDec>{net.lon[use.cell]:.5f}</longitudeDec><mapDatum><wGS84/></mapDatum>"
        f"<azimuth>{net.azimuths[use.cell]}</azimuth></geoCoordinatesDec>"
    )
    return (
        f"<detailedLocation><cellInformation><globalCellID>{global_cell(net.cells[use.cell])}</globalCellID>"
        f"<extendedLocation><spot><gsmLocation>{place}</gsmLocation></spot></extendedLocation>"
        "</cellInformation></detailedLocation>"
    )


def global_cell(cell: str) -> str:
    """Return a CGI as the seven octets of 3GPP TS 29.002 in hexadecimal: network in swapped digits, area, cell."""
    mcc, mnc, lac, ci = cell.removeprefix("cgi:").split("-")
    third = mnc[2] if len(mnc) == 3 else "F"
    return f"{mcc[1]}{mcc[0]}{third}{mcc[2]}{mnc[1]}{mnc[0]}{int(lac):04X}{int(ci):04X}"


def _time(instant: float) -> str:
    return f"{utc(instant):%Y%m%d%H%M%SZ}"
