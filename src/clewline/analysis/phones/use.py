"""The rows of a case as the columns that evidence types weigh."""

from collections.abc import Sequence
from typing import Any

import duckdb
import numpy as np

from clewline.analysis.phones.repeats import repeats_sql
from clewline.analysis.phones.rows import WHO
from clewline.evidence.use import NONE, CaseUses, Ints, Places, Uses


def case_uses(
    connection: duckdb.DuckDBPyConnection, phones: Sequence[str] | None = None, *, name: str = "events"
) -> CaseUses:
    """Return the uses of some phones of a case, or of all; a contact held in an address book is no use.

    An event that two files hold is one use: a phone's own record and the handset's of it are no two.
    """
    connection.execute(
        "create or replace temp table held_twice as "
        + repeats_sql(f"(select * from {name} where service <> 'contact')", WHO)
    )
    chosen = "" if phones is None else f" and {WHO} in (select unnest($phones))"
    connection.execute(
        f"""
        create or replace temp table used as
        select {WHO} as who, epoch_us(earliest) as earliest, epoch_us(latest) as latest,
            dates = 'exactly' as exact, lat, lon, operator, moment,
            case when other like '+%' and moment = 'start' then other end as other,
            imei, imsi, sha256, sheet, line, part
        from {name} as event
        where service <> 'contact' and earliest is not null{chosen}
            and not exists (
                select 1 from held_twice as t
                where t.sha256 = event.sha256 and t.sheet is not distinct from event.sheet
                    and t.line = event.line and t.part = event.part
            )
        """,
        {} if phones is None else {"phones": list(phones)},
    )
    numbers = _words(connection, "select who as w from used union select other from used")
    numbers = [n for n in numbers if n.startswith("+")]
    imeis, imsis = (_words(connection, f"select {c} as w from used") for c in ("imei", "imsi"))
    connection.execute(
        "create or replace temp table files as select row_number() over (order by sha256, sheet) - 1 as nth, * "
        "from (select distinct sha256, sheet from used)"
    )
    files = connection.execute("select sha256, sheet from files order by nth").fetchall()
    sites = connection.execute(
        "select distinct lat, lon, coalesce(operator, '') as operator from used where lat is not null order by all"
    ).fetchnumpy()
    operators = np.unique(sites["operator"].astype(str), return_inverse=True)[1]
    connection.execute(
        "create or replace temp table site as select row_number() over (order by lat, lon, operator) - 1 as place, * "
        "from (select distinct lat, lon, coalesce(operator, '') as operator from used where lat is not null)"
    )
    for table, words in (("numbers", numbers), ("imeis", imeis), ("imsis", imsis)):
        listed = "select unnest($words) as w, generate_subscripts($words, 1) - 1 as nth"
        connection.execute(f"create or replace temp table {table} as {listed}", {"words": words})
    rows = connection.execute(
        """
        select who, earliest, latest, exact, coalesce(place, -1) as place, coalesce(n.nth, -1) as other,
            coalesce(e.nth, -1) as imei, coalesce(s.nth, -1) as imsi, f.nth as file, line, part
        from used as u
        left join site as p on u.lat = p.lat and u.lon = p.lon and coalesce(u.operator, '') = p.operator
        left join numbers as n on u.other = n.w
        left join imeis as e on u.imei = e.w
        left join imsis as s on u.imsi = s.w
        join files as f on u.sha256 = f.sha256 and u.sheet is not distinct from f.sheet
        order by who, earliest, file, line, part
        """
    ).fetchnumpy()
    return CaseUses(
        phones=_by_phone(rows),
        places=Places(
            lat=np.asarray(sites["lat"], float),
            lon=np.asarray(sites["lon"], float),
            operator=operators.astype(np.int64),
        ),
        numbers=numbers,
        imeis=imeis,
        imsis=imsis,
        files=[sha256 for sha256, _ in files],
        sheets=[sheet for _, sheet in files],
    )


def _words(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    found = connection.execute(f"select distinct w from ({sql}) where w is not null order by w").fetchall()
    return [str(row[0]) for row in found]


def _by_phone(rows: dict[str, Any]) -> dict[str, Uses]:
    who = rows["who"].astype(str)
    if not len(who):
        return {}
    starts = np.r_[0, np.flatnonzero(who[1:] != who[:-1]) + 1]
    ends = np.r_[starts[1:], len(who)]
    columns = {n: _ints(rows[n]) for n in Uses.__dataclass_fields__ if n not in ("name", "exact")}
    exact = np.asarray(rows["exact"], bool)
    return {
        str(who[a]): Uses(name=str(who[a]), exact=exact[a:b], **{n: c[a:b] for n, c in columns.items()})
        for a, b in zip(starts.tolist(), ends.tolist(), strict=True)
    }


def _ints(values: Any) -> Ints:
    filled = values.filled(NONE) if isinstance(values, np.ma.MaskedArray) else values
    return np.asarray(filled, np.int64)
