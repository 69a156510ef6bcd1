"""Pages on which fields of what is recorded of a person are shared with a partner, and on which that is ended."""

from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput, NotAllowed, NotFound
from clewline.record import Entry
from clewline.record.kinds.information_shared import InformationShared
from clewline.safeguarding.shared import FIELDS
from clewline.store import visible
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.referral.forms import EndSharing, Share
from clewline.web.referral.views import followed
from clewline.workflow import sharing
from clewline.workflow.sharing import Offer

NAMES = ("fields_", "reason", "basis", "until_day", "until_month", "until_year", "press")


def share(request: Request, case: str, subject: str) -> HttpResponse:
    """Return what may be shared for a referral, then exactly what the partner will see, and record that it is."""
    asker = request.asker
    entry = _referral(request, case, subject)
    partner = str(getattr(entry.facts, "partner"))  # noqa: B009  # a referral to a partner, as asked above
    form = Share(request.POST if request.method == "POST" else None, initial={"press": token_hex(8)})
    context: dict[str, Any] = {
        "case": case,
        "one": entry,
        "to": partner,
        "form": form,
        "hints": {one.name: one.hint for one in FIELDS.values()},
        "here": request.path,
    }
    step = request.POST.get("step", "check")
    if not form.is_bound or step == "change":
        return render(request, "referral/share.html", context)
    if not form.is_valid():
        return render(request, "referral/share.html", context, status=422)
    said = form.cleaned_data
    offer = Offer(fields=said["fields_"], basis=said["basis"], reason=said["reason"], until=said["until"])
    asker.look.reason, asker.look.to = offer.reason, partner
    try:
        if step == "record":
            done = sharing.share(entry, offer, person=asker.person, at=asker.at, press=said["press"])
            asker.look.changed = done.id
            messages.success(request, f"{partner} sees what you shared. You can end that below.")
            return redirect(address("referral", case=case, subject=subject))
        if (why := sharing.refusal(entry, offer, asker.at)) is not None:
            raise NotAllowed(why)
        if offer.until is not None and offer.until < asker.today:
            raise BadInput("The sharing ends before it begins.")
    except NotAllowed as wrong:
        form.add_error("basis", str(wrong))
        return render(request, "referral/share.html", context, status=422)
    except BadInput as wrong:
        form.add_error("until", str(wrong))
        return render(request, "referral/share.html", context, status=422)
    context |= {
        "offer": offer,
        "told": sharing.what_they_will_see(entry, offer, asker.person),
        "sent": [(name, value) for name in NAMES for value in request.POST.getlist(name)],
    }
    return render(request, "referral/share_check.html", context)


def end(request: Request, case: str, subject: str) -> HttpResponse:
    """Ask why something shared ends, and record that it does."""
    asker = request.asker
    entry = _referral(request, case, subject)
    initial = {"sharing": request.GET.get("sharing", ""), "press": token_hex(8)}
    form = EndSharing(request.POST if request.method == "POST" else None, initial=initial)
    shared = _sharing(request, case, str(form["sharing"].value() or ""), entry)
    context = {"case": case, "one": entry, "form": form, "shared": shared, "here": request.path}
    if form.is_bound and shared is None:
        form.add_error(None, "There is no such sharing. See what is shared, then begin again.")
    if form.is_valid() and shared is not None:
        asker.look.reason = form.cleaned_data["reason"]
        asker.look.to = getattr(shared.facts, "recipient", None)
        try:
            done = sharing.end(
                shared,
                reason=form.cleaned_data["reason"],
                person=asker.person,
                at=asker.at,
                press=form.cleaned_data["press"],
            )
        except NotAllowed as wrong:
            form.add_error(None, str(wrong))
        else:
            asker.look.changed = done.id
            messages.success(request, "The sharing is ended. They see nothing of it any more.")
            return redirect(address("referral", case=case, subject=subject))
    return render(request, "referral/end_sharing.html", context, status=422 if form.is_bound else 200)


def _referral(request: Request, case: str, subject: str) -> Entry:
    """Return a referral to a partner that stands.

    :raises NotFound: there is none of that id for whoever asks.
    """
    found = followed(request, case, subject)
    if found is None or not getattr(found.entry.facts, "partner", None):
        raise NotFound("There is no such page.")
    return found.entry


def _sharing(request: Request, case: str, sharing_id: str, referral: Entry) -> Entry | None:
    asker = request.asker
    found = visible.entry(asker.person, asker.today, case, sharing_id) if sharing_id else None
    if found is None or not isinstance(found.facts, InformationShared):
        return None
    return found if found.facts.person == getattr(referral.facts, "person", None) else None
