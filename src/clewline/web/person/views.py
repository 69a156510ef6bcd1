"""Pages of people as recorded."""

from collections import defaultdict
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.case.protection import STEPS
from clewline.errors import NotFound
from clewline.record import Entry
from clewline.safeguarding.notice import raised
from clewline.store import visible
from clewline.web.addresses import address
from clewline.web.asked import Request, given
from clewline.web.case.filters import place
from clewline.web.case.shown import shown
from clewline.web.context import way_in_case
from clewline.web.duties.person import to_be_done
from clewline.web.person.courses import shown_courses
from clewline.web.person.filters import Filters
from clewline.web.person.referrals import shown_referrals
from clewline.web.person.shown import beside, named_in, shown_person

AT_ONCE = 50
MOST = 1000
"""Entries of a page's people, or of one person, above which the rest is left out, and the page says so."""
PROTECTING = (
    *(*STEPS, "person", "programme_offered", "programme_outcome", "role"),
    *("contacts_noticed", "number_used"),
)


def people(request: Request, case: str) -> HttpResponse:
    """Return the people whom a case's entries name, by their ids."""
    asker = request.asker
    filters = Filters(request.GET, work=asker.person.role)
    found, more = [], False
    if filters.is_valid():
        ids, more = filters.of(asker, case, after=request.GET.get("after") or None)
        entries = visible.of_people(asker.person, asker.today, case, ids, most=MOST)
        gone = visible.no_longer(asker.person, asker.today, case, entries)
        by_person = defaultdict[str | None, list[Entry]](list)
        for entry in entries:
            by_person[named_in(entry)].append(entry)
        found = [shown_person(one, by_person[one], gone, asker.today) for one in ids]
    asker.look.shown = len(found)
    asker.look.asked = urlencode(given(request)) or None
    here = address("people", case=case)
    asked = {name: value for name, value in given(request).items() if name != "after"}
    context = {
        "case": case,
        "filters": filters,
        "people": found,
        "more": f"{here}?{urlencode(asked | {'after': found[-1].id})}" if more else None,
        "first": f"{here}?{urlencode(asked)}" if "after" in request.GET else None,
    }
    return render(request, "person/people.html", context)


def person(request: Request, case: str, subject: str) -> HttpResponse:
    """Return a person as one force recorded them: what is recorded of their protection, then all else by day."""
    asker = request.asker
    listed = visible.of_person(asker.person, asker.today, case, subject, most=MOST)
    if not listed.entries:
        raise NotFound("There is no such page.")
    everything = [entry for _, entry in listed.entries]
    if listed.more:
        rest = visible.of_person(asker.person, asker.today, case, subject, PROTECTING, most=MOST).entries
        everything = list(
            {entry.id: entry for entry in (*everything, *(entry for _, entry in rest))}.values()
        )
    after = place(request.GET.get("after", ""))
    shown_now = [(seq, entry) for seq, entry in listed.entries if after is None or (entry.day, seq) > after]
    more, shown_now = len(shown_now) > AT_ONCE, shown_now[:AT_ONCE]
    gone = visible.no_longer(asker.person, asker.today, case, everything)
    asker.look.shown = len(shown_now)
    here = address("person", case=case, subject=subject)
    standing = [one for one in everything if one.id not in gone]
    context = {
        "case": case,
        "ask_who_else": way_in_case("person_ask", asker, case, subject),
        "courses": shown_courses(asker, case, subject, standing),
        "referrals": shown_referrals(case, subject, standing),
        "one": shown_person(subject, everything, gone, asker.today),
        "beside": beside,
        "entries": [shown(entry) for _, entry in shown_now],
        "gone": gone,
        "cut": MOST if listed.more else None,
        "more": f"{here}?{urlencode({'after': _place(*shown_now[-1])})}" if more else None,
        "first": here if after else None,
        "raised": [
            (one, way_in_case("record_kind", asker, case, "indicator_observed"))
            for one in raised(standing, asker.today)
        ],
    } | to_be_done(asker, case, subject, everything, gone, more=listed.more)
    return render(request, "person/person.html", context)


def _place(number: int, entry: Entry) -> str:
    return f"{entry.day}~{number}"
