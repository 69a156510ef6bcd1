"""What is done with bulletins: written, released by another person, corrected."""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.bulletin.write.bulletin import Style
from clewline.errors import BadInput, ClewlineError, Misused, NotAllowed
from clewline.web.asked import Request, given
from clewline.web.bulletin import shown
from clewline.web.bulletin.forms import Chosen, Write
from clewline.web.figures.period import usual
from clewline.workflow.bulletin.changes import correct as record_corrections
from clewline.workflow.bulletin.draft import keep, prepare
from clewline.workflow.bulletin.release import release as put_out

PRESSED = "bulletins drafted"
"""Key of the session: the draft that each form of this person has made, so that a second press makes no second one."""


def write(request: Request) -> HttpResponse:
    """Write a bulletin of a period, and keep it as a draft for another person to release."""
    asker = request.asker
    if request.method != "POST":
        first = usual(asker.person.body, asker.today) | given(request)
        return render(request, "bulletin/write.html", {"form": Write(initial=first)})
    form = Write(request.POST)
    if not form.is_valid():
        return render(request, "bulletin/write.html", {"form": form}, status=422)
    said = form.cleaned_data
    before = request.session.get(PRESSED, {})
    if (made := before.get(said["pressed"])) is not None:
        return redirect(shown.address("bulletin", made))
    start, end = form.days
    try:
        draft = prepare(
            start=start,
            end=end,
            style=cast(Style, said["style"]),
            as_of=form.as_of(asker.at),
            body=said["body"] or None,
            force=said["force"] or None,
            since=said["since"],
            beside_drafts=True,
        )
        made = keep(draft, by=asker.person.name, account=asker.person.login, at=asker.at)
    except (Misused, NotAllowed, BadInput) as wrong:
        form.add_error(None, str(wrong))
        return render(request, "bulletin/write.html", {"form": form}, status=422)
    request.session[PRESSED] = dict([*before.items(), (said["pressed"], made)][-20:])
    asker.look.subject, asker.look.changed = made, "drafted"
    messages.success(
        request,
        f"Draft {made} is kept. Another person releases it; until then it is not for publication. "
        "A draft that is not wanted is simply never released.",
    )
    for sentence in draft.waiting:
        messages.warning(request, sentence)
    return redirect(shown.address("bulletin", made))


def release(request: Request) -> HttpResponse:
    """Release a draft that somebody else wrote; what is refused is told in the words of the command line."""
    asker = request.asker
    form = Chosen(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return _nothing_chosen(request)
    chosen = form.cleaned_data["id"]
    asker.look.subject = chosen
    one, frozen = shown.found(asker.person, chosen)
    refusal: ClewlineError | None = None
    if request.method == "POST":
        try:
            done = put_out(
                one.id, by=asker.person.name, account=asker.person.login, at=asker.at, one_each=True
            )
        except (NotAllowed, BadInput) as wrong:
            refusal = wrong
        else:
            asker.look.changed = "released"
            messages.success(
                request,
                f"Bulletin {done.bulletin} is released: {done.numbers:,} numbers are in the published series. "
                "What is released cannot be taken back; a number that proves wrong is corrected by the next bulletin.",
            )
            for sentence in done.exposed:
                messages.warning(request, sentence)
            return redirect(shown.address("bulletin", done.bulletin))
    context = {"one": one, "sheet": shown.as_sheet(one, frozen), "refusal": refusal, "shown": shown}
    return render(request, "bulletin/release.html", context, status=422 if refusal else 200)


def correct(request: Request) -> HttpResponse:
    """Record which numbers of a released bulletin are wrong now, for the next bulletin of the body to tell."""
    asker = request.asker
    form = Chosen(request.POST)
    if request.method != "POST" or not form.is_valid():
        return _nothing_chosen(request)
    chosen = form.cleaned_data["id"]
    asker.look.subject = chosen
    one, _ = shown.found(asker.person, chosen)
    done = record_corrections(one.id, by=asker.person.name, account=asker.person.login, at=asker.at)
    asker.look.changed = f"{len(done)} corrections"
    n = len(done)
    said = (
        f"{n:,} recorded: the next bulletin of {one.written.body} tells {'it' if n == 1 else 'them'}, unless by then "
        "the record says what was told."
    )
    messages.success(request, said if done else "Nothing was to be corrected.")
    return redirect(shown.address("bulletin_compare", one.id))


def _nothing_chosen(request: Request) -> HttpResponse:
    """Return the page that says which bulletin to choose; a form that named none was not sent from here."""
    drafts, _ = shown.listed(request.asker.person)
    status = 422 if request.method == "POST" else 200
    return render(request, "bulletin/choose.html", {"drafts": drafts, "shown": shown}, status=status)
