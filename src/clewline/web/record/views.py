"""Pages on which entries are recorded by hand, corrected and withdrawn."""

from secrets import token_hex
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput, NotAllowed, NotFound
from clewline.formats.by_hand import GROUPS
from clewline.output import kind_words
from clewline.record import Entry, all_kinds
from clewline.safeguarding import considered
from clewline.store import visible
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.case.shown import shown
from clewline.web.context import way_in_case
from clewline.web.record.answers import answers, sent
from clewline.web.record.forms import KindForm, Withdrawal, typed
from clewline.workflow import by_hand

PRESS = "press"
"""Names the form that was sent, so that a second press adds nothing."""
PROTECTING = ("safeguarding_referral", "nrm_referral", "strategy_meeting")


def kinds(request: Request, case: str) -> HttpResponse:
    """Return the kinds of entry that someone may record, in groups."""
    theirs = by_hand.kinds_for(request.asker.person)
    groups = [
        (
            title,
            [(kind, all_kinds()[kind].title, kind_words.sentence(kind)) for kind in some if kind in theirs],
        )
        for title, some in GROUPS.items()
    ]
    context = {"case": case, "groups": [one for one in groups if one[1]]}
    return render(request, "record/kinds.html", context)


def form(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the form of a kind of entry, its answers to be checked, or the entry once it is recorded."""
    if subject not in by_hand.kinds_for(request.asker.person):
        raise NotFound("There is no such page.")
    return _filled_in(request, case, subject, None)


def correct(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the form of an entry that is to be corrected, and record what stands in its place."""
    return _filled_in(request, case, *_changed(request, case, subject))


def withdraw(request: Request, case: str, subject: str) -> HttpResponse:
    """Ask why an entry is withdrawn, and record that it is."""
    asker = request.asker
    posted = request.method == "POST"
    form = Withdrawal(request.POST if posted else None)
    found = _entry(request, case, subject)
    if posted and form.is_valid():
        because = form.cleaned_data["because"]
        asker.look.reason = because
        try:
            done = by_hand.withdraw(
                found, person=asker.person, because=because, at=asker.at, press=_press(request)
            )
        except NotAllowed as wrong:
            # Said here: the page of what is not for somebody tells no reason.
            form.add_error(None, str(wrong))
        else:
            asker.look.changed = done.id
            messages.success(
                request,
                f"The entry is withdrawn, by the entry {done.id}. Whoever withdraws that one puts it back.",
            )
            return redirect(address("entry", case=case, subject=found.id))
    _changed(request, case, subject)
    context = {"case": case, "one": shown(found), "form": form, "press": _press(request)}
    return render(request, "record/withdraw.html", context, status=422 if posted else 200)


def _entry(request: Request, case: str, entry_id: str) -> Entry:
    found = visible.entry(request.asker.person, request.asker.today, case, entry_id)
    if found is None:
        raise NotFound("There is no such page.")
    return found


def _changed(request: Request, case: str, entry_id: str) -> tuple[str, Entry]:
    """Return the kind of an entry that someone may change, and the entry.

    :raises BadInput: it does not stand, or is none of those that people make.
    """
    found = _entry(request, case, entry_id)
    refusal = by_hand.may_change(request.asker.person, request.asker.today, found)
    if refusal is not None:
        raise BadInput(refusal)
    return found.kind, found


def _filled_in(request: Request, case: str, kind: str, corrects: Entry | None) -> HttpResponse:
    asker = request.asker
    press = _press(request)
    context: dict[str, Any] = {
        "case": case,
        "kind": kind,
        "title": all_kinds()[kind].title,
        "sentence": kind_words.sentence(kind),
        "corrects": corrects and shown(corrects),
        "first": None,
        "press": press,
        "here": request.path,
    }
    if request.method != "POST":
        form = KindForm(kind, initial=_initial(request, corrects), reasoned=corrects is not None)
        return render(request, "record/form.html", context | {"form": form})
    form = KindForm(kind, request.POST, reasoned=corrects is not None)
    hand = by_hand.Hand(
        person=asker.person,
        case=case,
        kind=kind,
        at=asker.at,
        press=press,
        corrects=corrects,
        because=request.POST.get("because", "").strip() or None,
    )
    asker.look.reason = hand.because
    draft = form.judge(hand)
    if draft is None:
        first = _first(request, case, form)
        return render(request, "record/form.html", context | {"form": form, "first": first}, status=422)
    step = request.POST.get("step")
    if step == "change":
        return render(request, "record/form.html", context | {"form": form})
    if step == "record":
        try:
            entry = by_hand.record(hand, draft)
        except NotAllowed as wrong:
            form.add_error(None, str(wrong))
            return render(request, "record/form.html", context | {"form": form}, status=422)
        asker.look.changed = entry.id
        said = "The correction" if corrects else all_kinds()[kind].title
        messages.success(request, f"{said} is recorded. If it is wrong, correct or withdraw it below.")
        return redirect(address("entry", case=case, subject=entry.id))
    context |= {
        "form": form,
        "answers": list(answers(form, draft)),
        "sent": sent(request),
        "reasons": by_hand.reasons_to_protect(hand, draft),
        "protecting": [
            (all_kinds()[one].title, way)
            for one in PROTECTING
            if one != kind and (way := way_in_case("record_kind", asker, case, one)) is not None
        ],
    }
    return render(request, "record/check.html", context)


def _first(request: Request, case: str, form: KindForm) -> str | None:
    """Return where what has to be recorded first is recorded, with what was answered already."""
    if considered.RULE not in form.rules:
        return None
    way = way_in_case("record_kind", request.asker, case, "section_45_considered")
    known = {name: form.said[name] for name in ("person", "force", "offence", "arrest") if form.said[name]}
    return f"{way}?{urlencode(known)}" if way else None


def _initial(request: Request, corrects: Entry | None) -> dict[str, Any]:
    """Return what the form holds at first: the entry that is corrected, or what the way here says."""
    if corrects is not None:
        return {name: typed(value) for name, value in by_hand.made(corrects).items()}
    found: dict[str, Any] = {"force": request.asker.person.body}
    found |= dict.fromkeys(
        ("decided_by", "considered_by", "said_by", "observed_by", "taken_by"), request.asker.person.name
    )
    return found | {name: str(value) for name, value in request.GET.items()}


def _press(request: Request) -> str:
    return request.POST.get(PRESS, "")[:40] or token_hex(8)
