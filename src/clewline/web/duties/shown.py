"""A duty towards a person, as a page shows it: how it stands, what started it, what can be recorded of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from clewline.output.duty_words import beside
from clewline.record import Entry, all_kinds
from clewline.record.kinds.duty_decided import DutyDecided
from clewline.safeguarding.owed import LEFT, Owed, State
from clewline.store import visible
from clewline.web.asked import Asker
from clewline.web.context import way_in_case
from clewline.workflow.by_hand import kinds_for

TAGS: Mapping[State, str] = {
    State.OVERDUE: "red",
    State.DUE: "yellow",
    State.OPEN: "yellow",
    State.UNTOLD: "purple",
    State.NOT_YET: "grey",
    State.MISSED: "red",
    State.DONE: "green",
    State.NOT_NEEDED: "grey",
}
"""Colour of the tag that says how a duty stands; the word says it too."""


@dataclass(frozen=True, kw_only=True)
class ShownDuty:
    """A duty towards a person, ready to be shown."""

    one: Owed
    tag: str
    beside: str
    """What is told beside its state."""
    ways: Sequence[tuple[str, str]]
    """Words and address of each form by which what fulfils it, or an answer that it waits for, is recorded."""
    decide: str | None
    """Where a decision on it is recorded, where it is overdue and that is for the asker."""
    decisions: Sequence[Entry]
    """What people decided on it."""


def decisions(asker: Asker, case: str) -> list[Entry]:
    """Return what was decided on duties of a case, as far as it stands and someone may see it."""
    return visible.standing_of_kinds(asker.person, asker.today, case, ("duty_decided",))


def shown(asker: Asker, case: str, some: Iterable[Owed], decided: Sequence[Entry]) -> list[ShownDuty]:
    """Return duties as a page shows them."""
    return [_shown(asker, case, one, decided, asker.at) for one in some]


def decided_on(one: Owed, decided: Sequence[Entry]) -> list[Entry]:
    """Return the decisions on a duty towards a person, from the day of what started it."""
    return [
        entry
        for entry in decided
        if isinstance(entry.facts, DutyDecided)
        and (entry.facts.person, entry.facts.duty) == (one.person, one.duty.duty)
        and entry.day >= one.start.day
    ]


def _shown(asker: Asker, case: str, one: Owed, decided: Sequence[Entry], now: datetime) -> ShownDuty:
    recorded = kinds_for(asker.person)
    waits = (*one.duty.needs, *one.duty.fulfils) if one.state in LEFT else ()
    about = {"person": one.person, "force": one.person.rpartition("/")[0]}
    ways = {
        kind: f"{form}?{urlencode(about)}"
        for kind in dict.fromkeys(each.kind for each in waits)
        if kind in recorded and (form := way_in_case("record_kind", asker, case, kind)) is not None
    }
    decide = None
    if one.state is State.OVERDUE and "duty_decided" in recorded:
        form = way_in_case("record_kind", asker, case, "duty_decided")
        decide = None if form is None else f"{form}?{urlencode(about | {'duty': one.duty.duty})}"
    return ShownDuty(
        one=one,
        tag=TAGS[one.state],
        beside=beside(one, now),
        ways=[(all_kinds()[kind].title, way) for kind, way in ways.items()],
        decide=decide,
        decisions=decided_on(one, decided),
    )
