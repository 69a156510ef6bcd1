"""The page that reads a pasted text and checks it."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clewline.bulletin.check import Finding, Named, check
from clewline.bulletin.read import Issued
from clewline.errors import BadInput, NotFound
from clewline.output.claims_table import said_once
from clewline.output.judged import Told
from clewline.output.text_page import as_body
from clewline.output.words import day_words
from clewline.web.asked import Request
from clewline.web.bulletin import shown
from clewline.web.texts.forms import RECORD, Pasted
from clewline.workflow.against import AgainstRecord
from clewline.workflow.asked import Asked
from clewline.workflow.bulletin.kept import Kept
from clewline.workflow.texts import Text, read_text

NAME = "the pasted text"


def text(request: Request) -> HttpResponse:
    """Read a text that was pasted, and check it in itself, against a bulletin, or against the record."""
    asker = request.asker
    released = shown.listed(asker.person)[1]
    form = Pasted(
        request.POST if request.method == "POST" else None,
        bulletins=[(one.id, _called(one)) for one in released],
        record=shown.sees_counts(asker.person),
    )
    context: dict[str, Any] = {"form": form, "body": None, "begins": None}
    if not form.is_valid():
        return render(request, "texts/text.html", context, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    day = said["published"]
    issued = None if day is None else Issued(day, day)
    try:
        read = read_text(
            said["text"].encode(), NAME, published=issued, publisher=said["publisher"].strip() or None
        )
    except BadInput as wrong:
        form.add_error("text", str(wrong))
        return render(request, "texts/text.html", context, status=422)
    # Of the text the log has its length alone: it may name people.
    asker.look.asked = urlencode({"characters": len(said["text"]), "against": said["against"]})
    asker.look.shown = len(read.reading.claims)
    told: list[Told] = []
    others: list[Named] = []
    if said["against"] == RECORD:
        told, context["begins"] = _asked_of_the_record(request, read, said.get("force") or None)
    elif said["against"]:
        one = next(one for one in released if one.id == said["against"])
        others = [Named(_called(one), read_text(one.text().encode(), _called(one)).reading)]
    findings = [f for f in check([Named(NAME, read.reading), *others]) if _is_about(f)]
    context["body"] = as_body(read, name=NAME, findings=findings, told=told, opens=_rows)
    return render(request, "texts/text.html", context)


def _asked_of_the_record(request: Request, read: Text, force: str | None) -> tuple[list[Told], str | None]:
    """Return what the record says to each claim, and a sentence where it begins after the text."""
    asker = request.asker
    try:
        record = AgainstRecord(now=asker.at, force=force)
    except NotFound:
        return [], "The record is empty, so there is nothing to ask of it."
    published = read.reading.published
    said = said_once(read.reading)
    judged = record.judge([one.claim for one in said], published=published)
    begins = None
    if record.begins_after(published):
        begins = (
            f"The record begins on {day_words(record.began.date())}, after the text was published; only what is "
            "known now is answered."
        )
    told = [Told(source=NAME, said=one, judged=verdict) for one, verdict in zip(said, judged, strict=True)]
    return told, begins


def _rows(asked: Asked) -> str:
    """Return where a number that the record was asked for opens to its rows."""
    where = {f"where_{name}": value for name, value in asked.where.items() if name != "force"}
    of = {"start": asked.start, "end": asked.end, "force": asked.where.get("force", "")}
    return f"{reverse('figure', kwargs={'figure': asked.figure.name})}?{urlencode({**of, **where})}"


def _is_about(finding: Finding) -> bool:
    return any(quoted.source == NAME for quoted in finding.quotes)


def _called(one: Kept) -> str:
    return f"Bulletin {one.id} of {one.written.body}, {one.written.period_start} to {one.written.period_end}"
