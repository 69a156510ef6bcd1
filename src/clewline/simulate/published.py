"""Lists beside the records: what was published, which blemishes were planted, and the truth for later scoring."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Any

from clewline.simulate.custody import Suspect
from clewline.simulate.lines import Lines
from clewline.simulate.margins import Margins
from clewline.simulate.people import People
from clewline.simulate.tables import SimulatedFile, Spot

_RELEASES = [
    "release_id",
    "publisher",
    "scope",
    "period_start",
    "period_end",
    "period_basis",
    "indicator",
    "as_stated",
    "url",
]
_SPOTS = ["file", "sheet", "line", "column", "blemish", "outcome", "rule", "about", "shown_by"]


def published_file(margins: Margins) -> SimulatedFile | None:
    """Return the release as a list of press figures; none where the margins hold no release."""
    release = margins.release
    if release is None:
        return None
    head = [release.id, release.publisher, release.scope, str(margins.start), str(margins.end), "stated"]
    rows = ([*head, indicator, words, release.address] for indicator, words in release.values)
    return SimulatedFile("published.csv", _csv(_RELEASES, rows))


def blemishes_file(spots: Iterable[Spot]) -> SimulatedFile:
    """Return the list of the blemishes planted: where each stands, what intake should make of it, and, where it is what
    went wrong with somebody's care, whom it is about and what shows it.
    """
    rows = ([str(getattr(spot, column)) for column in _SPOTS] for spot in spots)
    return SimulatedFile("blemishes.csv", _csv(_SPOTS, rows))


def truth_file(
    margins: Margins,
    people: People,
    lines: Sequence[Lines],
    suspects: Sequence[Suspect],
    planned: Mapping[str, int],
) -> SimulatedFile:
    """Return what no export says: which person numbers are one person, what was joint, which lines changed number.

    `totals` are the exact numbers that were drawn where the margins say `over`. Intake never reads this file.
    """
    every = [line for some in lines for line in some.all]
    truth: dict[str, Any] = {
        "seed_and_scale": planned,
        "totals": {
            "arrests_since": margins.arrests_since,
            "lines_closed_since": margins.lines_closed_since,
            "line_holders_arrested": margins.line_holders_arrested,
            "drugs_value_gbp": margins.drugs_value_gbp,
        },
        "same_person": [numbers for _, numbers in sorted(people.records.items()) if len(numbers) > 1],
        "joint_arrests": [a.ref for s in suspects for a in s.arrests if a.joint],
        "changed_numbers": {
            line.ref: [[n.number, _iso(n.used_from), _iso(n.used_to)] for n in line.numbers]
            for line in every
            if len(line.numbers) > 1
        },
        "closed_twice": [line.ref for line in every if len(line.closures) > 1],
    }
    return SimulatedFile("truth.json", (json.dumps(truth, indent=1) + "\n").encode())


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
