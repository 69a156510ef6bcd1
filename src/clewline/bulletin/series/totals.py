"""Totals of a programme that contradict each other, or the weeks within them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clewline.bulletin.possible import dimension
from clewline.bulletin.series.growth import growth
from clewline.bulletin.series.mark import Mark, said_by
from clewline.bulletin.series.report import Report
from clewline.bulletin.series.weeks import by_slot, conflicts
from clewline.bulletin.week import as_written


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Results within a total: what was reported of a week or a shorter period, and the least that it can be."""

    reports: tuple[Report, ...]
    start: date
    end: date
    least: Decimal


def contradictions(reports: Sequence[Report]) -> Iterator[Mark]:
    """Yield, of one thing and body, the totals that contradict each other or what lies within them."""
    totals = [r for r in reports if r.frame == "total" and r.start and r.end and r.start <= r.end]
    yield from conflicts(totals, "two totals")
    if not totals or growth(totals[0].thing) == "neither":
        return
    pieces = _pieces(reports)
    for total in sorted(totals, key=_last):
        most = total.bounds.most
        if most is None:
            continue  # `over 1,800` is below nothing
        if fallen := _fallen(total, most, totals):
            yield fallen
        elif (inside := _inside(total, pieces)) and (more := _more(inside, most, total)):
            yield more


def _last(report: Report) -> tuple[date, date]:
    return report.end or date.max, report.start or date.max


def _fallen(total: Report, most: Decimal, totals: Iterable[Report]) -> Mark | None:
    """Return the mark of a total that is lower than an earlier one since the same day."""
    earlier = [t for t in totals if t.start == total.start and _last(t) < _last(total)]
    highest = max(earlier, key=lambda t: t.bounds.least, default=None)
    if highest is None or highest.bounds.least <= most:
        return None
    return Mark(
        kind="total falls",
        reports=(highest, total),
        sentence=(
            f"{total.whose}: a total falls with time. It is {said_by([highest])} {highest.period_words}, and "
            f"{said_by([total])} {total.period_words}: one is wrong, or they count other things."
        ),
    )


def _pieces(reports: Iterable[Report]) -> list[Piece]:
    """Return the periods reported, each with the least that it can be by what was reported of it.

    Where reports of one period cannot be reconciled the lowest is taken, else the highest of their lower ends.
    """
    found = []
    for together in by_slot(reports).values():
        dated = [(r, r.start, r.end) for r in together if r.start and r.end and r.start <= r.end]
        if dated:
            low = [r.bounds.least for r, _, _ in dated]
            found.append(
                Piece(
                    reports=tuple(r for r, _, _ in dated),
                    start=min(start for _, start, _ in dated),
                    end=max(end for _, _, end in dated),
                    least=min(low) if any(conflicts(together)) else max(low),
                )
            )
    return found


def _inside(total: Report, pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that lie within the total's days and are not all of them."""
    start, end = total.start or date.max, total.end or date.min
    return [p for p in pieces if start <= p.start and p.end <= end and (p.start, p.end) != (start, end)]


def _more(inside: list[Piece], most: Decimal, total: Report) -> Mark | None:
    """Return the mark of a total that is lower than what lies within it."""
    parts = _disjoint(inside) if growth(total.thing) == "adds" else [max(inside, key=lambda p: p.least)]
    together = sum((p.least for p in parts), Decimal(0))
    if together <= most:
        return None
    within = [r for p in parts for r in p.reports]
    unit = dimension(total.stated.unit)
    if len(parts) == 1:
        told = f"{said_by(within)} of {within[0].period_words} alone"
    else:
        told = f"the {as_written(together, unit)} that {len(parts)} reported periods within it add up to at least"
    return Mark(
        kind="total below its parts",
        reports=(total, *within),
        sentence=(
            f"{total.whose}: the total {said_by([total])} {total.period_words} is lower than {told}: "
            "one is wrong, or they count other things."
        ),
    )


def _disjoint(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of which no day is in two, so chosen that they add up to the most.

    Days that overlap (a week reported to Sunday, and one from Saturday) must not be counted twice.
    """
    ordered = sorted(pieces, key=lambda p: (p.end, p.start))
    ends = [p.end for p in ordered]
    best: list[tuple[Decimal, list[Piece]]] = [(Decimal(0), [])]
    for piece in ordered:
        before = best[bisect_left(ends, piece.start)]
        with_it = (before[0] + piece.least, [*before[1], piece])
        best.append(max(best[-1], with_it, key=lambda b: b[0]))
    return best[-1][1]
