"""Whom the line was in touch with: counts, days and hours of each other party, under a pseudonym.

A pseudonym is a number: 1 is the party of most uses over the whole of the line's records, so that a narrower period
does not name people anew. Numbers themselves are only given to who asks for them with a reason.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from clewline.analysis.phones.line import Behind, Line

REGULAR = 3
"""Days of use from which a contact is called regular; ours, no authority names a number."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Another party of the line's uses in the period. Times are local."""

    contact: int
    """Number of its pseudonym."""
    number: str | None
    """The party itself; none unless the numbers are revealed."""
    is_number: bool
    """Whether it is a telephone number; else a short code or a name, as a service sends it."""
    uses: int
    calls: int
    texts: int
    out: int
    """Uses from the line to the party; `into` are those from the party; the rest state no direction."""
    into: int
    days: int
    first: datetime
    last: datetime
    weeks: tuple[date, ...]
    """Mondays of the weeks with a use."""
    hours: tuple[int, ...]
    """Uses in each of the 24 hours of the local day."""
    behind: Behind

    @property
    def regular(self) -> bool:
        return self.days >= REGULAR


@dataclass(frozen=True, kw_only=True)
class Contacts:
    """The contacts of most uses, and how many there are."""

    all: int
    regular: int
    listed: tuple[Contact, ...]


def contacts(line: Line, *, limit: int | None = 50, reveal: bool = False) -> Contacts:
    """Return the contacts by pseudonym, at most `limit`; their numbers only where `reveal` says so."""
    found = line.all(
        f"""
        with parties as (
            select contact, any_value(other) as other, count(*) as uses,
                count(*) filter (service = 'call') as calls,
                count(*) filter (service in ('text', 'multimedia')) as texts,
                count(*) filter (direction = 'out') as out, count(*) filter (direction = 'in') as into,
                count(distinct day) as days, min(local) as first, max(local) as last
            from {{rows}} where used and contact is not null
            group by contact
        )
        select *, count(*) over () as number, count(*) filter (days >= {REGULAR}) over () as regular
        from parties order by contact {"" if limit is None else f"limit {int(limit)}"}
        """
    )
    hours, weeks = _hours(line, [row[0] for row in found]), _weeks(line, [row[0] for row in found])
    return Contacts(
        all=found[0][-2] if found else 0,
        regular=found[0][-1] if found else 0,
        listed=tuple(
            Contact(
                contact=contact,
                number=other if reveal else None,
                is_number=other.startswith("+"),
                uses=uses,
                calls=calls,
                texts=texts,
                out=out,
                into=into,
                days=days,
                first=first,
                last=last,
                weeks=tuple(weeks[contact]),
                hours=tuple(hours[contact].get(h, 0) for h in range(24)),
                behind=Behind("used and contact = ?", (contact,)),
            )
            for contact, other, uses, calls, texts, out, into, days, first, last, *_ in found
        ),
    )


def _hours(line: Line, asked: list[int]) -> dict[int, dict[int, int]]:
    hours: dict[int, dict[int, int]] = defaultdict(dict)
    for contact, hour, uses in line.all(
        f"select contact, hour, count(*) from {{rows}} where {_among(asked)} group by contact, hour"
    ):
        hours[contact][hour] = uses
    return hours


def _weeks(line: Line, asked: list[int]) -> dict[int, list[date]]:
    weeks: dict[int, list[date]] = defaultdict(list)
    for contact, monday in line.all(
        f"select distinct contact, monday from {{rows}} where {_among(asked)} order by contact, monday"
    ):
        weeks[contact].append(monday)
    return weeks


def _among(asked: list[int]) -> str:
    return f"used and contact in ({', '.join(map(str, asked)) or 'null'})"
