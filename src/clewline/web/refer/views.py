"""Pages of the public form. Nobody is asked who they are; a draft is known by a signed cookie of these pages alone."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import NotFound, TooOften
from clewline.store.received import codes
from clewline.store.received.answers import Answers
from clewline.web.addresses import address
from clewline.web.refer import forms
from clewline.web.refer.shown import answered, state_words
from clewline.workflow.refer import made

COOKIE = "__Secure-referral" if settings.SECURE else "referral"
IDLE = 30 * 60
"""Seconds without a page after which the reference and return code are asked for."""
SALT = "clewline.web.refer"
LEAVE_TO = "https://www.bbc.co.uk/weather"
"""Where the quick way out leads: a page that anybody may be reading, as GOV.UK's own leads."""
View = Callable[..., HttpResponse]


def start(request: HttpRequest) -> HttpResponse:
    """Return what the form is for, with its first question: whether it can wait."""
    return render(request, "refer/start.html", {"form": forms.form_of(forms.STEPS[0], None)})


def leave(request: HttpRequest) -> HttpResponse:
    """Lead to a page that anybody may be reading, and forget on this device that a referral was being written."""
    answer = redirect(LEAVE_TO)
    _forget(answer)
    return answer


def _of_draft(view: View) -> View:
    """Give a view the reference and the answers of the draft that is being written; without one lead to the start."""

    @wraps(view)
    def with_draft(request: HttpRequest, **parts: Any) -> HttpResponse:
        reference = _being_written(request)
        if reference is None:
            return redirect("refer")
        try:
            said = made.read(reference, at=datetime.now(UTC))
        except NotFound:
            answer = redirect("refer")
            _forget(answer)
            return answer
        return view(request, reference=reference, said=said, **parts)

    return with_draft


def danger(request: HttpRequest) -> HttpResponse:
    """Ask first whether somebody is in danger, and say at once to ring 999; the answer begins the draft."""
    if _being_written(request) is not None:
        return step(request, step="danger")
    here = forms.STEPS[0]
    form = forms.form_of(here, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reference = made.begin(Answers(**form.answers), address=_from(request), at=datetime.now(UTC))
        except TooOften as wrong:
            return _wait(request, wrong)
        answer = redirect("refer_ring" if form.answers["danger"] != "no" else "refer_who")
        _remember(answer, reference)
        return answer
    return _asked(request, here, form, None)


@_of_draft
def ring(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Say to ring 999 before anything else."""
    answer = render(request, "refer/ring.html", {"sure": said.danger == "yes", "form": None})
    _remember(answer, reference)
    return answer


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
        answer = redirect(_next(here, said, request.POST.get("then")))
        _remember(answer, reference)
        return answer
    answer = _asked(request, here, form, said)
    _remember(answer, reference)
    return answer


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
        except TooOften as wrong:
            return _wait(request, wrong)
        context = {"reference": codes.shown(reference), "code": codes.shown(code) if code else None, "at": at}
        answer = render(request, "refer/sent.html", context | {"rows": answered(said), "form": None})
        _forget(answer)
        return answer
    context = {"rows": answered(said), "form": form}
    answer = render(request, "refer/check.html", context, status=422 if form.is_bound else 200)
    _remember(answer, reference)
    return answer


@_of_draft
def aside(request: HttpRequest, *, reference: str, said: Answers) -> HttpResponse:
    """Show the reference and the return code of a draft, and forget on this device that it is being written."""
    return _put_aside(request, reference) if request.method == "POST" else redirect("refer_check")


def _put_aside(request: HttpRequest, reference: str) -> HttpResponse:
    code = made.put_aside(reference, at=datetime.now(UTC))
    context = {
        "reference": codes.shown(reference),
        "code": codes.shown(code) if code else None,
        "days": f"{settings.REFER_DRAFT_DAYS:g}",
        "form": None,
    }
    answer = render(request, "refer/aside.html", context)
    _forget(answer)
    return answer


def come_back(request: HttpRequest) -> HttpResponse:
    """Ask for reference and return code; go on with the draft, or show what came of what was sent."""
    if request.method != "POST":
        return render(request, "refer/back.html", {"form": Back()})
    form = Back(request.POST)
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
    answer = redirect(f"refer_{(forms.first_open(said) or forms.STEPS[-1]).name}")
    if forms.first_open(said) is None:
        answer = redirect("refer_check")
    _remember(answer, reference)
    return answer


class Back(forms.Page):
    """What opens a referral again."""

    reference = forms.Line(label="Reference", help_text="As: 7F3G-QW2X.", max_length=40)
    code = forms.Line(label="Return code", help_text="As: 7F3G-QW2X-9CPM. It was shown once.", max_length=40)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name in ("reference", "code"):
            self.fields[name].required = True


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


def _being_written(request: HttpRequest) -> str | None:
    try:
        reference: str = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=IDLE)
    except signing.BadSignature:
        return None
    return reference


def _remember(answer: HttpResponse, reference: str) -> None:
    answer.set_cookie(
        COOKIE,
        signing.dumps(reference, salt=SALT),
        path=address("refer"),
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def _forget(answer: HttpResponse) -> None:
    answer.delete_cookie(COOKIE, path=address("refer"), samesite="Lax")
