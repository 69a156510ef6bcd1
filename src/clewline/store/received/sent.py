"""Referrals that were sent: who answers for the area sees them, says what was done, and lets the referrer know."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models, transaction

from clewline.access import Role
from clewline.case.mentions import body
from clewline.errors import NotAllowed, NotFound
from clewline.store.accounts.models import Account
from clewline.store.linking import EPOCH
from clewline.store.received.answers import Answers, What, answers, sealed, what
from clewline.store.received.models import Done, Picture, Received
from clewline.store.seal import sealer, unseal

TAKEN_UP, CLOSED, TOLD = "taken up", "closed", "told"
"""What is done about a referral, each once."""
SETTLES = frozenset((TAKEN_UP, CLOSED))
"""Of which one is done, and the other never: a referral that is in a case is not closed without one."""
ANSWERING = (Role.SAFEGUARDING, Role.SUPERVISOR)
"""Roles whose work is to see what was received."""
NO_SUCH = "There is no such page."


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that was done about a referral."""

    what: str
    at: datetime
    by: str
    said: What


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A referral that was sent."""

    reference: str
    area: str
    """Body that answers for it, in small letters; empty where the referrer did not know."""
    at: datetime
    said: Answers | None
    """What it says; none once it was lawfully destroyed."""
    done: tuple[Act, ...]

    def did(self, which: str) -> Act | None:
        """Return what was done of that name; none where it was not."""
        return next((one for one in self.done if one.what == which), None)

    @property
    def waits(self) -> bool:
        """Whether nobody has taken it up or closed it."""
        return not any(one.what in SETTLES for one in self.done)


def bodies() -> list[str]:
    """Return the bodies for which somebody answers: those that have an account in use whose work it is."""
    roles = [role.value for role in ANSWERING]
    found = Account.objects.filter(role__in=roles, is_active=True).values_list("body", flat=True)
    return sorted({one for one in found if one})


def received_by(of: str, *, waiting: bool, skip: int = 0, most: int = 25) -> tuple[list[Sent], bool]:
    """Return what was sent to a body, and whether there is more: what waits, the longest first; or what does not, the
    latest first. The first `skip` are left out.

    What names no area, or one for which nobody answers, is everybody's: no referral lies unseen.
    """
    settled = Done.objects.filter(what__in=SETTLES, reference=models.OuterRef("reference"))
    found = (
        Received.objects.filter(_theirs(of)).alias(settled=models.Exists(settled)).filter(settled=not waiting)
    )
    some = list(found.order_by("seq" if waiting else "-seq")[skip : skip + most + 1])
    return _all(some[:most]), len(some) > most


def find(of: str, reference: str) -> Sent:
    """Return a referral that was sent to a body.

    :raises NotFound: there is none, or it is another body's.
    """
    found = Received.objects.filter(_theirs(of), reference=reference).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return _all([found])[0]


def state(reference: str) -> Sent:
    """Return a referral whose referrer has shown that it is theirs.

    :raises NotFound: it was not sent.
    """
    found = Received.objects.filter(reference=reference).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return _all([found])[0]


def do(reference: str, act: str, said: What, *, by: str, at: datetime) -> None:
    """Write down what somebody did.

    :raises NotAllowed: it was done already, or the other of taking up and closing was.
    """
    with transaction.atomic():
        # Whoever else is at it waits here, and then reads what was done.
        list(Received.objects.select_for_update().filter(reference=reference).only("seq"))
        done = set(Done.objects.filter(reference=reference).values_list("what", flat=True))
        if act in done or (act in SETTLES and done & SETTLES):
            raise NotAllowed("Somebody has done that already.")
        Done.objects.create(reference=reference, what=act, at_us=_us(at), by=by, sealed=sealed(said))


def add_pictures(reference: str, file: int, pages: Sequence[bytes]) -> None:
    """Keep the pictures of a file of a draft."""
    salts = sealer()
    Picture.objects.bulk_create(
        [
            Picture(reference=reference, file=file, page=page, sealed=next(salts) + picture)
            for page, picture in enumerate(pages, start=1)
        ]
    )


def picture(reference: str, file: int, page: int) -> bytes:
    """Return a picture of a referral, a JPEG.

    :raises NotFound: there is none, or it was destroyed.
    """
    found = Picture.objects.filter(reference=reference, file=file, page=page).first()
    if found is None or not found.sealed:
        raise NotFound(NO_SUCH)
    return unseal(bytes(found.sealed))


def waiting() -> tuple[int, datetime | None]:
    """Return how many wait, and since when the first of them does."""
    settled = Done.objects.filter(what__in=SETTLES).values("reference")
    found = Received.objects.exclude(reference__in=settled)
    first = found.order_by("seq").values_list("received_us", flat=True).first()
    return found.count(), None if first is None else EPOCH + timedelta(microseconds=first)


def dispose(*, received_before: datetime) -> int:
    """Destroy what referrals say that were received before that and that nobody waits for; return how many.

    Reference, area and instants stay, and so does that something was done. One that waits is never destroyed.
    """
    settled = Done.objects.filter(what__in=SETTLES).values("reference")
    old = Received.objects.filter(received_us__lt=_us(received_before), reference__in=settled)
    gone = [one.reference for one in old.only("reference", "sealed") if one.sealed]
    with transaction.atomic():
        _empty(gone)
    return len(gone)


def _empty(references: Collection[str]) -> None:
    for model in (Received, Done, Picture):
        model.objects.filter(reference__in=references).update(sealed=b"")


def _theirs(of: str) -> models.Q:
    mine = body(of)
    others = [one for one in map(body, bodies()) if one != mine]
    return models.Q(area=mine) | ~models.Q(area__in=others)


def _all(some: Sequence[Received]) -> list[Sent]:
    acts: dict[str, list[Act]] = {one.reference: [] for one in some}
    for done in Done.objects.filter(reference__in=list(acts)).order_by("seq"):
        at = EPOCH + timedelta(microseconds=done.at_us)
        acts[done.reference].append(Act(what=done.what, at=at, by=done.by, said=what(bytes(done.sealed))))
    return [
        Sent(
            reference=one.reference,
            area=one.area,
            at=EPOCH + timedelta(microseconds=one.received_us),
            said=answers(bytes(one.sealed)),
            done=tuple(acts[one.reference]),
        )
        for one in some
    ]


def _us(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
