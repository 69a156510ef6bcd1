"""The page of what is owed to the people of a case."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.errors import NotFound
from clewline.safeguarding.owed import State
from clewline.web.addresses import address
from clewline.web.asked import Request, given
from clewline.web.duties.filters import Filters
from clewline.web.duties.shown import decisions, shown
from clewline.workflow import duties as owed

AT_ONCE = 50


def due(request: Request, case: str) -> HttpResponse:
    """Return what is owed to the people of a case, the overdue first, the earliest due before the others."""
    asker = request.asker
    every = owed.of_case(asker.person, case, asker.at)
    filters = Filters(request.GET, table=owed.table())
    found = filters.of(every) if filters.is_valid() else []
    page = _page(request)
    some = found[(page - 1) * AT_ONCE : page * AT_ONCE]
    if page > 1 and not some:
        raise NotFound("There is no such page.")
    asker.look.shown = len(some)
    asker.look.asked = urlencode(given(request)) or None
    context = {
        "case": case,
        "filters": filters,
        "duties": shown(asker, case, some, decisions(asker, case)),
        "count": len(found),
        "overdue": sum(one.state is State.OVERDUE for one in every),
        "before": _turned(request, case, page - 1) if page > 1 else None,
        "more": _turned(request, case, page + 1) if page * AT_ONCE < len(found) else None,
    }
    return render(request, "duties/due.html", context)


def _page(request: Request) -> int:
    said = request.GET.get("page", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 6 else 1


def _turned(request: Request, case: str, page: int) -> str:
    asked = {name: value for name, value in given(request).items() if name != "page"}
    return f"{address('duties', case=case)}?{urlencode(asked | {'page': str(page)})}"
