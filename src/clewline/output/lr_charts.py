"""The pictures of a validation: Tippett, PAV, entropy, histogram, and the cost of each group."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from clewline.evidence.lir_adapter import Curve, Entropies, Tippett
from clewline.evidence.plots import Histogram
from clewline.evidence.validation import Group
from clewline.output.charts import drawing, short
from clewline.output.frame import DIFFERENT, INK, QUIET, RULE, SAME, Frame, circle, line, rect, text

WIDTH, HEIGHT = 660, 380
DASHES = "7 4"
PALE = "#f0c9ae"
ROW = 26
"""Height of a row of the picture of costs."""
ALONG = "log10 of the likelihood ratio"


def tippett(found: Tippett) -> Markup:
    """Return the share of pairs of each truth whose ratio is at least as great as the number beneath."""
    frame = Frame(width=WIDTH, height=HEIGHT, x=_around(found.x), y=(0, 1))
    drawn = list(frame.axes(ALONG, "share of pairs with at least this", written="{:.0%}".format))
    drawn.append(line(frame.at_x(0), frame.top, frame.at_x(0), HEIGHT - frame.bottom, ink=INK, dashes="2 3"))
    for shares, ink, dashes in ((found.same, SAME, ""), (found.different, DIFFERENT, DASHES)):
        steps = [(frame.x[0], 1.0)]
        for x, share, after in zip(found.x, shares, (*shares[1:], 0.0), strict=True):
            steps += [(x, share), (x, after)]
        drawn.append(frame.path([*steps, (frame.x[1], 0.0)], ink=ink, wide=2.4, dashes=dashes))
    drawn += _label(frame, found.x, found.same, 0.62, "same person", SAME, right=True)
    drawn += _label(frame, found.x, found.different, 0.38, "different people", DIFFERENT, right=False)
    words = (
        f"Two falling curves. {_share(found, 'same', 0)} of the pairs of the same person and "
        f"{_share(found, 'different', 0)} of those of different people have a ratio of 1 or more; "
        f"{_share(found, 'same', 2)} and {_share(found, 'different', 2)} have 100 or more."
    )
    return drawing(drawn, id_="tippett", title="Tippett plot", words=words, width=WIDTH, height=HEIGHT)


def pav(found: Curve) -> Markup:
    """Return what pool-adjacent-violators makes of each ratio, beside the line on which it changes nothing."""
    corners = [
        (x, y)
        for i, (x, y) in enumerate(zip(found.x, found.y, strict=True))
        if i in (0, len(found.x) - 1) or not found.y[i - 1] == y == found.y[i + 1]
    ]
    finite = [p for p in corners if math.isfinite(p[1])]
    ends = _around([v for p in finite for v in p] or found.x)
    frame = Frame(width=480, height=500, x=ends, y=ends)
    drawn = list(frame.axes(f"{ALONG}, as given", "after PAV"))
    drawn.append(frame.path([(ends[0], ends[0]), (ends[1], ends[1])], ink=QUIET, wide=1.4, dashes="2 3"))
    drawn.append(text(frame.left + 62, frame.at_y(ends[0]) - 30, "nothing to change", ink=QUIET))
    if finite:
        drawn.append(frame.path(finite, ink=SAME, wide=2.0))
    drawn += [circle(frame.at_x(x), frame.at_y(y), 2.6, fill=SAME) for x, y in finite]
    for x, y in corners:
        if math.isinf(y):
            drawn.append(_arrow(frame.at_x(x), frame.at_y(ends[y > 0]), up=y > 0))
    words = (
        f"{len(finite)} points joined by lines, against the diagonal on which calibration would change nothing. "
        "Arrows at the edge are ratios that one truth alone has, which the transform makes infinite."
    )
    return drawing(drawn, id_="pav", title="PAV plot", words=words, width=frame.width, height=frame.height)


def entropies(found: Entropies) -> Markup:
    """Return the empirical cross-entropy over prior odds: as given, after PAV, and without evidence."""
    ceiling = 1.1 if max(found.given) <= 1.1 else 2.0
    frame = Frame(width=WIDTH, height=HEIGHT, x=(found.prior[0], found.prior[-1]), y=(0, ceiling))
    drawn = list(frame.axes("log10 of the odds before the evidence", "bits still wanting"))
    for bits, ink, wide, dashes in (
        (found.neutral, QUIET, 1.4, "2 3"),
        (found.after, DIFFERENT, 2.2, DASHES),
        (found.given, SAME, 2.4, ""),
    ):
        drawn.append(frame.path(list(zip(found.prior, bits, strict=True)), ink=ink, wide=wide, dashes=dashes))
    key = (
        ("without the evidence", QUIET, "2 3"),
        ("the ratios as given", SAME, ""),
        ("after PAV", DIFFERENT, DASHES),
    )
    for i, (words, ink, dashes) in enumerate(key):
        y = frame.top + 18 + 20 * i
        drawn.append(line(frame.left + 12, y - 4, frame.left + 48, y - 4, ink=ink, wide=2.4, dashes=dashes))
        drawn.append(text(frame.left + 56, y, words))
    middle = len(found.prior) // 2
    told = (
        f"At even odds {found.given[middle]:.3f} bits are wanting with the ratios as given, "
        f"{found.after[middle]:.3f} after PAV, and 1 without the evidence."
    )
    return drawing(drawn, id_="ece", title="Empirical cross-entropy", words=told, width=WIDTH, height=HEIGHT)


def histogram(found: Histogram) -> Markup:
    """Return the pairs of the same person above the line and those of different people below it, as shares."""
    shares = [[n / max(1, sum(some)) for n in some] for some in (found.same, found.different)]
    most = max(0.05, math.ceil(max(map(max, shares)) * 20) / 20)
    frame = Frame(width=WIDTH, height=HEIGHT, x=(found.edges[0], found.edges[-1]), y=(-most, most))
    drawn = list(frame.axes(ALONG, "share of the pairs of each truth", written=lambda v: f"{abs(v):.0%}"))
    nought = frame.at_y(0)
    for i, (left, right) in enumerate(zip(found.edges, found.edges[1:], strict=False)):
        x, wide = frame.at_x(left), frame.at_x(right) - frame.at_x(left) - 1
        up, down = frame.at_y(shares[0][i]), frame.at_y(-shares[1][i])
        if found.same[i]:
            drawn.append(rect(x, up, wide, nought - up, fill=SAME))
        if found.different[i]:
            drawn.append(rect(x, nought, wide, down - nought, fill=PALE, ink=DIFFERENT))
    drawn.append(line(frame.left, nought, WIDTH - frame.right, nought, ink=INK))
    drawn.append(line(frame.at_x(0), frame.top, frame.at_x(0), HEIGHT - frame.bottom, ink=INK, dashes="2 3"))
    drawn.append(
        text(frame.left + 10, frame.top + 16, f"same person ({sum(found.same):,} pairs)", ink=SAME, bold=True)
    )
    drawn.append(
        text(
            WIDTH - frame.right - 10,
            HEIGHT - frame.bottom - 10,
            f"different people ({sum(found.different):,} pairs)",
            anchor="end",
            ink=DIFFERENT,
            bold=True,
        )
    )
    words = (
        f"Bars upwards are {sum(found.same):,} pairs of the same person, bars downwards {sum(found.different):,} of "
        "different people; those upwards left of 0 and downwards right of it are misleading."
    )
    return drawing(drawn, id_="histogram", title="Ratios by truth", words=words, width=WIDTH, height=HEIGHT)


def costs(groups: Sequence[Group], titles: Sequence[str]) -> Markup:
    """Return the cost of each group with its interval, and what calibration would leave of it."""
    told = [(g.scores, title) for g, title in zip(groups, titles, strict=True) if g.scores is not None]
    highest = max(s.cllr.upper or s.cllr.value for s, _ in told)
    ceiling = 1.0 if highest <= 1 else math.ceil(min(highest, 3) * 2) / 2
    height = ROW * len(told) + 78
    frame = Frame(width=WIDTH, height=height, x=(0, ceiling), y=(0, 1), left=190, right=150, top=26)
    floor = height - frame.bottom
    drawn: list[Markup] = []
    for fifth in range(math.floor(ceiling * 5 + 0.01) + 1):
        x = frame.at_x(fifth / 5)
        drawn.append(line(x, frame.top, x, floor, ink=RULE))
        drawn.append(text(x, floor + 18, f"{fifth / 5:g}", anchor="middle", ink=QUIET))
    drawn.append(line(frame.at_x(1), frame.top, frame.at_x(1), floor, ink=INK, dashes="2 3"))
    drawn.append(
        text(
            (frame.left + WIDTH - frame.right) / 2,
            height - 10,
            "Cllr: 0 is perfect, 1 worth nothing",
            anchor="middle",
        )
    )
    drawn.append(text(WIDTH - frame.right + 14, 16, "Cllr (after PAV)", ink=QUIET))
    for i, (scores, title) in enumerate(told):
        y = frame.top + ROW * i + ROW / 2
        drawn.append(text(frame.left - 12, y + 4, title, anchor="end"))
        if scores.cllr.lower is not None and scores.cllr.upper is not None:
            ends = frame.at_x(scores.cllr.lower), frame.at_x(scores.cllr.upper)
            drawn.append(line(ends[0], y, ends[1], y, ink=SAME, wide=2.4))
            drawn += [line(x, y - 4, x, y + 4, ink=SAME, wide=2.4) for x in ends]
        drawn.append(circle(frame.at_x(scores.cllr_min.value), y, 4, fill="#fff", ink=DIFFERENT))
        drawn.append(circle(frame.at_x(scores.cllr.value), y, 4.5, fill=SAME))
        numbers = f"{scores.cllr.value:.3f} ({scores.cllr_min.value:.3f})"
        drawn.append(text(WIDTH - frame.right + 14, y + 4, numbers))
    words = " ".join(f"{title}: {s.cllr.value:.3f}, after PAV {s.cllr_min.value:.3f}." for s, title in told)
    return drawing(drawn, id_="costs", title="Cost by group", words=words, width=WIDTH, height=height)


def _around(values: Sequence[float]) -> tuple[float, float]:
    return min(-2.0, math.floor(min(values) - 0.25)), max(2.0, math.ceil(max(values) + 0.25))


def _label(
    frame: Frame,
    xs: Sequence[float],
    shares: Sequence[float],
    at: float,
    words: str,
    ink: str,
    *,
    right: bool,
) -> list[Markup]:
    """Return the name of a curve beside it, where the curve falls below `at`; on its other side near an edge."""

    # The curve falls while the words are as high as they are: they begin where it is past them, or end before it.
    def place(past: float) -> float:
        return frame.at_x(next((x for x, share in zip(xs, shares, strict=True) if share <= past), xs[-1]))

    beyond, before, room = place(at - 0.06) + 10, place(at + 0.1) - 10, len(words) * 8
    if beyond + room > frame.width - frame.right if right else before - room > frame.left:
        return [text(before, frame.at_y(at), words, anchor="end", ink=ink, bold=True)]
    return [text(beyond, frame.at_y(at), words, ink=ink, bold=True)]


def _share(found: Tippett, truth: str, at: float) -> str:
    shares: tuple[float, ...] = getattr(found, truth)
    return f"{next((s for x, s in zip(found.x, shares, strict=True) if x >= at), 0.0):.1%}"


def _arrow(x: float, y: float, *, up: bool) -> Markup:
    tip, foot = (y + 2, y + 11) if up else (y - 2, y - 11)
    return Markup('<path d="M{} {}L{} {}L{} {}Z" fill="none" stroke="{}"/>').format(
        short(x), short(tip), short(x - 4), short(foot), short(x + 4), short(foot), SAME
    )
