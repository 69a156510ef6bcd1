"""Somebody was arrested in another area than they live in."""

from collections.abc import Sequence

from clewline.record import Entry
from clewline.record.kinds.arrest import Arrest
from clewline.safeguarding.notice import Notice, Noticed
from clewline.safeguarding.places import home_of, same_area


def _notice(some: Sequence[Entry]) -> Noticed | None:
    home = home_of(some)
    if home is None:
        return None
    away = [
        one
        for one in some
        if isinstance(one.facts, Arrest)
        and one.facts.place is not None
        and not same_area(one.facts.place, home.area)
    ]
    if not away:
        return None
    last = away[-1].facts
    assert isinstance(last, Arrest)
    return Noticed(
        sentence=f"was arrested in {last.place} on {away[-1].day:%-d %B %Y}, and lives in {home.area}, as recorded",
        entries=[*away, home.entry],
    )


ARRESTED_ELSEWHERE = Notice(name="arrested_elsewhere", indicator="arrested_out_of_area", notice=_notice)
