"""What a page is told of who asks: set by the gate before the page is made."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.http import HttpRequest

from clewline.access import Act
from clewline.store.accounts.log import Said
from clewline.store.accounts.people import Person, Standing


@dataclass(kw_only=True)
class Look:
    """What the access log will say of this page. A view adds what it showed; the gate writes it, before the answer
    leaves.
    """

    case: str | None = None
    subject: str | None = None
    shown: int | None = None
    asked: str | None = None
    reason: str | None = None
    to: str | None = None
    changed: str | None = None
    copy: str | None = None

    def said(self, *, by: str, purpose: str | None, token: int | None = None) -> Said:
        """Return what goes beside the head of the log's line."""
        return Said(
            by=by,
            purpose=purpose,
            reason=self.reason,
            to=self.to,
            asked=self.asked,
            shown=self.shown,
            changed=self.changed,
            token=token,
            copy=self.copy,
        )


@dataclass(kw_only=True)
class Asker:
    """Who asks, for what, at which instant."""

    person: Person
    act: Act
    standing: Standing
    at: datetime
    token: int | None = None
    """Number of the token with which a program asks in their place; none where they ask themselves."""
    look: Look = field(default_factory=Look)

    @property
    def today(self) -> date:
        """Return the day by which memberships are judged."""
        return self.at.date()


def given(request: HttpRequest) -> dict[str, str]:
    """Return what the page's address asks for, less what was left empty."""
    return {name: str(value) for name, value in request.GET.items() if value}


class Request(HttpRequest):
    """A request that the gate has let through."""

    asker: Asker
