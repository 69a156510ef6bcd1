"""Pages of figures."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clewline.access import GUARDED
from clewline.bulletin.week import Week
from clewline.figures import Counted
from clewline.output import words
from clewline.store import ledger, visible
from clewline.web.asked import Request, given
from clewline.web.figures import drawn, since
from clewline.web.figures.period import Period, at_end_of, presets, usual
from clewline.web.figures.released import released
from clewline.workflow.figure_rows import figure_rows
from clewline.workflow.week import count_week

AT_ONCE = 25
WAYS = (
    ("What happened to the people safeguarded", "figures_outcomes"),
    ("Whether like people fare alike", "figures_fairness"),
)
"""Pages of the same period and force, each with the name of its route."""


def week(request: Request) -> HttpResponse:
    """Return the figures of a period, of one force or all; to whom small counts are kept from, what was released."""
    asker = request.asker
    if asker.person.role in GUARDED:
        return released(request)
    asked = request.GET if "start" in request.GET else usual(asker.person.body, asker.today)
    form = Period(asked)
    found = None
    told: since.Since = {}
    choices: list[tuple[str, str]] = []
    ways: list[tuple[str, str]] = []
    if form.is_valid():
        said = form.cleaned_data
        force, record = said["force"] or None, ledger.last()
        known = said["known"] if said["known"] and said["known"] < asker.today else None
        found = counted(said["start"], said["end"], force, known, record)
        told = since.last_released(force, record)
        asker.look.asked = urlencode(form.data)
        asker.look.shown = sum(len(section.lines) for section in found.sections)
        kept = {"force": said["force"], **({"known": known} if known else {})}
        choices = [
            (title, f"?{urlencode({'start': a, 'end': b, **kept})}")
            for title, a, b in presets(said["start"], said["end"])
        ]
        same = urlencode({"start": said["start"], "end": said["end"], **kept})
        ways = [(title, f"{reverse(name)}?{same}") for title, name in WAYS]
    context = {
        "form": form,
        "week": found,
        "presets": choices,
        "ways": ways,
        "address": address,
        "since": lambda counted: since.words_since(counted, told, asker.person),
        "any_told": bool(told),
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
    as_of = known_at(asked, said["known"], asker.at)
    page = figure_rows(
        figure,
        start=said["start"],
        end=said["end"],
        as_of=as_of,
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
        "as_of": as_of,
        "seen": seen,
        "value": words.value_words(page.counted),
        "charts": [] if first else drawn.charts(page),
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
def counted(start: date, end: date, force: str | None, known: date | None, record: tuple[int, bytes]) -> Week:
    """Count a period once for each state of the record, which its last row's number and hash name.

    What is kept is the same for everybody who is let here: whoever small counts are kept from never is.
    """
    as_of = at_end_of(known, datetime.now(UTC))
    return count_week(start=start, end=end, as_of=as_of, force=force, with_published=True)


def _rows_from(request: Request, first: int) -> str:
    asked = {k: v for k, v in given(request).items() if k != "row"}
    return f"{request.path}?{urlencode(asked | ({'row': str(first)} if first else {}))}"


def known_at(asked: Mapping[str, str], known: date | None, now: datetime) -> datetime:
    """Return the instant as known at which a figure is opened: the one named, or the end of a day, and none to come."""
    return min(_instant(asked.get("as_of", "")) or at_end_of(known, now), now)


def _instant(text: str) -> datetime | None:
    """Return the instant that an address names; none where it names none, or leaves its zone open."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
