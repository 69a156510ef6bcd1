"""Answers to be checked: each as it will stand in the record, and as the form holds it."""

from collections.abc import Iterator

from django.http import HttpRequest

from clewline import reference
from clewline.formats.by_hand import DAY, REFERENCE, columns_of
from clewline.formats.rows import Draft
from clewline.web.case.shown import written
from clewline.web.record.forms import KindForm

OWN = ("csrfmiddlewaretoken", "step")
"""Names that a page sends besides the answers."""


def answers(form: KindForm, draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield what each question is called and what will be recorded."""
    for column in columns_of(form.kind):
        label = str(form.fields[column.name].label)
        if column.name == REFERENCE:
            yield label, draft.subject
        elif column.name == DAY:
            yield label, written(draft.day)
        else:
            yield label, _value(column.name, draft)
    if "because" in form.fields:
        yield "Because", str(form.cleaned_data["because"])


def _value(name: str, draft: Draft) -> str:
    value = getattr(draft.facts, name)
    if value is None or value == ():
        return "Not recorded"
    if name == "offence" and (found := reference.offences().get(value)) is not None:
        return f"{value}: {found.title}"
    return written(value)


def sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the answers as they were sent, to be sent again."""
    return [(name, str(value)) for name, value in request.POST.items() if name not in OWN]
