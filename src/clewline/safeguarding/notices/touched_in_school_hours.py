"""A line was in regular contact, in school hours, with a number that somebody is said to use.

The phone records are not asked for it here: somebody had them asked, and the entry that keeps what was noticed is read.
"""

from collections.abc import Sequence

from clewline.record import Entry
from clewline.record.kinds.contacts_noticed import ContactsNoticed
from clewline.record.kinds.number_used import NumberUsed
from clewline.safeguarding.notice import Notice, Noticed


def _notice(some: Sequence[Entry]) -> Noticed | None:
    said = {one.id: one for one in some if isinstance(one.facts, NumberUsed)}
    # What was noticed last of a line and a number tells all that was noticed of them before.
    last: dict[tuple[str | None, str], tuple[Entry, ContactsNoticed]] = {}
    for one in some:
        facts = one.facts
        # Where nobody says any more that the number is theirs, it was not theirs.
        if isinstance(facts, ContactsNoticed) and not said.keys().isdisjoint(facts.said_in):
            last[facts.line, facts.number] = one, facts
    if not last:
        return None
    behind = {one: None for _, facts in last.values() for one in facts.said_in if one in said}
    return Noticed(
        sentence="; and ".join(_sentence(facts) for _, facts in last.values()),
        entries=[*(said[one] for one in behind), *(entry for entry, _ in last.values())],
    )


def _sentence(facts: ContactsNoticed) -> str:
    lost = facts.rows_withdrawn
    withdrawn = (
        f"; {lost:,} of the {lost + len(facts.rows):,} rows behind it were withdrawn since, so that the days may "
        "be fewer"
        if lost
        else ""
    )
    return (
        f"may have been in touch with the line {facts.line} in school hours, on {facts.school_days} days from "
        f"{facts.first_day:%-d %B %Y} to {facts.last_day:%-d %B %Y}, by a number that they are said to use; school "
        f"holidays are not known here, nor who held the phone{withdrawn}"
    )


TOUCHED_IN_SCHOOL_HOURS = Notice(
    name="touched_in_school_hours", indicator="out_in_school_hours", notice=_notice
)
