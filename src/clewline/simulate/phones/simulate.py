"""Write the phone records of a made-up case as its operators and examiners would send them."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import numpy as np

from clewline.formats.phones.device import check_digit
from clewline.record.kinds.authority import Authority
from clewline.simulate.phones.casefile import FIRST, CaseFile, case_file
from clewline.simulate.phones.etsi import etsi_file, etsi_uses
from clewline.simulate.phones.exports import TAKEN
from clewline.simulate.phones.generic import generic_file
from clewline.simulate.phones.handset import handset_file, handset_uses, line_handset
from clewline.simulate.phones.north import north_files
from clewline.simulate.phones.south import south_files
from clewline.simulate.phones.truth import spots_file, truth_files
from clewline.simulate.tables import SimulatedFile

CASE = "SIM-2025-0001"
RECORDS, HANDSET = "SIM/CD/0001", "SIM/DX/0001"
"""References of the two authorities: for the operators' records, and for the handset."""
BY_ETSI = "friend"
"""Whose phone's records come over the interface for retained data, and not with the operator's tables."""


def simulate_phones(
    *, seed: int = 1, first: date = FIRST, days: int = 91, customers: int = 60, generic: bool = False
) -> Iterator[SimulatedFile]:
    """Yield the files of one case, then what was planted in them, then the truth; the same arguments, the same bytes.

    `phones_authorities.json` is what an officer would type in: the two authorities under which the files are held.
    With `generic`, all uses of the case are also in `phones_generic.csv`, without blemishes.

    :raises BadInput: the period is shorter than six weeks, or there are no customers.
    """
    case = case_file(seed=seed, first=first, days=days, customers=customers)
    held = authorities(case)
    yield SimulatedFile("phones_authorities.json", (json.dumps(held, indent=1) + "\n").encode())
    rng = np.random.default_rng([seed, 2])
    exports = [*north_files(case, rng, but=(BY_ETSI,)), *south_files(case, rng)]
    for export in exports:
        yield export.file
    etsi, handset = etsi_file(case, BY_ETSI, reference=RECORDS), handset_file(case)
    yield etsi
    yield handset
    if generic:
        yield generic_file(case)
    yield spots_file(spot for export in exports for spot in export.spots)
    accounts = {e.file.name: dict(sorted(e.accounts.items())) for e in exports} | {
        etsi.name: {TAKEN: len(etsi_uses(case, BY_ETSI))},
        handset.name: {
            TAKEN: len(handset_uses(case)),
            "contacts": handset.content.count(b'type="Contact" id='),
        },
    }
    yield from truth_files(case, accounts=accounts, authorities=held)


def authorities(case: CaseFile) -> list[dict[str, Any]]:
    """Return the authorities of the case: each with its reference, the identifiers and the days that it covers."""
    imei = line_handset(case)
    given = case.period.last + timedelta(days=3)
    shared = {
        "case": CASE,
        "given": given.isoformat(),
        "purposes": ["preventing or detecting serious crime"],
        "covers_from": case.period.first.isoformat(),
        "covers_to": case.period.last.isoformat(),
    }
    return [
        {
            "reference": RECORDS,
            "nature": "communications data authorisation",
            "identifiers": [phone.number for phone in case.phones.values()],
            "data": ["events data"],
            "expires": None,
            **shared,
        },
        {
            "reference": HANDSET,
            "nature": "device examination",
            "identifiers": [
                f"IMEI {imei}{check_digit(imei)}",
                *(case.phones[key].number for key in ("line-1", "line-2")),
            ],
            "data": ["handset data"],
            "expires": None,
            **shared,
        },
    ]


def read_authorities(content: bytes) -> list[tuple[Authority, date]]:
    """Return the authorities of `phones_authorities.json`, each with the day on which it was given."""
    return [
        (msgspec.convert(said, Authority), date.fromisoformat(said["given"])) for said in json.loads(content)
    ]
