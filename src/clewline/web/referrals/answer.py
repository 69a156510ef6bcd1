"""What a partner does with a referral to it: accept it, return it, ask, say what was done, end it."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clewline.errors import NotFound
from clewline.safeguarding.referral import BY_PARTNER
from clewline.store import referrals as store
from clewline.web.asked import Request
from clewline.web.referral.doing import doing
from clewline.web.referral.forms import Doing
from clewline.workflow.referral import by_partner


def answer(request: Request) -> HttpResponse:
    """Return the form of an act with a referral, its answers to be checked, and record it."""
    asker = request.asker
    sent = request.POST if request.method == "POST" else request.GET
    entry_id = sent.get("open", "")
    if request.method == "POST" and not entry_id:
        form = Doing(request.POST, acts=BY_PARTNER, act=None)
        context = {"form": form, "back": reverse("referrals"), "frame": "frame/page.html", "refusal": None}
        context |= {"act": None, "asked": None, "here": request.path, "reference": "", "to": None}
        return render(request, "referral/act.html", context, status=422)
    asker.look.subject = entry_id
    opened = store.referral_to(asker.person, entry_id, asker.today)
    if opened is None:
        raise NotFound("There is no such page.")
    # The log says of which case it is, so that "who has looked" there names the partner; the page does not.
    asker.look.case = opened.referral.case
    context = {
        "frame": "frame/page.html",
        "here": request.path,
        "back": f"{reverse('referrals')}?{urlencode({'open': entry_id})}",
        "reference": opened.referral.reference,
        "to": None,
    }
    return doing(
        request,
        opened.followed.standing,
        BY_PARTNER,
        do=lambda act, words, told, press: by_partner(
            asker.person, entry_id, act, words=words, at=asker.at, press=press
        ),
        context=context,
    )
