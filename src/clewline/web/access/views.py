"""Pages of the access log, and of the table of permissions."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.access import ACTS, Role
from clewline.store.accounts import log, people
from clewline.web.asked import Request, given

AT_ONCE = 25


def case_looks(request: Request, case: str) -> HttpResponse:
    """Return who has looked at a case, or at one thing in it."""
    subject = request.GET.get("subject") or None
    return _looks(request, {"case": case, "subject": subject}, "access/case_looks.html")


def all_looks(request: Request) -> HttpResponse:
    """Return the access log, of all or of one case or account."""
    account = request.GET.get("account", "")
    wanted = {
        "case": request.GET.get("case") or None,
        "account": int(account) if account.isdecimal() else None,
    }
    return _looks(request, wanted, "access/log.html")


def permissions(request: Request) -> HttpResponse:
    """Return the table of permissions, as the site itself reads it."""
    return render(request, "access/permissions.html", {"acts": list(ACTS.values()), "roles": list(Role)})


def _looks(request: Request, wanted: dict[str, Any], template: str) -> HttpResponse:
    before = request.GET.get("before", "")
    found = log.looks(**wanted, before=int(before) if before.isdecimal() else None, most=AT_ONCE + 1)
    names = people.names(one.account for one in found if one.account is not None)
    more = None
    if len(found) > AT_ONCE:
        found = found[:AT_ONCE]
        asked = given(request) | {"before": str(found[-1].seq)}
        more = f"{request.path}?{urlencode(asked)}"
    request.asker.look.shown = len(found)
    context = {
        **wanted,
        "looks": found,
        "names": names,
        "total": log.count(**wanted),
        "more": more,
        "newest": request.path if before else None,
        "acts": ACTS,
    }
    return render(request, template, context)
