"""The line's handset, examined: a report in XML as the tools of examiners write it, content of texts included.

Contents are there so that a test can show that no reader takes them in: each begins with `CANARY`. Who is in the
address book is written as its owner would, by what they are and not by name.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from clewline.formats.phones.device import check_digit
from clewline.simulate.phones.casefile import CaseFile, Use
from clewline.simulate.phones.contacts import CALL
from clewline.simulate.phones.identities import TAXIS, national
from clewline.simulate.phones.period import utc
from clewline.simulate.tables import SimulatedFile

NAMESPACE = "http://pa.cellebrite.com/report/2.0"
CANARY = "CONTENT-THAT-NOBODY-MAY-TAKE-IN"
"""Begins the body of each text."""


def handset_uses(case: CaseFile) -> list[Use]:
    """Return the calls and texts that the handset of the line remembers: of both SIMs, while they were in it."""
    imei = line_handset(case)
    return [u for u in case.uses if u.imei == imei and u.service != "data"]


def line_handset(case: CaseFile) -> str:
    """Return the 14 digits of the IMEI of the handset that was found with the line."""
    return case.phones["line-2"].handsets[-1][1]


def handset_file(case: CaseFile) -> SimulatedFile:
    """Return the report."""
    uses, imei = handset_uses(case), line_handset(case)
    calls = [u for u in uses if u.service == CALL]
    texts = [u for u in uses if u.service != CALL]
    second = case.phones["line-2"]
    info = {
        "DeviceInfoSelectedManufacturer": "Made up",
        "DeviceInfoSelectedDeviceName": "Feature phone",
        "DeviceInfoUnitIdentifier": "EX/1",
        "IMEI": imei + check_digit(imei),
        "IMSI": second.imsi,
        "MSISDN": second.number,
    }
    when = _time(case.period.ends)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<project id="clewline-simulated-{case.seed}" name="EX-1" reportVersion="5.2.0.0" licenseID="0" '
        f'containsGarbage="False" extractionType="Logical" xmlns="{NAMESPACE}">',
        f'<metadata section="Extraction Data"><item name="DeviceInfoExtractionStartDateTime">{when}</item></metadata>',
        '<metadata section="Device Info">',
        *(
            f'<item name="{name}" sourceExtraction="0"><![CDATA[{value}]]></item>'
            for name, value in info.items()
        ),
        "</metadata>",
        "<decodedData>",
        f'<modelType type="Call">{"".join(_call(n, u) for n, u in enumerate(calls))}</modelType>',
        f'<modelType type="Contact">{"".join(_contacts(case))}</modelType>',
        f'<modelType type="SMS">{"".join(_text(n, u) for n, u in enumerate(texts))}</modelType>',
        "</decodedData>",
        "</project>",
    ]
    return SimulatedFile("phones_handset_report.xml", ("\n".join(lines) + "\n").encode())


def _call(nth: int, use: Use) -> str:
    # Of a call that nobody answered the handset knows that it rang.
    missed = "Missed" if not use.out else "Established"
    long = f"{use.lasts // 3600:02}:{use.lasts // 60 % 60:02}:{use.lasts % 60:02}"
    return _model(
        "Call",
        1_000_000 + nth,
        _field("Source", "String", "Native")
        + _field("Direction", "CallDirection", "Outgoing" if use.out else "Incoming")
        + _field("Type", "CallType", "Outgoing" if use.out else ("Incoming" if use.lasts else "Missed"))
        + _field("Status", "CallStatus", missed if not use.lasts else "Established")
        + _stamp(utc(use.at))
        + _field("Duration", "TimeSpan", long)
        + _field("VideoCall", "Boolean", "False")
        + _party("Parties", 1_500_000 + nth, use),
    )


def _text(nth: int, use: Use) -> str:
    body = f"{CANARY} {nth}: {'on now, same number' if use.bulk else 'two mins'}"
    return _model(
        "SMS",
        2_000_000 + nth,
        _field("Source", "String", "Native")
        + _stamp(utc(use.at))
        + _field("Body", "String", body)
        + _field("Folder", "String", "Sent" if use.out else "Inbox")
        + _field("Status", "MessageStatus", "Sent" if use.out else "Read")
        + _field("SMSC", "String", "+447700900999")
        + _party("Parties", 2_500_000 + nth, use),
    )


def _contacts(case: CaseFile) -> Iterator[str]:
    """Yield the address book: customers, runners and a cab, each as its owner would put it down."""
    held = [(f"C{n:02}", number) for n, number in enumerate(case.society.customers, start=1)]
    held += [
        (f"W{n}", case.phones[key].number) for n, key in enumerate(("runner-1", "runner-2-work", "runner-3"))
    ]
    held.append(("Cab", TAXIS[0]))
    for nth, (name, number) in enumerate(held):
        entry = _model(
            "PhoneNumber",
            3_500_000 + nth,
            _field("Category", "String", "Mobile") + _field("Value", "String", national(number)),
        )
        entries = f'<multiModelField name="Entries" type="ContactEntry">{entry}</multiModelField>'
        yield _model(
            "Contact",
            3_000_000 + nth,
            _field("Source", "String", "Phone") + _field("Name", "String", name) + entries,
        )


def _party(name: str, number: int, use: Use) -> str:
    role = _field("Role", "PartyRole", "To" if use.out else "From")
    inner = _model("Party", number, _field("Identifier", "String", national(use.other)) + role)
    return f'<multiModelField name="{name}" type="Party">{inner}</multiModelField>'


def _model(kind: str, number: int, inside: str) -> str:
    return f'<model type="{kind}" id="{UUID(int=number)}" deleted_state="Intact">{inside}</model>\n'


def _field(name: str, kind: str, value: str) -> str:
    return f'<field name="{name}" type="{kind}"><value type={quoteattr(kind)}>{escape(value)}</value></field>'


def _stamp(when: datetime) -> str:
    said = _time(when.timestamp())
    value = f'<value type="TimeStamp" format="TimeStampKnown" formattedTimestamp="{said}">{said}</value>'
    return f'<field name="TimeStamp" type="TimeStamp">{value}</field>'


def _time(instant: float) -> str:
    return f"{utc(instant):%Y-%m-%dT%H:%M:%S.000+00:00}"
