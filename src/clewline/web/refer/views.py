"""Pages of the public form. Nobody is asked who they are; a draft is known by a signed cookie of these pages alone."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput, NotFound, TooOften
from clewline.store.received import codes
from clewline.store.received.answers import Answers
from clewline.web.addresses import address
from clewline.web.refer import beside, forms
from clewline.web.refer.arriving import TOO_LARGE
from clewline.web.refer.cookie import being_written, forget, remember
from clewline.web.refer.shown import answered, state_words
from clewline.workflow.refer import files as work
from clewline.workflow.refer import made

LEAVE_TO = "https://www.bbc.co.uk/weather"
"""Where the quick way out leads: a page that anybody may be reading, as GOV.UK's own leads."""
View = Callable[..., HttpResponse]


def start(request: HttpRequest) -> HttpResponse:
    """Return what the form is for, with its first question: whether it can wait."""
    return render(request, "refer/start.html", {"form": forms.form_of(forms.STEPS[0], None)})


def leave(request: HttpRequest) -> HttpResponse:
    """Lead to a page that anybody may be reading, and forget on this device that a referral was being written."""
    return forget(redirect(LEAVE_TO))


def _of_draft(view: View) -> View:
    """Give a view the reference and the answers of the draft that is being written; without one lead to the start."""

    @wraps(view)
    def with_draft(request: HttpRequest, **parts: Any) -> HttpResponse:
        reference = being_written(request)
        if reference is None:
            return redirect("refer")
        try:
            said = made.read(reference, at=datetime.now(UTC))
        except NotFound:
            return _gone(request, reference)
        return view(request, reference=reference, said=said, **parts)

    return with_draft


def danger(request: HttpRequest) -> HttpResponse:
    """Ask first whether somebody is in danger, and say at once to ring 999; the answer begins the draft."""
    if being_written(request) is not None:
        return step(request, step="danger")
    here = forms.STEPS[0]
    form = forms.form_of(here, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reference = made.begin(Answers(**form.answers), address=_from(request), at=datetime.now(UTC))
        except TooOften as wrong:
            return _wait(request, wrong)
        return remember(redirect("refer_ring" if form.answers["danger"] != "no" else "refer_who"), reference)
    return _asked(request, here, form, None)


@_of_draft
def ring(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Say to ring 999 before anything else."""
    return remember(
        render(request, "refer/ring.html", {"sure": said.danger == "yes", "form": None}), reference
    )


@_of_draft
def step(request: HttpRequest, *, reference: str, said: Answers, step: str) -> HttpResponse:
    """Ask the questions of a page, keep the answers, and go on."""
    here = next(one for one in forms.STEPS if one.name == step)
    posted = request.method == "POST"
    form = forms.form_of(here, said, request.POST if posted else None)
    if posted and "later" in request.POST and (form.is_valid() or not form.trapped):
        made.answer(reference, at=datetime.now(UTC), **form.right_answers)
        return _put_aside(request, reference)
    if posted and form.is_valid():
        said = made.answer(reference, at=datetime.now(UTC), **form.answers)
        return remember(redirect(_next(here, said, request.POST.get("then"))), reference)
    return remember(_asked(request, here, form, said), reference)


@_of_draft
def check(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Show all answers, and send them."""
    missing = forms.first_open(said)
    if missing is not None:
        return redirect(f"refer_{missing.name}")
    form = forms.Page(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        at = datetime.now(UTC)
        try:
            code = made.send(reference, address=_from(request), at=at)
        except NotFound:
            return _gone(request, reference)
        except TooOften as wrong:
            return _wait_with(request, wrong, reference)
        receipt = _keep_these(reference, code) | {"at": at, "rows": answered(said)}
        return forget(render(request, "refer/sent.html", receipt))
    context: dict[str, Any] = {"rows": answered(said), "form": form}
    return remember(
        render(request, "refer/check.html", context, status=422 if form.is_bound else 200), reference
    )


def _gone(request: HttpRequest, reference: str) -> HttpResponse:
    """Lead to the start whose draft has died; say to whoever pressed twice that it was sent."""
    if not made.was_sent(reference):
        return forget(redirect("refer"))
    return forget(render(request, "refer/already.html", {"reference": codes.shown(reference), "form": None}))


@_of_draft
def files(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Add photographs and documents, one at a time, or take them off."""
    posted = request.method == "POST"
    form = beside.Add(request.POST if posted else None, request.FILES if posted else None)
    if posted and request.POST.get("remove", "").isdecimal():
        work.remove(reference, int(request.POST["remove"][:4]), at=datetime.now(UTC))
        return remember(redirect("refer_files"), reference)
    if posted and request.META.get("clewline.refused_file") == TOO_LARGE:
        form.add_error("file", f"The file is larger than {work.MOST_MB} MB.")
    elif posted and form.is_valid():
        file, at = form.cleaned_data["file"], datetime.now(UTC)
        try:
            work.add(reference, file.name or "", file.read(), address=_from(request), at=at)
        except TooOften as wrong:
            return _wait_with(request, wrong, reference)
        except BadInput as wrong:
            form.add_error("file", str(wrong))
        else:
            return remember(redirect("refer_files"), reference)
    context = {"form": form, "files": said.files, "most": work.MOST, "most_mb": work.MOST_MB}
    return remember(render(request, "refer/files.html", context, status=422 if posted else 200), reference)


@_of_draft
def signs(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Ask which signs of the guide were seen: nobody has to say."""
    form = beside.Signs(request.POST if request.method == "POST" else None, seen=said.indicators)
    if request.method == "POST" and form.is_valid():
        made.answer(reference, at=datetime.now(UTC), indicators=form.seen)
        return remember(redirect("refer_check"), reference)
    answer = render(request, "refer/signs.html", {"form": form}, status=422 if form.is_bound else 200)
    return remember(answer, reference)


@_of_draft
def aside(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Show the reference and the return code of a draft, and forget on this device that it is being written."""
    return _put_aside(request, reference) if request.method == "POST" else redirect("refer_check")


def _put_aside(request: HttpRequest, reference: str) -> HttpResponse:
    return forget(render(request, "refer/aside.html", _saved(reference)))


def _wait_with(request: HttpRequest, wrong: TooOften, reference: str) -> HttpResponse:
    """Have somebody wait who has written a draft, with what opens it again: this device forgets it sooner."""
    context = _saved(reference) | {"sentence": str(wrong)}
    return remember(render(request, "refer/wait.html", context, status=wrong.status), reference)


def _saved(reference: str) -> dict[str, Any]:
    code = made.put_aside(reference, at=datetime.now(UTC))
    return _keep_these(reference, code) | {"days": f"{settings.REFER_DRAFT_DAYS:g}"}


def _keep_these(reference: str, code: str | None) -> dict[str, Any]:
    """Return what somebody writes down, as it is shown."""
    return {
        "reference": codes.shown(reference),
        "code": None if code is None else codes.shown(code),
        "form": None,
    }


def come_back(request: HttpRequest) -> HttpResponse:
    """Ask for reference and return code; go on with the draft, or show what came of what was sent."""
    if request.method != "POST":
        return render(request, "refer/back.html", {"form": beside.Back()})
    form = beside.Back(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            found = made.come_back(
                given["reference"], given["code"], address=_from(request), at=datetime.now(UTC)
            )
        except TooOften as wrong:
            return _wait(request, wrong)
        except NotFound as wrong:
            form.add_error(None, str(wrong))
        else:
            return _opened(request, found.reference, sent=found.sent)
    return render(request, "refer/back.html", {"form": form}, status=422)


def _opened(request: HttpRequest, reference: str, *, sent: bool) -> HttpResponse:
    if sent:
        context = {"state": state_words(made.state(reference)), "form": None}
        return render(request, "refer/state.html", context)
    said = made.read(reference, at=datetime.now(UTC))
    missing = forms.first_open(said)
    return remember(redirect("refer_check" if missing is None else f"refer_{missing.name}"), reference)


def _asked(request: HttpRequest, here: forms.Step, form: forms.Page, said: Answers | None) -> HttpResponse:
    place = forms.STEPS.index(here)
    context = {
        "step": here,
        "number": place,
        "of": len(forms.STEPS) - 1,
        "form": form,
        "names": [name for name in form.fields if name != forms.TRAP],
        "back": address(f"refer_{forms.STEPS[place - 1].name}") if place > 1 else address("refer"),
        "then": "check" if request.GET.get("then") == "check" or request.POST.get("then") == "check" else "",
        "can_put_aside": said is not None,
    }
    return render(request, "refer/step.html", context, status=422 if form.is_bound else 200)


def _next(here: forms.Step, said: Answers, then: str | None) -> str:
    """Return the name of the page that follows."""
    if here.name == "danger" and said.danger != "no":
        return "refer_ring"
    after = forms.STEPS.index(here) + 1
    if then == "check" or after == len(forms.STEPS):
        missing = forms.first_open(said)
        return "refer_check" if missing is None else f"refer_{missing.name}"
    return f"refer_{forms.STEPS[after].name}"


def _wait(request: HttpRequest, wrong: TooOften) -> HttpResponse:
    context = {"title": "Wait before you try again", "sentence": str(wrong)}
    return render(request, "frame/refused.html", context, status=wrong.status)


def _from(request: HttpRequest) -> str:
    """Return the address that a request comes from, told as for log-ins; it is hashed and not kept."""
    return str(get_adapter().get_client_ip(request))
