"""Pages of a case's referrals."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.access import ACTS, may
from clewline.case.mentions import body
from clewline.errors import NotFound
from clewline.record import Entry
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.safeguarding.referral import BEGIN, OPEN, State
from clewline.safeguarding.shared import FIELDS
from clewline.store import following, referrals, visible
from clewline.store.accounts import manage
from clewline.store.following import Followed
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.case.filters import place
from clewline.web.context import way_in_case
from clewline.web.referral.doing import doing
from clewline.web.referral.forms import ASKED
from clewline.web.referral.shown import happened
from clewline.workflow.referral import acts_of_case, by_case, told_where

WAITS = "waits for a partner that has left"


def of_case(request: Request, case: str) -> HttpResponse:
    """Return the referrals of a case, the latest first, with what became of each."""
    asker = request.asker
    before = place(request.GET.get("before", ""))
    wanted = visible.Wanted(kinds=BEGIN)
    listed = visible.entries(asker.person, asker.today, case, wanted, before=before)
    some = [entry for _, entry in listed.entries]
    gone = visible.no_longer(asker.person, asker.today, case, some)
    left = manage.partners_left()
    found = following.follow(case, [one for one in some if one.id not in gone])
    asker.look.shown = len(found)
    last = listed.entries[-1] if listed.more else None
    here = address("case_referrals", case=case)
    context = {
        "case": case,
        "referrals": [(one, _to(one.entry), _state(one, left)) for one in found],
        "more": f"{here}?{urlencode({'before': f'{last[1].day}~{last[0]}'})}" if last else None,
        "first": here if before else None,
    }
    return render(request, "referral/referrals.html", context)


def referral(request: Request, case: str, subject: str) -> HttpResponse:
    """Return a referral: what became of it, what is shared for it, what can be done."""
    asker = request.asker
    found = followed(request, case, subject)
    if found is None:
        return redirect(address("entry", case=case, subject=subject))
    entry, facts = found.entry, found.entry.facts
    sharings, told, refused = [], [], False
    if isinstance(facts, SafeguardingReferral):
        entries = following.of_person(case, facts.person)
        sharings = referrals.shared_with(found, entries, asker.today)
        told = referrals.what_is_told(sharings, entries)
        refused = referrals.refused(found, entries)
    way = way_in_case("referral_act", asker, case, entry.id)
    share = way_in_case("referral_share", asker, case, entry.id)
    asker.look.shown = 1 + len(found.history)
    context = {
        "case": case,
        "one": entry,
        "facts": facts,
        "referred": getattr(facts, "person", None),
        "to": _to(entry),
        "standing": found.standing,
        "state": _state(found, manage.partners_left()),
        "waits": WAITS,
        "history": list(happened(found.history, for_partner=False)),
        "acts": [
            (ASKED[act].title, f"{way}?{urlencode({'act': act.value})}")
            for act in acts_of_case(found)
            if way and act in found.standing.possible
        ],
        "tells": _tells(request, found),
        "share": share if getattr(facts, "partner", None) else None,
        "sharings": [(one, [FIELDS[n].label for n in one.facts.fields if n in FIELDS]) for one in sharings],
        "ends": way_in_case("referral_end_sharing", asker, case, entry.id),
        "told": told,
        "refused": refused,
    }
    return render(request, "referral/referral.html", context)


def act(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the form of something that the case's people do with a referral, and record it."""
    asker = request.asker
    found = followed(request, case, subject)
    if found is None:
        raise NotFound("There is no such page.")
    context = {
        "case": case,
        "frame": "case/frame.html",
        "here": request.path,
        "back": address("referral", case=case, subject=subject),
        "reference": found.entry.subject,
        "to": _to(found.entry),
    }
    return doing(
        request,
        found.standing,
        acts_of_case(found),
        do=lambda act, words, told, press: by_case(
            asker.person, found.entry, act, words=words, told=told, at=asker.at, press=press
        ),
        context=context,
    )


def followed(request: Request, case: str, subject: str) -> Followed | None:
    """Return a referral of a case that somebody may see; none where it no longer stands.

    :raises NotFound: there is none of that id for them.
    """
    asker = request.asker
    entry = visible.entry(asker.person, asker.today, case, subject)
    if entry is None or entry.kind not in BEGIN:
        raise NotFound("There is no such page.")
    if visible.no_longer(asker.person, asker.today, case, [entry]):
        return None
    return following.follow(case, [entry])[0]


def _tells(request: Request, found: Followed) -> tuple[str, str | None] | None:
    """Return under which reference the referrer reads the outcome on the public form's page, and the way to where it is
    told for those who may; none where they are told in another way.
    """
    reference = told_where(found)
    if reference is None or found.standing.state is State.TOLD:
        return None
    here = may(ACTS["take up received"], request.asker.person.role, None)
    return reference, address("received_tell", subject=reference) if here else None


def _to(entry: Entry) -> str | None:
    partner: str | None = getattr(entry.facts, "partner", None)
    return partner


def _state(found: Followed, left: set[str]) -> str:
    """Return how a referral stands, as people say it."""
    partner = _to(found.entry)
    state = found.standing.state
    if partner and state in OPEN and body(partner) in left:
        return f"{state.value}; {WAITS}"
    return state.value
