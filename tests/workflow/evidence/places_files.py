"""The made-up people of `labelled_made` as the files that `compare` and `fit` read."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from evidence.files_made import write_csv
from evidence.labelled_made import pairs

BEGINS = datetime(2026, 3, 1, tzinfo=UTC)


def instant(microseconds: int) -> str:
    return (BEGINS + timedelta(microseconds=microseconds)).isoformat()


def write_places(folder: Path, *, people: int = 12, near: bool = True) -> dict[str, Path]:
    """Write records, pairs and truth of people with two pairs of phones of their own each, and of every two people."""
    made = pairs(people=people, near=near)
    case = made[0].question.case
    records = [
        (name, instant(int(at)), case.places.lat[place], case.places.lon[place], "north")
        for name, uses in case.phones.items()
        for at, place in zip(uses.earliest, uses.place, strict=True)
    ]
    asked = [(p.pair, p.question.first.name, p.question.second.name, p.question) for p in made]
    return {
        "records": write_csv(
            folder / "records.csv", ["phone", "start", "lat", "lon", "operator"], sorted(records)
        ),
        "pairs": write_csv(
            folder / "pairs.csv",
            ["pair", "phone_a", "phone_b", "window_start", "window_end"],
            [(pair, a, b, instant(q.start), instant(q.end)) for pair, a, b, q in asked],
        ),
        "truth": write_csv(
            folder / "truth.csv",
            ["pair", "same", "kind", "person_a", "person_b", "network"],
            [
                (p.pair, int(p.same), p.kind, p.person_a, p.person_b, "ns"[p.person_a == "person 0"])
                for p in made
            ],
        ),
    }
