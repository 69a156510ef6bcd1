"""What became of the people safeguarded in a period; a number opens to its people, as far as they may be known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clewline.access import ACTS, may
from clewline.figures.outcomes import ALL, NOTHING, SINCE, Outcomes
from clewline.output import outcome_words, words
from clewline.store import ledger, visible
from clewline.web.asked import Asker, Request, given
from clewline.web.figures.period import Period, at_end_of, usual
from clewline.workflow.outcomes import Became, what_became

AT_ONCE = 25
ORDER = (*SINCE, NOTHING)


@dataclass(frozen=True, kw_only=True)
class Someone:
    """A person of a number, as far as the asker may know them."""

    name: str | None
    """Whom a force recorded; none where none of the entries behind is the asker's to see."""
    entries: tuple[tuple[str, str], ...] = ()
    """The entries behind that they may see, each with its case."""


def outcomes(request: Request) -> HttpResponse:
    """Return how many of the people safeguarded have what recorded since, and how many nothing."""
    asker = request.asker
    form = Period(request.GET if "start" in request.GET else usual(asker.person.body, asker.today))
    found = _found(form, asker) if form.is_valid() else None
    opens = may(ACTS["open figures"], asker.person.role, None)
    lines, beside = [], []
    if found is not None:
        asker.look.asked = urlencode(form.data)
        asker.look.shown = 1 + len(ORDER)
        for what in (ALL, *ORDER):
            many = len(found.outcomes.people(what))
            href = (
                f"{reverse('outcomes_people')}?{urlencode({**_kept(form), 'what': what})}" if opens else None
            )
            lines.append((f"{many:,}", outcome_words.line_words(what, many), href))
        for counted in found.beside:
            asked = _kept(form) | {f"where_{k}": v for k, v in counted.qualifiers.items()}
            asked |= {"as_of": found.as_of.isoformat()}
            href = f"{reverse('figure', kwargs={'figure': counted.figure.name})}?{urlencode(asked)}"
            beside.append((counted, words.value_words(counted), href if opens else None))
    context = {
        "form": form,
        "found": found,
        "title": outcome_words.title_words(len(found.outcomes.helped) if found else 0),
        "lines": lines,
        "beside": beside,
        "help": outcome_words.HELP,
    }
    return render(request, "figures/outcomes.html", context)


def people(request: Request) -> HttpResponse:
    """Return the people of one number; of whom is in no case of the asker's, only that they are there."""
    asker, asked = request.asker, given(request)
    form = Period(asked)
    what = asked["what"] if asked.get("what") in outcome_words.WORDS else ALL
    if not form.is_valid():
        return render(request, "figures/outcome_people.html", {"form": form, "found": None})
    found = _found(form, asker)
    first = int(asked["row"]) if asked.get("row", "").isdecimal() else 0
    every = found.outcomes.people(what)
    some = _those(asker, found.outcomes, what, every[first : first + AT_ONCE])
    asker.look.shown = sum(one.name is not None for one in some)
    asker.look.asked = urlencode(asked)
    said = outcome_words.line_words(what, len(every))
    context = {
        "form": form,
        "found": found,
        "title": f"{len(every):,} {said}",
        "back": f"{reverse('figures_outcomes')}?{urlencode(_kept(form))}",
        "some": some,
        "first": first,
        "before": _rows_from(asked, request.path, max(0, first - AT_ONCE)) if first else None,
        "more": _rows_from(asked, request.path, first + AT_ONCE) if first + AT_ONCE < len(every) else None,
    }
    return render(request, "figures/outcome_people.html", context)


def _those(asker: Asker, found: Outcomes, what: str, some: Sequence[str]) -> list[Someone]:
    behind = {person: found.behind(person, what) for person in some}
    seen = visible.seen_among(asker.person, asker.today, [one for ids in behind.values() for one in ids])
    theirs = {person: tuple((one, seen[one]) for one in ids if one in seen) for person, ids in behind.items()}
    return [Someone(name=person if ids else None, entries=ids) for person, ids in theirs.items()]


def _found(form: Period, asker: Asker) -> Became:
    said = form.cleaned_data
    known = said["known"] if said["known"] and said["known"] < asker.today else None
    return _became(said["start"], said["end"], said["force"] or None, known, ledger.last())


@lru_cache(maxsize=16)
def _became(
    start: date, end: date, force: str | None, known: date | None, record: tuple[int, bytes]
) -> Became:
    """Count a period once for each state of the record, which its last row's number and hash name."""
    return what_became(start=start, end=end, as_of=at_end_of(known, datetime.now(UTC)), force=force)


def _kept(form: Period) -> dict[str, str]:
    said = form.cleaned_data
    kept = {"start": str(said["start"]), "end": str(said["end"]), "force": said["force"]}
    return kept | ({"known": str(said["known"])} if said["known"] else {})


def _rows_from(asked: dict[str, str], path: str, first: int) -> str:
    left = {name: value for name, value in asked.items() if name != "row"}
    return f"{path}?{urlencode(left | ({'row': str(first)} if first else {}))}"
