"""Charts as inline SVG: drawn by hand, so that a page needs no script and asks nothing of any other machine.

Colours are classes of the page's style sheet, so that print and dark mode keep their contrast. No chart tells
two things apart by colour alone: each has its own axes and its numbers written beside it.
"""

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from markupsafe import Markup

from clewline.output.words import month_words

CHARACTER = 6.6
"""Width of a character of the charts' 13-pixel text, on the wide side."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One horizontal bar: what it is, its length, and its number as written."""

    title: str
    value: Decimal
    written: str
    beneath: str = ""
    """What stands under the bar, as what a rate divides by what."""


def columns(
    months: Mapping[date, Decimal], *, id_: str, title: str, width: int = 560, height: int = 190
) -> Markup:
    """Return a column for each month, with an axis of round numbers and the years beneath."""
    left, top, bottom = 44, 14, 26
    ceiling, step = round_axis(max(months.values(), default=Decimal(0)))
    room, tall = width - left - 4, height - top - bottom
    pitch = room / max(1, len(months))
    wide = max(1.5, pitch * 0.72)
    drawn: list[Markup] = []
    at = Decimal(0)
    while at <= ceiling:
        y = top + tall * float(1 - at / ceiling)
        drawn.append(
            Markup('<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
                left, width, short(y), short(y)
            )
        )
        drawn.append(
            Markup('<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>').format(
                left - 6, short(y + 4), f"{at:,f}"
            )
        )
        at += step
    for i, (month, value) in enumerate(months.items()):
        x = left + i * pitch + (pitch - wide) / 2
        high = tall * float(value / ceiling)
        drawn.append(
            Markup(
                '<rect class="bar" x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>'
            ).format(
                short(x),
                short(top + tall - high),
                short(wide),
                short(high),
                month_words(month),
                f"{value:,f}",
            )
        )
        if month.month == 1 or i == 0:
            # The year of a first part-year is left out where the next one would print over it.
            if i == 0 and month.month > 10 and len(months) > 2:
                continue
            drawn.append(
                Markup('<line class="rule" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
                    short(left + i * pitch), top + tall, top + tall + 5
                )
            )
            drawn.append(
                Markup('<text class="tick" x="{}" y="{}">{}</text>').format(
                    short(left + i * pitch + 3), height - 8, month.year
                )
            )
    first, last = min(months), max(months)
    most = max(months, key=lambda m: months[m])
    words = (
        f"A column for each month from {month_words(first)} to {month_words(last)}. "
        f"The most is {months[most]:,f}, in {month_words(most)}."
    )
    return drawing(drawn, id_=id_, title=title, words=words, width=width, height=height)


def bars(
    found: Sequence[Bar],
    *,
    id_: str,
    title: str,
    most: Decimal | None = None,
    width: int = 270,
    tracks: bool = False,
) -> Markup:
    """Return a horizontal bar for each, its name above it and its number at the end of the name's line.

    `most` is what the full width stands for; left out, the longest bar. `tracks` shows the rest up to it.
    """
    full = most or max((b.value for b in found), default=Decimal(0)) or Decimal(1)
    drawn: list[Markup] = []
    y = 4.0
    for bar in found:
        names = textwrap.wrap(bar.title, int((width - len(bar.written) * CHARACTER - 14) / CHARACTER)) or [""]
        for i, words in enumerate(names):
            drawn.append(Markup('<text class="name" x="0" y="{}">{}</text>').format(short(y + 12), words))
            if i == len(names) - 1:
                drawn.append(
                    Markup('<text class="value" x="{}" y="{}" text-anchor="end">{}</text>').format(
                        width, short(y + 12), bar.written
                    )
                )
            y += 16
        y += 2
        if tracks:
            drawn.append(
                Markup('<rect class="track" x="0" y="{}" width="{}" height="12"/>').format(short(y), width)
            )
        long = max(1.0, width * float(bar.value / full)) if bar.value else 0.0
        drawn.append(
            Markup('<rect class="bar" x="0" y="{}" width="{}" height="12"/>').format(short(y), short(long))
        )
        y += 24
        if bar.beneath:
            drawn.append(
                Markup('<text class="tick" x="0" y="{}">{}</text>').format(short(y + 2), bar.beneath)
            )
            y += 16
    words = " ".join(f"{b.title}: {b.written}{f' ({b.beneath})' if b.beneath else ''}." for b in found)
    return drawing(drawn, id_=id_, title=title, words=words, width=width, height=int(y))


def drawing(
    drawn: Sequence[Markup],
    *,
    id_: str,
    title: str,
    words: str,
    width: int,
    height: int,
    has_links: bool = False,
) -> Markup:
    """Return the shapes as one picture, named by `title` and told in `words` to those who do not see it.

    What is inside an image is out of a screen reader's reach: a picture with links in it is a group.
    """
    opening = Markup(
        '<svg role="{5}" aria-labelledby="{0}-t {0}-d" viewBox="0 0 {1} {2}" width="{1}" height="{2}">'
        '<title id="{0}-t">{3}</title><desc id="{0}-d">{4}</desc>'
    ).format(id_, width, height, title, words, "group" if has_links else "img")
    return Markup("").join(chain([opening], drawn, [Markup("</svg>")]))


def round_axis(most: Decimal) -> tuple[Decimal, Decimal]:
    """Return the end of an axis and its step: 1, 2 or 5 times a power of ten, at most five steps."""
    if most <= 0:
        return Decimal(1), Decimal(1)
    power = Decimal(1).scaleb(most.adjusted() - 1)
    steps = (power * times for power in (power, power * 10) for times in (1, 2, 5))
    step = next(s for s in chain(steps, [power * 100]) if s * 5 >= most)
    if most >= 1:
        step = max(step, Decimal(1))
    return step * math.ceil(most / step), step


def short(number: float) -> str:
    """Return a coordinate to a tenth of a pixel."""
    return f"{number:.1f}".rstrip("0").rstrip(".")
