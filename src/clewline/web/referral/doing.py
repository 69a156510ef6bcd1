"""The steps of an act with a referral, for the partner and for the case alike: form, check, entry."""

from collections.abc import Callable, Sequence
from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import NotAllowed, NotFound
from clewline.record import Entry
from clewline.safeguarding.referral import Act, Standing
from clewline.web.asked import Request
from clewline.web.referral.forms import ASKED, Doing
from clewline.workflow.referral import refusal

Do = Callable[[Act, str | None, str | None, str], Entry]
"""Appends an act: which, its words, what the referrer is told, the form's name."""


def doing(
    request: Request, standing: Standing, acts: Sequence[Act], *, do: Do, context: dict[str, Any]
) -> HttpResponse:
    """Return the form of an act, its answers to be checked, or the way back once it is recorded.

    `context` has `here`, where it is sent, and `back`, where one goes afterwards.

    :raises NotFound: there is no such act for whoever asks.
    """
    sent = request.POST if request.method == "POST" else request.GET
    act = next((one for one in acts if one.value == sent.get("act")), None)
    if act is None and request.method != "POST":
        raise NotFound("There is no such page.")
    given = {"open": sent.get("open", ""), "act": sent.get("act", ""), "press": token_hex(8)}
    given["told"] = standing.outcome or ""
    form = Doing(request.POST if request.method == "POST" else None, acts=acts, act=act, initial=given)
    context |= {"form": form, "act": act, "asked": ASKED.get(act) if act else None, "standing": standing}
    step = sent.get("step", "check")
    if not form.is_bound or step == "change":
        return render(request, "referral/act.html", context | {"refusal": _refusal(act, standing, given)})
    if not form.is_valid() or act is None:
        return render(request, "referral/act.html", context | {"refusal": None}, status=422)
    said = form.cleaned_data
    request.asker.look.asked = act.value
    try:
        if step == "record":
            entry = do(act, said["words"] or None, said["told"] or None, said["press"])
            request.asker.look.changed = entry.id
            messages.success(request, ASKED[act].done)
            return redirect(context["back"])
        if (why := refusal(act, standing, said["told"] or None)) is not None:
            raise NotAllowed(why)
    except NotAllowed as wrong:
        form.add_error(None, str(wrong))
        return render(request, "referral/act.html", context | {"refusal": None}, status=422)
    names = ("open", "act", "told", "press", "words")
    return render(
        request, "referral/act_check.html", context | {"said": said, "sent": [(n, said[n]) for n in names]}
    )


def _refusal(act: Act | None, standing: Standing, given: dict[str, str]) -> str | None:
    return None if act is None else refusal(act, standing, given["told"] or None)
