"""The last row that each exhibit of a case gives of a number, beside the last that it gives of others."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from clewline.analysis.phones.line import Asked


@dataclass(frozen=True, kw_only=True)
class LastRow:
    """Where one exhibit's rows of a number end. Instants are UTC, without zone."""

    exhibit: str
    at: datetime
    services: frozenset[str]
    """What its rows of the number are of: calls, texts, ..."""


def last_rows(
    connection: duckdb.DuckDBPyConnection, identifier: str, relation: str = "events"
) -> tuple[LastRow, ...]:
    """Return the exhibits that give a row of a number, SIM or handset, in order of their references."""
    found = connection.execute(
        f"""
        select exhibit, max(latest), list(distinct service) from {relation}
        where ({Asked(numbers=(identifier,)).where}) and service <> 'contact' and latest is not null
        group by exhibit order by exhibit
        """
    ).fetchall()
    return tuple(
        LastRow(exhibit=exhibit, at=at, services=frozenset(services)) for exhibit, at, services in found
    )


def last_of_others(
    connection: duckdb.DuckDBPyConnection, identifier: str, exhibit: str, relation: str = "events"
) -> datetime | None:
    """Return the instant of the last row that an exhibit gives of any other phone; none where it gives none."""
    found = connection.execute(
        f"""
        select max(latest) from {relation}
        where exhibit = ? and not coalesce({Asked(numbers=(identifier,)).where}, false) and service <> 'contact'
        """,
        [exhibit],
    ).fetchall()
    last: datetime | None = found[0][0]
    return last
