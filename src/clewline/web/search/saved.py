"""Pages of saved searches: each is its owner's alone, and what it finds is looked for anew, as they may see it then."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.access import kinds_of
from clewline.errors import BadInput
from clewline.store.accounts import searches
from clewline.store.accounts.people import own_cases
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.search.form import Search

ASKED = ("q", "without", "kind", "case", "first", "last")
"""What of a search's address is kept: all that narrows it, and not the place on it."""


class Keep(forms.Form):
    """What a search is kept as."""

    name = forms.CharField(label="Name", max_length=searches.LONGEST_NAME)

    def clean_name(self) -> str:
        """Return the name on one line."""
        return " ".join(str(self.cleaned_data["name"]).split())


def saved(request: Request) -> HttpResponse:
    """Return the searches that whoever asks has saved."""
    asker = request.asker
    found = searches.of(asker.person)
    asker.look.shown = len(found)
    return render(request, "search/saved.html", {"saved": [(one, _words(one.asked)) for one in found]})


def save(request: Request) -> HttpResponse:
    """Save the search on the screen under a name."""
    if request.method != "POST":
        return redirect("saved_searches")
    asker = request.asker
    asked = {name: request.POST.get(name, "") for name in ASKED if request.POST.get(name)}
    looked_for = Search(asked, cases=own_cases(asker.person, asker.today), kinds=kinds_of(asker.person.role))
    form = Keep(request.POST)
    if not looked_for.is_valid():
        raise BadInput("Search first, and save the search from its page.")
    if form.is_valid():
        try:
            kept = searches.save(asker.person, name=form.cleaned_data["name"], asked=asked, at=asker.at)
        except BadInput as wrong:
            form.add_error("name", str(wrong))
        else:
            asker.look.subject = f"saved search {kept.number}"
            asker.look.changed = f"saved search {kept.number} saved"
            asker.look.asked = urlencode(asked)
            messages.success(request, f"“{kept.name}” is saved. Remove it here when you need it no more.")
            return redirect("saved_searches")
    context = {"form": form, "asked": asked, "words": _words(asked)}
    return render(request, "search/keep.html", context, status=422)


def open_saved(request: Request) -> HttpResponse:
    """Go to the page of a saved search, which tells what is new in it since it was last opened."""
    asker = request.asker
    number = request.GET.get("saved", "")
    if not number:
        return redirect("saved_searches")
    kept = searches.find(asker.person, _number(number))
    asker.look.subject = f"saved search {kept.number}"
    asker.look.asked = urlencode(kept.asked)
    searches.opened(kept, at=asker.at)
    return redirect(f"{address('search')}?{urlencode(kept.asked | {'since': str(kept.opened_seq)})}")


def remove(request: Request) -> HttpResponse:
    """Keep a saved search no longer."""
    if request.method != "POST":
        return redirect("saved_searches")
    asker = request.asker
    asker.look.subject = f"saved search {request.POST.get('saved', '')[:15]}"
    gone = searches.remove(asker.person, _number(request.POST.get("saved", "")))
    asker.look.changed = f"saved search {gone.number} removed"
    messages.success(request, f"“{gone.name}” is removed. To have it again, search for it and save that.")
    return redirect("saved_searches")


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 15:
        raise BadInput("Choose a search of your list.")
    return int(text)


def _words(asked: dict[str, str]) -> str:
    """Return in words what a search asks."""
    titles = {"without": "without", "kind": "kind", "case": "case", "first": "from", "last": "to"}
    rest = [f"{titles[name]} {value}" for name, value in asked.items() if name in titles]
    return "; ".join([asked.get("q", ""), *rest])
