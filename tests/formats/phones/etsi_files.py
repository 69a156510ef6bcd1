"""ETSI TS 102 657 files written short, for tests."""

from datetime import UTC, datetime

from clewline.formats.phones.etsi_102657 import read_etsi_102657

A, B, C = "+447700900001", "+447700900002", "+447700900003"
CGI = "32F40113944FBB"
END = "</ResponseRecord>"


def file(*records: str, header: str = "<cSPID>northern</cSPID>") -> bytes:
    lines = "\n".join(records)
    return (
        '<RetainedDataMessage xmlns="http://uri.etsi.org/02657/v1.28.1#/RetainedData">'
        f"<retainedDataHeader>{header}</retainedDataHeader><retainedDataPayload><responseMessage><responsePayload>\n"
        f"{lines}\n</responsePayload></responseMessage></retainedDataPayload></RetainedDataMessage>"
    ).encode()


def record(payload: str, more: str = "") -> str:
    return (
        f"<ResponseRecord><recordNumber>1</recordNumber><recordPayload>{payload}</recordPayload>{more}" + END
    )


def usage(inside: str) -> str:
    inside = f"<telephonyServiceUsage>{inside}</telephonyServiceUsage>"
    return record(f"<telephonyRecord>{inside}</telephonyRecord>")


def party(role: str | None, number: str = "", more: str = "") -> str:
    said = f"<partyRole><{role}/></partyRole>" if role else ""
    said += f"<partyNumber>{number}</partyNumber>" if number else ""
    return f"<TelephonyPartyInformation>{said}{more}</TelephonyPartyInformation>"


def time(start: str = "20260705100000Z", end: str = "", length: str = "") -> str:
    said = f"<startTime>{start}</startTime>"
    said += f"<endTime>{end}</endTime>" if end else ""
    said += f"<durationTime>{length}</durationTime>" if length else ""
    return f"<communicationTime>{said}</communicationTime>"


def call(first: str = "", second: str = "", when: str | None = None) -> str:
    parties = party("originating-Party", "447700900001", first) + party(
        "terminating-Party", "447700900002", second
    )
    return usage(f"<partyInformation>{parties}</partyInformation>{time() if when is None else when}")


def read(*records: str, **more):
    return read_etsi_102657(file(*records), **more)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)
