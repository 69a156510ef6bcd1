"""What waits for a partner: referrals to it that it has not answered yet."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from clewline import reference
from clewline.safeguarding.referral import State
from clewline.store import referrals
from clewline.web.asked import Request
from clewline.web.home.task import Link, Task

WAITING = (State.SENT, State.REPLIED)
"""States in which the next word is the partner's."""
LISTED = 5


def waiting(request: Request) -> Iterator[Task]:
    """Yield the latest referrals to the body of whoever asks that wait for its answer."""
    found, _ = referrals.referrals_to(request.asker.person)
    some = [one for _, one in found if one.state in WAITING]
    if some:
        yield Task(
            title=f"{len(some):,} {'referral waits' if len(some) == 1 else 'referrals wait'} for your answer",
            hint="Accept it, return it with a reason, or ask. Whoever referred them learns which.",
            links=[
                Link(
                    text=f"{one.reference} from {_force(one.force)}, {one.day:%-d %B %Y}: {one.state.value}",
                    url=f"{reverse('referrals')}?{urlencode({'open': one.id})}",
                )
                for one in some[:LISTED]
            ],
            more=max(0, len(some) - LISTED),
            rest=[Link(text="all referrals to you", url=reverse("referrals"))],
        )


def _force(force: str) -> str:
    known = reference.forces().get(force)
    return known.name if known else force
