"""Which links are asked for, and in which order."""

import re
from collections.abc import Sequence
from datetime import date

from django import forms

from clewline.case.links import Link, Links

_DIGITS = re.compile(r"([0-9]{1,30})")
SORTS = ("one", "what", "other", "count", "first", "last")
"""Columns by which the table can be ordered; with a minus before it, from the end."""


class Filters(forms.Form):
    """The filters of links: all are optional, and are in the page's address."""

    what = forms.ChoiceField(required=False, label="Kind of link")
    first = forms.DateField(required=False, label="From")
    last = forms.DateField(required=False, label="To")

    def __init__(self, *args: object, whats: Sequence[str] = (), **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        # What the address asks for stays a choice, so that a shorter period does not turn it into a fault.
        asked = str(self.data.get("what") or "")
        some = sorted({*whats, *([asked] if asked else [])})
        self.fields["what"].choices = [("", "All"), *((one, one) for one in some)]  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        found = super().clean() or {}
        if found.get("first") and found.get("last") and found["last"] < found["first"]:
            self.add_error("last", "The last day is before the first.")
        return found

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day, each none where it is not asked."""
        return self.cleaned_data.get("first"), self.cleaned_data.get("last")

    @property
    def asked(self) -> dict[str, str]:
        """The filters as an address holds them."""
        return {
            name: value.isoformat() if isinstance(value, date) else str(value)
            for name, value in self.cleaned_data.items()
            if value
        }


def filtered(found: Links, what: str | None) -> Links:
    """Return the links of one kind, or all."""
    return found.only(lambda link: link.what == what) if what else found


def ordered(found: Links, sort: str) -> list[Link]:
    """Return the links in the order that is asked for; where none is, by the two things and what ties them."""
    name, down = sort.lstrip("-"), sort.startswith("-")

    def title(key: str) -> list[tuple[int, str]]:
        return _natural(found.things[key].title)

    def titles(link: Link) -> tuple[list[tuple[int, str]], str, list[tuple[int, str]]]:
        return title(link.one), link.what, title(link.other)

    links = sorted(found.links, key=titles)
    if name == "one":
        links.sort(key=lambda link: title(link.one), reverse=down)
    elif name == "other":
        links.sort(key=lambda link: title(link.other), reverse=down)
    elif name == "what":
        links.sort(key=lambda link: link.what, reverse=down)
    elif name == "count":
        links.sort(key=lambda link: link.count, reverse=down)
    elif name == "first":
        links.sort(key=lambda link: link.first or date.max, reverse=down)
    elif name == "last":
        links.sort(key=lambda link: link.last or date.min, reverse=down)
    return links


def _natural(text: str) -> list[tuple[int, str]]:
    """Return what texts are ordered by so that c2 stands before c10."""
    parts = _DIGITS.split(text)
    return [(int(part), "") if at % 2 else (-1, part.casefold()) for at, part in enumerate(parts)]
