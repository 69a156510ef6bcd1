"""A record that a site serves: one large case in the proportions of a national one, small ones, and its people."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

import duckdb

from bench.arrests import arrests
from bench.considered import considered_first
from bench.made_up import FIRST_DAY, KINDS, LAST_DAY
from bench.ten_million import projection
from clewline.analysis.columns import own_columns
from clewline.record import Entry, FileLine, Statement
from clewline.record.codec import from_bytes
from clewline.record.kinds.received import Received

CASE = "bench"
SMALL_CASES = 10
PEOPLE = 20
BARE = "django.contrib.auth.backends.ModelBackend"
"""What the bare project logs people in with."""


def make(entries: int) -> dict[str, Any]:
    """Fill the record of this process; return the cookies of people who logged in, and pages to ask for."""
    from django.db import connection

    from clewline.store import ledger
    from clewline.store.models import StoredEntry

    now = datetime.now(UTC)
    with projection(entries) as found:
        for kind in KINDS:
            some = _entries(kind, [str(path) for path in found[kind]], now)
            ledger.append(considered_first(some))
    for n in range(SMALL_CASES):
        start = entries + n * 100
        ledger.append(arrests(range(start, start + 100), case=small_case(n), stated=True))
    people = [_person(n, now) for n in range(PEOPLE)]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("analyze")  # as the server does by itself within a minute
    return {
        "entries": StoredEntry.objects.count(),
        "cookies": [session_of(account) for account in people],
        "bare_cookies": [session_of(account, backend=BARE) for account in people],
        "addresses": list(_addresses()),
    }


def small_case(n: int) -> str:
    """Return the name of a small case."""
    return f"{CASE}-{n % SMALL_CASES}"


def _entries(kind: str, files: Sequence[str], now: datetime) -> Iterator[Entry]:
    """Yield a kind's entries as last corrected, each batch after the record of its file."""
    found = duckdb.connect(":memory:").execute(
        f"select batch, entry_id, subject, day, source_file, source_line, to_json({{{_struct(kind)}}}) "
        "from read_parquet($files) where known_to > timestamp '9000-01-01' order by batch, source_line",
        {"files": list(files)},
    )
    rows = iter(found.fetchone, None)
    for batch, some in groupby(rows, key=lambda row: row[0]):
        lines = list(some)
        sha256 = lines[0][4]
        yield _received(batch, kind, sha256, len(lines), now)
        for _, entry_id, subject, day, _, line, payload in lines:
            facts, _ = from_bytes(kind, json.dumps(_said(payload)).encode())
            yield Entry(
                id=entry_id,
                case=CASE,
                subject=subject,
                day=day,
                facts=facts,
                source=FileLine(sha256, line),
                recorded_at=now,
                recorded_by="bench",
                batch=batch,
            )


def _said(payload: str) -> dict[str, Any]:
    """Return the facts that a row states; lists are JSON text in it."""
    stated = {name: value for name, value in json.loads(payload).items() if value is not None}
    return {n: json.loads(v) if isinstance(v, str) and v.startswith("[") else v for n, v in stated.items()}


def _struct(kind: str) -> str:
    return ", ".join(f"'{name}': {name}" for name in own_columns(kind))


def _received(batch: str, kind: str, sha256: str, lines: int, now: datetime) -> Entry:
    facts = Received(
        sha256=sha256,
        file=f"{kind}-{batch}.csv",
        size=lines * 100,
        mapping="custodian-disposals",
        records=lines,
        taken=lines,
        entries=lines,
    )
    return Entry(
        id=batch,
        case=CASE,
        subject=sha256,
        day=FIRST_DAY,
        facts=facts,
        source=Statement("bench"),
        recorded_at=now,
        recorded_by="bench",
    )


def _addresses() -> Iterator[str]:
    """Yield the newest page of the case's time line, and every other time a page further down."""
    for days in range(60, (LAST_DAY - FIRST_DAY).days, 60):
        yield f"/case/{CASE}/"
        yield f"/case/{CASE}/?before={LAST_DAY - timedelta(days=days)}~0"


def _person(n: int, now: datetime) -> int:
    """Add someone who is a member of several cases, and return the number of the account."""
    from clewline.access import Purpose, Role
    from clewline.store.accounts import people

    role = (Role.OFFICER, Role.ANALYST, Role.SUPERVISOR, Role.DISCLOSURE)[n % 4]
    person = people.add_person(
        f"person{n}", name=f"Person {n}", role=role, body="metropolitan", password=None
    )
    for case in (CASE, small_case(n), small_case(n + 3)):
        people.add_member(
            case,
            person,
            purpose=Purpose.INVESTIGATION,
            first=now.date() - timedelta(days=1),
            by="bench",
            at=now,
        )
    return person.id


def session_of(account: int, backend: str | None = None) -> str:
    """Return the key of a session in which someone has logged in with a second factor."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(account)
    session[BACKEND_SESSION_KEY] = backend or settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = get_user_model().objects.get(pk=account).get_session_auth_hash()
    at = datetime.now(UTC).timestamp()
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": at}]
    session.create()
    return str(session.session_key)


def looks() -> dict[str, Any]:
    """Return how many looks the log holds, every one of them checked."""
    from clewline.store.accounts import log

    return {"looks": log.verify()}


def more() -> dict[str, Any]:
    """Append one entry, as happens all day long."""
    from clewline.store import ledger

    start = 10**11 + int(datetime.now(UTC).timestamp())
    return {"appended": ledger.append(arrests(range(start, start + 1), case=small_case(0), stated=True))}
