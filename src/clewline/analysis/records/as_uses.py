"""Rows of a file as the uses of the phones of a case, for evidence types that weigh pairs one by one."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from clewline.analysis.records.block import NOWHERE, SECOND, STEP, Site
from clewline.evidence.travel.places import F64, I32, I64
from clewline.evidence.use import NONE, CaseUses, Places, Uses


def case_uses(
    *,
    phones: Mapping[str, int],
    others: Mapping[str, int],
    sites: Mapping[Site, int],
    phone: I32,
    t: F64,
    place: I32,
    other: I32,
    line: I64,
    sha256: str,
) -> CaseUses:
    """Return the uses of the phones, in the order of their names; the order of the rows changes nothing.

    `phones`, `others` and `sites` number what the columns name; an empty other party stands for none.
    """
    numbers = sorted({*others, *phones} - {""})
    number = {name: at for at, name in enumerate(numbers)}
    ordered = sorted(site for site in sites if site[:2] != NOWHERE)
    spot = {site: at for at, site in enumerate(ordered)}
    names = sorted(phones)
    whose = _renumbered(phones, {name: at for at, name in enumerate(names)})[phone]
    party = _renumbered(others, number)[other]
    where = _renumbered(sites, spot)[place]
    at = np.rint(t * SECOND).astype(np.int64)
    rows = np.lexsort((line, where, party, at, whose))
    first = np.searchsorted(whose[rows], np.arange(len(names) + 1))
    found = {}
    for k, name in enumerate(names):
        own = rows[first[k] : first[k + 1]]
        n = len(own)
        found[name] = Uses(
            name=name,
            earliest=at[own],
            latest=at[own],
            exact=np.ones(n, np.bool_),
            place=where[own],
            other=party[own],
            imei=np.full(n, NONE, np.int64),
            imsi=np.full(n, NONE, np.int64),
            file=np.zeros(n, np.int64),
            line=line[own],
            part=np.ones(n, np.int64),
        )
    return CaseUses(
        phones=found, places=_places(ordered), numbers=numbers, imeis=(), imsis=(), files=(sha256,)
    )


def _renumbered(old: Mapping[Any, int], new: Mapping[Any, int]) -> I64:
    """Return the new number by the old one; `NONE` for what has none."""
    out = np.full(len(old), NONE, np.int64)
    for name, at in old.items():
        out[at] = new.get(name, NONE)
    return out


def _places(sites: Sequence[Site]) -> Places:
    operators = {name: at for at, name in enumerate(sorted({site[2] for site in sites}))}
    return Places(
        lat=np.array([site[0] / STEP - 90 for site in sites]),
        lon=np.array([site[1] / STEP - 180 for site in sites]),
        operator=np.array([operators[site[2]] for site in sites], np.int64),
    )
