"""Operator south: records of one subscriber each, in UTC: a workbook of calls and texts, and data sessions with tabs.

A data session is dated when its record was opened, which may be some minutes before it began.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import numpy as np
from xlsxwriter import Workbook

from clewline.formats.phones.device import check_digit
from clewline.simulate.phones.casefile import CaseFile, Use
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.contacts import CALL, DATA
from clewline.simulate.phones.exports import (
    BLANK,
    KNOWN,
    OTHER_DATES,
    OTHER_IDENTIFIERS,
    TAKEN,
    Cell,
    Cells,
    Export,
    Fault,
    Note,
    Record,
    account,
    faulty,
    mark,
    near,
    spots,
    uncovered,
)
from clewline.simulate.phones.period import DAY, MINUTE, utc
from clewline.simulate.tables import CREATED, SimulatedFile

CALL_COLUMNS = (
    "MSISDN", "IMSI", "IMEI", "Start (UTC)", "End (UTC)", "Usage", "Direction", "Other Party", "Start Cell",
    "Site", "Lat", "Long", "Bearing", "Range (m)", "End Cell", "End Lat", "End Long",
)  # fmt: skip
DATA_COLUMNS = (
    "MSISDN", "IMSI", "IMEI", "Usage", "Direction", "Start (UTC)", "End (UTC)", "APN", "Start Cell", "Site",
    "Lat", "Long", "Bearing", "Range (m)",
)  # fmt: skip
USAGES = {"call": "SPEECH", "text": "SMS", "data": "GPRS"}
SHEET = "Voice and SMS"
LATEST = 15 * MINUTE
"""Seconds by which a data session is dated before its start, at most."""

_CALL_FAULTS = (
    Fault(
        blemish="check digit that does not fit",
        rule="imei-check-digit",
        column="IMEI",
        alter=lambda c: {"IMEI": f"{str(c['IMEI'])[:-1]}{(int(str(c['IMEI'])[-1]) + 4) % 9 + 1}"},
        fits=lambda c: (int(str(c["IMEI"])[-1]) + 4) % 9 + 1 != int(str(c["IMEI"])[-1]),
    ),
    Fault(
        blemish="number in scientific notation",
        rule="number-in-scientific-notation",
        column="Other Party",
        alter=lambda c: {"Other Party": "4.4770E+14"},
    ),
    Fault(
        blemish="end before the start",
        rule="ends-before-it-begins",
        column="End (UTC)",
        alter=lambda c: {"End (UTC)": utc(_instant(c["Start (UTC)"]) - 3600)},
        fits=lambda c: c["Usage"] == USAGES[CALL],
    ),
)
_DATA_FAULTS = (
    Fault(
        blemish="session longer than a week",
        rule="longer-than-a-week",
        column="End (UTC)",
        alter=lambda c: {"End (UTC)": utc(_instant(c["Start (UTC)"]) + 8 * DAY)},
    ),
    Fault(
        blemish="latitude in degrees and minutes",
        rule="not-degrees",
        column="Lat",
        alter=lambda c: {"Lat": "55 30 N"},
    ),
    Fault(blemish="longitude missing", rule="missing", column="Long", alter=lambda c: {"Long": ""}),
)


def south_files(case: CaseFile, rng: np.random.Generator, *, but: Sequence[str] = ()) -> list[Export]:
    """Return the workbook and the text of all of the operator's phones, `but` for those with the keys named."""
    uses = [u for u in case.uses if u.phone.operator == "south" and u.phone.key not in but]
    calls = [Record(at=u.at, cells=_call(u)) for u in uses if u.service != DATA]
    data = [_session(rng, u, case.period.begins) for u in uses if u.service == DATA]
    mark(rng, calls, Note(blemish="number withheld", outcome=TAKEN, column="Other Party"), many=15,
         alter=lambda c: {"Other Party": "Anonymous"},
         fits=lambda c: c["Usage"] == "SPEECH" and c["Direction"] == "MT")  # fmt: skip
    mark(rng, data, Note(blemish="coordinates at 0,0", outcome=TAKEN, column="Lat and Long"), many=10,
         alter=lambda c: {"Lat": 0, "Long": 0}, fits=lambda c: True)  # fmt: skip
    return [_workbook(_all(rng, case, calls, _CALL_FAULTS)), _tabs(_all(rng, case, data, _DATA_FAULTS))]


def _shared(use: Use) -> Cells:
    net = network("south")
    enb, cell = divmod(int(net.cells[use.cell].rsplit("-", 1)[1]), 256)
    return {
        "MSISDN": use.phone.number[1:],
        "IMSI": use.phone.imsi,
        "Usage": USAGES[use.service],
        "Direction": "MO" if use.out else "MT",
        "Start Cell": f"ECGI:234-93-{enb}-{cell}",
        "Site": net.places[use.cell],
        "Lat": float(net.lat[use.cell]),
        "Long": float(net.lon[use.cell]),
        "Bearing": int(net.azimuths[use.cell]),
        "Range (m)": int(net.reach[use.cell]),
    }


def _call(use: Use) -> Cells:
    net = network("south")
    cells = _shared(use) | {
        "IMEI": use.imei + check_digit(use.imei),
        "Start (UTC)": utc(use.at),
        "End (UTC)": utc(use.at + use.lasts) if use.service == CALL else None,
        "Other Party": use.other.removeprefix("+"),
    }
    if use.last_cell != use.cell:
        enb, cell = divmod(int(net.cells[use.last_cell].rsplit("-", 1)[1]), 256)
        cells |= {
            "End Cell": f"ECGI:234-93-{enb}-{cell}",
            "End Lat": float(net.lat[use.last_cell]),
            "End Long": float(net.lon[use.last_cell]),
        }
    return cells


def _session(rng: np.random.Generator, use: Use, begins: int) -> Record:
    early = min(LATEST, int(rng.exponential(150))) if rng.random() < 0.4 else 0
    at = max(begins, use.at - early)
    cells = _shared(use) | {
        "IMEI": f"{use.imei}01",
        "Start (UTC)": utc(at),
        "End (UTC)": utc(use.at + use.lasts),
        "APN": "internet.south.example",
    }
    return Record(at=at, cells=cells)


def _all(
    rng: np.random.Generator, case: CaseFile, records: list[Record], faults: Sequence[Fault]
) -> list[Record]:
    """Return the records with those planted among them, in order of time."""
    extra = faulty(rng, records, faults)
    number = uncovered(case.phones["holder"].number)[1:]
    note = Note(blemish="record of a number that the authority does not name", outcome=OTHER_IDENTIFIERS)
    good = [r for r in records if r.note is None]
    for n in rng.integers(0, len(good), 6):
        r = good[int(n)]
        cells = {**r.cells, "MSISDN": number, "IMSI": "001019999999999"}
        extra.append(Record(at=r.at, cells=cells, note=note))
    note = Note(blemish="record of a day that the authority does not cover", outcome=OTHER_DATES)
    for r in near(records, case.period, first=False)[:4]:
        moved = {
            c: utc(_instant(r.cells[c]) + 7 * DAY) if isinstance(r.cells[c], datetime) else None
            for c in ("Start (UTC)", "End (UTC)")
        }
        extra.append(Record(at=r.at + 7 * DAY, cells={**r.cells, **moved}, note=note))
    for n in rng.integers(0, len(good), 3):
        twice = Note(blemish="record twice in one file", outcome=KNOWN)
        extra.append(Record(at=good[int(n)].at, cells=good[int(n)].cells, note=twice))
    return sorted([*records, *extra], key=lambda r: r.at)


def _workbook(rows: list[Record]) -> Export:
    name = "phones_south_calls.xlsx"
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED, "title": "Operator south export (made up)"})
    when = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    sheet = book.add_worksheet(SHEET)
    for c, column in enumerate(CALL_COLUMNS):
        sheet.write_string(0, c, column)
    for r, row in enumerate(rows, start=1):
        for c, column in enumerate(CALL_COLUMNS):
            value = row.cells.get(column)
            if isinstance(value, datetime):
                sheet.write_datetime(r, c, value.replace(tzinfo=None), when)
            elif column == "MSISDN":
                # The system stores its own numbers as numbers; 15 digits are kept whole.
                sheet.write_number(r, c, int(str(value)))
            elif isinstance(value, str):
                sheet.write_string(r, c, value)
            elif value is not None:
                sheet.write_number(r, c, value)
    book.close()
    return Export(
        file=SimulatedFile(name, out.getvalue()),
        spots=spots(rows, file=name, sheet=SHEET, first_line=2),
        accounts=account(rows),
    )


def _tabs(rows: list[Record]) -> Export:
    name = "phones_south_data.tsv"
    middle = len(rows) // 3
    rows[middle:middle] = [
        Record(at=rows[middle].at, cells={}, note=Note(blemish="blank row", outcome=BLANK))
    ]
    lines = ["\t".join(DATA_COLUMNS)]
    lines += ["\t".join(_text(row.cells.get(c)) for c in DATA_COLUMNS) for row in rows]
    return Export(
        file=SimulatedFile(name, ("\n".join(lines) + "\n").encode()),
        spots=spots(rows, file=name, first_line=2),
        accounts=account(rows),
    )


def _text(value: Cell) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return "" if value is None else str(value)


def _instant(value: Cell) -> float:
    assert isinstance(value, datetime)
    return value.timestamp()
