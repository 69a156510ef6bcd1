"""The uses of the phones of a made-up case, written in a test as lines of text."""

from collections.abc import Iterable, Mapping

import numpy as np

from clewline.evidence.evidence_type import Question
from clewline.evidence.use import NONE, CaseUses, Places, Uses

MINUTE = 60_000_000
FILE = "a" * 64


def case_of(
    phones: Mapping[str, Iterable[str]],
    *,
    sites: Iterable[tuple[float, float]] = ((56.0, 2.0),),
    imeis: Mapping[str, str] | None = None,
) -> CaseUses:
    """Return a case: for each phone its uses, each `minute other place`; `-` for none.

    Others are named by a word; the word of a phone of the case is that phone's number.
    """
    words = sorted(
        {w for uses in phones.values() for use in uses for w in [use.split()[1]] if w != "-"} | set(phones)
    )
    spots = list(sites)
    handsets = sorted(set((imeis or {}).values()))
    made, line = {}, 1
    for name, uses in phones.items():
        rows = sorted((use.split() for use in uses), key=lambda r: float(r[0]))
        times = np.array([int(float(r[0]) * MINUTE) for r in rows], np.int64)
        n = len(rows)
        handset = handsets.index(imeis[name]) if imeis and name in imeis else NONE
        made[name] = Uses(
            name=name,
            earliest=times,
            latest=times,
            exact=np.ones(n, bool),
            place=np.array([NONE if r[2] == "-" else int(r[2]) for r in rows], np.int64),
            other=np.array([NONE if r[1] == "-" else words.index(r[1]) for r in rows], np.int64),
            imei=np.full(n, handset, np.int64),
            imsi=np.full(n, NONE, np.int64),
            file=np.zeros(n, np.int64),
            line=np.arange(line + 1, line + 1 + n),
            part=np.ones(n, np.int64),
        )
        line += n
    places = Places(
        lat=np.array([s[0] for s in spots]),
        lon=np.array([s[1] for s in spots]),
        operator=np.zeros(len(spots), np.int64),
    )
    return CaseUses(phones=made, places=places, numbers=words, imeis=handsets, imsis=[], files=[FILE])


def question(
    case: CaseUses,
    first: str,
    second: str,
    *,
    start: float = 0,
    end: float = 1e6,
    zone: str = "Europe/London",
) -> Question:
    """Return the question about two phones of the case; the period in minutes."""
    return Question(
        first=case.phones[first],
        second=case.phones[second],
        case=case,
        start=int(start * MINUTE),
        end=int(end * MINUTE),
        zone=zone,
    )
