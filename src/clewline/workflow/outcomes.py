"""What became of the people safeguarded in a period, as known at an instant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from clewline.analysis import Tables
from clewline.analysis.count import select
from clewline.figures import Counted, Row, all_figures
from clewline.figures.outcomes import Outcomes, outcomes_of
from clewline.workflow.tables import as_known

BESIDE = ("children_charged_unconsidered", "referrals_without_feedback", "time_to_first_help")
"""Figures that belong beside what became of people, also where they are nought."""


@dataclass(frozen=True, kw_only=True)
class Became:
    """What became of the people safeguarded in a period, with the figures that belong beside it."""

    start: date
    end: date
    as_of: datetime
    outcomes: Outcomes
    beside: tuple[Counted, ...]
    """Figures, and the parts of the time to the first help, nought or not."""


def what_became(*, start: date, end: date, as_of: datetime, force: str | None = None) -> Became:
    """Return what became of the people safeguarded from `start` to `end`, of one force or of all."""
    tables = as_known(as_of)
    where = {} if force is None else {"force": force}

    def rows(figure: str) -> list[Row]:
        selection = select(tables, all_figures()[figure], start=start, end=end, within=where)
        return list(selection.rows(where))

    return Became(
        start=start,
        end=end,
        as_of=as_of,
        outcomes=outcomes_of(rows("people_safeguarded"), rows("safeguarded_since")),
        beside=tuple(_beside(tables, start, end, where)),
    )


def _beside(tables: Tables, start: date, end: date, where: dict[str, str]) -> Iterator[Counted]:
    for name in BESIDE:
        figure = all_figures()[name]
        selection = select(tables, figure, start=start, end=end, within=where)
        yield selection.counted(where=where)
        if name == "time_to_first_help":
            yield from (selection.counted(part, where=where) for part in figure.parts)
        selection.drop()
