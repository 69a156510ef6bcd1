"""The time line of a case in bare Django: session, login, one question for membership, 25 rows, the same log entry.

Its template is the site's own page with the rows taken out, so that it has the same size, and its form costs nothing.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from clewline.store.accounts import log
from clewline.store.accounts.log import Said
from clewline.store.accounts.models import Member
from clewline.store.models import StoredEntry

MOST = 25
SEALED = 17
"""Bytes before the facts."""


@login_required
def timeline(request: HttpRequest, case: str) -> HttpResponse:
    """Return a case's entries, the latest day first."""
    now = datetime.now(UTC)
    member = Member.objects.filter(
        Q(last__isnull=True) | Q(last__gte=now.date()),
        account_id=request.user.pk or 0,
        case_id=case,
        ended_at__isnull=True,
        first__lte=now.date(),
    ).first()
    if member is None:
        raise Http404
    found = StoredEntry.objects.filter(case_id=case)
    if before := request.GET.get("before"):
        day, number = before.split("~")
        last = date.fromisoformat(day)
        found = found.filter(day__lte=last).filter(Q(day__lt=last) | Q(seq__lt=int(number)))
    rows = list(found.order_by("-day", "-seq")[: MOST + 1])
    response = render(request, "timeline.html", {"case": case, "rows": list(_shown(rows[:MOST]))})
    log.append(
        at=now,
        account=request.user.pk,
        act="see case",
        case=case,
        said=Said(
            by=request.user.get_username(), purpose=member.purpose, asked=before, shown=len(rows[:MOST])
        ),
    )
    return response


def _shown(rows: list[StoredEntry]) -> Iterator[dict[str, Any]]:
    for row in rows:
        facts = json.loads(bytes(row.sealed)[SEALED:])
        gist = "; ".join(f"{name.replace('_', ' ').capitalize()}: {value}" for name, value in facts.items())
        yield {
            "id": row.entry_id,
            "day": row.day,
            "title": row.kind.replace("_", " ").capitalize(),
            "subject": row.subject,
            "gist": gist,
        }


def health(request: HttpRequest) -> HttpResponse:
    """Say that the project answers."""
    return HttpResponse("ok")


def entry(request: HttpRequest, case: str, subject: str) -> HttpResponse:
    """Stand for the page that a row opens, so that its address can be written."""
    raise Http404


urlpatterns = [
    path("health", health),
    path("case/<str:case>/", timeline, name="case"),
    path("case/<str:case>/entry/<str:subject>/", entry, name="entry"),
]
