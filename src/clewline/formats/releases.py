"""Rows of a list of releases to published values: each row is one value as it was stated."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clewline.formats.mapping import SystemMapping
from clewline.formats.rows import Cells, Draft
from clewline.formats.stated import Refused, read_stated
from clewline.formats.values import Lists, Unreadable, day
from clewline.record import Problem
from clewline.record.kinds.published import Published
from clewline.record.problem import value_class

SCOPES = ("national", "regional", "force", "unit", "local")


class ReleaseReader:
    """Turns the rows of a list of releases into drafts or problems."""

    def __init__(
        self, mapping: SystemMapping, header: Sequence[str], *, lists: Lists, sheet: str | None = None
    ) -> None:
        self._scopes = {scope: scope for scope in SCOPES} | dict(mapping.codes.get("scope", {}))
        self._places = {name: i for i, name in enumerate(header)}
        self._lists = lists
        self._sheet = sheet
        self.unread: tuple[str, ...] = tuple(name for name in header if name not in _READ)

    def read(self, line: int, cells: Cells) -> list[Draft] | Problem:
        """Return a draft for each number that the row states, or why it states none."""
        row = {name: (cells[at] or "").strip() for name, at in self._places.items()}
        for needed in ("release_id", "publisher", "indicator", "as_stated"):
            if not row[needed]:
                return self._problem(
                    line, needed, "", "missing", "The cell is empty, and the record needs it.", "Fill it in."
                )
        scope = self._scopes.get(row["scope"].casefold())
        if scope is None:
            what = f"The scope is none of {', '.join(SCOPES)}."
            return self._problem(line, "scope", row["scope"], "unknown-word", what, "Correct it.")
        try:
            start, end = (_day_or_none(row[c]) for c in ("period_start", "period_end"))
        except Unreadable as wrong:
            return self._problem(line, "period_start", "", wrong.rule, wrong.what, wrong.do)
        reading = read_stated(row["indicator"], row["as_stated"])
        if isinstance(reading, Refused):
            return self._problem(line, "as_stated", row["as_stated"], reading.rule, reading.what, reading.do)
        # "Met (founding article)" names the force, and in brackets the text that said so.
        publisher = row["publisher"].partition("(")[0].strip().casefold()
        body = self._lists.forces.get(publisher) if scope in ("force", "local") else None
        shared: dict[str, Any] = {
            "release": row["release_id"],
            "publisher": row["publisher"],
            "scope": scope,
            "as_stated": row["as_stated"],
            "period_start": start,
            "period_end": end,
            "body": body,
            "unread": "; ".join(reading.left) or None,
            "address": row["url"] or None,
        }
        return [
            Draft(
                subject=f"{row['release_id']}/{row['indicator']}/{number}",
                day=end or start or _UNDATED,
                facts=Published(
                    indicator=stated.indicator,
                    value=Decimal(stated.value),
                    unit=stated.unit,
                    relation=stated.relation,
                    qualifiers=tuple(f"{k}={v}" for k, v in stated.qualifiers),
                    since=stated.since,
                    part=stated.part or None,
                    **shared,
                ),
            )
            for number, stated in enumerate(reading.stated, start=1)
        ]

    def _problem(self, line: int, column: str, value: str, rule: str, what: str, do: str) -> Problem:
        return Problem(
            line=line,
            sheet=self._sheet,
            column=column,
            rule=rule,
            what=what,
            do=do,
            value_class=value_class(value),
        )


_READ = ("release_id", "publisher", "scope", "period_start", "period_end", "indicator", "as_stated", "url")
_UNDATED = date(1900, 1, 1)
"""Day of a value whose release names no period; `period_start` then says so by being empty."""


def _day_or_none(text: str) -> date | None:
    return day(text, "yyyy-mm-dd") if text and text != "not stated" else None
