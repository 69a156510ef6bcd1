"""Whether the time of an answer tells what is forbidden from what is not there: pages and API, asked in turns.

`python -m bench.told_apart [PAIRS]` makes a record in a folder of its own, asks through Django's own client (so that no
network blurs it) and prints JSON: medians of both kinds, and how often the forbidden one took longer.
"""

import json
import logging
import os
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from bench.measure import apart

ENTRIES = 5_000
"""Of the case that is not the asker's."""


def main(pairs: int) -> dict[str, Any]:
    """Return what was measured, in a process with a record of its own."""
    os.environ.setdefault("CLEWLINE_SECRET_KEY", "a key for a measurement")
    found: dict[str, Any] = apart("told_apart:measured", site=True, pairs=pairs)
    return found


def measured(pairs: int) -> dict[str, Any]:
    """Return medians in milliseconds, and the share of pairs in which what is forbidden took longer."""
    from django.test import Client, override_settings

    from bench.arrests import arrests
    from bench.site.record import session_of
    from clewline.access import Purpose, Role
    from clewline.store import ledger
    from clewline.store.accounts import people, tokens

    ledger.append(arrests(range(100), case="own", stated=True))
    ledger.append(arrests(range(100, 100 + ENTRIES), case="theirs", stated=True))
    now = datetime.now(UTC)
    person = people.add_person("moss", name="Moss", role=Role.OFFICER, body="kent", password=None)
    people.add_member(
        "own", person, purpose=Purpose.REVIEW, first=now.date() - timedelta(days=1), by="bench", at=now
    )
    _, text = tokens.make(person, name="bench", days=1, at=now)
    page = Client(headers={"host": "localhost"})
    page.cookies["session"] = session_of(person.id)
    program = Client(headers={"host": "localhost", "authorization": f"Bearer {text}"})
    entry = next(iter(ledger.read("theirs")))
    # Written alike, and recorded nowhere: of another shape, another question would be asked of the index.
    none = next(iter(arrests(range(100 + ENTRIES, 101 + ENTRIES), case="theirs", stated=True)))
    pairs_of = {
        "case": (page, "/case/theirs/", "/case/thairs/"),
        "entry": (page, f"/case/own/entry/{entry.id}/", f"/case/own/entry/{none.id}/"),
        "search": (page, f"/search/?q={entry.subject}", f"/search/?q={none.subject}"),
        "api case": (program, "/api/v1/cases/theirs/entries/", "/api/v1/cases/thairs/entries/"),
        "api entry": (
            program,
            f"/api/v1/cases/own/entries/{entry.id}/",
            f"/api/v1/cases/own/entries/{none.id}/",
        ),
        "api search": (
            program,
            f"/api/v1/search/?q={entry.subject}",
            f"/api/v1/search/?q={none.subject}",
        ),
    }
    logging.disable()  # a line for each refusal
    with override_settings(API_RATE=10**9):
        return {"pairs": pairs, "entries": ENTRIES, **{k: _asked(*v, pairs) for k, v in pairs_of.items()}}


def _asked(client: Any, forbidden: str, absent: str, pairs: int) -> dict[str, float]:
    times: dict[str, list[float]] = {forbidden: [], absent: []}
    for path in times:
        client.get(path)  # the first loads what all need
    for _ in range(pairs):
        for path in random.sample([forbidden, absent], 2):
            begun = time.perf_counter()
            client.get(path)
            times[path].append(1000 * (time.perf_counter() - begun))
    longer = sum(a > b for a, b in zip(times[forbidden], times[absent], strict=True))
    return {
        "forbidden_ms": round(median(times[forbidden]), 2),
        "absent_ms": round(median(times[absent]), 2),
        "forbidden_took_longer": round(longer / pairs, 3),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500), indent=2))
