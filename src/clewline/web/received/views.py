"""Pages of what came by the public form."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput, NotAllowed
from clewline.store.received import codes, sent
from clewline.store.received.sent import CLOSED, TAKEN_UP, TOLD, Sent
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.context import way_in_case
from clewline.web.received import forms
from clewline.web.received.shown import listed, rows
from clewline.web.refer.beside import titles
from clewline.workflow import received as work

SETTLED = "settled"
MOST = 25


def received(request: Request) -> HttpResponse:
    """Return what waits, the longest first; or, asked for, what was taken up or closed."""
    asker = request.asker
    settled = request.GET.get("show") == SETTLED
    page = _page(request.GET.get("page", ""))
    found, more = sent.received_by(asker.person.body, waiting=not settled, skip=(page - 1) * MOST, most=MOST)
    asker.look.shown = len(found)
    shown = f"{request.path}?show={SETTLED}&" if settled else f"{request.path}?"
    context = {
        "settled": settled,
        "body": asker.person.body,
        "found": [listed(one, asker.at) for one in found],
        "newer": f"{shown}page={page - 1}" if page > 1 else None,
        "older": f"{shown}page={page + 1}" if more else None,
    }
    return render(request, "received/received.html", context)


def one(request: Request, subject: str) -> HttpResponse:
    """Return a referral: what it says and what was done about it."""
    found = _find(request, subject)
    request.asker.look.shown = 1
    taken = found.did(TAKEN_UP)
    case = taken.said.case if taken else None
    way = None
    if taken and case and case in work.cases_for(request.asker.person, request.asker.today):
        way = way_in_case("entry", request.asker, case, taken.said.entry)
    context = {
        "one": found,
        "reference": codes.shown(found.reference),
        "listed": listed(found, request.asker.at),
        "rows": rows(found.said) if found.said else [],
        "taken": taken,
        "closed": found.did(CLOSED),
        "told": found.did(TOLD),
        "way": way,
        "kept": work.KEPT,
    }
    return render(request, "received/one.html", context)


def picture(request: Request, subject: str) -> HttpResponse:
    """Return a page of a file that came with a referral, as it was drawn anew."""
    found = _find(request, subject)
    file, page = (_page(request.GET.get(name, "")) for name in ("file", "page"))
    request.asker.look.shown, request.asker.look.asked = 1, f"file {file}, page {page}"
    return HttpResponse(sent.picture(found.reference, file, page), content_type="image/jpeg")


def take_up(request: Request, subject: str) -> HttpResponse:
    """Ask into which case a referral is taken up, and do it."""
    asker = request.asker
    found = _find(request, subject)
    if not found.waits or found.said is None:
        return _over(request, found)
    posted = request.method == "POST"
    age = work.age_of(found.said, asker.today)
    form = forms.TakeUp(
        request.POST if posted else None,
        cases=work.cases_for(asker.person, asker.today),
        indicators=[(name, titles().get(name, name)) for name in found.said.indicators],
        of=asker.person.body,
        initial={"age": "" if age is None else age},
    )
    if posted and form.is_valid():
        chosen = form.chosen()
        try:
            entry = work.take_up(found, chosen, person=asker.person, at=asker.at)
        except (BadInput, NotAllowed) as wrong:
            form.add_error(None, str(wrong))
        else:
            if not isinstance(entry, list):
                asker.look.case, asker.look.changed = chosen.case, entry.id
                messages.success(
                    request, "The referral is taken up. Its referrer can see that, and what you wrote."
                )
                return redirect(address("entry", case=chosen.case, subject=entry.id))
            for fault in entry:
                column = {"person": "number"}.get(str(fault.column), str(fault.column))
                form.add_error(column if column in form.fields else None, fault.what)
    context = {"form": form, "reference": codes.shown(found.reference), "rows": rows(found.said)}
    return render(request, "received/take_up.html", context, status=422 if posted else 200)


def close(request: Request, subject: str) -> HttpResponse:
    """Ask why no case is opened, and close a referral."""
    asker = request.asker
    found = _find(request, subject)
    if not found.waits or found.said is None:
        return _over(request, found)
    posted = request.method == "POST"
    form = forms.Close(request.POST if posted else None)
    if posted and form.is_valid():
        said = form.cleaned_data
        asker.look.reason = said["reason"]
        try:
            work.close(found, reason=said["reason"], told=said["told"], person=asker.person, at=asker.at)
        except NotAllowed as wrong:  # somebody else was quicker
            form.add_error(None, str(wrong))
        else:
            asker.look.changed = f"{codes.shown(found.reference)} closed"
            messages.success(request, "The referral is closed. Its referrer can see what you wrote for them.")
            return redirect("received")
    context = {"form": form, "reference": codes.shown(found.reference)}
    return render(request, "received/close.html", context, status=422 if posted else 200)


def tell(request: Request, subject: str) -> HttpResponse:
    """Ask what the referrer may know, and tell it."""
    asker = request.asker
    found = _find(request, subject)
    if found.did(TAKEN_UP) is None or found.did(TOLD) is not None or found.said is None:
        return _over(request, found)
    posted = request.method == "POST"
    form = forms.Tell(request.POST if posted else None)
    if posted and form.is_valid():
        said = form.cleaned_data
        try:
            work.tell(found, outcome=said["outcome"], told=said["told"], person=asker.person, at=asker.at)
        except NotAllowed as wrong:
            form.add_error(None, str(wrong))
        else:
            asker.look.changed = f"{codes.shown(found.reference)} told: {said['outcome']}"
            messages.success(request, "The referrer can see it now, with their reference and return code.")
            return redirect(address("received_one", subject=codes.shown(found.reference)))
    context = {"form": form, "reference": codes.shown(found.reference)}
    return render(request, "received/tell.html", context, status=422 if posted else 200)


def _find(request: Request, subject: str) -> Sent:
    reference = codes.typed(subject, codes.REFERENCE)
    request.asker.look.subject = codes.shown(reference) or subject
    return sent.find(request.asker.person.body, reference)


def _over(request: Request, found: Sent) -> HttpResponse:
    messages.warning(request, "That was done already, or cannot be done any more.")
    return redirect(address("received_one", subject=codes.shown(found.reference)))


def _page(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1
