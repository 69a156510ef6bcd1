"""Pages of a partner."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clewline import reference
from clewline.errors import NotFound
from clewline.safeguarding.referral import BY_PARTNER
from clewline.safeguarding.shared import FIELDS
from clewline.store import referrals as store
from clewline.store.accounts import manage
from clewline.web.asked import Request
from clewline.web.case.filters import place
from clewline.web.referral.forms import ASKED
from clewline.web.referral.shown import happened


def referrals(request: Request) -> HttpResponse:
    """Return the referrals to the body of whoever asks; or one of them, with what was shared for it."""
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
    found = store.referral_to(request.asker.person, entry_id, request.asker.today)
    if found is None:
        raise NotFound("There is no such page.")
    one, standing = found.referral, found.followed.standing
    # The log says of which case it is, so that "who has looked" there names the partner; the page does not.
    look.case, look.shown = one.case, 1 + len(found.told)
    way = reverse("referrals_answer")
    context = {
        "one": one,
        "opened": found,
        "force": _force(one.force),
        "sharings": [
            (each, [FIELDS[n].label for n in each.facts.fields if n in FIELDS]) for each in found.sharings
        ],
        "history": list(happened(found.followed.history, for_partner=True)),
        "acts": [
            (ASKED[act].title, f"{way}?{urlencode({'open': one.id, 'act': act.value})}")
            for act in BY_PARTNER
            if act in standing.possible
        ],
    }
    return render(request, "referrals/referral.html", context)


def _force(force: str) -> str:
    known = reference.forces().get(force)
    return known.name if known else force
