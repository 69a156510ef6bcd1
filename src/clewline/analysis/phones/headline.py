"""What the records of a line amount to: uses by kind, days, parties, files, and what the records leave open."""

from dataclasses import dataclass
from datetime import datetime

from clewline.analysis.phones.line import Behind, Line

USED = Behind("used")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Uses of one service in one direction."""

    service: str
    direction: str | None
    uses: int
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """A file that the line's rows are in."""

    exhibit: str | None
    sha256: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class Headline:
    """Counts over the whole period. Times are local."""

    uses: int
    first: datetime
    last: datetime
    days: int
    """Days with a use."""
    kinds: tuple[Kind, ...]
    contacts: int
    """Different other parties that the records name."""
    withheld: int
    """Uses whose other party was withheld."""
    handsets: int
    sims: int
    exhibits: tuple[Exhibit, ...]
    repeats: int
    """Rows that repeat one of another file, and are not counted."""
    ends: int
    """Rows of where a use ended."""
    unplaced: int
    """Uses without a place."""
    loose: int
    """Uses whose recorded time may be earlier than their start or end."""
    twofold: int
    """Uses in the hour that occurs twice, whose time is one of two."""


def headline(line: Line) -> Headline:
    """Return the counts of the line."""
    found = line.all(
        """
        select
            count(*) filter (used), min(local) filter (kept), max(local) filter (kept),
            count(distinct day) filter (used), count(distinct contact) filter (used),
            count(*) filter (used and other = 'withheld'),
            count(distinct imei) filter (kept), count(distinct imsi) filter (kept),
            count(*) filter (not kept), count(*) filter (kept and moment = 'end'),
            count(*) filter (used and lat is null), count(*) filter (used and dates <> 'exactly'),
            count(*) filter (used and earliest <> latest)
        from {rows}
        """
    )[0]
    uses, first, last, days, contacts, withheld, handsets, sims, repeats, ends, unplaced, loose, twofold = (
        found
    )
    return Headline(
        uses=uses,
        first=first,
        last=last,
        days=days,
        kinds=tuple(_kinds(line)),
        contacts=contacts,
        withheld=withheld,
        handsets=handsets,
        sims=sims,
        exhibits=tuple(
            Exhibit(exhibit=exhibit, sha256=sha256, rows=rows)
            for exhibit, sha256, rows in line.all(
                "select any_value(exhibit), sha256, count(*) from {rows} group by sha256 order by 1, 2"
            )
        ),
        repeats=repeats,
        ends=ends,
        unplaced=unplaced,
        loose=loose,
        twofold=twofold,
    )


def _kinds(line: Line) -> list[Kind]:
    found = line.all(
        """
        select service, direction, count(*) from {rows} where used
        group by service, direction order by count(*) desc, service, direction
        """
    )
    return [
        Kind(
            service=service,
            direction=direction,
            uses=uses,
            behind=Behind("used and service = ? and direction is not distinct from ?", (service, direction)),
        )
        for service, direction, uses in found
    ]
