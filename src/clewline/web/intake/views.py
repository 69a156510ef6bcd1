"""Pages by which a file is taken in: send, see what it is, say what it does not, look at what it gives, take in.

Nothing is written to the record before the last of them.
"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import ClewlineError
from clewline.store import uploads
from clewline.store.upload import Choices, Upload
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.intake.arriving import TOO_LARGE, Arrived
from clewline.web.intake.forms import AsPhones, AsRecords, Sent, Sure
from clewline.web.intake.shown import Preview, named, size
from clewline.workflow.case_exhibits import exhibits_of
from clewline.workflow.uploads import work
from clewline.workflow.uploads.detect import detect

MOST_OPEN = 50
"""Files of a case that may lie aside at once."""


def intake(request: Request, case: str) -> HttpResponse:
    """Return the form that sends a file, and the files that lie aside; or take one that is sent."""
    asker = request.asker
    work.sweep(asker.at)
    waiting = uploads.of_case(case)
    form = Sent(request.POST, request.FILES) if request.method == "POST" else Sent()
    if form.is_bound:
        if request.META.get("clewline.refused_file") == TOO_LARGE:
            form.add_error(
                "file",
                f"The file is larger than {settings.UPLOAD_MB:,} MiB; have it taken in with `clewline intake`.",
            )
        elif form.is_valid() and len(waiting) >= MOST_OPEN:
            form.add_error(
                "file", "Many files of this case lie here already; take them in or leave them first."
            )
        elif form.is_valid():
            return _to(_arrived(request, case, form.cleaned_data["file"]))
    asker.look.shown = len(waiting)
    context = {"case": case, "form": form, "waiting": waiting, "size": size, "hours": settings.UPLOAD_HOURS}
    return render(request, "intake/intake.html", context, status=422 if form.is_bound else 200)


def upload(request: Request, case: str, subject: str) -> HttpResponse:
    """Return what is known of a file that was sent and what is to be said of it; or begin to look at what it gives."""
    one = uploads.find(case, subject)
    if request.method != "POST":
        return _page(request, one)
    form = _form(request, one, request.POST)
    if form is None or not form.is_valid():
        return _page(request, one, form, status=422)
    with uploads.changing(subject) as changed:
        if work.progress(changed) in (work.Progress.NONE, work.Progress.STOPPED):
            changed.choices = form.said(changed.choices)
    return _begin(request, one, "looking")


def take(request: Request, case: str, subject: str) -> HttpResponse:
    """Begin to take in a file that was looked at."""
    one = uploads.find(case, subject)
    if not _sure(request, one):
        return _page(request, one, status=422 if request.method == "POST" else 200)
    request.asker.look.changed = one.sha256
    return _begin(request, one, "taking")


def again(request: Request, case: str, subject: str) -> HttpResponse:
    """Begin anew the work on a file that was ended before it was done."""
    one = uploads.find(case, subject)
    if not _sure(request, one) or one.step not in work.BEFORE:
        return _page(request, one, status=422 if request.method == "POST" else 200)
    return _begin(request, one, one.step)


def leave(request: Request, case: str, subject: str) -> HttpResponse:
    """Remove a file that was sent, and all that is known of it."""
    one = uploads.find(case, subject)
    if not _sure(request, one):
        return _page(request, one, status=422 if request.method == "POST" else 200)
    if work.progress(one) is work.Progress.RUNNING:
        messages.error(request, "The file is being worked on; wait until that is done.")
        return _to(one)
    uploads.remove(subject)
    messages.success(request, f"{named(one)} was removed. Nothing of it is in the record.")
    return redirect(address("intake", case=case))


def _arrived(request: Request, case: str, file: Arrived) -> Upload:
    asker = request.asker
    one = Upload(
        id=uploads.new_id(),
        case=case,
        name=_plain(file.name),
        size=file.size or 0,
        sha256=file.sha256,
        by=asker.person.login,
        account=asker.person.id,
        at=asker.at,
        detected=detect(file.path),
    )
    uploads.add(one, file.path)
    asker.look.subject, asker.look.changed = one.id, file.sha256
    return one


def _plain(name: str | None) -> str:
    """Return what the sender calls the file as it may be shown."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable()).strip()[:150] or "file"


def _begin(request: Request, one: Upload, step: str) -> HttpResponse:
    asker = request.asker
    asker.look.subject = one.id
    try:
        now = work.begin(one.case, one.id, step, by=asker.person.login, account=asker.person.id, at=asker.at)
    except ClewlineError as refusal:
        messages.error(request, str(refusal))
        return _to(one)
    if now.step == "taken" and now.batch is not None:
        return _taken(request, now)
    return _to(one)


def _taken(request: Request, one: Upload) -> HttpResponse:
    messages.success(
        request, f"{named(one)} was taken in. If that was a mistake, the batch can be undone from this page."
    )
    return redirect(address("file", case=one.case, subject=one.batch or ""))


def _to(one: Upload) -> HttpResponse:
    return redirect(address("upload", case=one.case, subject=one.id))


def _sure(request: Request, one: Upload) -> bool:
    form = Sure(request.POST)
    return request.method == "POST" and form.is_valid() and form.cleaned_data["sha256"] == one.sha256


def _form(request: Request, one: Upload, given: Any = None) -> AsPhones | AsRecords | None:
    """Return the form of what is to be said of a file; none where it cannot be read, or its columns come first."""
    sort = _sort(one)
    if sort == "phones":
        asker = request.asker
        held = exhibits_of(asker.person, asker.today, one.case)
        before = {
            name: getattr(one.choices, name) for name in ("authority", "exhibit", "handed_over_by", "number")
        }
        return AsPhones(given, authorities=held.authorities, initial=before | {"sort": "phones"})
    if sort == "records":
        return AsRecords(given, detected=one.detected, choices=one.choices)
    return None


def _sort(one: Upload) -> str:
    """Return what the file is: as a person said by naming its columns, or else as it was detected."""
    return one.choices.sort or one.detected.sort


def _page(request: Request, one: Upload, form: Any = None, *, status: int = 200) -> HttpResponse:
    now = work.progress(one)
    if one.step == "taken" and one.batch is not None and request.method != "POST":
        return _taken(request, one)
    look = request.asker.look
    look.subject = one.id
    changes = "change" in request.GET or one.looked is None or (form is not None and form.is_bound)
    asks = now is work.Progress.NONE and changes
    if form is None and asks:
        form = _form(request, one)
    preview = Preview(one.looked) if one.looked is not None and one.step == "looked" else None
    look.shown = 0 if preview is None else len(preview.examples)
    context = {
        "case": one.case,
        "one": one,
        "sort": _sort(one),
        "own_columns": "\n" in (one.choices.mapping or ""),
        "form": form if asks else None,
        "sure": Sure(initial={"sha256": one.sha256}),
        "preview": None if asks else preview,
        "now": now,
        "waits_long": work.waits_long(one),
        "told": uploads.told(one.id),
        "size": size,
        "hours": settings.UPLOAD_HOURS,
        "stopped": work.STOPPED,
        "choices": one.choices if one.choices != Choices() else None,
    }
    return render(request, "intake/upload.html", context, status=status)
