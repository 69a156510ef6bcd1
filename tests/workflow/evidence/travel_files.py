"""Made-up people with two phones each as the files that `compare` and `fit` read."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from evidence.files_made import write_csv
from evidence.travel_made import DAY, GRID, people

BEGINS = datetime(2026, 3, 1, tzinfo=UTC).timestamp()
LAT = 50 + 0.02 * np.repeat(np.arange(10), 10)
LON = 0.03 * np.tile(np.arange(10), 10)
assert len(LAT) == len(GRID)


def instant(second: float) -> str:
    return datetime.fromtimestamp(BEGINS + second, UTC).isoformat()


def write_travel(folder: Path, *, pairs: int = 24, rate: str | None = None) -> dict[str, Path]:
    """Write records, pairs and truth: the first half are one person's two phones, the others two people's."""
    half = pairs // 2
    records, asked, truth = [], [], []
    for same in (True, False):
        made, _ = people(pairs=half, same=same, seed=int(same))
        name = [f"p{(0 if same else half) + n // 2:03}{'ab'[n % 2]}" for n in range(2 * half)]
        for phone, t, place in zip(made.phone, made.t, made.place, strict=True):
            at = instant(float(t))
            operator = ("north", "south")[int(place) % 2]
            records.append(
                (name[phone], at, at, "data", operator, f"{operator}-{place}", LAT[place], LON[place])
            )
        for k in range(half):
            pair = name[2 * k][:-1]
            asked.append((pair, pair + "a", pair + "b", instant(3 * DAY), instant(4 * DAY)))
            other = k if same else (k + 1) % half
            kind = "same" if same else "nearby" if k < 3 else "random"
            truth.append((pair, int(same), kind, f"w{k}", f"w{other}", *([] if rate is None else [rate])))
    columns = ["phone", "start", "end", "service", "operator", "cell", "lat", "lon"]
    return {
        "records": write_csv(folder / "records.csv", columns, records),
        "pairs": write_csv(
            folder / "pairs.csv", ["pair", "phone_a", "phone_b", "window_start", "window_end"], asked
        ),
        "truth": write_csv(
            folder / "truth.csv",
            ["pair", "same", "kind", "person_a", "person_b", *([] if rate is None else ["rate"])],
            truth,
        ),
    }


def write_tracks(folder: Path, *, people: int = 14, days: int = 4, seed: int = 5) -> Path:
    """Write tracks of the first people: each walks about a home of their own, on the same days."""
    chance = np.random.default_rng(seed)
    rows = []
    for person in range(people):
        for day in range(days):
            seconds = day * DAY + 9 * 3_600 + np.arange(0, 5 * 3_600, 120.0)
            walk = chance.normal(0, 0.0015, (len(seconds), 2)).cumsum(axis=0)
            rows += [
                (f"w{person}", instant(t), 50.1 + 0.01 * person + y, 0.15 + x)
                for t, (x, y) in zip(seconds, walk, strict=True)
            ]
    return write_csv(folder / "tracks.csv", ["person", "start", "lat", "lon"], rows)


def add(path: Path, *lines: str) -> None:
    path.write_text(path.read_text() + "".join(line + "\n" for line in lines))
