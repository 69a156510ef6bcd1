"""The pictures of a statement: the ratios on one scale, the days, and the two phones on a map and through a day."""

import math
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from markupsafe import Markup

from clewline.analysis.phones.referred import Referred
from clewline.case.scope import CLOCKS
from clewline.evidence.finding import Ratio
from clewline.output.charts import drawing
from clewline.output.frame import DIFFERENT, INK, QUIET, RULE, SAME, Frame, circle, line, rect, text
from clewline.output.map_ground import furniture, land, net
from clewline.output.map_view import kilometres, path, view_of

WIDTH, ROW = 660, 58
SHADE = "#e6ebf0"
MAP_STYLE = Markup(
    "<style>.sea{{fill:#eaf0f4}}.land{{fill:#fff;stroke:#b3bec8}}.net{{fill:none;stroke:#d3dce3}}"
    ".scale{{fill:none;stroke:{0};stroke-width:1.5}}.north{{fill:{0}}}"
    "text{{font-family:Liberation Sans,Arial,sans-serif;font-size:12px;fill:{1}}}</style>"
).format(INK, QUIET)


def ratios(named: Sequence[tuple[str, Ratio]]) -> Markup:
    """Draw each ratio on one scale: its value, its interval, and how far its model can go."""
    ends = max(4, math.ceil(max(max(abs(r.least), abs(r.most)) for _, r in named)))
    frame = Frame(
        width=WIDTH, height=60 + ROW * len(named), x=(-ends, ends), y=(0, 1), left=24, right=24, top=34
    )
    floor = frame.height - 26
    drawn = [
        text(frame.left, 16, "for the second proposition", ink=QUIET),
        text(WIDTH - frame.right, 16, "for the first proposition", anchor="end", ink=QUIET),
    ]
    for power in range(-ends, ends + 1):
        x = frame.at_x(power)
        drawn.append(line(x, 24, x, floor, ink=INK if power == 0 else RULE))
        said = "1" if power == 0 else f"{10**power:,}" if power > 0 else f"1/{10**-power:,}"
        drawn.append(text(x, floor + 17, said, anchor="middle", ink=QUIET))
    for at, (name, ratio) in enumerate(named):
        y = 62 + ROW * at
        drawn.append(text(frame.left, y - 18, name, bold=True))
        left, right = frame.at_x(ratio.least), frame.at_x(ratio.most)
        drawn.append(rect(left, y - 7, right - left, 14, fill=SHADE))
        drawn.append(line(frame.at_x(ratio.lower), y, frame.at_x(ratio.upper), y, ink=SAME, wide=3))
        drawn.append(circle(frame.at_x(ratio.log10_lr), y, 6, fill=SAME))
    words = "; ".join(f"{name}: log10 ratio {ratio.log10_lr:.2f}" for name, ratio in named)
    return drawing(
        drawn, id_="ratios", title="The ratios on one scale", words=words, width=WIDTH, height=frame.height
    )


def days(found: Sequence[tuple[date, float]]) -> Markup:
    """Draw the ratio of each day: a filled dot where it is for the first proposition, else an open square."""
    first, last = found[0][0].toordinal(), found[-1][0].toordinal()
    most = max(1, math.ceil(max(abs(v) for _, v in found)))
    frame = Frame(width=WIDTH, height=250, x=(first - 1, last + 1), y=(-most, most), left=70, bottom=34)
    drawn = []
    for power in range(-most, most + 1):
        y = frame.at_y(power)
        drawn.append(line(frame.left, y, WIDTH - frame.right, y, ink=INK if power == 0 else RULE))
        said = "1" if power == 0 else f"{10**power:,}" if power > 0 else f"1/{10**-power:,}"
        drawn.append(text(frame.left - 8, y + 4, said, anchor="end", ink=QUIET))
    step = max(1, math.ceil((last - first + 1) / 6))
    for ordinal in range(first, last + 1, step):
        said = f"{date.fromordinal(ordinal):%d %b}"
        drawn.append(text(frame.at_x(ordinal), frame.height - 12, said, anchor="middle", ink=QUIET))
    for day, value in found:
        x, y = frame.at_x(day.toordinal()), frame.at_y(value)
        drawn.append(
            circle(x, y, 4, fill=SAME) if value > 0 else rect(x - 4, y - 4, 8, 8, fill="#fff", ink=DIFFERENT)
        )
    words = f"{sum(v > 0 for _, v in found)} days above 1 and {sum(v < 0 for _, v in found)} below."
    return drawing(
        drawn, id_="days", title="The ratio of each day", words=words, width=WIDTH, height=frame.height
    )


def day_map(rows: Sequence[Referred], line_: str, phone: str, *, id_: str) -> Markup | None:
    """Draw where the cells of both phones stood; none where no place is known."""
    placed = [r for r in rows if r.lat is not None and r.lon is not None]
    if not placed:
        return None
    view = view_of([_point(r) for r in placed], width=WIDTH, tall=(230, 320))
    drawn: list[Markup] = [MAP_STYLE, *land(view), *net(view)]
    for of, ink, dashes in ((line_, SAME, ""), (phone, DIFFERENT, "6 4")):
        pixels = [view.at(_point(r)) for r in placed if r.phone == of]
        dashed = Markup(' stroke-dasharray="{}"').format(dashes) if dashes else ""
        if pixels:
            drawn.append(
                Markup('<path d="{}" fill="none" stroke="{}" stroke-width="1.5"{}/>').format(
                    path(pixels), ink, dashed
                )
            )
        for x, y in dict.fromkeys((round(x, 1), round(y, 1)) for x, y in pixels):
            drawn.append(
                circle(x, y, 4, fill=ink) if of == line_ else rect(x - 6, y - 6, 12, 12, fill="none", ink=ink)
            )
    drawn += furniture(view)
    of_line = sum(r.phone == line_ for r in placed)
    words = f"Cells of {of_line} uses of the line and {len(placed) - of_line} of the phone."
    return drawing(
        drawn, id_=id_, title="Cells of both phones", words=words, width=view.width, height=view.height
    )


def day_hours(rows: Sequence[Referred], line_: str, phone: str, *, id_: str) -> Markup | None:
    """Draw how far from the place where they were most used both phones were, through the day."""
    placed = [r for r in rows if r.lat is not None and r.lon is not None]
    if not placed:
        return None
    spots = [_point(r) for r in placed]
    base = max(dict.fromkeys(spots), key=spots.count)
    away = [math.hypot(*kilometres(p, base)) for p in spots]
    frame = Frame(width=WIDTH, height=210, x=(0, 24), y=(0, max(1.0, max(away) * 1.08)), left=64, bottom=48)
    drawn = list(frame.axes("hour of the day, local time", "km away"))
    for of, ink, dashes in ((line_, SAME, ""), (phone, DIFFERENT, "6 4")):
        points = sorted((_hour(r), km) for r, km in zip(placed, away, strict=True) if r.phone == of)
        if points:
            drawn.append(frame.path(points, ink=ink, wide=1.2, dashes=dashes))
        drawn += _marks(frame, points, ink, filled=of == line_)
    words = "Both phones' distance from the place where they were most used, by the hour."
    return drawing(
        drawn, id_=id_, title="Both phones through the day", words=words, width=WIDTH, height=frame.height
    )


def key(line_: str, phone: str, *, id_: str) -> Markup:
    """Draw what the marks of both phones are."""
    drawn = [
        circle(10, 12, 4, fill=SAME),
        text(22, 16, f"line {line_}"),
        rect(WIDTH / 2 - 6, 6, 12, 12, fill="none", ink=DIFFERENT),
        text(WIDTH / 2 + 14, 16, f"phone {phone}"),
    ]
    return drawing(drawn, id_=id_, title="Marks", words="Line: dots. Phone: squares.", width=WIDTH, height=24)


def _marks(
    frame: Frame, points: Sequence[tuple[float, float]], ink: str, *, filled: bool
) -> Iterator[Markup]:
    for hour, km in points:
        x, y = frame.at_x(hour), frame.at_y(km)
        yield circle(x, y, 3.2, fill=ink) if filled else rect(x - 5, y - 5, 10, 10, fill="none", ink=ink)


def _point(row: Referred) -> tuple[float, float]:
    assert row.lat is not None and row.lon is not None
    return row.lat, row.lon


def _hour(row: Referred) -> float:
    local = row.earliest.replace(tzinfo=UTC).astimezone(CLOCKS)
    begins = datetime.combine(local.date(), datetime.min.time(), tzinfo=CLOCKS)
    return (local.replace(tzinfo=None) - begins.replace(tzinfo=None)).total_seconds() / 3600
