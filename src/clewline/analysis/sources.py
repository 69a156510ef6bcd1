"""Where entries came from: file, sheet and line of each, from the same tables that were counted."""

from collections.abc import Sequence

import duckdb

from clewline.figures import Origin
from clewline.record import all_kinds


def origins(connection: duckdb.DuckDBPyConnection, entries: Sequence[str]) -> dict[str, Origin]:
    """Return the origin of each of the entries that is known, by id."""
    if not entries:
        return {}
    every = " union all ".join(
        f"select entry_id, '{kind}' as kind, subject, day, case_id, source_file, source_sheet, source_line, "
        f"recorded_by from {kind} where entry_id in (select unnest($ids))"
        for kind in all_kinds()
    )
    found = connection.execute(every, {"ids": list(entries)}).fetchall()
    return {row[0]: Origin(*row) for row in found}
