"""The whole case as the documented generic CSV: every use of every phone, one row each, in UTC."""

import csv
from io import StringIO

from clewline.simulate.phones.casefile import CaseFile
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.period import utc
from clewline.simulate.tables import SimulatedFile

COLUMNS = (
    "phone", "start", "end", "service", "direction", "other", "imei", "imsi", "operator", "cell", "lat", "lon",
    "azimuth", "reach", "place",
)  # fmt: skip


def generic_file(case: CaseFile) -> SimulatedFile:
    """Return all uses of the case in one file, without any blemish."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for use in case.uses:
        net = network(use.phone.operator)
        writer.writerow(
            (
                use.phone.number,
                f"{utc(use.at):%Y-%m-%d %H:%M:%S}",
                f"{utc(use.at + use.lasts):%Y-%m-%d %H:%M:%S}" if use.service != "text" else "",
                use.service,
                "out" if use.out else "in",
                use.other,
                use.imei,
                use.phone.imsi,
                net.name,
                net.cells[use.cell],
                f"{net.lat[use.cell]:.5f}",
                f"{net.lon[use.cell]:.5f}",
                int(net.azimuths[use.cell]),
                int(net.reach[use.cell]),
                net.places[use.cell],
            )
        )
    return SimulatedFile("phones_generic.csv", out.getvalue().encode())
