"""Figures for those whom small counts are kept from: what released bulletins told of the days that they told of.

Nothing is counted here. Numbers of other periods, forces or days of knowledge are not to be had, so that none can be
taken from another: what was told was cleared against everything told before it.
"""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline import reference
from clewline.output import words
from clewline.web.asked import Request, given
from clewline.web.bulletin import shown
from clewline.workflow.bulletin import told
from clewline.workflow.bulletin.kept import Kept


def released(request: Request) -> HttpResponse:
    """Return the numbers that bulletins told of a period and force, the bulletin that was released last first."""
    asker = request.asker
    every = told.released()[::-1]
    periods = {_asked(one): _called(one) for one in every}
    asked = {name: value for name, value in given(request).items() if name in ("start", "end", "force")}
    chosen = asked if "start" in asked else next(iter(map(dict, periods)), {})
    wanted = (chosen.get("start", ""), chosen.get("end", ""), chosen.get("force", ""))
    some = [one for one in every if tuple(value for _, value in _asked(one)) == wanted]
    listed = [(one, shown.by_period(shown.numbers(one, asker.person))) for one in some]
    asker.look.shown = sum(len(numbers) for _, parts in listed for numbers in parts.values())
    asker.look.asked = urlencode(chosen)
    context = {
        "title": _called(some[0]) if some else None,
        "listed": listed,
        "periods": [(title, f"?{urlencode(period)}") for period, title in periods.items()],
        "shown": shown,
    }
    return render(request, "figures/released.html", context)


def _asked(one: Kept) -> tuple[tuple[str, str], ...]:
    written = one.written
    return (
        ("start", written.period_start.isoformat()),
        ("end", written.period_end.isoformat()),
        ("force", written.force or ""),
    )


def _called(one: Kept) -> str:
    written = one.written
    known = reference.forces().get(written.force or "")
    whose = known.name if known else written.force or "all forces"
    return f"{words.period_words(written.period_start, written.period_end)}, {whose}"
