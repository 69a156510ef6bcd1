"""Pages of one received file: its account, what it gave, its undoing, and what of it was refused."""

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import ClewlineError, NotFound
from clewline.output.refused_csv import refused_csv
from clewline.output.words import printable
from clewline.store import visible
from clewline.store.visible_batches import corrected_later, entries_given, kinds_given
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.case.shown import shown as entry_shown
from clewline.web.context import way_in_case
from clewline.web.exhibit import shown
from clewline.web.exhibit.forms import Because
from clewline.web.intake.shown import size, titled
from clewline.workflow.case_exhibits import File, exhibits_of
from clewline.workflow.intake import Undone, reverse
from clewline.workflow.notices_undone import resting_on, words
from clewline.workflow.uploads.refused import rows

ENTRIES = 25


def file(request: Request, case: str, subject: str) -> HttpResponse:
    """Return a received file: what became of each of its records, and the entries that it gave."""
    one = _file(request, case, subject)
    asker = request.asker
    page = shown.page_of(request.GET.get("page"))
    given = one.gives if one.of_phones is None else 0
    some = entries_given(asker.person, asker.today, case, one.receipt, given, page=page, most=ENTRIES)
    asker.look.shown = len(some)
    context = _context(request, case, one) | {
        "entries": [entry_shown(entry) for entry in some],
        "kinds": _kinds(request, case, one),
        "newer": f"{request.path}?page={page - 1}" if page > 1 else None,
        "older": f"{request.path}?page={page + 1}" if given > page * ENTRIES else None,
        "line": lambda identifier: way_in_case("line", asker, case, identifier),
        "to_undo": None if one.undone else way_in_case("file_undo", asker, case, subject),
        "to_refused": way_in_case("file_refused", asker, case, subject) if one.facts.problems else None,
    }
    return render(request, "exhibit/file.html", context)


def file_undo(request: Request, case: str, subject: str) -> HttpResponse:
    """Show what would be undone; undo it, for a reason that stays in the record."""
    one = _file(request, case, subject)
    asker = request.asker
    form = Because(request.POST if request.method == "POST" else None, label="Why is it undone?")
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            done = reverse(subject, by=asker.person.login, because=reason, at=asker.at)
        except ClewlineError as refusal:
            form.add_error(None, str(refusal))
        else:
            asker.look.reason, asker.look.changed = reason, f"{subject}:reversed"
            kind = "rows" if one.of_phones else "entries"
            messages.success(
                request,
                f"Batch {subject} was undone: {done.gone:,} {kind} withdrawn. They can still be seen as known before "
                f"this moment, and the file may be taken in again. {_notices(request, case, done)}".strip(),
            )
            return redirect(address("file", case=case, subject=subject))
    context = _context(request, case, one) | {
        "form": form,
        "kinds": _kinds(request, case, one),
        "later": corrected_later(asker.person, asker.today, case, one.receipt),
        "notices": len(resting_on(case, subject)) if _sees_notices(request, case) else 0,
    }
    return render(request, "exhibit/undo.html", context, status=422 if form.is_bound else 200)


def _notices(request: Request, case: str, done: Undone) -> str:
    """Return what became of the notices that rested on a batch, to whoever may know of them."""
    return words(done.notices, done.notices_left) if _sees_notices(request, case) else ""


def _sees_notices(request: Request, case: str) -> bool:
    return "contacts_noticed" in visible.kinds_in(request.asker.person, request.asker.today, case)


def file_refused(request: Request, case: str, subject: str) -> HttpResponse:
    """Ask why a copy of the refused rows is taken out; give it as a file that no spreadsheet can calculate with."""
    one = _file(request, case, subject)
    form = Because(request.POST if request.method == "POST" else None, label="What is the copy for?")
    if not form.is_valid():
        context = _context(request, case, one) | {"form": form}
        return render(request, "exhibit/refused.html", context, status=422 if form.is_bound else 200)
    found = rows(one.receipt)
    look = request.asker.look
    content = refused_csv(found)
    look.reason, look.shown = form.cleaned_data["reason"], len(found)
    look.copy = f"csv sha256:{sha256(content).hexdigest()}"
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="refused-{subject}.csv"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _file(request: Request, case: str, batch: str) -> File:
    request.asker.look.subject = batch
    one = exhibits_of(request.asker.person, request.asker.today, case).file(batch)
    if one is None:
        raise NotFound("There is no such page.")
    return one


def _kinds(request: Request, case: str, one: File) -> list[tuple[str, int]]:
    if one.of_phones is not None:
        return []
    asker = request.asker
    found = kinds_given(asker.person, asker.today, case, one.receipt, one.gives)
    return sorted((titled(kind), many) for kind, many in found.items())


def _context(request: Request, case: str, one: File) -> dict[str, Any]:
    return {"case": case, "one": one, "shown": shown, "size": size, "name": printable(one.facts.file)}
