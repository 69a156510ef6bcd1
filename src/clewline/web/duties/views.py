"""The page of what is owed to the people of a case."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.errors import NotFound
from clewline.safeguarding.owed import LEFT, Owed, State
from clewline.store import visible_people
from clewline.web.addresses import address
from clewline.web.asked import Request, given
from clewline.web.duties.filters import Filters
from clewline.web.duties.shown import decisions, shown
from clewline.web.person.shown import names
from clewline.workflow import duties as owed

AT_ONCE = 50


def due(request: Request, case: str) -> HttpResponse:
    """Return what is owed to the people of a case, the overdue first, the earliest due before the others."""
    asker = request.asker
    every = owed.of_case(asker.person, case, asker.at)
    filters = Filters(request.GET, table=owed.table())
    found = filters.of(every) if filters.is_valid() else []
    page = _page(request)
    some = found[(page - 1) * AT_ONCE : page * AT_ONCE]
    if page > 1 and not some:
        raise NotFound("There is no such page.")
    asker.look.shown = len(some)
    asker.look.asked = urlencode(given(request)) or None
    context = {
        "case": case,
        "filters": filters,
        "names": names(
            visible_people.recorded_as(asker.person, asker.today, case, sorted({one.person for one in some}))
        ),
        "duties": shown(asker, case, some, decisions(asker, case)),
        "count": len(found),
        "by_duty": _by_duty(case, every),
        "overdue": sum(one.state is State.OVERDUE for one in every),
        "states": [state for state in LEFT if any(one.state is state for one in every)],
        "before": _turned(request, case, page - 1) if page > 1 else None,
        "more": _turned(request, case, page + 1) if page * AT_ONCE < len(found) else None,
    }
    return render(request, "duties/due.html", context)


def _by_duty(case: str, every: Sequence[Owed]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return how many of each duty are left to be done, by how they stand, each with where they are listed; nothing
    where they are few enough for one page. The duties with the most overdue come first.
    """
    left = Counter((one.duty.duty, one.state) for one in every if one.state in LEFT)
    if left.total() <= AT_ONCE:
        return []
    here = address("duties", case=case)
    words = {one.duty.duty: one.duty.words for one in every}
    most = sorted({duty for duty, _ in left}, key=lambda duty: (-left[duty, State.OVERDUE], words[duty]))
    return [
        (
            words[duty],
            [
                (left[duty, state], f"{here}?{urlencode({'duty': duty, 'state': state.value})}")
                for state in LEFT
                if any(of == state for _, of in left)
            ],
        )
        for duty in most
    ]


def _page(request: Request) -> int:
    said = request.GET.get("page", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 6 else 1


def _turned(request: Request, case: str, page: int) -> str:
    asked = {name: value for name, value in given(request).items() if name != "page"}
    return f"{address('duties', case=case)}?{urlencode(asked | {'page': str(page)})}"
