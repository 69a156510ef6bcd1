"""Pages of figures."""

from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clewline.bulletin.week import Week
from clewline.figures import Counted
from clewline.output import words
from clewline.store import ledger, visible
from clewline.web.asked import Request, given
from clewline.web.figures.period import Period, presets, usual
from clewline.workflow.figure_rows import figure_rows
from clewline.workflow.week import count_week

AT_ONCE = 25


def week(request: Request) -> HttpResponse:
    """Return the figures of a period, of one force or all."""
    asker = request.asker
    asked = request.GET if "start" in request.GET else usual(asker.person.body, asker.today)
    form = Period(asked)
    found = None
    choices: list[tuple[str, str]] = []
    if form.is_valid():
        said = form.cleaned_data
        found = _counted(said["start"], said["end"], said["force"] or None, ledger.last())
        asker.look.asked = urlencode(form.data)
        asker.look.shown = sum(len(section.lines) for section in found.sections)
        choices = [
            (title, f"?{urlencode({'start': a, 'end': b, 'force': said['force']})}")
            for title, a, b in presets(said["start"], said["end"])
        ]
    context = {
        "form": form,
        "week": found,
        "presets": choices,
        "address": address,
        "value": words.value_words,
    }
    return render(request, "figures/week.html", context)


def opened(request: Request, figure: str) -> HttpResponse:
    """Return the rows that a figure counts; of those in cases that are not the asker's, only that they are there."""
    asker = request.asker
    asked = given(request)
    form = Period(asked)
    if not form.is_valid():
        return render(request, "figures/opened.html", {"form": form, "page": None})
    said = form.cleaned_data
    where = {k.removeprefix("where_"): v for k, v in asked.items() if k.startswith("where_")}
    first = int(asked["row"]) if asked.get("row", "").isdecimal() else 0
    force = {"force": said["force"]} if said["force"] else {}
    page = figure_rows(
        figure,
        start=said["start"],
        end=said["end"],
        as_of=instant(asked.get("as_of", "")) or asker.at,
        where={**force, **where},
        version=asked.get("version"),
        first=first,
        most=AT_ONCE,
    )
    seen = visible.seen_among(asker.person, asker.today, [row.entry_id for row in page.rows])
    asker.look.shown = len(seen)
    asker.look.subject = figure
    asker.look.asked = urlencode(asked)
    context = {
        "form": form,
        "page": page,
        "seen": seen,
        "value": words.value_words(page.counted),
        "before": _rows_from(request, max(0, first - AT_ONCE)) if first else None,
        "more": _rows_from(request, first + AT_ONCE) if page.more else None,
    }
    return render(request, "figures/opened.html", context)


def address(week: Week, counted: Counted) -> str:
    """Return where a number opens to its rows."""
    asked = {
        "start": counted.start,
        "end": counted.end,
        "force": week.force or "",
        "as_of": week.as_of.isoformat(),
    }
    if counted.definition is not counted.figure.definitions[0]:
        asked["version"] = counted.definition.version
    asked |= {f"where_{k}": v for k, v in counted.qualifiers.items()}
    return f"{reverse('figure', kwargs={'figure': counted.figure.name})}?{urlencode(asked)}"


@lru_cache(maxsize=64)
def _counted(start: date, end: date, force: str | None, record: tuple[int, bytes]) -> Week:
    """Count a period once for each state of the record, which its last row's number and hash name."""
    return count_week(start=start, end=end, as_of=datetime.now(UTC), force=force, with_published=True)


def _rows_from(request: Request, first: int) -> str:
    asked = {k: v for k, v in given(request).items() if k != "row"}
    return f"{request.path}?{urlencode(asked | ({'row': str(first)} if first else {}))}"


def instant(text: str) -> datetime | None:
    """Return the instant that an address names; none where it names none, or leaves its zone open."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
