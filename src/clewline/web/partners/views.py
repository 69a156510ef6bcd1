"""The page of partners' accounts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput
from clewline.store.accounts import manage
from clewline.web.asked import Request
from clewline.web.partners.forms import Admit
from clewline.workflow.accounts_changed import admit


def partners(request: Request) -> HttpResponse:
    """Return the accounts of partners; say of one that its holder works there, or no longer."""
    asker = request.asker
    found = manage.partners()
    names = {one.person.id: f"{one.person.name}, {one.person.body} ({one.person.login})" for one in found}
    form = Admit(request.POST if request.method == "POST" else None)
    form.fields["account"].choices = [("", "Choose one"), *names.items()]  # type: ignore[attr-defined]  # a field of choices
    asker.look.shown, asker.look.asked = len(found), None
    if form.is_valid():
        said = form.cleaned_data
        number, sees = said["account"], said["sees"] == "yes"
        asker.look.subject, asker.look.reason = f"account {number}", said["reason"]
        try:
            admit(
                number,
                admitted=sees,
                by=asker.person.login,
                at=asker.at,
                because=said["reason"],
                account=asker.person.id,
            )
        except BadInput as wrong:
            form.add_error("account", str(wrong))
        else:
            told = "sees the referrals" if sees else "no longer sees the referrals"
            messages.success(request, f"{names[number]} {told}. You can change that below.")
            return redirect("partners")
    context = {"form": form, "partners": found}
    return render(request, "partners/partners.html", context, status=422 if form.is_bound else 200)
