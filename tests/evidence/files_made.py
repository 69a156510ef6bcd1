"""Made-up outcomes as the files that a validation reads."""

import csv
from collections.abc import Sequence
from pathlib import Path

from clewline.evidence.outcome import Outcome

WINDOW = ("2026-03-01T00:00:00+00:00", "2026-03-02T00:00:00+00:00")


def write_csv(path: Path, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def write_files(folder: Path, made: Sequence[Outcome], *, events: int = 3) -> dict[str, Path]:
    """Write pairs, truth, findings and records; each phone has `events` events in its window and one outside it."""
    pairs = write_csv(
        folder / "pairs.csv",
        ["pair", "phone_a", "phone_b", "window_start", "window_end"],
        [(o.pair, f"{o.pair}a", f"{o.pair}b", *WINDOW) for o in made],
    )
    truth = write_csv(
        folder / "truth.csv",
        ["pair", "same", "kind", "person_a", "person_b", "network"],
        [(o.pair, int(o.same), o.kind, o.person_a, o.person_b, f"n{i % 2}") for i, o in enumerate(made)],
    )
    findings = write_csv(
        folder / "findings.csv",
        ["pair", "log10_lr", "lower", "upper", "type"],
        [
            (o.pair, o.counted, o.counted - 0.1, o.counted + 0.1, "co_travel")
            if o.log10_lr is not None
            else (o.pair, "", "", "", "co_travel")
            for o in made
        ],
    )
    hours = [*range(events), 24]
    records = write_csv(
        folder / "records.csv",
        ["phone", "start"],
        [
            (f"{o.pair}{side}", f"2026-03-{1 + h // 24:02}T{h % 24:02}:30:00+00:00")
            for o in made
            for side in "ab"
            for h in (hours if side == "a" else [*hours, 20])
        ],
    )
    return {"pairs": pairs, "truth": truth, "findings": findings, "records": records}
