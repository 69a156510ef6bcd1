"""Which entries of a case are asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from django import forms
from django.template.loader import render_to_string
from markupsafe import Markup

from clewline.record import all_kinds
from clewline.store import news
from clewline.store.linking import EPOCH
from clewline.store.visible import Wanted
from clewline.web.asked import Asker

LOOKS = ("line_shown", "numbers_revealed", "phones_compared", "rows_written")
"""Kinds that record a look and no event; left out of a time line unless asked for."""


class Filters(forms.Form):
    """The filters of a time line: all are optional, and are in the page's address."""

    kind = forms.ChoiceField(required=False, label="Kind of entry")
    subject = forms.CharField(required=False, label="About", max_length=200)
    first = forms.DateField(required=False, label="From")
    last = forms.DateField(required=False, label="To")
    since = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    """Microseconds since 1970 UTC after which it was recorded: what home calls changed."""

    def __init__(self, *args: object, kinds: Sequence[str], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        titles = {name: kind.title for name, kind in all_kinds().items()}
        some = sorted((titles.get(kind, kind), kind) for kind in kinds)
        self.fields["kind"].choices = [("", "All"), *((kind, title) for title, kind in some)]  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        found = super().clean() or {}
        if found.get("first") and found.get("last") and found["last"] < found["first"]:
            self.add_error("last", "The last day is before the first.")
        return found

    def wanted(self) -> Wanted:
        """Return which entries are asked for."""
        said = self.cleaned_data
        kind = said.get("kind")
        return Wanted(
            kinds=(kind,) if kind else (),
            without=() if kind else LOOKS,
            subject=said.get("subject") or None,
            first=said.get("first"),
            last=said.get("last"),
        )


def asked(given: Mapping[str, str], *, case: str, kinds: tuple[str, ...]) -> tuple[Wanted | None, Markup]:
    """Return which entries are asked for, none where what is asked makes no sense; and the form that asks it."""
    if not any(given.get(name) for name in Filters.base_fields):
        return Wanted(without=LOOKS), _unset(case, kinds)
    filters = Filters(given, kinds=kinds)
    return filters.wanted() if filters.is_valid() else None, _written(case, filters)


def recorded_since(given: Mapping[str, str]) -> datetime | None:
    """Return after which instant entries are asked for that were recorded; none where all are."""
    said = given.get("since", "")
    return EPOCH + timedelta(microseconds=int(said)) if said.isdecimal() and len(said) < 18 else None


def only_since(asker: Asker, case: str, wanted: Wanted, since: datetime) -> tuple[Wanted, bool]:
    """Return what is asked for, less what was recorded until then, and whether more was recorded since than is told."""
    recent = news.recent(asker.person, asker.today, case, since)
    return replace(wanted, numbers=[one.seq for one in recent.entries]), recent.more


@lru_cache(maxsize=256)
def _unset(case: str, kinds: tuple[str, ...]) -> Markup:
    """Return the form with nothing set, as most pages have it."""
    return _written(case, Filters({}, kinds=kinds))


def _written(case: str, filters: Filters) -> Markup:
    return Markup(render_to_string("case/filters.html", {"case": case, "filters": filters}))


def place(text: str) -> tuple[date, int] | None:
    """Return the day and number that a page of a time line goes on from; none where the text is no such place."""
    day, _, number = text.partition("~")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None
