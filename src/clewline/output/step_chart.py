"""A figure step by step as a chart: a column for each day, week or month, with round numbers and dates beneath."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from clewline.bulletin.week import as_written
from clewline.output.charts import CHARACTER, drawing, round_axis, short
from clewline.output.words import month_words, period_words
from clewline.workflow.over_time import Size, Step

TOP, BOTTOM = 14, 30


def step_words(step: Step, size: Size) -> str:
    """Return a step in words: a month by its name, where it is whole or not."""
    return month_words(step.start) if size == "month" else period_words(step.start, step.end)


def steps_chart(
    steps: Sequence[Step], *, size: Size, unit: str, id_: str, title: str, width: int = 640, height: int = 220
) -> Markup:
    """Return a column for each step, of which there is at least one."""
    highest = max(step.value for step in steps)
    ceiling, step_up = round_axis(highest)
    scale = [(step_up * n, as_written(step_up * n, unit)) for n in range(int(ceiling / step_up) + 1)]
    left = max(len(words) for _, words in scale) * CHARACTER + 10
    tall, pitch = height - TOP - BOTTOM, (width - left - 4) / len(steps)
    wide = max(1.5, min(40.0, pitch * 0.72))
    drawn: list[Markup] = []
    for value, words in scale:
        y = short(TOP + tall * float(1 - value / ceiling))
        drawn.append(
            Markup('<line class="rule" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(short(left), width, y=y)
        )
        drawn.append(
            Markup('<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>').format(
                short(left - 6), short(float(y) + 4), words
            )
        )
    free = 0.0
    for n, step in enumerate(steps):
        middle = left + (n + 0.5) * pitch
        high = tall * float(step.value / ceiling)
        drawn.append(
            Markup(
                '<rect class="bar" x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>'
            ).format(
                short(middle - wide / 2),
                short(TOP + tall - high),
                short(wide),
                short(high),
                step_words(step, size),
                as_written(step.value, unit),
            )
        )
        label = f"{step.start:%b %Y}" if size == "month" else f"{step.start:%-d %b}"
        half = len(label) * CHARACTER / 2
        if middle - half >= free and middle + half <= width:
            drawn.append(
                Markup('<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                    short(middle), height - 8, label
                )
            )
            free = middle + half + 8
    most = max(steps, key=lambda one: one.value)
    words = (
        f"A column for each {size}. The most is {as_written(most.value, unit)}, in {step_words(most, size)}."
        if highest > Decimal(0)
        else f"A column for each {size}, all of them 0."
    )
    return drawing(drawn, id_=id_, title=title, words=words, width=width, height=height)
