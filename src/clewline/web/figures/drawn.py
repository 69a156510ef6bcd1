"""The charts of an opened figure, each with its table: step by step, and the forces side by side."""

from dataclasses import dataclass

from markupsafe import Markup

from clewline import reference
from clewline.bulletin.week import as_written
from clewline.output.charts import Bar, bars
from clewline.output.step_chart import step_words, steps_chart
from clewline.workflow.figure_rows import RowsPage
from clewline.workflow.over_time import size_of

NAMES = {"day": "Day by day", "week": "Week by week", "month": "Month by month"}


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart and the numbers in it."""

    id: str
    title: str
    picture: Markup
    heads: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


def charts(page: RowsPage) -> list[Chart]:
    """Return what can be drawn of a figure; nothing where it counts nothing."""
    counted, found = page.counted, []
    if len(page.steps) > 1 and page.rows:
        size = size_of(counted.start, counted.end)
        title = f"{counted.title}, {NAMES[size].lower()}"
        found.append(
            Chart(
                id="steps",
                title=title,
                picture=steps_chart(page.steps, size=size, unit=counted.unit, id_="steps", title=title),
                heads=(size.capitalize(), counted.title),
                rows=tuple((step_words(s, size), as_written(s.value, counted.unit)) for s in page.steps),
            )
        )
    if page.by_force:
        title = f"{counted.title}, by force"
        known = reference.forces()
        listed = [
            (known[name].name if name in known else name or "not recorded", number.value)
            for name, number in page.by_force.items()
            if number.value is not None
        ]
        listed.sort(key=lambda one: (-one[1], one[0]))
        rows = tuple((name, as_written(value, counted.unit)) for name, value in listed)
        drawn = [
            Bar(title=name, value=value, written=as_written(value, counted.unit)) for name, value in listed
        ]
        found.append(
            Chart(
                id="forces",
                title=title,
                picture=bars(drawn, id_="forces", title=title, width=480),
                heads=("Force", counted.title),
                rows=rows,
            )
        )
    return found
