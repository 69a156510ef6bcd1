"""Pages of what a case holds as evidence: exhibits, authorities, and forms that record them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput, ClewlineError, NotFound
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.context import way_in_case
from clewline.web.exhibit import shown
from clewline.web.exhibit.forms import NewAuthority, NewExhibit, NewMove
from clewline.workflow.case_exhibits import CaseExhibits, exhibits_of
from clewline.workflow.phones import authorities as act_on_authorities
from clewline.workflow.phones import exhibits as act_on_exhibits

FILES = 50
"""Files listed on a page."""


def exhibits(request: Request, case: str) -> HttpResponse:
    """Return the exhibits of a case, and the files of record systems that it received."""
    asker, found = request.asker, _held(request, case)
    files = [one for one in found.files if one.of_phones is None]
    page = shown.page_of(request.GET.get("page"))
    some = files[(page - 1) * FILES : page * FILES]
    asker.look.shown = len(found.exhibits) + len(some)
    context = {
        "case": case,
        "held": found,
        "files": some,
        "shown": shown,
        "today": asker.today,
        "newer": f"{request.path}?page={page - 1}" if page > 1 else None,
        "older": f"{request.path}?page={page + 1}" if len(files) > page * FILES else None,
    } | _ways(request, case)
    return render(request, "exhibit/exhibits.html", context)


def exhibit(request: Request, case: str, subject: str) -> HttpResponse:
    """Return one exhibit: what it is, where it went, what came of it and under which authority."""
    found = _held(request, case)
    one = found.exhibit(subject)
    if one is None:
        raise NotFound("There is no such page.")
    request.asker.look.shown = 1
    context = {
        "case": case,
        "one": one,
        "authorities": [found.authority(reference) for reference in one.authorities],
        "shown": shown,
        "today": request.asker.today,
        "line": lambda identifier: way_in_case("line", request.asker, case, identifier),
        "move": way_in_case("exhibit_move", request.asker, case, subject),
    }
    return render(request, "exhibit/exhibit.html", context)


def authorities(request: Request, case: str) -> HttpResponse:
    """Return the authorities of a case: what each covers, and what was taken in under it."""
    found = _held(request, case)
    request.asker.look.shown = len(found.authorities)
    context = {"case": case, "held": found, "shown": shown, "today": request.asker.today}
    return render(request, "exhibit/authorities.html", context | _ways(request, case))


def authority_add(request: Request, case: str) -> HttpResponse:
    """Record an authority."""
    form = NewAuthority(request.POST if request.method == "POST" else None)

    def record() -> str:
        asker, facts = request.asker, form.facts()
        entry = act_on_authorities.record(
            facts, case=case, day=form.day(asker.today), by=asker.person.login, at=asker.at
        )
        asker.look.changed = entry.id
        again = ", in place of what was recorded before" if entry.corrects else ""
        return (
            f"Authority {facts.reference} was recorded{again}. If it is wrong, record it again under the same "
            "reference: the later one stands."
        )

    return _recorded(request, case, form, record, "Record an authority", to="authorities")


def exhibit_add(request: Request, case: str) -> HttpResponse:
    """Record an exhibit."""
    form = NewExhibit(request.POST if request.method == "POST" else None)

    def record() -> str:
        asker, facts = request.asker, form.facts()
        if _held(request, case).exhibit(facts.reference) is not None:
            raise BadInput(
                f"The case has an exhibit {facts.reference} already; give this one its own reference."
            )
        entry = act_on_exhibits.record(
            facts, case=case, day=form.day(asker.today), by=asker.person.login, at=asker.at
        )
        asker.look.changed = entry.id
        return f"Exhibit {facts.reference} was recorded."

    return _recorded(request, case, form, record, "Record an exhibit", to="exhibits")


def exhibit_move(request: Request, case: str, subject: str) -> HttpResponse:
    """Record where an exhibit went."""
    one = _held(request, case).exhibit(subject)
    if one is None:
        raise NotFound("There is no such page.")
    last = one.moves[-1].facts if one.moves else None
    form = NewMove(
        request.POST if request.method == "POST" else None,
        initial={"moved_from": getattr(last, "moved_to", None) or one.facts.received_by or ""},
    )

    def record() -> str:
        asker = request.asker
        entry = act_on_exhibits.move(
            form.facts(subject), case=case, day=form.day(asker.today), by=asker.person.login, at=asker.at
        )
        asker.look.changed = entry.id
        return f"The move of exhibit {subject} was recorded."

    return _recorded(
        request, case, form, record, f"Record where {subject} went", to="exhibit", subject=subject
    )


def _recorded(
    request: Request, case: str, form: Any, record: Any, title: str, *, to: str, **parts: str
) -> HttpResponse:
    """Return the form, with what is wrong; or record what it says and go to the page that shows it."""
    back = address(to, case=case, **parts)
    if form.is_valid():
        try:
            said = record()
        except ClewlineError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return redirect(back)
    context = {"case": case, "form": form, "title": title, "back": back}
    return render(request, "exhibit/record.html", context, status=422 if form.is_bound else 200)


def _held(request: Request, case: str) -> CaseExhibits:
    return exhibits_of(request.asker.person, request.asker.today, case)


def _ways(request: Request, case: str) -> dict[str, str | None]:
    """Return where the asker may go from here."""
    names = ("intake", "exhibit_add", "authority_add")
    return {f"to_{name}": way_in_case(name, request.asker, case) for name in names}
