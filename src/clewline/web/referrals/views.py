"""Pages of a partner."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline import reference
from clewline.errors import NotFound
from clewline.store import referrals as store
from clewline.store.accounts import manage
from clewline.web.asked import Request
from clewline.web.case.filters import place


def referrals(request: Request) -> HttpResponse:
    """Return the referrals to the body of whoever asks; or one of them, with who was referred."""
    if opened := request.GET.get("open"):
        return _referral(request, opened)
    asker = request.asker
    before = place(request.GET.get("before", ""))
    found, more = store.referrals_to(asker.person, before=before)
    asker.look.shown = len(found)
    last = f"{found[-1][1].day}~{found[-1][0]}" if more else ""
    context = {
        "body": asker.person.body,
        "admitted": manage.is_admitted(asker.person.id),
        "referrals": [(one, _force(one.force)) for _, one in found],
        "more": f"{request.path}?{urlencode({'before': last})}" if more else None,
        "first": request.path if before else None,
    }
    return render(request, "referrals/referrals.html", context)


def _referral(request: Request, entry_id: str) -> HttpResponse:
    look = request.asker.look
    look.subject = entry_id
    found = store.referral_to(request.asker.person, entry_id)
    if found is None:
        raise NotFound("There is no such page.")
    one, who = found
    # The log says of which case it is, so that "who has looked" there names the partner; the page does not.
    look.case, look.shown = one.case, 1
    return render(request, "referrals/referral.html", {"one": one, "who": who, "force": _force(one.force)})


def _force(force: str) -> str:
    known = reference.forces().get(force)
    return known.name if known else force
