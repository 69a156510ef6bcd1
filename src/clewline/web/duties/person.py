"""What is owed to one person, for the part of their page that says what is to be done."""

from collections.abc import Collection, Sequence
from typing import Any

from clewline.errors import BadDeclaration
from clewline.record import Entry
from clewline.safeguarding.duty import kinds_of
from clewline.safeguarding.owed import LEFT
from clewline.store import visible
from clewline.web.asked import Asker
from clewline.web.context import way_in_case
from clewline.web.duties.shown import decisions, shown
from clewline.workflow import duties as owed

MOST = 5000
"""Entries of one person that are looked through where there are more than a page reads."""


def to_be_done(
    asker: Asker, case: str, subject: str, entries: Sequence[Entry], gone: Collection[str], *, more: bool
) -> dict[str, Any]:
    """Return what the part of the page shows: what is left and what is settled, or why nothing can be told.

    `entries` are those that name the person, `gone` those that no longer stand; `more` says that there are others.
    """
    way = way_in_case("person_national_form", asker, case, subject)
    try:
        if more:
            kinds = tuple(sorted(kinds_of(owed.table())))
            some = visible.of_person(asker.person, asker.today, case, subject, kinds, most=MOST)
            entries = [entry for _, entry in some.entries]
            gone = visible.no_longer(asker.person, asker.today, case, entries)
        found = owed.of_entries([one for one in entries if one.id not in gone], asker.at)
    except BadDeclaration as wrong:
        return {"duties": None, "duties_fault": str(wrong), "national_form": way}
    rows = shown(asker, case, [one for one in found if one.person == subject], decisions(asker, case))
    return {
        "duties": {
            "left": [row for row in rows if row.one.state in LEFT],
            "settled": [row for row in rows if row.one.state not in LEFT],
        },
        "duties_fault": None,
        "national_form": way,
    }
