"""Pages of the lines of a case."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.access import ACTS, may
from clewline.errors import BadInput, NotFound
from clewline.output import line_words
from clewline.output.line_body import Most, as_picture
from clewline.output.line_moves import PROPOSAL
from clewline.output.line_words import LIMITS, subtitle
from clewline.web.asked import Request, given
from clewline.web.line import shown
from clewline.web.line.addresses import of_line, opens_rows
from clewline.web.line.forms import Period, Reason, Sought
from clewline.workflow.case_lines import About, about, held, lines_of
from clewline.workflow.line import Summary, line_of
from clewline.workflow.line_rows import open_rows

MOST = Most(bursts=400, journeys=400, spells=200)
"""How many of each the page lists; the rest are counted, and a shorter period shows them."""
CONTACTS = 300
REST = "; choose a shorter period to see others."


def lines(request: Request, case: str) -> HttpResponse:
    """Return the lines of a case that were recorded, and the identifiers whose phone records it holds."""
    asker = request.asker
    form = Sought(request.GET)
    text = form.cleaned_data["about"] if form.is_valid() else ""
    all_lines = lines_of(asker.person, asker.today, case)
    found = list(all_lines.by_id.values())
    found = shown.sought(found, text) if text else found
    page = _page(request.GET.get("page"))
    some = found[(page - 1) * shown.AT_ONCE : page * shown.AT_ONCE]
    records = held(case)
    asker.look.shown = len(some) + len(records)
    asker.look.asked = urlencode(given(request)) or None
    there = {one.identifier for one in records}
    context = {
        "case": case,
        "form": form,
        "found": len(found),
        "lines": [(line, any(used.identifier in there for used in line.numbers)) for line in some],
        "first": (page - 1) * shown.AT_ONCE + 1,
        "held": [(one, all_lines.with_number(one.identifier)) for one in records],
        "before": _turned(request, page - 1) if page > 1 else None,
        "more": _turned(request, page + 1) if page * shown.AT_ONCE < len(found) else None,
        "of_line": of_line,
        "shown": shown,
    }
    return render(request, "line/lines.html", context)


def line(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the picture of a line from its phone records, and what people recorded about it."""
    return _line(request, _about(request, case, subject), case, Period(request.GET), because=None)


def rows(request: Request, case: str, subject: str) -> HttpResponse:
    """Return rows behind a mark of a line, each with its exhibit, file and line."""
    asked = _about(request, case, subject)
    form = Period(request.GET)
    mark = request.GET.get("mark") or "uses"
    return _rows(request, asked, case, form, mark, _page(request.GET.get("page")), because=None)


def numbers(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the picture of a line, or rows of it, with other people's numbers, for a reason that is recorded."""
    asked = _about(request, case, subject)
    form = Reason(request.POST if request.method == "POST" else None, initial=given(request))
    if not form.is_valid():
        context = {"case": case, "about": asked, "form": form, "of_line": of_line, "shown": shown}
        return render(request, "line/numbers.html", context, status=422 if form.is_bound else 200)
    if not asked.with_records:
        raise BadInput("The case holds no phone records of this line, so that no number can be shown.")
    said = form.cleaned_data
    period = Period({"first": said["first"], "last": said["last"]})
    look = request.asker.look
    look.reason = said["reason"]
    look.asked = (
        urlencode({name: str(said[name]) for name in ("mark", "first", "last", "page") if said[name]}) or None
    )
    if said["mark"]:
        return _rows(request, asked, case, period, said["mark"], said["page"] or 1, because=said["reason"])
    return _line(request, asked, case, period, because=said["reason"])


def _about(request: Request, case: str, subject: str) -> About:
    asker = request.asker
    asked = about(asker.person, asker.today, case, subject)
    asker.look.subject = asked.subject
    asker.look.asked = urlencode(given(request)) or None
    return asked


def _line(request: Request, asked: About, case: str, form: Period, *, because: str | None) -> HttpResponse:
    look = request.asker.look
    entries = shown.entries_of(asked)
    look.shown = entries.count
    context = _context(request, asked, case, form, because)
    found, missing = None, None
    if form.is_valid() and asked.with_records:
        try:
            found = _asked(request, asked, case, form.days, because=because)
        except NotFound as wrong:
            missing = str(wrong)
    if found is not None:
        look.shown += found.headline.uses
        opens = opens_rows(case, asked.subject, form.asked)
        context["subtitle"] = subtitle(found)
        context["picture"] = as_picture(found, opens, MOST, rest=REST, proposed=f"{PROPOSAL}.")
    return render(request, "line/line.html", context | {"entries": entries, "missing": missing})


def _rows(
    request: Request, asked: About, case: str, form: Period, mark: str, page: int, *, because: str | None
) -> HttpResponse:
    context = _context(request, asked, case, form, because) | {"page": None}
    if form.is_valid() and asked.with_records:
        first, last = form.days
        with open_rows(
            case,
            asked.with_records,
            mark,
            start=first,
            end=last,
            because=because,
            by=request.asker.person.login,
            at=request.asker.at,
        ) as found:
            part = shown.rows_of(found, mark, page)
        request.asker.look.shown = len(part.rows)
        context |= {
            "page": part,
            "before": _turned(request, page - 1) if page > 1 else None,
            "more": _turned(request, page + 1) if part.more else None,
        }
    return render(request, "line/rows.html", context)


def _asked(
    request: Request,
    asked: About,
    case: str,
    days: tuple[date | None, date | None],
    *,
    because: str | None,
) -> Summary:
    """Ask the records; that they were asked is an entry of the case before this returns."""
    return line_of(
        case,
        asked.with_records,
        start=days[0],
        end=days[1],
        because=because,
        shown="page",
        most=CONTACTS,
        by=request.asker.person.login,
        at=request.asker.at,
    )


def _context(request: Request, asked: About, case: str, form: Period, because: str | None) -> dict[str, Any]:
    """Return what the page of a line and that of its rows have in common."""
    asker = request.asker
    reveals = bool(asked.with_records) and may(
        ACTS["reveal numbers"], asker.person.role, asker.standing.relation
    )
    return {
        "case": case,
        "about": asked,
        "form": form,
        "because": because,
        "reveals": reveals,
        "asks_school_hours": bool(asked.with_records and asked.recorded)
        and may(ACTS["notice contacts"], asker.person.role, asker.standing.relation),
        "limits": LIMITS,
        "line_words": line_words,
        "of_line": of_line,
        "shown": shown,
        "picture": None,
        "subtitle": None,
    }


def _page(text: str | None) -> int:
    """Return the number of a page; the first where the address names none."""
    return max(1, int(text)) if text is not None and text.isdecimal() and len(text) < 8 else 1


def _turned(request: Request, page: int) -> str:
    asked = {name: value for name, value in given(request).items() if name != "page"}
    return f"{request.path}?{urlencode(asked | ({'page': str(page)} if page > 1 else {}))}"
