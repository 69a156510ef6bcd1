"""Calls and messages between a line and numbers that are asked about by name: of nobody else is a row returned."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from clewline.analysis.phones.line import Line, Ref, is_one_of


@dataclass(frozen=True, kw_only=True)
class Touched:
    """A call or message, and where its row is."""

    number: str
    """The other party."""
    earliest: datetime
    """First instant (UTC, without zone) at which it may have begun."""
    latest: datetime
    direction: str | None
    """`out` from the line, `in` to it; none where the row states none."""
    ref: Ref


def touches(line: Line, numbers: Collection[str]) -> list[Touched]:
    """Return the calls and messages between a line and some numbers, in order of time, each once."""
    if not numbers:
        return []
    found = line.all(
        "select other, earliest, latest, direction, sha256, sheet, line, part from {rows} where spoken and "
        f"{is_one_of('other', sorted(numbers))} order by instant, sha256, line, part"
    )
    return [
        Touched(
            number=other,
            earliest=earliest,
            latest=latest,
            direction=direction,
            ref=Ref(sha256=sha256, sheet=sheet, line=place, part=part),
        )
        for other, earliest, latest, direction, sha256, sheet, place, part in found
    ]
