"""The page of search."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.access import kinds_of
from clewline.record import Entry
from clewline.store import visible
from clewline.store.accounts.people import own_cases
from clewline.web.asked import Asker, Request, given
from clewline.web.case.shown import Shown, shown
from clewline.web.context import way_in_case
from clewline.web.person.shown import named_in
from clewline.web.search.form import Search
from clewline.web.search.place import place_of, read_place
from clewline.web.search.saved import ASKED, Keep


@dataclass(frozen=True, kw_only=True)
class Found:
    """An entry that was found, and the pages of what it is about."""

    one: Shown
    ways: tuple[tuple[str, str], ...]
    """Words and address of the person and the line that it names, where their pages are the asker's to see."""
    new: bool
    """Whether it was recorded after the saved search was last opened."""


def search(request: Request) -> HttpResponse:
    """Return the entries of the asker's own cases that mention what they search for, by case, the latest day first."""
    asker = request.asker
    own = own_cases(asker.person, asker.today)
    asked = given(request)
    kinds = kinds_of(asker.person.role)
    form = Search(request.GET if "q" in request.GET else None, cases=own, kinds=kinds)
    found: list[tuple[int, Entry]] = []
    more = by_id = None
    if form.is_valid():
        said = form.cleaned_data
        cases = [said["case"]] if said["case"] else list(own)
        listed = visible.mentioning(
            asker.person, asker.today, cases, form.asked(), after=read_place(asked.get("after", ""))
        )
        found = [*listed.entries]
        more = _onward(asked, *found[-1]) if listed.more and found else None
        text = said["q"].strip()
        by_id = visible.seen_among(asker.person, asker.today, [text]).get(text)
    given_since = asked.get("since", "")
    since = int(given_since) if given_since.isdecimal() and len(given_since) < 16 else None
    asker.look.asked = urlencode(asked) or None
    asker.look.shown = len(found) + (by_id is not None)
    context = {
        "form": form,
        "by_case": [
            (case, [_found(asker, number, entry, since) for number, entry in some])
            for case, some in groupby(found, key=lambda one: one[1].case)
        ],
        "by_id": by_id,
        "more": more,
        "since": since,
        "keep": Keep(auto_id="keep_%s"),
        "kept": {name: asked[name] for name in ASKED if name in asked},
        "first": f"?{urlencode({k: v for k, v in asked.items() if k != 'after'})}"
        if "after" in asked
        else None,
        "own": sorted(own),
        "all_kinds": kinds is None,
    }
    return render(request, "search/search.html", context)


def _found(asker: Asker, number: int, entry: Entry, since: int | None) -> Found:
    about = {"person": named_in(entry), "line": entry.subject if entry.kind == "line" else None}
    line = getattr(entry.facts, "line", None)
    about["line"] = about["line"] or (line if isinstance(line, str) else None)
    ways = [
        (subject, way_in_case(name, asker, entry.case, subject))
        for name, subject in about.items()
        if subject is not None
    ]
    return Found(
        one=shown(entry),
        ways=tuple((subject, way) for subject, way in ways if way is not None),
        new=since is not None and number > since,
    )


def _onward(asked: dict[str, str], number: int, last: Entry) -> str:
    return f"?{urlencode(asked | {'after': place_of(number, last)})}"
