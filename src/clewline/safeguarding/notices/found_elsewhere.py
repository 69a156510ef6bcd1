"""Somebody who was missing was found in another area than they live in."""

from collections.abc import Sequence

from clewline.record import Entry
from clewline.record.kinds.missing_episode import MissingEpisode
from clewline.safeguarding.notice import Notice, Noticed
from clewline.safeguarding.places import elsewhere


def _notice(some: Sequence[Entry]) -> Noticed | None:
    found = elsewhere(some, _area)
    if found is None:
        return None
    away, home = found
    return Noticed(
        sentence=f"was found in {_area(away[-1])} on {away[-1].day:%-d %B %Y}, and lives in {home.area}, as recorded; "
        "how far that is the record does not say",
        entries=[*away, home.entry],
    )


def _area(one: Entry) -> str | None:
    return one.facts.found_in if isinstance(one.facts, MissingEpisode) else None


FOUND_ELSEWHERE = Notice(name="found_elsewhere", indicator="found_far_from_home", notice=_notice)
