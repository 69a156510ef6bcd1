"""Pages of a case's findings."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.access import may
from clewline.errors import ClewlineError, Misused, NotFound
from clewline.evidence.scale import FORENSIC
from clewline.output import statement_words
from clewline.output.finding_said import said
from clewline.output.line_words import LIMITS
from clewline.store import visible
from clewline.web.addresses import address
from clewline.web.asked import Request, given
from clewline.web.case.filters import place
from clewline.web.context import act_of, way_in_case
from clewline.web.finding import shown
from clewline.web.finding.forms import TakingOut, Weighing, written
from clewline.web.finding.taken_out import file_of
from clewline.workflow.case_lines import held
from clewline.workflow.evidence import kept


def findings(request: Request, case: str) -> HttpResponse:
    """Return the findings of a case, the latest first."""
    asker = request.asker
    wanted = visible.Wanted(kinds=(kept.KIND,))
    before = place(request.GET.get("before", ""))
    listed = visible.entries(asker.person, asker.today, case, wanted, before=before)
    asker.look.shown = len(listed.entries)
    more = None
    if listed.more:
        number, last = listed.entries[-1]
        more = f"{address('findings', case=case)}?{urlencode({'before': f'{last.day}~{number}'})}"
    context = {
        "case": case,
        "findings": [(e, e.facts, list(said(getattr(e.facts, "findings", ())))) for _, e in listed.entries],
        "more": more,
        "newest": address("findings", case=case) if before else None,
        "weigh": way_in_case_alone("weigh", request, case),
        "scale": FORENSIC,
    }
    return render(request, "finding/findings.html", context)


def weigh(request: Request, case: str) -> HttpResponse:
    """Ask which two phones are to be weighed; weigh them, which takes seconds, and lead to the finding."""
    asker = request.asker
    there = held(case)
    posted = request.method == "POST"
    first = {name: written(request.GET.get(name, "")) or "" for name in ("line", "phone")}
    form = Weighing(request.POST, held=there) if posted else Weighing(held=there, initial=first)
    if posted and form.is_valid():
        asked = form.cleaned_data
        try:
            entry = kept.weigh(
                case,
                line=asked["line"],
                phone=asked["phone"],
                first_day=asked["first"],
                last_day=asked["last"],
                types=asked["types"],
                by=asker.person.login,
                at=asker.at,
            )
        except (NotFound, Misused) as wrong:
            form.add_error("last" if asked["last"] else "phone", str(wrong))
        else:
            asker.look.subject, asker.look.changed = asked["line"], entry.id
            messages.success(
                request,
                "The phones are weighed, and what was said stands in the case, whichever way it speaks. It is not "
                "withdrawn: what speaks for nobody's case is disclosed too.",
            )
            return redirect(address("finding", case=case, subject=entry.id))
    context = {"case": case, "form": form, "held": there}
    return render(request, "finding/weigh.html", context, status=422 if posted else 200)


def finding(request: Request, case: str, subject: str) -> HttpResponse:
    """Return a finding: its propositions, its ratios with their bounds, its working and its limits."""
    one, context = _finding(request, case, subject)
    if one.working is not None:
        found = one.working
        request.asker.look.shown = len(found.items)
        context |= {
            "found": found,
            "chart": shown.chart(found),
            "limits": list(shown.limits(found)),
            "silent": [part for part in found.parts if not part.dwelt],
            "parts": [part for part in found.parts if part.dwelt],
        }
    return render(request, "finding/finding.html", context)


def facts(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the schedule of facts: what the records say, without opinion."""
    one, context = _finding(request, case, subject)
    items = () if one.working is None else one.working.items
    page = _page(request)
    some = items[(page - 1) * shown.ITEMS : page * shown.ITEMS]
    request.asker.look.shown = len(some)
    context |= {
        "items": some,
        "exhibits": {}
        if one.working is None
        else {r.records.sha256: r.records.exhibit for r in one.working.received},
        "before": _turned(request, page - 1) if page > 1 else None,
        "more": _turned(request, page + 1) if page * shown.ITEMS < len(items) else None,
    }
    return render(request, "finding/facts.html", context)


def rows(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the rows of a numbered fact, each with its exhibit, file and line."""
    one, context = _finding(request, case, subject)
    page = _page(request)
    number = request.GET.get("fact", "1")
    part = None
    if one.working is not None:
        part = shown.rows_of(one.working, int(number) if number.isdecimal() and len(number) < 8 else 0, page)
        if part is None:
            raise NotFound("There is no such page.")
        request.asker.look.shown = len(part.rows)
        context |= {
            "before": _turned(request, page - 1) if page > 1 else None,
            "more": _turned(request, page + 1) if part.more else None,
        }
    return render(request, "finding/rows.html", context | {"page": part})


def take_out(request: Request, case: str, subject: str) -> HttpResponse:
    """Ask why a finding is taken out, and give its statement, its schedule of facts or its rows as a file."""
    asker = request.asker
    posted = request.method == "POST"
    form = TakingOut(request.POST if posted else None, initial={"what": "statement"})
    entry, said_then = kept.found(asker.person, asker.today, case, subject)
    if posted and form.is_valid():
        asker.look.reason = form.cleaned_data["reason"]
        asker.look.to = asker.person.login
        one = kept.finding(asker.person, asker.today, case, subject)
        if one.working is None:
            form.add_error(None, one.why_none or "The case's records no longer give this finding.")
        else:
            try:
                name, kind, content, hashed = file_of(one, form.cleaned_data["what"], asker.person, asker.at)
            except ClewlineError as wrong:
                form.add_error(None, str(wrong))
            else:
                asker.look.copy = f"{form.cleaned_data['what']} sha256:{hashed}"
                answer = HttpResponse(content, content_type=kind)
                answer["Content-Disposition"] = f'attachment; filename="{name}"'
                return answer
    context = {"case": case, "entry": entry, "facts": said_then, "form": form, "words": statement_words}
    return render(request, "finding/take_out.html", context, status=422 if posted else 200)


def _finding(request: Request, case: str, subject: str) -> tuple[kept.Finding, dict[str, Any]]:
    asker = request.asker
    one = kept.finding(asker.person, asker.today, case, subject)
    asker.look.asked = urlencode(given(request)) or None
    return one, {
        "case": case,
        "one": one,
        "entry": one.entry,
        "said": list(said(one.facts.findings)),
        "words": statement_words,
        "shown": shown,
        "scale": FORENSIC,
        "found": None,
        "about": LIMITS,
        "fact": lambda item: f"{address('finding_rows', case=case, subject=subject)}?fact={item.number}",
        "take_out": way_in_case("finding_statement", asker, case, subject),
    }


def way_in_case_alone(name: str, request: Request, case: str) -> str | None:
    """Return where a page of the case is, that is about nothing in it; none where it is not for them."""
    asker = request.asker
    theirs = may(act_of(name), asker.person.role, asker.standing.relation)
    return address(name, case=case) if theirs else None


def _page(request: Request) -> int:
    text = request.GET.get("page", "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1


def _turned(request: Request, page: int) -> str:
    asked = {name: value for name, value in given(request).items() if name != "page"}
    return f"{request.path}?{urlencode(asked | ({'page': str(page)} if page > 1 else {}))}"
