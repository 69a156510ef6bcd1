"""Somebody was arrested in another area than they live in."""

from collections.abc import Sequence

from clewline.record import Entry
from clewline.record.kinds.arrest import Arrest
from clewline.safeguarding.notice import Notice, Noticed
from clewline.safeguarding.places import elsewhere


def _notice(some: Sequence[Entry]) -> Noticed | None:
    found = elsewhere(some, _area)
    if found is None:
        return None
    away, home = found
    return Noticed(
        sentence=f"was arrested in {_area(away[-1])} on {away[-1].day:%-d %B %Y}, and lives in {home.area}, "
        "as recorded",
        entries=[*away, home.entry],
    )


def _area(one: Entry) -> str | None:
    return one.facts.place if isinstance(one.facts, Arrest) else None


ARRESTED_ELSEWHERE = Notice(name="arrested_elsewhere", indicator="arrested_out_of_area", notice=_notice)
