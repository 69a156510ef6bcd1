"""Somebody who was missing was found in another area than they live in."""

from collections.abc import Sequence

from clewline.record import Entry
from clewline.record.kinds.missing_episode import MissingEpisode
from clewline.safeguarding.notice import Notice, Noticed
from clewline.safeguarding.places import home_of, same_area


def _notice(some: Sequence[Entry]) -> Noticed | None:
    home = home_of(some)
    if home is None:
        return None
    away = [
        one
        for one in some
        if isinstance(one.facts, MissingEpisode)
        and one.facts.found_in is not None
        and not same_area(one.facts.found_in, home.area)
    ]
    if not away:
        return None
    last = away[-1].facts
    assert isinstance(last, MissingEpisode)
    return Noticed(
        sentence=f"was found in {last.found_in} on {away[-1].day:%-d %B %Y}, and lives in {home.area}, as recorded; "
        "how far that is the record does not say",
        entries=[*away, home.entry],
    )


FOUND_ELSEWHERE = Notice(name="found_elsewhere", indicator="found_far_from_home", notice=_notice)
