"""Tokens of the API: made, found by their text, ended. Whoever makes or ends one is in the access log.

A token's text is `clewline_`, a handle of 16 hexadecimal digits and, after a dot, its secret: 32 random bytes. Only the
SHA-256 of the secret is kept. A password needs a slow hash because people choose it from few; 256 random bits cannot be
tried one by one, however fast the hash.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from clewline.errors import BadInput, NotFound
from clewline.store import bulk
from clewline.store.accounts.models import Account, ApiToken
from clewline.store.accounts.people import Person, person_of

BEGINS = "clewline_"
LONGEST_NAME = 80
MOST = 20
"""Tokens that one person may have at a time."""
_NOBODY = bytes(32)


@dataclass(frozen=True, kw_only=True)
class Token:
    """A token as its holder sees it."""

    number: int
    name: str
    handle: str
    made_at: datetime
    ends_at: datetime
    ended_at: datetime | None
    used_at: datetime | None

    def stands_at(self, at: datetime) -> bool:
        """Return whether it can be used."""
        return self.ended_at is None and at < self.ends_at


@dataclass(frozen=True, kw_only=True)
class Presented:
    """A text that is somebody's token, and whose."""

    token: Token
    person: Person
    made_up: bool
    """Whether the person is of the demo."""


def make(person: Person, *, name: str, days: int, at: datetime) -> tuple[Token, str]:
    """Return a new token, and its text, which is not kept.

    :raises BadInput: the person has one of that name that can still be used, or very many.
    """
    standing = [one for one in of(person) if one.stands_at(at)]
    if any(one.name == name for one in standing):
        raise BadInput("You have a token of that name. End it first, or choose another name.")
    if len(standing) >= MOST:
        raise BadInput(f"You have {MOST} tokens. End one first.")
    handle, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        account_id=person.id,
        name=name,
        handle=handle,
        hash=_hashed(secret),
        made_at=at,
        ends_at=at + timedelta(days=days),
    )
    return _token(made), f"{BEGINS}{handle}.{secret}"


def of(person: Person) -> list[Token]:
    """Return someone's tokens, the newest first."""
    return [_token(one) for one in ApiToken.objects.filter(account_id=person.id).order_by("-pk")]


def end(person: Person, number: int, *, at: datetime) -> Token:
    """End a token of someone's own.

    :raises NotFound: they have no such token that is not ended.
    """
    found = ApiToken.objects.filter(pk=number, account_id=person.id)
    if not found.filter(ended_at__isnull=True).update(ended_at=at):
        raise NotFound("You have no such token.")
    return _token(found.get())


def end_all(account: int, *, at: datetime) -> None:
    """End every token of an account: its password, or whose work it is, has changed."""
    ApiToken.objects.filter(account_id=account, ended_at__isnull=True).update(ended_at=at)


def presented(text: str) -> Presented | None:
    """Return whose token a text is, standing or not; none where it is nobody's.

    Just as much is asked and compared whether the handle is known or not.
    """
    handle, _, secret = text.removeprefix(BEGINS).partition(".")
    found = ApiToken.objects.filter(handle=handle[:16]).select_related("account").first()
    known = _NOBODY if found is None else bytes(found.hash)
    same = hmac.compare_digest(known, _hashed(secret))
    if found is None or not same:
        return None
    account: Account = found.account
    return Presented(token=_token(found), person=person_of(account), made_up=account.made_up)


def use(number: int, at: datetime) -> int:
    """Note that a token is used, and return how often it was in this minute."""
    minute = int(at.timestamp()) // 60
    with bulk.whole() as session:
        session.execute(
            "update accounts_apitoken set used_at = %s, uses = case when minute = %s then uses + 1 else 1 end,"
            " minute = %s where id = %s",
            [_stored(at), minute, minute, number],
        )
        ((uses,),) = session.execute("select uses from accounts_apitoken where id = %s", [number])
    return int(uses)


def _stored(at: datetime) -> datetime | str:
    """Return an instant as the database in use keeps it."""
    from django.db import connection

    written: datetime | str = connection.ops.adapt_datetimefield_value(at)  # type: ignore[assignment]  # text on SQLite
    return written


def _hashed(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


def _token(one: ApiToken) -> Token:
    return Token(
        number=one.pk,
        name=one.name,
        handle=one.handle,
        made_at=one.made_at,
        ends_at=one.ends_at,
        ended_at=one.ended_at,
        used_at=one.used_at,
    )
