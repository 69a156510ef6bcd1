"""All figures of one week over ten million entries, against the same questions in hand-written SQL.

Ours opens the projection's files (`of_parquet`) as known at an instant, selects each figure's rows for the
week (its first definition), and counts them as a whole and by force: the path that `clewline week` takes,
whose rows stay there to be opened. The other is `by_hand`: DuckDB over the same files, with the same memory
and threads, one statement a figure that reads only the columns it needs and keeps nothing. Each run of
either side begins with a new connection and loads the code lists. Every number must be the same on both
sides, or the benchmark fails.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from bench.measure import Goal, apart, paired
from bench.ten_million import ENTRIES, Files, projection

START, END = date(2025, 2, 24), date(2025, 3, 2)
AS_OF = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
TIMES = 9

Numbers = dict[tuple[str, str | None], tuple[Decimal, ...]]
"""Value, or numerator and denominator, by figure and force; no force is the whole."""


def run() -> dict[str, Any]:
    """Return how many times the hand-written statements' time the figures take, and their memory."""
    with projection() as found:
        told = {kind: [str(path) for path in paths] for kind, paths in found.items()}
        alone = apart("figures:once", told=told)
        both = apart("figures:alternate", told=told)
    return {
        "goals": [
            Goal("figures of a week, times hand-written SQL", both["ratio"]["median"], 1.3, "", True).told(),
            Goal("figures of a week, memory", alone["peak_mb"], 2000, "MB", True).told(),
        ],
        "entries": ENTRIES,
        "detail": both,
        "peak_mb_of_ours_alone": alone["peak_mb"],
    }


def once(told: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Count once, for its memory."""
    return {"numbers": len(ours(_paths(told)))}


def alternate(told: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Count both ways in turn, having seen that they agree."""
    found = _paths(told)
    counted, written = ours(found), by_hand(found)
    if counted != written:
        differ = sorted({name for name, _ in dict(counted.items() ^ written.items())})
        raise AssertionError(f"The numbers differ in {', '.join(differ)}.")
    return {
        "numbers": len(counted),
        **paired(lambda: ours(found), lambda: by_hand(found), times=TIMES),
    }


def ours(found: Files) -> Numbers:
    """Return every figure as Clewline counts it."""
    from clewline import analysis
    from clewline.analysis.count import select
    from clewline.figures import all_figures

    connection = analysis.of_parquet(found, as_of=AS_OF)
    numbers: Numbers = {}
    for name, figure in all_figures().items():
        selection = select(connection, figure, start=START, end=END)
        if "force" in figure.dimensions:
            whole, by_force = selection.split("force")
        else:
            whole, by_force = selection.number(), {}
        for force, number in {None: whole, **by_force}.items():
            if number.denominator is None:
                numbers[name, force] = (number.value or Decimal(0),)
            else:
                numbers[name, force] = (Decimal(number.numerator or 0), Decimal(number.denominator))
    connection.close()
    return numbers


def by_hand(found: Files) -> Numbers:
    """Return every figure by its hand-written statement."""
    from bench.by_hand import STATEMENTS
    from clewline.analysis.tables import connect

    connection = connect()
    connection.execute(
        "create table offence_list as select code, offence_group from read_csv($file, header = true, delim = ',')",
        {"file": str(files("clewline.reference") / "offences.csv")},
    )
    folder = str(found["arrest"][0].parent)
    asked = {"as_of": AS_OF.replace(tzinfo=None), "start": START, "end": END}
    numbers: Numbers = {}
    for name, statement in STATEMENTS.items():
        rows = connection.execute(statement.replace("FOLDER", folder), asked).fetchall()
        for force, whole, *values in rows or [(None, 1, 0)]:
            numbers[name, None if whole else force] = tuple(Decimal(v or 0) for v in values)
    connection.close()
    return numbers


def _paths(told: Mapping[str, Sequence[str]]) -> Files:
    return {kind: [Path(path) for path in paths] for kind, paths in told.items()}
