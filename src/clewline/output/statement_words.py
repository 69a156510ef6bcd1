"""How a statement says things: ratios on a verbal scale, what a validation showed, where rows stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby

from clewline.analysis.phones.referred import Referred
from clewline.case.scope import CLOCKS
from clewline.evidence.card import Card
from clewline.evidence.finding import Propositions, Ratio, RowRef
from clewline.evidence.scale import FORENSIC
from clewline.output.words import day_words
from clewline.workflow.evidence.evaluate import Answer

SERVICES = {"call": "call", "text": "text", "multimedia": "multimedia message", "data": "data session"}
WAYS = {"out": "made", "in": "received"}


def ratio_sentence(ratio: Ratio) -> str:
    """Return what a ratio means, said of the records and not of the propositions."""
    return FORENSIC.sentence(
        ratio.log10_lr, first=inside(ratio.propositions.first), second=inside(ratio.propositions.second)
    )


def inside(proposition: str) -> str:
    """Return a proposition as it stands inside a sentence."""
    return proposition[:1].lower() + proposition[1:].rstrip(".")


def times(log10_lr: float) -> str:
    """Return a ratio as a number that a reader can say: 320, 14, 1.2, or 1/320."""
    strength = 10 ** abs(log10_lr)
    if strength < 1.05:
        return "1"
    said = f"{float(f'{strength:.2g}'):,.0f}" if strength >= 10 else f"{strength:.1f}"
    return said if log10_lr > 0 else f"1/{said}"


def interval(ratio: Ratio) -> str:
    """Return the interval of a ratio, and whether the model would have said more."""
    between = f"95 % interval {times(ratio.lower)} to {times(ratio.upper)}"
    bound = times(ratio.most if ratio.log10_lr > 0 else ratio.least)
    held = f"; held at {bound}, since the model's data bear no more" if ratio.at_bound else ""
    return f"{between}{held}"


def propositions_of(answer: Answer) -> list[Propositions]:
    """Return the pairs of propositions that an answer weighs, the first one first."""
    found = [answer.type.propositions]
    for one in answer.asked:
        for ratio in one.finding.against:
            if ratio.propositions not in found:
                found.append(ratio.propositions)
    return found


def days_sentence(answer: Answer) -> str:
    """Return how many days speak which way."""
    many, neither = len(answer.weighed), len(answer.weighed) - answer.for_first - answer.for_second
    ratios = [ratio.log10_lr for _, ratio in answer.weighed]
    even = f", {neither} neither" if neither else ""
    silent = len(answer.asked) - many
    without = f" On {silent:,} further {_days(silent)} there was too little to compare." if silent else ""
    return (
        f"Both phones were compared on each of {many:,} {_days(many)} by itself: {answer.for_first:,} speak for the "
        f"first proposition, {answer.for_second:,} for the second{even}. The ratios go from {times(min(ratios))} to "
        f"{times(max(ratios))}. They are not multiplied: one person's days are alike, so they are not independent."
        f"{without}"
    )


def validated(card: Card) -> Iterator[str]:
    """Yield what the model's own paper says of how often it misleads."""
    for score in card.scores_by("all"):
        yield (
            f"It was tested on {score.same:,} pairs of phones of one person and {score.different:,} of different "
            f"people who took no part in its fit: its cost (Cllr, 0 is perfect and 1 is worth nothing) was "
            f"{score.cllr.value:.2f}; {score.different_above_100.value:.1%} of the different people had a ratio above "
            f"100, and {score.same_below_1.value:.1%} of the same person one below 1."
        )
    for score in card.scores_by("kind"):
        yield f"Against {score.name}: cost {score.cllr.value:.2f} on {score.different:,} pairs of different people."


def moment(row: Referred) -> str:
    """Return the local time of a row, and what it can mean."""
    said = f"{_local(row.earliest):%d %b %Y %H:%M:%S}"
    if row.latest != row.earliest:
        said += f" or {_local(row.latest):%H:%M:%S %Z}"
    return said if row.dates == "exactly" else f"{said} ({row.dates})"


def use(row: Referred) -> str:
    """Return what a row is, without the other party."""
    service = SERVICES.get(row.service, row.service)
    way = WAYS.get(row.direction or "", "")
    end = ", its end" if row.moment != "start" else ""
    return f"{service} {way}".strip() + end


def where(row: Referred) -> str:
    """Return the cell of a row and where it stands."""
    spot = "" if row.lat is None or row.lon is None else f" at {row.lat:.4f}, {row.lon:.4f}"
    named = f" ({row.place})" if row.place else ""
    return f"{row.cell or 'cell not known'}{spot}{named}"


MOST_LINES = 240
"""Rows whose lines a statement lists one by one; the file of rows lists those of larger facts."""


def stands(rows: Sequence[RowRef], exhibits: dict[str, str]) -> str:
    """Return where the rows of a fact stand: their lines, or of many how many are in each exhibit."""
    if len(rows) <= MOST_LINES:
        return places(rows, exhibits)
    counts = Counter((exhibits[r.sha256], r.sheet or "") for r in rows)
    said = [
        f"{many:,} of exhibit {exhibit}{f' sheet {sheet}' if sheet else ''}"
        for (exhibit, sheet), many in sorted(counts.items())
    ]
    return f"{'; '.join(said)}; each with its line in the file of rows"


def places(rows: Iterable[RowRef], exhibits: dict[str, str]) -> str:
    """Return where rows stand, lines that follow each other as a range: `KM/1 lines 3-9, 12; KM/2 line 4`."""
    said = []
    for (sha256, sheet), group in groupby(rows, key=lambda r: (r.sha256, r.sheet or "")):
        lines = sorted({r.line for r in group})
        runs: list[list[int]] = []
        for line in lines:
            if runs and line == runs[-1][1] + 1:
                runs[-1][1] = line
            else:
                runs.append([line, line])
        listed = ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in runs)
        of_sheet = f" sheet {sheet}" if sheet else ""
        said.append(f"{exhibits[sha256]}{of_sheet} {'line' if len(lines) == 1 else 'lines'} {listed}")
    return "; ".join(said)


def period(first: date, last: date) -> str:
    """Return a period in words."""
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"


def _days(many: int) -> str:
    return "day" if many == 1 else "days"


def _local(instant: datetime) -> datetime:
    return instant.replace(tzinfo=UTC).astimezone(CLOCKS)
