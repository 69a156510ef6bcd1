"""Shares with their intervals as inline SVG: a line from the least to the greatest, and a mark at the share."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clewline.output.charts import drawing, short


@dataclass(frozen=True, kw_only=True)
class Reach:
    """A share and its interval, each from 0 to 1, with its name and both as written."""

    title: str
    share: float
    low: float
    high: float
    written: str
    beneath: str


def reaches(found: Sequence[Reach], *, id_: str, title: str, width: int = 480) -> Markup:
    """Return a row for each share on one scale from 0 to 100 per cent, its name and number above it."""
    drawn: list[Markup] = []
    y = 4
    for one in found:
        drawn.append(Markup('<text class="name" x="0" y="{}">{}</text>').format(y + 12, one.title))
        drawn.append(
            Markup('<text class="value" x="{}" y="{}" text-anchor="end">{}</text>').format(
                width, y + 12, one.written
            )
        )
        drawn.append(
            Markup('<rect class="track" x="0" y="{}" width="{}" height="12"/>').format(y + 18, width)
        )
        left = width * one.low
        drawn.append(
            Markup('<rect class="bar" x="{}" y="{}" width="{}" height="4"/>').format(
                short(left), y + 22, short(max(1.0, width * one.high - left))
            )
        )
        at = min(max(0.0, width * one.share - 2), width - 4)
        drawn.append(
            Markup('<rect class="bar" x="{}" y="{}" width="4" height="12"/>').format(short(at), y + 18)
        )
        y += 42
    for x, anchor, said in ((0, "start", "0 %"), (width / 2, "middle", "50 %"), (width, "end", "100 %")):
        drawn.append(
            Markup('<text class="tick" x="{}" y="{}" text-anchor="{}">{}</text>').format(
                short(x), y + 8, anchor, said
            )
        )
    words = " ".join(f"{one.title}: {one.written} ({one.beneath})." for one in found)
    return drawing(drawn, id_=id_, title=title, words=words, width=width, height=y + 14)
