"""Pages of a case."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.access import Purpose
from clewline.errors import NotFound
from clewline.record import Entry
from clewline.safeguarding.referral import BEGIN
from clewline.store import news, visible
from clewline.web.addresses import address
from clewline.web.asked import Request, given
from clewline.web.case.filters import asked, only_since, place, recorded_since
from clewline.web.case.shown import shown
from clewline.web.context import way_in_case
from clewline.workflow import trace
from clewline.workflow.by_hand import may_change


def timeline(request: Request, case: str) -> HttpResponse:
    """Return a case's entries, the latest day first."""
    asker = request.asker
    kinds = visible.kinds_in(asker.person, asker.today, case)
    wanted, filters = asked(request.GET, case=case, kinds=tuple(kinds))
    entries: list[Any] = []
    more = None
    since = recorded_since(given(request)) if wanted is not None else None
    cut = None
    if wanted is not None and since is not None:
        wanted, more_changed = only_since(asker, case, wanted, since)
        cut = news.MOST if more_changed else None
    if wanted is not None:
        before = place(request.GET.get("before", ""))
        listed = visible.entries(asker.person, asker.today, case, wanted, before=before)
        entries = [shown(entry) for _, entry in listed.entries]
        if listed.more:
            number, last = listed.entries[-1]
            more = _address(request, case, before=f"{last.day}~{number}")
    asker.look.shown = len(entries)
    asker.look.asked = urlencode(given(request)) or None
    context = {
        "case": case,
        "purpose": asker.standing.purpose or Purpose.REVIEW,
        "filters": filters,
        "entries": entries,
        "since": since,
        "cut": cut,
        "more": more,
        "newest": address("case", case=case) if "before" in request.GET else None,
    }
    return render(request, "case/timeline.html", context)


def entry(request: Request, case: str, subject: str) -> HttpResponse:
    """Return an entry: what it says, where it came from, what corrects it."""
    asker = request.asker
    found = _entry(request, case, subject)
    others = visible.entries(
        asker.person, asker.today, case, visible.Wanted(subject=found.subject), most=10
    ).entries
    changeable = may_change(asker.person, asker.today, found) is None
    context = {
        "case": case,
        "one": shown(found),
        "gone": bool(visible.no_longer(asker.person, asker.today, case, [found])),
        "changes": [
            (words, way)
            for words, name in (("Correct this entry", "correct"), ("Withdraw this entry", "withdraw"))
            if changeable
            and (name == "withdraw" or found.kind != "correction")
            and (way := way_in_case(name, asker, case, found.id)) is not None
        ],
        "followed": way_in_case("referral", asker, case, found.id) if found.kind in BEGIN else None,
        "corrected_by": [shown(e) for e in visible.later_versions(asker.person, asker.today, case, found.id)],
        "others": [shown(e) for _, e in others if e.id != found.id],
    }
    asker.look.shown = 1
    return render(request, "case/entry.html", context)


def source_line(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the line of the received file that an entry rests on, as it was received."""
    found = _entry(request, case, subject)
    line = trace.source_line(found)
    if line is None:
        raise NotFound("There is no such page.")
    request.asker.look.shown = 1
    return render(request, "case/source_line.html", {"case": case, "one": shown(found), "line": line})


def _entry(request: Request, case: str, entry_id: str) -> Entry:
    found = visible.entry(request.asker.person, request.asker.today, case, entry_id)
    if found is None:
        raise NotFound("There is no such page.")
    return found


def _address(request: Request, case: str, **more: str) -> str:
    asked = given(request) | more
    return f"{address('case', case=case)}?{urlencode(asked)}"
