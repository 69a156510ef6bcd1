"""A referral while it is written, until it is sent; and its referrer coming back to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clewline.case.mentions import body
from clewline.errors import NotFound
from clewline.store import bulk
from clewline.store.linking import EPOCH
from clewline.store.received import codes
from clewline.store.received.answers import Answers, answers, sealed
from clewline.store.received.models import Draft, Picture, Received

GONE = "There is no such draft. It may have been sent, or have died after the days for which drafts are kept."


@dataclass(frozen=True, kw_only=True)
class Presented:
    """What a reference and its return code open."""

    reference: str
    sent: bool
    """Whether it was sent; otherwise it is a draft."""


def begin(said: Answers, *, at: datetime) -> str:
    """Keep the first answers, and return the reference of the draft."""
    reference = codes.new_reference()
    Draft.objects.create(reference=reference, begun_us=_us(at), sealed=sealed(said))
    return reference


def read(reference: str, *, begun_after: datetime) -> Answers:
    """Return the answers so far.

    :raises NotFound: there is no such draft, or it was begun before that.
    """
    found = Draft.objects.filter(reference=reference, begun_us__gt=_us(begun_after)).first()
    kept = None if found is None else answers(bytes(found.sealed))
    if kept is None:
        raise NotFound(GONE)
    return kept


def keep(reference: str, said: Answers) -> None:
    """Keep the answers of a draft in place of those before.

    :raises NotFound: there is no such draft.
    """
    if not Draft.objects.filter(reference=reference).update(sealed=sealed(said)):
        raise NotFound(GONE)


def code_for(reference: str) -> str | None:
    """Return a return code for a draft, to be shown once; none where one was shown already.

    :raises NotFound: there is no such draft.
    """
    code = codes.new_code()
    kept = codes.hashed(reference, code)
    if Draft.objects.filter(reference=reference, code__isnull=True).update(code=kept):
        return code
    if not Draft.objects.filter(reference=reference).exists():
        raise NotFound(GONE)
    return None


def send(reference: str, said: Answers, *, area: str, at: datetime) -> str | None:
    """Send a draft as it stands, and return the return code to be shown once; none where one was shown already.

    Nothing is looked up in the record, and nobody: just as much is asked of the database whoever it is about.

    :raises NotFound: there is no such draft; it may have been sent a moment ago.
    """
    code = codes.new_code()
    with bulk.whole() as session:
        lock = "" if session.embedded else " for update"
        found = session.execute(f"select code from received_draft where reference = %s{lock}", [reference])
        if not found:
            raise NotFound(GONE)
        ((kept,),) = found
        session.execute(
            "insert into received_received (reference, code, area, received_us, sealed) values (%s, %s, %s, %s, %s)",
            [
                reference,
                codes.hashed(reference, code) if kept is None else bytes(kept),
                body(area),
                _us(at),
                sealed(said),
            ],
        )
        session.execute("delete from received_draft where reference = %s", [reference])
    return code if kept is None else None


def presented(reference: str, code: str, *, begun_after: datetime) -> Presented | None:
    """Return what a reference and a code open; none where they open nothing.

    One statement is asked and one comparison made, whether the reference, the code, both or none are wrong.
    """
    found = bulk.few(
        "select 0, code from received_draft where reference = %s and begun_us > %s "
        "union all select 1, code from received_received where reference = %s",
        [reference, _us(begun_after), reference],
    )
    sent, kept = found[0] if found else (0, None)
    if not codes.same(kept, reference, code):
        return None
    return Presented(reference=reference, sent=bool(sent))


def sweep(*, begun_before: datetime) -> int:
    """Remove drafts that were begun before that, with their pictures; return how many."""
    old = list(Draft.objects.filter(begun_us__lte=_us(begun_before)).values_list("reference", flat=True))
    for reference in old:
        remove(reference)
    return len(old)


def remove(reference: str) -> None:
    """Remove a draft and its pictures; what was sent stays."""
    if Draft.objects.filter(reference=reference).delete()[0]:
        remove_pictures(reference)


def remove_pictures(reference: str, file: int | None = None) -> None:
    """Remove the pictures of a draft, or of one of its files; the database refuses it once it was sent."""
    which = Picture.objects.filter(reference=reference)
    (which if file is None else which.filter(file=file)).delete()


def count() -> int:
    """Return how many drafts there are."""
    return Draft.objects.count()


def was_sent(reference: str) -> bool:
    """Return whether a referral of that reference was sent."""
    return Received.objects.filter(reference=reference).exists()


def _us(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
