"""Refused records as CSV, to be sent back to whoever can mend them: no cell can be taken for a formula."""

import csv
import io
from collections.abc import Sequence

from clewline.bulletin.safe import spreadsheet_safe
from clewline.workflow.uploads.refused import RefusedRow

COLUMNS = ("sheet", "line", "refused", "rule", "column", "value", "why", "what to do")


def refused_csv(rows: Sequence[RefusedRow]) -> bytes:
    """Return the rows: where each stands and why it was refused, then its cells where they may be told."""
    headers = list(dict.fromkeys(name for row in rows for name in row.header))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([spreadsheet_safe(one) for one in (*COLUMNS, *headers)])
    for row in rows:
        one = row.trouble
        said = (
            one.sheet,
            one.line,
            "yes" if one.records else "no: a notice",
            one.rule,
            one.column,
            one.value_class,
            one.what,
            one.do,
        )
        cells = dict(zip(row.header, row.cells, strict=False))
        writer.writerow([spreadsheet_safe(cell) for cell in (*said, *(cells.get(name) for name in headers))])
    # A spreadsheet takes a CSV without this mark for an encoding of its own.
    return out.getvalue().encode("utf-8-sig")
