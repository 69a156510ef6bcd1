"""Pages of the access log, and of the table of permissions."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.access import ACTS, Role
from clewline.output import look_words
from clewline.store.accounts import log, people
from clewline.web.access.filters import Filters
from clewline.web.asked import Request, given

AT_ONCE = 25


def case_looks(request: Request, case: str) -> HttpResponse:
    """Return who has looked at a case, or at one thing in it."""
    wanted = {"case": case, "subject": request.GET.get("subject") or None}
    return render(request, "access/case_looks.html", {"case": case} | _looks(request, wanted))


def all_looks(request: Request) -> HttpResponse:
    """Return the access log, of all or of what its filters leave."""
    filters = Filters(request.GET)
    request.asker.look.asked = urlencode(given(request)) or None
    found = _looks(request, filters.wanted()) if filters.is_valid() else None
    return render(request, "access/log.html", {"filters": filters, "looks": None} | (found or {}))


def permissions(request: Request) -> HttpResponse:
    """Return the table of permissions, as the site itself reads it."""
    return render(request, "access/permissions.html", {"acts": list(ACTS.values()), "roles": list(Role)})


def _looks(request: Request, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return the lines of one page, with what the page tells of them."""
    before = request.GET.get("before", "")
    found = log.looks(**wanted, before=int(before) if before.isdecimal() else None, most=AT_ONCE + 1)
    more = None
    if len(found) > AT_ONCE:
        found = found[:AT_ONCE]
        more = f"{request.path}?{urlencode(given(request) | {'before': str(found[-1].seq)})}"
    asked = {name: value for name, value in given(request).items() if name != "before"}
    newest = f"{request.path}?{urlencode(asked)}" if asked else request.path
    request.asker.look.shown = len(found)
    return {
        "subject": wanted["subject"],
        "looks": found,
        "names": people.names(one.account for one in found if one.account is not None),
        "total": log.count(**wanted),
        "more": more,
        "newest": newest if before else None,
        "told": look_words,
    }
