"""Bulk texts: a line tells its customers that it is open by texting many of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from clewline.analysis.phones.line import Behind, Line

RECIPIENTS = 10
"""Different recipients that make a burst; ours, no authority names a number."""
WITHIN = timedelta(minutes=10)
"""Time in which they are texted, the first to the last."""

OUT = "used and service in ('text', 'multimedia') and direction = 'out'"
"""What an outgoing text is."""


@dataclass(frozen=True, kw_only=True)
class Burst:
    """One burst of outgoing texts. Times are local."""

    number: int
    """1 is the first of the period."""
    start: datetime
    end: datetime
    texts: int
    recipients: int
    again: int
    """Recipients that an earlier burst had texted."""
    from_last: int
    """Recipients that the burst before had texted."""
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class BulkTexts:
    """The bursts of a line, and what makes one."""

    definition: str
    bursts: tuple[Burst, ...]
    texts: int
    recipients: int
    """Different recipients of all bursts."""
    repeated: int
    """Of them, those of at least two bursts."""


def bulk_texts(line: Line, recipients: int = RECIPIENTS, within: timedelta = WITHIN) -> BulkTexts:
    """Return the bursts in which at least `recipients` different parties were texted `within` that time."""
    minutes = int(within.total_seconds() // 60)
    line.connection.execute(
        f"create or replace temp table {line.rows}_bulk as {_members_sql(recipients, minutes)}".format(
            rows=line.rows
        )
    )
    bursts = tuple(_burst(number, found) for number, found in enumerate(line.all(_BURSTS), 1))
    parties, repeated = line.all(_SHARED)[0]
    return BulkTexts(
        definition=(
            f"A burst is a run of outgoing texts in which each belongs to some {minutes} minutes that reach at least "
            f"{recipients} different recipients; two runs no more than {minutes} minutes apart are one burst."
        ),
        bursts=bursts,
        texts=sum(b.texts for b in bursts),
        recipients=parties,
        repeated=repeated,
    )


def _burst(number: int, found: Sequence[Any]) -> Burst:
    first, last, start, end, texts, recipients, again, from_last = found
    return Burst(
        number=number,
        start=start,
        end=end,
        texts=texts,
        recipients=recipients,
        again=again,
        from_last=from_last,
        behind=Behind(f"{OUT} and instant between ? and ?", (first, last)),
    )


def _members_sql(recipients: int, minutes: int) -> str:
    """Return SQL for the texts of each burst: (burst, first, last, local, contact)."""
    return f"""
        with all_texts as (
            select instant, local, contact from {{rows}} where {OUT} and contact is not null
        ),
        counted_texts as (
            select *, count(*) over (
                order by instant range between current row and interval {minutes} minutes following
            ) as following
            from all_texts
        ),
        dense as (
            select *, max(case when following >= {recipients} then instant end) over (
                order by instant range between unbounded preceding and current row
            ) as last_full
            from counted_texts
        ),
        -- Only where texts are many can recipients be: to count those costs more.
        texts as (
            select instant, local, contact from dense where instant <= last_full + interval {minutes} minutes
        ),
        windows as (
            select
                instant,
                count(distinct contact) over following as reached,
                max(instant) over following as until
            from texts
            window following as (
                order by instant range between current row and interval {minutes} minutes following
            )
        ),
        full_windows as (
            select distinct instant, until from windows where reached >= {recipients}
        ),
        marked as (
            select *, coalesce(
                instant > max(until) over (order by instant rows between unbounded preceding and 1 preceding)
                    + interval {minutes} minutes, true
            ) as opens
            from full_windows
        ),
        counted as (
            select *, count(case when opens then 1 end) over (order by instant) as burst from marked
        ),
        bursts as (
            select burst, min(instant) as first, max(until) as last from counted group by burst
        )
        select bursts.burst, bursts.first, bursts.last, texts.local, texts.contact
        from texts
        asof join bursts on texts.instant >= bursts.first
        where texts.instant <= bursts.last
    """


_PARTIES = """
    with parties as (
        select burst, contact, lag(burst) over (partition by contact order by burst) as seen
        from (select distinct burst, contact from {rows}_bulk)
    )
"""
_BURSTS = (
    _PARTIES
    + """,
    repeats as (
        select burst, count(*) as recipients, count(seen) as again,
            count(case when seen = burst - 1 then 1 end) as from_last
        from parties group by burst
    )
    select min(first), max(last), min(local), max(local), count(*), any_value(recipients), any_value(again),
        any_value(from_last)
    from {rows}_bulk join repeats using (burst)
    group by burst order by burst
    """
)
_SHARED = (
    _PARTIES
    + "select count(distinct contact), count(distinct case when seen is not null then contact end) from parties"
)
