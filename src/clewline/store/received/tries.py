"""How often something was tried, so that nobody tries without end. No address is kept, only its hash of that day."""

import secrets
from datetime import UTC, datetime, timedelta

from django.db import connection

from clewline.store import bulk
from clewline.store.linking import EPOCH
from clewline.store.received.codes import keyed
from clewline.store.received.models import Salt, Tried


def tried(what: str, whose: str, *, at: datetime, within: timedelta) -> int:
    """Count a try, and return how many there were in this stretch of time; `whose` is an address or a reference.

    Just as much is asked of the database whatever `whose` is.
    """
    length = int(within.total_seconds())
    stretch = int(at.timestamp()) // length
    ends = int(((stretch + 1) * length) * 1_000_000)
    key = keyed(_salt(at), what, whose)
    with bulk.whole() as session:
        ((times,),) = session.execute(
            "insert into received_tried (key, stretch, ends_us, times) values (%s, %s, %s, 1) "
            "on conflict (key) do update set "
            "times = case when received_tried.stretch = excluded.stretch then received_tried.times + 1 else 1 end, "
            "stretch = excluded.stretch, ends_us = excluded.ends_us returning times",
            [key, stretch, ends],
        )
    return int(times)


def sweep(now: datetime) -> int:
    """Remove what no longer counts, and the salts of days that are past; return how many counts went."""
    Salt.objects.filter(day__lt=now.date()).delete()
    gone, _ = Tried.objects.filter(ends_us__lt=(now - EPOCH) // timedelta(microseconds=1)).delete()
    return gone


def _salt(at: datetime) -> bytes:
    day = at.astimezone(UTC).date()
    asked = "select salt from received_salt where day = %s"
    found = bulk.few(asked, [day.isoformat() if connection.vendor == "sqlite" else day])
    if not found:
        Salt.objects.bulk_create([Salt(day=day, salt=secrets.token_bytes(32))], ignore_conflicts=True)
        return bytes(Salt.objects.get(day=day).salt)
    return bytes(found[0][0])
