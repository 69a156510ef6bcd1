"""A referral of the public form as it is listed and opened."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clewline.store.received import codes
from clewline.store.received.answers import Answers
from clewline.store.received.sent import CLOSED, TAKEN_UP, TOLD, Sent
from clewline.web.refer.shown import Row, answered

KEYS = {
    "indicators": "Signs that the referrer saw",
    "concern": "What worries the referrer",
    "name": "Referred by",
    "work": "Their job",
    "organisation": "Their organisation",
    "reach": "How to reach them",
}
"""What answers are called to those who did not give them; the others are called as on the form."""
STATES = {TOLD: "outcome told", CLOSED: "closed", TAKEN_UP: "taken up"}


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A referral in a list."""

    reference: str
    sent: str
    waits: str
    """How long it has waited, or waited; in whole days, and in hours on its first."""
    danger: str
    area: str
    state: str


def listed(one: Sent, at: datetime) -> Listed:
    """Return a referral as it is listed."""
    until = next((act.at for act in one.done if act.what in (TAKEN_UP, CLOSED)), at)
    return Listed(
        reference=codes.shown(one.reference),
        sent=f"{one.at:%-d %B %Y, %H:%M} UTC",
        waits=waited(until - one.at),
        danger="not kept" if one.said is None else (one.said.danger or "not answered"),
        area=one.area or "not known",
        state=next((STATES[act.what] for act in reversed(one.done)), "waits"),
    )


def waited(long: timedelta) -> str:
    """Return how long somebody waited."""
    days, hours = long.days, long.seconds // 3600
    number, unit = (days, "day") if days > 0 else (max(hours, 0), "hour")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def rows(said: Answers) -> list[Row]:
    """Return the answers of a referral."""
    return [Row(name=r.name, key=KEYS.get(r.name, r.key), value=r.value, step=r.step) for r in answered(said)]
