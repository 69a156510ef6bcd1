"""The made-up files taken in as the demo does, for the tests of what Clewline shows of them."""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from clewline.analysis.count import select
from clewline.figures import Row, all_figures
from clewline.record import Entry, Problem
from clewline.simulate import NEIGHBOUR, default_margins, simulate
from clewline.store import ledger
from clewline.workflow.by_person import by_person
from clewline.workflow.intake import take_in
from clewline.workflow.tables import as_known

WEEK = default_margins()
LAST = WEEK.end + timedelta(days=42)
"""The last day of the files."""
TODAY = LAST + timedelta(days=15)


@dataclass
class Taken:
    """The made-up files, taken in as the demo does."""

    planted: dict[str, set[str]]
    """What went wrong, with whom or what it is about."""
    listed: dict[tuple[str, str, int], str]
    """Rows that should be refused: file, sheet and line, with the rule."""
    problems: dict[str, list[Problem]]
    entries: list[Entry]

    @cached_property
    def people(self) -> dict[str, list[Entry]]:
        """The entries of each person."""
        return by_person(self.entries)


def take_all() -> Taken:
    """Take the files in, in the order of their names."""
    planted, listed, problems = defaultdict[str, set[str]](set), dict[tuple[str, str, int], str](), {}
    at = datetime.combine(TODAY, datetime.min.time(), UTC)
    files = sorted(simulate(WEEK, seed=1), key=lambda one: one.name)
    for n, file in enumerate(files):
        if file.name == "blemishes.csv":
            for row in csv.DictReader(io.StringIO(file.content.decode())):
                if row["shown_by"]:
                    planted[row["blemish"]].add(row["about"])
                elif row["outcome"] == "problem":
                    listed[row["file"], row["sheet"], int(row["line"])] = row["rule"]
        elif file.name.endswith((".csv", ".xlsx")):
            case = "K2" if NEIGHBOUR in file.name else "K1"
            outcome = take_in(
                file.content, file=file.name, case=case, by="Moss", at=at + timedelta(minutes=n)
            )
            problems[file.name] = outcome.problems
    return Taken(planted=planted, listed=listed, problems=problems, entries=list(ledger.read("K1")))


def rows(figure: str, start: date = WEEK.since, end: date = TODAY, **where: str) -> list[Row]:
    tables = as_known(datetime.combine(TODAY, datetime.max.time(), UTC))
    selection = select(tables, all_figures()[figure], start=start, end=end, within={})
    return list(selection.rows(where))


def units(figure: str, **where: str) -> set[str]:
    return {row.unit for row in rows(figure, **where)}


def people(numbers: set[str]) -> set[str]:
    assert numbers
    return {f"metropolitan/{number}" for number in numbers}
