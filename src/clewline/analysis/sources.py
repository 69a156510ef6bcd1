"""Where entries came from: file, sheet and line of each, from the same tables that were counted."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from clewline.figures import Origin
from clewline.record import all_kinds


def origins(connection: duckdb.DuckDBPyConnection, entries: Sequence[str]) -> dict[str, Origin]:
    """Return the origin of each of the entries that is known, by id."""
    if not entries:
        return {}
    # A table, not a list as parameter: DuckDB takes a list value by value, at tens of microseconds each.
    connection.register("asked_for", pa.table({"entry_id": pa.array(list(entries), pa.string())}))
    every = " union all ".join(
        f"select entry_id, '{kind}' as kind, subject, day, case_id, source_file, source_sheet, source_line, "
        f"recorded_by from {kind} where entry_id in (select entry_id from asked_for)"
        for kind in all_kinds()
    )
    found = connection.execute(every).fetchall()
    connection.unregister("asked_for")
    return {row[0]: Origin(*row) for row in found}
