"""Pages of the members of a case."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.access import Purpose
from clewline.errors import BadInput, NotFound
from clewline.store.accounts import people
from clewline.store.accounts.people import CaseMember
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.members.forms import End, NewMember
from clewline.workflow.accounts import end_membership, make_member

UNKNOWN = "There is no account of that username. An administrator makes accounts."


def members(request: Request, case: str) -> HttpResponse:
    """Return who is and was a member of a case; make somebody one."""
    asker = request.asker
    sealed = people.is_sealed(case)
    form = NewMember(request.POST if request.method == "POST" else None, sealed=sealed)
    if form.is_valid():
        said = form.cleaned_data
        try:
            person = people.find_person(said["login"])
            asker.look.subject = f"account {person.id}"
            make_member(
                case,
                person,
                purpose=Purpose(said["purpose"]),
                first=asker.today,
                last=said["last"],
                opens_sealed=bool(said.get("opens_sealed")),
                by=asker.person.login,
                at=asker.at,
                account=asker.person.id,
            )
        except NotFound:
            form.add_error("login", UNKNOWN)
        except BadInput as wrong:
            form.add_error("last" if "last day" in str(wrong) else "login", str(wrong))
        else:
            messages.success(request, f"{person.name} is a member of the case. You can end that below.")
            return redirect(address("members", case=case))
    some = people.members(case)
    asker.look.shown = len(some)
    asker.look.asked = None
    context = {
        "case": case,
        "form": form,
        "sealed": sealed,
        "members": [(one, _state(one, asker.today)) for one in some],
        "own": asker.person.id,
    }
    return render(request, "members/members.html", context, status=422 if form.is_bound else 200)


def end(request: Request, case: str) -> HttpResponse:
    """End a membership."""
    asker = request.asker
    form = (
        End(request.POST) if request.method == "POST" else End(initial={"member": request.GET.get("member")})
    )
    one = _member(case, form["member"].value())
    if form.is_valid() and one is not None:
        reason = form.cleaned_data["reason"]
        asker.look.subject, asker.look.reason = f"account {one.person.id}", reason
        end_membership(
            case, one.id, by=asker.person.login, at=asker.at, because=reason, account=asker.person.id
        )
        if one.person.id == asker.person.id:
            return redirect("home")
        messages.success(request, f"{one.person.name} is no longer a member. You can add them again below.")
        return redirect(address("members", case=case))
    if one is None and form.is_bound:
        form.add_error(None, "They are no longer a member. See who is, then begin again.")
    context = {"case": case, "form": form, "one": one, "own": asker.person.id}
    return render(request, "members/end.html", context, status=422 if form.is_bound else 200)


def _member(case: str, number: object) -> CaseMember | None:
    """Return the membership of that number, where the case has one that is not ended."""
    some = (one for one in people.members(case) if not one.membership.ended)
    return next((one for one in some if str(one.id) == str(number)), None)


def _state(one: CaseMember, today: date) -> str:
    mine = one.membership
    if mine.ended:
        return "ended"
    if not one.person.active:
        return "switched off"
    if mine.last is not None and mine.last < today:
        return "lapsed"
    return "member" if mine.first <= today else "not yet"
