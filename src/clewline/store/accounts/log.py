"""The access log: append a look, read looks, walk their chain.

hash = SHA-256(hash of the look before it, head, sealed facts), as in the record; the head is the JSON array of the
columns of `HEAD`. One chain for all, so that taking out a look of any case shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypedDict, Unpack

import msgspec
from django.db import connection

from clewline.errors import ChainBroken
from clewline.store import bulk
from clewline.store.chain import GENESIS, head_bytes, link
from clewline.store.linking import EPOCH
from clewline.store.seal import sealer, unseal

HEAD = ("at_us", "account", "act", "outcome", "case_id", "subject")
DONE, REFUSED = "done", "refused"
"""Outcomes. What is not there and what is not for the asker are both refused."""
_COLUMNS = (*HEAD, "sealed", "prev", "hash")
_INSERT = f"insert into accounts_look ({', '.join(_COLUMNS)}) values ({', '.join(['%s'] * len(_COLUMNS))})"
LONGEST_CASE, LONGEST_SUBJECT = 80, 200
"""Characters of an id that are kept: what was asked for may be any text."""


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a look says beside its head."""

    purpose: str | None = None
    reason: str | None = None
    """Why, in the words of whoever looked, where they were asked."""
    to: str | None = None
    """Who got what was taken out."""
    asked: str | None = None
    """What was searched for, or which filters were set."""
    shown: int | None = None
    """How many things were shown."""
    changed: str | None = None
    """What was changed, by ids."""
    copy: str | None = None
    """Format and SHA-256 of what was taken out."""
    by: str | None = None
    """Name of the account, as it was then; or who acted at the command line."""
    token: int | None = None
    """Number of the token with which it was asked through the API; none for a page."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A line of the log."""

    seq: int
    at: datetime
    account: int | None
    act: str
    outcome: str
    case: str | None
    subject: str | None
    said: Said


def append(
    *,
    at: datetime,
    account: int | None,
    act: str,
    outcome: str = DONE,
    case: str | None = None,
    subject: str | None = None,
    said: Said,
) -> None:
    """Append a look, durably: when this returns, it is on the disk."""
    us = (at - EPOCH) // timedelta(microseconds=1)
    # A sealer of its own: several threads append at once, and a generator serves one at a time.
    sealed = next(sealer()) + msgspec.json.encode(said)
    with bulk.whole() as session:
        head, last = _lock(session)
        us = max(us, last)
        row = (us, account, act, outcome, _plain(case, LONGEST_CASE), _plain(subject, LONGEST_SUBJECT))
        hashed = link(head, head_bytes(row), sealed)
        session.execute(_INSERT, [*row, sealed, head, hashed])
        session.execute(
            "update accounts_lookhead set length = length + 1, head = %s, last_us = %s where id = 1",
            [hashed, us],
        )


class Which(TypedDict, total=False):
    """Which looks are asked for: of a case, of something in it, by an account, of an act, of days in UTC. What is left
    out, or none, is not asked.
    """

    case: str | None
    subject: str | None
    account: int | None
    act: str | None
    outcome: str | None
    first: date | None
    last: date | None


def looks(*, before: int | None = None, most: int = 25, **which: Unpack[Which]) -> list[Looked]:
    """Return the newest looks of those asked for, newest first; `before` a number."""
    where, values = _where(which)
    if before is not None:
        where, values = [*where, "seq < %s"], [*values, before]
    clause = f" where {' and '.join(where)}" if where else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select seq, {', '.join(HEAD)}, sealed from accounts_look{clause} order by seq desc limit %s",
            [*values, most],
        )
        return [_looked(row) for row in cursor.fetchall()]


def count(**which: Unpack[Which]) -> int:
    """Return how many looks there are of those asked for."""
    where, values = _where(which)
    clause = f" where {' and '.join(where)}" if where else ""
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from accounts_look{clause}", values)
        (found,) = cursor.fetchone()
    return int(found)


def was_done(act: str, subject: str) -> bool:
    """Return whether an act that is about no case was ever done with something."""
    rows = bulk.few(
        "select 1 from accounts_look where case_id is null and subject = %s and act = %s and outcome = %s limit 1",
        [subject, act, DONE],
    )
    return bool(rows)


def last_looks(account: int, cases: Sequence[str]) -> dict[str, datetime]:
    """Return when an account last looked at each of some cases; those that it never looked at are left out."""
    found: dict[str, datetime] = {}
    for i in range(0, len(cases), 200):
        some = cases[i : i + 200]
        # One step into the index for each case, however many looks there are.
        one = "select %s, max(at_us) from accounts_look where account = %s and case_id = %s"
        values = [value for case in some for value in (case, account, case)]
        rows = bulk.few(" union all ".join([one] * len(some)), values)
        found |= {case: EPOCH + timedelta(microseconds=us) for case, us in rows if us is not None}
    return found


def verify() -> int:
    """Return how many looks the log holds, having checked every one.

    :raises ChainBroken: one of them, its place or its absence does not fit; names the first.
    """
    last, found = GENESIS, 0
    rows = bulk.select(
        f"select seq, {', '.join(_COLUMNS)} from accounts_look where seq > %s order by seq", [0]
    )
    for seq, *head, sealed, prev, hashed in rows:
        if bytes(prev) != last:
            raise ChainBroken(f"Look {seq} of the access log does not follow the one before it.")
        if link(last, head_bytes(head), bytes(sealed)) != bytes(hashed):
            raise ChainBroken(f"Look {seq} of the access log is not what was appended.")
        last, found = bytes(hashed), found + 1
    with connection.cursor() as cursor:
        cursor.execute("select length, head from accounts_lookhead where id = 1")
        length, end = cursor.fetchone() or (0, GENESIS)
    if length != found or bytes(end) != last:
        raise ChainBroken(f"The access log should hold {length} looks; {found} were found.")
    return found


def _lock(session: bulk.Session) -> tuple[bytes, int]:
    lock = "" if connection.vendor == "sqlite" else " for update"
    asked = f"select head, last_us from accounts_lookhead where id = %s{lock}"
    ((head, last),) = session.execute(asked, [1])
    return bytes(head), int(last)


def _where(which: Which) -> tuple[list[str], list[Any]]:
    first, last = which.get("first"), which.get("last")
    wanted = {
        "case_id = %s": which.get("case"),
        "subject = %s": which.get("subject"),
        "account = %s": which.get("account"),
        "act = %s": which.get("act"),
        "outcome = %s": which.get("outcome"),
        "at_us >= %s": None if first is None else _begins(first),
        "at_us < %s": None if last is None else _begins(last + timedelta(days=1)),
    }
    given = {sql: value for sql, value in wanted.items() if value is not None}
    return list(given), list(given.values())


def _begins(day: date) -> int:
    return (day - EPOCH.date()).days * 86_400_000_000


def _plain(text: str | None, longest: int) -> str | None:
    """Return an id as the log may hold it."""
    if text is None:
        return None
    return "".join(c if c.isprintable() else "\ufffd" for c in text[:longest])


def _looked(row: tuple[Any, ...]) -> Looked:
    seq, at_us, account, act, outcome, case, subject, sealed = row
    return Looked(
        seq=seq,
        at=EPOCH + timedelta(microseconds=at_us),
        account=account,
        act=act,
        outcome=outcome,
        case=case,
        subject=subject,
        said=msgspec.json.decode(unseal(bytes(sealed)), type=Said),
    )
