"""Somebody was missing more than once."""

from collections.abc import Sequence

from clewline.record import Entry
from clewline.record.kinds.missing_episode import MissingEpisode
from clewline.safeguarding.notice import Notice, Noticed


def _notice(some: Sequence[Entry]) -> Noticed | None:
    missing = [one for one in some if isinstance(one.facts, MissingEpisode)]
    if len(missing) < 2:
        return None
    first, last = missing[0].day, missing[-1].day
    return Noticed(
        sentence=f"was missing {len(missing)} times from {first:%-d %B %Y} to {last:%-d %B %Y}, as recorded",
        entries=missing,
    )


REPEATEDLY_MISSING = Notice(name="repeatedly_missing", indicator="goes_missing", notice=_notice)
