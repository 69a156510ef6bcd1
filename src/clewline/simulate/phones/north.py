"""Operator north: CSV of both parties of each call, by the clocks of the country, in two exports that overlap.

A record tells the calling side's cell only. Titles stand above the header, a total below the last record, and one
page break repeats the header.
"""

import csv
from collections.abc import Sequence
from io import StringIO

import numpy as np

from clewline.simulate.phones.casefile import CaseFile, Use
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.contacts import CALL
from clewline.simulate.phones.exports import (
    BLANK,
    KNOWN,
    NOTICE,
    OTHER_DATES,
    OTHER_IDENTIFIERS,
    PROBLEM,
    TAKEN,
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
from clewline.simulate.phones.identities import TAXIS, national
from clewline.simulate.phones.period import DAY, shown
from clewline.simulate.tables import SimulatedFile

COLUMNS = (
    "Record Type", "Date", "Time", "Duration", "A Number", "B Number", "MCC", "MNC", "LAC", "CI",
    "Cell Site", "Latitude", "Longitude", "Azimuth",
)  # fmt: skip
TYPES = {"call": "Voice", "text": "SMS", "data": "GPRS"}
TITLES = (
    "Operator north - disclosure unit - call data records (made up)",
    "Times are those of the clocks of the United Kingdom; cells are those of the calling party",
)
OVERLAP = 7
"""Days that both exports hold."""
_LOCATED = ("MCC", "MNC", "LAC", "CI", "Cell Site", "Latitude", "Longitude", "Azimuth")

_FAULTS = (
    Fault(
        blemish="number in scientific notation",
        rule="number-in-scientific-notation",
        column="A Number",
        alter=lambda c: {"A Number": f"{float(str(c['A Number'])):.4E}"},
        fits=lambda c: str(c["A Number"]).isdigit() and len(str(c["A Number"])) > 9,
    ),
    Fault(
        blemish="impossible day",
        rule="impossible-time",
        column="Date and Time",
        alter=lambda c: {"Date": "31/02/2025"},
    ),
    Fault(
        blemish="unknown type of record",
        rule="unknown-service",
        column="Record Type",
        alter=lambda c: {"Record Type": "Roam-X"},
    ),
    Fault(
        blemish="duration in words",
        rule="not-a-duration",
        column="Duration",
        alter=lambda c: {"Duration": "about 2 min"},
    ),
    Fault(
        blemish="too few cells",
        rule="wrong-number-of-cells",
        column="",
        alter=lambda c: {},
        short=True,
    ),
)


def north_files(case: CaseFile, rng: np.random.Generator, *, but: Sequence[str] = ()) -> list[Export]:
    """Return the two exports of all of the operator's phones of the case, `but` for those with the keys named."""
    asked = {p.number for p in case.phones.values() if p.operator == "north" and p.key not in but}
    records = [
        Record(at=use.at, cells=_cells(use, located=use.out))
        for use in case.uses
        # A call between two of its phones is one record, made from the calling side.
        if use.phone.number in asked and (use.out or use.other not in asked)
    ]
    period = case.period
    middle = period.midnights[period.day(0.6)]
    first = [r for r in records if r.at < middle]
    # The later export was made anew, and repeats the end of the earlier one record by record.
    repeated = [r for r in first if r.at >= middle - OVERLAP * DAY]
    second = [
        Record(
            at=r.at,
            cells=dict(r.cells),
            note=Note(
                blemish="records of the earlier export again, from here on", outcome=KNOWN, listed=not n
            ),
        )
        for n, r in enumerate(repeated)
    ]
    second += [Record(at=r.at, cells=dict(r.cells)) for r in records if r.at >= middle]
    _blemish(rng, [r for r in first if r.at < middle - OVERLAP * DAY])
    _blemish(rng, [r for r in second if r.at >= middle])
    outside = _outside(rng, case, first)
    late = [_moved(r, days=7) for r in _some(rng, near(second, period, first=False), 7)]
    name = "phones_north_{}.csv".format
    return [
        _written(rng, name(1), [*first, *outside], breaks=True),
        _written(rng, name(2), [*second, *late], breaks=False),
    ]


def _cells(use: Use, *, located: bool) -> Cells:
    when = shown(use.at)
    other, own = national(use.other), national(use.phone.number)
    long = f"{use.lasts // 3600:02}:{use.lasts // 60 % 60:02}:{use.lasts % 60:02}"
    cells: Cells = {
        "Record Type": TYPES[use.service],
        "Date": f"{when:%d/%m/%Y}",
        "Time": f"{when:%H:%M:%S}",
        "Duration": long if use.service != "text" else "",
        "A Number": own if use.out else other,
        "B Number": other if use.out else own,
    }
    if located:
        net = network("north")
        mcc, mnc, lac, ci = net.cells[use.cell].removeprefix("cgi:").split("-")
        cells |= {
            "MCC": mcc,
            "MNC": mnc,
            "LAC": lac,
            "CI": ci,
            "Cell Site": net.places[use.cell],
            "Latitude": f"{net.lat[use.cell]:.5f}",
            "Longitude": f"{net.lon[use.cell]:.5f}",
            "Azimuth": int(net.azimuths[use.cell]),
        }
    return cells


def _blemish(rng: np.random.Generator, records: list[Record]) -> None:
    """Alter records as systems do, without any loss that counts."""
    located = lambda c: "CI" in c  # noqa: E731 - used for two kinds
    mark(rng, records, Note(blemish="number withheld", outcome=TAKEN, column="A Number"), many=20,
         alter=lambda c: {"A Number": "WITHHELD"},
         fits=lambda c: "CI" not in c and c["Record Type"] == TYPES[CALL])  # fmt: skip
    mark(rng, records, Note(blemish="coordinates at 0,0", outcome=TAKEN, column="Latitude and Longitude"),
         many=15, alter=lambda c: {"Latitude": "0.000000", "Longitude": "0.000000"}, fits=located)  # fmt: skip
    mark(rng, records, Note(blemish="cell without coordinates", outcome=TAKEN, column="Latitude and Longitude"),
         many=15, alter=lambda c: {"Latitude": "", "Longitude": "", "Azimuth": "", "Cell Site": ""},
         fits=located)  # fmt: skip
    taxi = national(TAXIS[0])
    mark(rng, records, Note(blemish="number without its first zero", outcome=TAKEN, column="B Number"), many=5,
         alter=lambda c: {"B Number": taxi[1:]}, fits=lambda c: c["B Number"] == taxi)  # fmt: skip


def _outside(rng: np.random.Generator, case: CaseFile, records: list[Record]) -> list[Record]:
    """Return records that nobody may keep: of a number like a covered one, and of the days before."""
    note = Note(blemish="record of a number that the authority does not name", outcome=OTHER_IDENTIFIERS)
    near_miss = national(uncovered(case.phones["line-1"].number))
    friends = [national(number) for number in case.society.friends["stranger-1"]]
    other = []
    for n, r in enumerate(_some(rng, [r for r in records if r.note is None and "CI" in r.cells], 12)):
        cells = {**r.cells, "A Number": near_miss, "B Number": friends[n % len(friends)]}
        other.append(Record(at=r.at, cells=cells, note=note))
    early = [_moved(r, days=-7) for r in _some(rng, near(records, case.period, first=True), 9)]
    return other + early


def _moved(record: Record, *, days: int) -> Record:
    """Return the record on a day that the authority does not cover."""
    at = record.at + days * DAY
    note = Note(
        blemish="record of a day that the authority does not cover", outcome=OTHER_DATES, column="Date"
    )
    return Record(at=at, cells={**record.cells, "Date": f"{shown(at):%d/%m/%Y}"}, note=note)


def _some(rng: np.random.Generator, records: list[Record], many: int) -> list[Record]:
    return [records[int(n)] for n in rng.choice(len(records), min(many, len(records)), replace=False)]


def _written(rng: np.random.Generator, name: str, records: list[Record], *, breaks: bool) -> Export:
    rows = sorted([*records, *faulty(rng, records, _FAULTS)], key=lambda r: r.at)
    if breaks:
        at = len(rows) // 2
        rows[at:at] = [
            Record(at=rows[at].at, cells={}, note=Note(blemish="blank row", outcome=BLANK)),
            Record(
                at=rows[at].at,
                cells={column: column for column in COLUMNS},
                note=Note(blemish="header again at a page break", rule="header-again", outcome=PROBLEM),
            ),
        ]
    total = Note(blemish="row of totals", rule="totals-row", outcome=PROBLEM)
    rows.append(Record(at=rows[-1].at, cells={"Record Type": "TOTAL RECORDS", "Date": len(rows)}, note=total))
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for title in TITLES:
        writer.writerow([title])
    writer.writerow(COLUMNS)
    for row in rows:
        cells = [row.cells.get(column, "") for column in COLUMNS]
        writer.writerow(cells[:5] if row.short else cells)
    lines = len(TITLES)
    above = [
        Record(
            at=0,
            cells={},
            note=Note(blemish="line above the header", outcome=NOTICE, rule="above-the-header"),
        )
    ] * lines
    return Export(
        file=SimulatedFile(name, out.getvalue().encode()),
        spots=spots(above, file=name, first_line=1) + spots(rows, file=name, first_line=lines + 2),
        accounts=account(rows),
    )
