"""The page on which somebody asks which other body holds a concern about a person."""

import time
from secrets import token_hex

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from clewline import reference
from clewline.errors import BadInput, NotAllowed, NotFound
from clewline.safeguarding.pointer import left
from clewline.store import visible
from clewline.web.asked import Request
from clewline.web.frame.words import InWords
from clewline.workflow import ask_who_else


class Ask(forms.Form):
    """Why somebody needs to know."""

    press = forms.CharField(widget=forms.HiddenInput, max_length=40)
    reason = InWords(label="Why do you need to know?")


def ask(request: Request, case: str, subject: str) -> HttpResponse:
    """Return the form of the question, or its answer: whom to ring. The answer leaves at a tick, whatever it is."""
    begun = time.monotonic()
    asker = request.asker
    if not visible.of_person(asker.person, asker.today, case, subject, most=1).entries:
        raise NotFound("There is no such page.")
    form = Ask(request.POST if request.method == "POST" else None, initial={"press": token_hex(8)})
    context = {
        "case": case,
        "subject": subject,
        "form": form,
        "here": request.path,
        "most": ask_who_else.MOST,
    }
    if not form.is_valid():
        return render(request, "pointer/ask.html", context, status=422 if form.is_bound else 200)
    asker.look.reason = form.cleaned_data["reason"]
    try:
        entry, found = ask_who_else.ask(
            case,
            subject,
            reason=form.cleaned_data["reason"],
            person=asker.person,
            at=asker.at,
            press=form.cleaned_data["press"],
        )
    except (BadInput, NotAllowed) as wrong:
        form.add_error(None, str(wrong))
        return render(request, "pointer/ask.html", context, status=422)
    asker.look.changed = entry
    known = reference.forces()
    bodies = [known[one].name if one in known else one for one in found]
    answer = render(request, "pointer/answer.html", context | {"bodies": bodies, "entry": entry})
    time.sleep(left(time.monotonic() - begun))
    return answer
