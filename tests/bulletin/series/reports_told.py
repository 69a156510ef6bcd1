"""Reports for the tests of the published series, written as the rows of a list of releases."""

from clewline.bulletin.series import PublishedSeries, Report, assemble, report
from clewline.formats.releases import ReleaseReader
from clewline.record import Problem
from clewline.workflow.reading import lists, mappings

COLUMNS = (
    "release_id",
    "publisher",
    "scope",
    "period_start",
    "period_end",
    "indicator",
    "as_stated",
    "url",
)
NAMES = {"metropolitan": "Metropolitan", "kent": "Kent", "merseyside": "Merseyside"}


def told(rows: str) -> list[Report]:
    """Return the reports of rows such as `A1 | Kent | force | 2023-02-27 | 2023-03-05 | arrests | over 40`."""
    reader = ReleaseReader(mappings()["press"], COLUMNS, lists=lists())
    found = []
    for line, row in enumerate(rows.strip().splitlines(), start=1):
        cells = [cell.strip() for cell in row.split("|")]
        read = reader.read(line, [*cells, ""])
        assert not isinstance(read, Problem), read
        for nth, draft in enumerate(read, start=1):
            found.append(report(f"B:{line}/{nth}", draft.facts, NAMES))  # type: ignore[arg-type]  # it reads nothing else
    return found


def series(rows: str) -> PublishedSeries:
    """Return the series of the rows, which are of one indicator."""
    reports = told(rows)
    (indicator,) = {r.stated.indicator for r in reports}
    return assemble(indicator, reports)


def marks(rows: str) -> list[tuple[str, str]]:
    """Return the kind and the sentence of each mark on the rows."""
    return [(m.kind, m.sentence) for m in series(rows).marks]
