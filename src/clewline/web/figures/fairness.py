"""Paths compared by age, sex and ethnicity: shares with intervals, small counts hidden, and no way to any person."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from markupsafe import Markup

from clewline.bulletin.fairness import Share
from clewline.output import fairness_words
from clewline.output.interval_chart import Reach, reaches
from clewline.store import ledger
from clewline.web.asked import Request, given
from clewline.web.figures.period import Period, at_end_of, usual
from clewline.workflow.fairness import Fairness, compare_paths


class Compared(Period):
    """Which people are compared, of which period and force."""

    of = forms.ChoiceField(label="People who were", required=False)

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)
        self.fields["of"].choices = list(fairness_words.COHORTS.items())  # type: ignore[attr-defined]  # a field of choices


def fairness(request: Request) -> HttpResponse:
    """Return the shares of each path of one cohort, by group."""
    asker, asked = request.asker, given(request)
    form = Compared(asked if "start" in asked else _year(asker.person.body, asker.today) | asked)
    found, paths, not_shown = None, [], tuple[str, ...]()
    if form.is_valid():
        said = form.cleaned_data
        known = said["known"] if said["known"] and said["known"] < asker.today else None
        found = _compared(said["start"], said["end"], said["force"] or None, known, ledger.last())
        cohort = said["of"] or next(iter(fairness_words.COHORTS))
        paths = [
            _path(of, outcome, shares)
            for (of, outcome), shares in found.comparison.paths.items()
            if of == cohort
        ]
        not_shown = fairness_words.not_shown(found.comparison, cohort)
        asker.look.asked = urlencode(form.data)
        asker.look.shown = len(paths)
    context = {"form": form, "found": found, "paths": paths, "not_shown": not_shown, "said": fairness_words}
    return render(request, "figures/fairness.html", context)


def _path(cohort: str, outcome: str, shares: tuple[Share, ...]) -> dict[str, Any]:
    title = fairness_words.path_words(cohort, outcome)
    return {
        "id": outcome,
        "title": title,
        "rows": [fairness_words.cells(one) for one in shares],
        "chart": _chart(outcome, title, shares),
    }


def _chart(outcome: str, title: str, shares: tuple[Share, ...]) -> Markup | None:
    """Return the shares that are shown, drawn; none where none is."""
    drawn = [
        Reach(
            title=fairness_words.group_words(one),
            share=one.share,
            low=one.interval[0],
            high=one.interval[1],
            written=fairness_words.share_words(one),
            beneath=fairness_words.interval_words(one),
        )
        for one in shares
        if one.share is not None and one.interval is not None
    ]
    return reaches(drawn, id_=f"chart-{outcome}", title=title) if drawn else None


def _year(body: str, today: date) -> dict[str, str]:
    """Return the year up to the last day of the period that is shown first elsewhere."""
    last = usual(body, today)
    start = date.fromisoformat(last["end"]) - timedelta(days=364)
    return last | {"start": start.isoformat()}


@lru_cache(maxsize=16)
def _compared(
    start: date, end: date, force: str | None, known: date | None, record: tuple[int, bytes]
) -> Fairness:
    """Compare a period once for each state of the record, which its last row's number and hash name."""
    return compare_paths(start=start, end=end, as_of=at_end_of(known, datetime.now(UTC)), force=force)
