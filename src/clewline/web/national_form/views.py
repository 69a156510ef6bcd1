"""The page on which what the national forms ask is gathered, finished and printed."""

from hashlib import sha256

from django.http import HttpResponse
from django.shortcuts import render

from clewline.case.ages import age_on
from clewline.errors import Misused, NotFound
from clewline.output.duty_words import day
from clewline.output.national_form_page import Answered, Paper, as_pdf
from clewline.record import Entry
from clewline.safeguarding.instants import day_of
from clewline.safeguarding.national_form import FIELDS, FIRST_RESPONDERS, Given, given
from clewline.store import visible
from clewline.web.asked import Request
from clewline.web.context import way_in_case
from clewline.web.national_form.forms import NationalForm

MOST = 5000
"""Entries of a person that are looked through."""
RECORDED = ("nrm_referral", "safeguarding_referral", "consent")
"""What is recorded once it was sent, or signed."""
LIMITS = (
    "This is not the form: today’s NRM form and the child welfare form could not be read when this was made. What is "
    "asked here was read from the adult form of 2015. The online form asks more.",
    "Nothing is sent from here. A first responder sends it, by the online form of the Home Office.",
    "Only a first responder can refer: " + ", ".join(FIRST_RESPONDERS) + ". Other charities cannot.",
)


def national_form(request: Request, case: str, subject: str) -> HttpResponse:
    """Return what the national forms ask about a person, filled in from the record; posted, the answers to print."""
    asker = request.asker
    entries = _standing(request, case, subject)
    answers = given(entries, day_of(asker.at))
    posted = request.method == "POST"
    form = NationalForm(request.POST if posted else None, given=answers)
    child = age_on(entries, day_of(asker.at)).child
    asker.look.shown = len(answers)
    context = {
        "case": case,
        "subject": subject,
        "child": child,
        "limits": LIMITS,
        "ways": [
            (kind.replace("_", " ").replace("nrm", "NRM"), way)
            for kind in RECORDED
            if (way := way_in_case("record_kind", asker, case, kind)) is not None
        ],
    }
    if posted and form.is_valid():
        paper = Paper(
            person=subject,
            case=case,
            child=child,
            answers=_answered(form.cleaned_data, answers),
            prepared_by=f"{asker.person.name}, {asker.person.body}"
            if asker.person.body
            else asker.person.name,
            prepared_on=day(day_of(asker.at)),
            limits=LIMITS,
        )
        if request.POST.get("as") != "pdf":
            asker.look.copy = "national form, a page to print"
            return render(request, "national_form/print.html", context | {"paper": paper})
        try:
            content = as_pdf(paper)
        except Misused as wrong:
            form.add_error(None, str(wrong))
        else:
            asker.look.copy = f"national form sha256:{sha256(content).hexdigest()}"
            answer = HttpResponse(content, content_type="application/pdf")
            answer["Content-Disposition"] = 'attachment; filename="national-form.pdf"'
            return answer
    titles = {asked.name: asked.title for asked in FIELDS}
    context |= {"form": form, "answers": [(titles[one.field], one) for one in answers]}
    return render(request, "national_form/form.html", context, status=422 if posted else 200)


def _standing(request: Request, case: str, subject: str) -> list[Entry]:
    """Return the entries that name a person, that stand and that someone may see.

    :raises NotFound: there are none that they may see.
    """
    asker = request.asker
    listed = visible.of_person(asker.person, asker.today, case, subject, most=MOST)
    if not listed.entries:
        raise NotFound("There is no such page.")
    some = [entry for _, entry in listed.entries]
    gone = visible.no_longer(asker.person, asker.today, case, some)
    return [entry for entry in some if entry.id not in gone]


def _answered(said: dict[str, str], known: list[Given]) -> list[Answered]:
    by_field = {one.field: one for one in known}
    found = []
    for asked in FIELDS:
        text, own = said[asked.name], by_field.get(asked.name)
        rests_on = "" if not text else "typed, and not in the record"
        if own is not None and text == own.text:
            rests_on = f"{own.entry.facts.title}, entry {own.entry.id}"
        found.append(Answered(title=asked.title, text=text, rests_on=rests_on))
    return found
