"""Ask whether another body holds a concern about a person: the answer is whom to ring, and nothing of what is held."""

from datetime import datetime

from clewline.errors import BadInput, NotAllowed
from clewline.record.kinds.concern_asked import ConcernAsked
from clewline.safeguarding.pointer import asked_by, called
from clewline.store import following, mentions, pointers
from clewline.store.accounts import log
from clewline.store.accounts.people import Person
from clewline.workflow.once import append_once
from clewline.workflow.stated import stated

ACT = "ask who else"
MOST = 20
"""Questions of one person in a day: enough for a desk's work, too few for a trawl. Here."""
UNKNOWN = (
    "A name and a date of birth must both be recorded to ask: by a name alone, siblings and namesakes would be taken "
    "for one person. Record them first, or ring the bodies that you think of."
)


def ask(
    case: str, who: str, *, reason: str, person: Person, at: datetime, press: str
) -> tuple[str, list[str]]:
    """Append that somebody asked, and return the entry's id and the forces to ring, by their ids.

    :raises BadInput: the person's name or date of birth is not recorded.
    :raises NotAllowed: they asked too often today.
    """
    some = following.of_person(case, who)
    asked = asked_by(some)
    if not asked:
        raise BadInput(UNKNOWN)
    entry = stated(
        ConcernAsked(
            force=who.partition("/")[0],
            person=who,
            asked_by=person.name,
            body=person.body,
            reason=reason,
            about=asked,
        ),
        case=case,
        subject=who,
        by=person.login,
        at=at,
        press=press,
    )

    def check() -> None:
        looks = log.looks(account=person.id, act=ACT, outcome=log.DONE, first=at.date(), most=1000)
        if len({look.said.changed for look in looks} - {None}) >= MOST:
            raise NotAllowed(
                f"You have asked {MOST} times today. Ask again tomorrow, or ring the bodies that you think of."
            )

    done = append_once(entry, check)
    found = pointers.holding(asked, called(some), but=case)
    # So that whoever was asked about learns it on their first page without waiting for another to search.
    mentions.catch_up([case])
    return done.id, found
