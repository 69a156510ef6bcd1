"""Pages of bulletins that show: those kept, one with its numbers, its documents, and what the record says since."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.access import ACTS, may
from clewline.bulletin.released.changed import REASONS
from clewline.bulletin.week import as_written
from clewline.output.bulletin_docx import as_docx
from clewline.output.bulletin_page import as_page
from clewline.output.bulletin_pdf import as_pdf
from clewline.store import visible
from clewline.web.asked import Request
from clewline.web.bulletin import shown
from clewline.workflow.bulletin.changes import changes
from clewline.workflow.bulletin.replay import replay

KINDS = {
    "html": ("text/html; charset=utf-8", "page"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    "pdf": ("application/pdf", "PDF"),
    "txt": ("text/plain; charset=utf-8", "text"),
}
"""What a bulletin is taken away as, by the ending of its file."""


def bulletins(request: Request) -> HttpResponse:
    """Return the bulletins that are kept: drafts for who writes and releases, and those released."""
    asker = request.asker
    drafts, released = shown.listed(asker.person)
    asker.look.shown = len(drafts) + len(released)
    context = {
        "drafts": drafts,
        "released": released,
        "writes": _does(request, "write bulletins"),
        "sees_drafts": shown.sees_drafts(asker.person),
        "shown": shown,
    }
    return render(request, "bulletin/bulletins.html", context)


def bulletin(request: Request) -> HttpResponse:
    """Return one bulletin, with each number opening to its rows and, to who writes, what it holds back and why."""
    asker = request.asker
    asked = request.GET.get("id")
    if not asked:
        return redirect("bulletins")
    asker.look.subject = asked
    one, frozen = shown.found(asker.person, asked)
    numbers = shown.numbers(one, asker.person)
    asker.look.shown = len(numbers)
    writes = shown.sees_drafts(asker.person)
    context = {
        "one": one,
        "sheet": shown.as_sheet(one, frozen),
        "numbers": shown.by_period(numbers),
        "held_back": [sentence for _, sentence in frozen.held_back] if writes else None,
        "exposed": frozen.exposed if writes else (),
        "releases": one.released is None and _does(request, "release bulletins"),
        "own": one.entry.recorded_by == asker.person.login,
        "compares": one.released is not None and _does(request, "compare bulletins"),
        "kinds": KINDS,
        "shown": shown,
    }
    return render(request, "bulletin/bulletin.html", context)


def file(request: Request) -> HttpResponse:
    """Return a bulletin as a file: the page, a Word document, a PDF or plain text, as the command line makes them."""
    asker = request.asker
    asked, kind = request.GET.get("id"), request.GET.get("as", "")
    if not asked or kind not in KINDS:
        return redirect("bulletins")
    asker.look.subject, asker.look.asked = asked, f"as={kind}"
    one, frozen = shown.found(asker.person, asked)
    sheet = shown.as_sheet(one, frozen)
    content: bytes
    if kind == "docx":
        content = as_docx(sheet)
    elif kind == "pdf":
        content = as_pdf(sheet)
    elif kind == "html":
        content = as_page(sheet).encode()
    else:
        # What is not released says so in every form that leaves the site.
        content = (f"{sheet.standing}\n\n" if sheet.standing else "").encode() + one.text().encode()
    answer = HttpResponse(content, content_type=KINDS[kind][0])
    name = f"{'draft' if sheet.standing else 'bulletin'}-{one.id}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def compare(request: Request) -> HttpResponse:
    """Return what the record says now to each number that a released bulletin told, and why it says otherwise."""
    asker = request.asker
    asked = request.GET.get("id")
    if not asked:
        return redirect("bulletins")
    asker.look.subject = asked
    one, _ = shown.found(asker.person, asked)
    changed = changes(one.id, at=asker.at)
    again = replay(one.id)
    told = {number.id: number for number in shown.numbers(one, asker.person)}
    by = [cause.by for change in changed for cause in change.causes]
    seen = visible.seen_among(asker.person, asker.today, by)
    asker.look.shown = len(changed)
    context = {
        "one": one,
        "again": again,
        "changed": [(change, told.get(change.number)) for change in changed],
        "wrong": [change for change in changed if not change.stays_true],
        "seen": seen,
        "reasons": REASONS,
        "as_written": as_written,
        "corrects": _does(request, "correct bulletins"),
        "shown": shown,
    }
    return render(request, "bulletin/compare.html", context)


def _does(request: Request, act: str) -> bool:
    return may(ACTS[act], request.asker.person.role, None)
