"""The page of what was published of one thing over time."""

from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from clewline.output import series_words
from clewline.output.series_page import as_body
from clewline.web.asked import Request, given
from clewline.workflow.published import indicators
from clewline.workflow.published import series as series_of

MOST = 400
"""Values that one page holds; a body narrows them."""


class Asked(forms.Form):
    """Of what, and about whom."""

    indicator = forms.ChoiceField(label="Figure")
    body = forms.CharField(
        required=False,
        max_length=100,
        label="Body",
        help_text="A force, national, a region, or who published it.",
    )

    def __init__(self, *args: object, known: list[str], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        titles = sorted((series_words.indicator_words(name), name) for name in known)
        self.fields["indicator"].choices = [(name, title[:1].upper() + title[1:]) for title, name in titles]  # type: ignore[attr-defined]  # a field of choices


def series(request: Request) -> HttpResponse:
    """Return everything that was published of one figure, with charts, their tables, and what contradicts."""
    asker = request.asker
    known = indicators()
    asked = given(request)
    form = Asked(asked if "indicator" in asked else None, known=known)
    found = None
    if form.is_valid():
        found = series_of(form.cleaned_data["indicator"], body=form.cleaned_data["body"].strip() or None)
        asker.look.shown = len(found.reports)
        asker.look.asked = urlencode({name: value for name, value in asked.items() if name in form.fields})
    too_many = found is not None and len(found.reports) > MOST
    context = {
        "form": form,
        "known": known,
        "found": found,
        "too_many": too_many,
        "body": as_body(found) if found is not None and found.reports and not too_many else None,
        "series_words": series_words,
    }
    return render(request, "published/series.html", context)
