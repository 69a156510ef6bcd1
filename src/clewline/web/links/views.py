"""Pages of links: of a line, of a case, and what one rests on."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.case.links import Links, Sort, Thing
from clewline.errors import NotFound
from clewline.output import link_chart
from clewline.store import visible
from clewline.web.addresses import address
from clewline.web.asked import Asker, Request, given
from clewline.web.case.filters import LOOKS
from clewline.web.case.shown import shown
from clewline.web.context import way_in_case
from clewline.web.line.addresses import of_line
from clewline.web.line.shown import heading
from clewline.web.links.forms import SORTS, Filters, filtered, ordered
from clewline.workflow import case_links
from clewline.workflow.case_lines import About, about
from clewline.workflow.line import line_of

MOST_ENTRIES = 1000
"""Latest entries of a case whose links are shown at once; days choose others."""
AT_ONCE = 50
"""Links of a page of the table."""
MOST_CONTACTS = 500
"""Contacts of a line whose links are told."""
HEADS = (
    ("one", "Of"),
    ("what", "Link"),
    ("other", "And"),
    ("count", "Rests on"),
    ("first", "First"),
    ("last", "Last"),
)


def line_links(request: Request, case: str, subject: str) -> HttpResponse:
    """Return what ties a line to people, numbers, devices, places and papers: a table, then the chart."""
    form = Filters(request.GET)
    asked, found, missing = links_of_line(request.asker, case, subject, form)
    focus = case_links.focus_of(asked)
    here = of_line("line_links", case, asked.subject)
    context = {
        "about": asked,
        "missing": missing,
        "title": f"Links of {heading(asked)[0].lower()}{heading(asked)[1:]}",
        "back": (of_line("line", case, asked.subject), heading(asked)),
        "copies_of": {"of": "links", "subject": asked.subject},
        "more": False,
    }
    return _page(request, case, form, found, here, focus.key, context)


def of_case(request: Request, case: str) -> HttpResponse:
    """Return what the latest entries of a case tie."""
    asker = request.asker
    form = Filters(request.GET)
    found, more = Links(), False
    if form.is_valid():
        found, _, more = case_links.of_case(asker.person, asker.today, case, wanted(form), most=MOST_ENTRIES)
    context = {
        "about": None,
        "missing": None,
        "title": f"Links of case {case}",
        "back": None,
        "copies_of": {"of": "case links"},
        "more": MOST_ENTRIES if more else None,
    }
    return _page(request, case, form, found, address("case_links", case=case), None, context)


def line_link(request: Request, case: str, subject: str) -> HttpResponse:
    """Return what one link of a line, or all links of one thing near it, rest on."""
    form = Filters(request.GET)
    asked, found, _ = links_of_line(request.asker, case, subject, form)
    focus = case_links.focus_of(asked)
    back = of_line("line_links", case, asked.subject, form.asked if form.is_valid() else None)
    return _behind(request, case, found, focus.key, back, asked)


def case_link(request: Request, case: str) -> HttpResponse:
    """Return what one link of a case, or all links of one thing in it, rest on."""
    asker = request.asker
    form = Filters(request.GET)
    found = Links()
    if form.is_valid():
        found, _, _ = case_links.of_case(asker.person, asker.today, case, wanted(form), most=MOST_ENTRIES)
    asked = f"?{urlencode(form.asked)}" if form.is_valid() and form.asked else ""
    return _behind(request, case, found, None, address("case_links", case=case) + asked, None)


def wanted(form: Filters) -> visible.Wanted:
    """Return the entries whose links are asked for."""
    first, last = form.days
    return visible.Wanted(without=LOOKS, first=first, last=last)


def links_of_line(asker: Asker, case: str, subject: str, form: Filters) -> tuple[About, Links, str | None]:
    """Return the line, its links in the period, and why its phone records tell none, where they do not.

    That its records were asked is an entry of the case before this returns.
    """
    asked = about(asker.person, asker.today, case, subject)
    asker.look.subject = asked.subject
    if not form.is_valid():
        return asked, Links(), None
    found = case_links.of_line(asker.person, asker.today, case, asked, form.days)
    if not asked.with_records:
        return asked, found, None
    first, last = form.days
    try:
        summary = line_of(
            case,
            asked.with_records,
            start=first,
            end=last,
            shown="links",
            most=MOST_CONTACTS,
            by=asker.person.login,
            at=asker.at,
        )
    except NotFound as wrong:
        return asked, found, str(wrong)
    return asked, case_links.with_records(found, asked, summary), None


def _page(
    request: Request,
    case: str,
    form: Filters,
    found: Links,
    here: str,
    focus: str | None,
    context: dict[str, Any],
) -> HttpResponse:
    asked = given(request)
    sort = asked.get("sort", "")
    sort = sort if sort.lstrip("-") in SORTS else ""
    said = form.asked if form.is_valid() else {}
    some = filtered(found, said.get("what"))
    links = ordered(some, sort)
    look = request.asker.look
    page = int(asked["page"]) if asked.get("page", "").isdecimal() and len(asked["page"]) < 8 else 1
    first = (max(page, 1) - 1) * AT_ONCE
    shown_now = links[first : first + AT_ONCE]
    look.shown, look.asked = len(shown_now), urlencode(asked) or None
    opener = _opener(here, {name: value for name, value in said.items() if name != "what"})
    chart = link_chart.link_chart(some, opens=opener, focus=focus, label="Link chart") if links else None
    return render(
        request,
        "links/links.html",
        context
        | {
            "case": case,
            "form": Filters(form.data, whats=sorted({link.what for link in found.links})),
            "here": here,
            "links": shown_now,
            "all": len(links),
            "first": first + 1,
            "before": _turned(here, asked, page - 1) if first else None,
            "further": _turned(here, asked, page + 1) if first + AT_ONCE < len(links) else None,
            "things": some.things,
            "heads": [_head(here, said, sort, name, words) for name, words in HEADS],
            "opens": opener,
            "chart": chart,
            "said": said,
            "link_words": link_chart,
        },
    )


def _turned(here: str, asked: dict[str, str], page: int) -> str:
    kept = {name: value for name, value in asked.items() if name != "page"}
    return f"{here}?{urlencode(kept | ({'page': str(page)} if page > 1 else {}))}"


def _head(here: str, said: dict[str, str], sort: str, name: str, words: str) -> dict[str, str]:
    order = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    turned = f"-{name}" if sort == name else name
    return {"text": words, "url": f"{here}?{urlencode(said | {'sort': turned})}", "sorted": order}


def _opener(here: str, days: dict[str, str]) -> link_chart.Opens:
    """Return what gives the address of what a thing, or a link, rests on, in the period shown."""

    def opens(one: str, other: str = "", what: str = "") -> str:
        asked = {"one": one, "other": other, "what": what} | days
        return f"{here}open/?{urlencode({name: value for name, value in asked.items() if value})}"

    return opens


def _behind(
    request: Request, case: str, found: Links, focus: str | None, back: str, asked: About | None
) -> HttpResponse:
    asker = request.asker
    said = given(request)
    one, other, what = said.get("one") or focus, said.get("other"), said.get("what")
    if one is None:
        links, thing = [*found.links], None
    elif one not in found.things or (other and other not in found.things):
        raise NotFound("There is no such page.")
    else:
        thing = found.things[one]
        links = found.between(one, other) if other else [*found.by_thing.get(one, ())]
    if other and what:
        links = [link for link in links if link.what == what]
    ids = list(dict.fromkeys(entry for link in links for entry in link.entries))
    entries = visible.of_ids(asker.person, asker.today, case, ids)
    asker.look.shown = len(entries)
    asker.look.asked = urlencode(said) or None
    days = {name: said[name] for name in ("first", "last") if name in said}
    context = {
        "case": case,
        "thing": thing,
        "other": found.things.get(other or ""),
        "links": links,
        "things": found.things,
        "entries": [shown(entry) for entry in entries],
        "rows": [
            (link, of_line("line_rows", case, asked.subject, {"mark": link.mark} | days))
            for link in links
            if link.mark is not None and asked is not None
        ],
        "back": back,
        "way": _way(asker, case, thing),
        "link_words": link_chart,
    }
    return render(request, "links/behind.html", context)


def _way(asker: Asker, case: str, thing: Thing | None) -> str | None:
    """Return where a thing has its own page, if it has one and that is for the asker."""
    names = {Sort.PERSON: "person", Sort.LINE: "line", Sort.NUMBER: "line"}
    name = names.get(thing.sort) if thing is not None else None
    return way_in_case(name, asker, case, thing.id) if name and thing is not None else None
