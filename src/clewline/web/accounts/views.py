"""Pages of accounts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.access import Role
from clewline.errors import BadInput, NotAllowed, NotFound
from clewline.store.accounts import log, manage
from clewline.store.accounts.manage import Managed
from clewline.web.accounts.forms import Because, NewAccount, NewRole
from clewline.web.addresses import address
from clewline.web.asked import Request, given
from clewline.workflow import accounts_changed as workflow
from clewline.workflow.accounts import create_account

AT_ONCE = 25


def accounts(request: Request) -> HttpResponse:
    """Return who has an account."""
    words, after = request.GET.get("about", ""), request.GET.get("after") or None
    found = manage.accounts(words=words, after=after, most=AT_ONCE + 1)
    more = None
    if len(found) > AT_ONCE:
        found = found[:AT_ONCE]
        more = f"{request.path}?{urlencode(given(request) | {'after': found[-1].person.login})}"
    request.asker.look.shown = len(found)
    request.asker.look.asked = urlencode(given(request)) or None
    context = {"accounts": found, "about": words, "more": more, "first": request.path if after else None}
    return render(request, "accounts/accounts.html", context)


def account(request: Request, subject: str) -> HttpResponse:
    """Return an account: what it is, and who changed it when, and why."""
    found = _found(request, subject)
    changes = log.looks(subject=f"account {found.person.id}", act="manage accounts", most=AT_ONCE)
    context = {
        "one": found,
        "own": found.person.id == request.asker.person.id,
        "administrator": found.person.role is Role.ADMINISTRATOR,
        "changes": [one for one in changes if one.said.changed],
    }
    return render(request, "accounts/account.html", context)


def new(request: Request) -> HttpResponse:
    """Make an account. The password is told in the answer itself: nothing keeps it, so no page can show it again."""
    form = NewAccount(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        password = None if said.get("elsewhere") else workflow.new_password()
        try:
            person = create_account(
                said["login"],
                name=said["name"],
                role=Role(said["role"]),
                body=said["body"],
                password=password,
                by=request.asker.person.login,
                at=request.asker.at,
                account=request.asker.person.id,
            )
        except BadInput as wrong:
            form.add_error("login", str(wrong))
        else:
            request.asker.look.subject = f"account {person.id}"
            if password is None:
                messages.success(request, f"The account {person.login} was made. You can switch it off here.")
                return redirect(address("account", subject=str(person.id)))
            return _told(request, manage.account(person.id), password, off_cases=False)
    return render(request, "accounts/new.html", {"form": form}, status=422 if form.is_bound else 200)


def role(request: Request, subject: str) -> HttpResponse:
    """Give an account another role."""

    def act(found: Managed, because: str, form: Because) -> HttpResponse | str:
        to = Role(form.cleaned_data["role"])
        workflow.change_role(found.person.id, to, because=because, **_by(request))
        return (
            f"{found.person.login} is now {to}, and a member of no case. You can change the role again here."
        )

    return _change(request, subject, NewRole, "role", act)


def switch(request: Request, subject: str) -> HttpResponse:
    """Switch an account off, or on again."""

    def act(found: Managed, because: str, form: Because) -> HttpResponse | str:
        active = not found.person.active
        workflow.switch(found.person.id, active=active, because=because, **_by(request))
        if active:
            return f"{found.person.login} is switched on and can log in. You can switch it off here."
        return f"{found.person.login} is switched off and logged out everywhere. You can switch it on here."

    return _change(request, subject, Because, "switch", act)


def new_password(request: Request, subject: str) -> HttpResponse:
    """Give an account a new password, told once."""

    def act(found: Managed, because: str, form: Because) -> HttpResponse | str:
        password, off = workflow.reset_password(found.person.id, because=because, **_by(request))
        return _told(request, found, password, off_cases=off)

    return _change(request, subject, Because, "password", act)


def new_factor(request: Request, subject: str) -> HttpResponse:
    """Take away an account's second factors."""

    def act(found: Managed, because: str, form: Because) -> HttpResponse | str:
        _, off = workflow.reset_factor(found.person.id, because=because, **_by(request))
        also = " They were taken off their cases, since you also gave them their password." if off else ""
        return (
            f"{found.person.login} has no second factor and is asked for a new one at the next log-in.{also}"
        )

    return _change(request, subject, Because, "factor", act)


def _change(
    request: Request,
    subject: str,
    kind: type[Because],
    what: str,
    act: Callable[[Managed, str, Because], HttpResponse | str],
) -> HttpResponse:
    """Ask why; then do it, and answer with its page or go back to the account and say what was done."""
    found = _found(request, subject)
    form = kind(request.POST if request.method == "POST" else None, found=found)
    if form.is_valid():
        request.asker.look.reason = form.cleaned_data["reason"]
        try:
            done = act(found, form.cleaned_data["reason"], form)
        except (BadInput, NotAllowed) as wrong:
            form.add_error(None, str(wrong))
        else:
            if isinstance(done, HttpResponse):
                return done
            messages.success(request, done)
            return redirect(address("account", subject=subject))
    context = {"form": form, "one": found, "what": what}
    return render(request, "accounts/change.html", context, status=422 if form.is_bound else 200)


def _told(request: Request, found: Managed, password: str, *, off_cases: bool) -> HttpResponse:
    context = {"one": found, "password": password, "off_cases": off_cases}
    return render(request, "accounts/password.html", context)


def _found(request: Request, subject: str) -> Managed:
    if not subject.isdecimal() or len(subject) > 18:
        raise NotFound("There is no such page.")
    request.asker.look.subject = f"account {int(subject)}"
    request.asker.look.shown = 1
    return manage.account(int(subject))


def _by(request: Request) -> dict[str, Any]:
    asker = request.asker
    return {"by": asker.person.login, "at": asker.at, "account": asker.person.id}
