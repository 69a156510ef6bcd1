"""Files as systems send them, made here, for the tests of intake."""

import csv
import io
from datetime import UTC, datetime

AT = datetime(2023, 3, 6, 9, 0, tzinfo=UTC)

CUSTODY = (
    "Custody No",
    "Force",
    "Person No",
    "Surname",
    "Forename(s)",
    "DOB",
    "Sex",
    "Self-Defined Ethnicity",
    "Arrested On",
    "OIC Unit",
    "Line Ref",
    "Op Name",
    "Offence (CJS)",
    "Joint With",
)
ROW = dict(
    zip(
        CUSTODY,
        (
            "C1",
            "Kent Police",
            "P1",
            "Ng",
            "Jo",
            "02/03/2008",
            "M",
            "",
            "01/03/2023",
            "CID",
            "L1",
            "Orochi",
            "MD71170",
            "",
        ),
        strict=True,
    )
)


def custody(*rows: dict[str, str], header: tuple[str, ...] = CUSTODY) -> bytes:
    """Return a custody export; each row is the usual one with some cells changed."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return text.getvalue().encode()


def custody_csv(rows: int) -> bytes:
    """Return a custody export of so many arrests of as many people."""
    return custody(*({"Custody No": f"C{n}", "Person No": f"P{n}"} for n in range(rows)))
