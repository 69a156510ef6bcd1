"""Files of phone records and the authorities that cover them, made here, for the tests of intake."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from clewline.record.kinds.authority import Authority
from clewline.record.kinds.exhibit import Exhibit
from clewline.workflow.phones import authorities
from clewline.workflow.phones.intake import PhoneOutcome, take_in_phones
from clewline.workflow.phones.reading import OpenedPhones, open_phones

AT = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
LINE, HOLDER, CUSTOMER, STRANGER = "+447700900001", "+447700900002", "+447700900777", "+447700900999"
HEADER = "phone,start,end,service,direction,other,imei,imsi,operator,cell,lat,lon"
USUAL = {
    "phone": "07700 900001",
    "start": "2026-03-01T10:00:00",
    "end": "",
    "service": "text",
    "direction": "out",
    "other": "07700 900777",
    "imei": "",
    "imsi": "",
    "operator": "north",
    "cell": "234-10-5012-20411",
    "lat": "56.1",
    "lon": "2.5",
}


def generic(*rows: Mapping[str, str], header: str = HEADER, end: str = "\n") -> str:
    """Return a generic CSV; each row is the usual one with some cells changed."""
    names = header.split(",")
    lines = [header, *(",".join({**USUAL, **row}[name] for name in names) for row in rows)]
    return end.join(lines) + end


def authority(**more: Any) -> Authority:
    """Return an authority for the line and its holder's own phone in March 2026."""
    usual: dict[str, Any] = {
        "nature": "communications data authorisation",
        "reference": "CD/1",
        "purposes": ("preventing or detecting serious crime",),
        "identifiers": (LINE, HOLDER),
        "covers_from": date(2026, 3, 1),
        "covers_to": date(2026, 3, 31),
        "data": ("events data",),
    }
    return Authority(**{**usual, **more})


def recorded(facts: Authority | None = None, *, case: str = "K1", at: datetime = AT) -> Authority:
    """Record the authority in the case and return it."""
    facts = facts or authority()
    authorities.record(facts, case=case, day=date(2026, 2, 27), by="Moss", at=at)
    return facts


def intake(
    path: Path, *, case: str = "K1", reference: str = "CD/1", exhibit: str = "KM/1", **more: Any
) -> PhoneOutcome:
    """Take a file in as a person would, by the layout that fits."""

    def opens() -> OpenedPhones:
        found = open_phones(path, mapping=more.get("mapping"), number=more.get("number"))
        assert found is not None
        return found if more.get("columns", True) else OpenedPhones(found.layout, found.sheets, found.handset)

    return take_in_phones(
        path,
        case=case,
        authority=reference,
        exhibit=Exhibit(reference=exhibit, handed_over_by="the SPoC"),
        by="Moss",
        at=more.get("at", AT),
        opens=opens,
        dry_run=more.get("dry_run", False),
    )


def accounted(outcome: PhoneOutcome) -> bool:
    """Return whether every record of the file is accounted for."""
    a = outcome.account
    parts = a.taken + a.known + a.problems + a.other_identifiers + a.other_dates + a.blank
    return a.records == parts and a.problems == sum(p.records for p in outcome.problems)
