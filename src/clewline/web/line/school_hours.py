"""The page on which a line's phone records are asked for contacts in school hours: a deliberate act, for a reason."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from clewline.errors import NotAllowed, NotFound
from clewline.output.words import printable
from clewline.safeguarding.school_hours import CANNOT_TELL, RULE
from clewline.web.asked import Request
from clewline.web.frame.words import InWords
from clewline.web.line import shown
from clewline.web.line.addresses import of_line
from clewline.web.line.forms import Period
from clewline.workflow.case_lines import about
from clewline.workflow.school_hours import Noticed, Under, notice_contacts, purposes


class Deliberate(Period):
    """Under which authority and purpose records are asked, of which days, and why."""

    under = forms.ChoiceField(
        label="Authority, and which of its purposes",
        help_text="One whose purpose this is within. What it does not cover is not looked at.",
    )
    reason = InWords(
        label="Why is it needed?",
        help_text="How it is within that purpose. Your reason and your name stay in the record.",
    )
    field_order = ("under", "reason", "first", "last")

    def __init__(self, *args: object, some: dict[str, tuple[str, str]], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        self.fields["under"].choices = [("", "Choose one"), *((one, one) for one in some)]  # type: ignore[attr-defined]  # a field of choices
        self.fields["first"].help_text = "Empty: all days that the authority covers."


def school_hours(request: Request, case: str, subject: str) -> HttpResponse:
    """Have a line's records asked for contacts in school hours, and return what was noticed, or why it is refused."""
    asker = request.asker
    asked = about(asker.person, asker.today, case, subject)
    asker.look.subject = asked.subject
    some = {
        printable(f"{one.reference}: {purpose} ({one.covers_from} to {one.covers_to})"): (
            one.reference,
            purpose,
        )
        for one, purpose in purposes(case)
    }
    form = Deliberate(request.POST if request.method == "POST" else None, some=some)
    found, status = None, 422 if form.is_bound else 200
    if form.is_valid():
        said = form.cleaned_data
        authority, purpose = some[said["under"]]
        # Before it is asked: a refusal is logged with them too.
        asker.look.reason = said["reason"]
        days = {name: str(said[name]) for name in ("first", "last") if said[name]}
        asker.look.asked = urlencode({"authority": authority, "purpose": purpose} | days)
        under = Under(authority=authority, purpose=purpose, because=said["reason"])
        try:
            found, status = _asked(request, case, asked.subject, under, form), 200
            asker.look.shown = len(found.new) + len(found.known)
        except (NotAllowed, NotFound) as wrong:
            # It is theirs to know why, and the log has it as refused.
            form.add_error(None, str(wrong))
            status = 422
    context: dict[str, Any] = {
        "case": case,
        "about": asked,
        "form": form,
        "found": found,
        "authorities": some,
        "rule": RULE,
        "cannot_tell": CANNOT_TELL,
        "of_line": of_line,
        "shown": shown,
    }
    return render(request, "line/school_hours.html", context, status=status)


def _asked(request: Request, case: str, line: str, under: Under, form: Deliberate) -> Noticed:
    first, last = form.days
    return notice_contacts(
        case, line, under, start=first, end=last, by=request.asker.person.login, at=request.asker.at
    )
