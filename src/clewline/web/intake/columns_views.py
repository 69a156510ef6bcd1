"""Pages that ask which column holds what, of a table that nothing known reads."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadDeclaration, BadInput, NotAllowed
from clewline.formats.mapping import read_mapping
from clewline.formats.phones.layout import is_layout, read_layout
from clewline.store import uploads
from clewline.store.upload import Choices, Upload
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.intake.columns import Kind, PhoneColumns, RecordColumns, kinds_of_systems
from clewline.web.intake.forms import Pasted
from clewline.workflow.phones.sampling import sample
from clewline.workflow.uploads import work


def columns(request: Request, case: str, subject: str) -> HttpResponse:
    """Ask what a table is, and then which of its columns holds what; or keep what was said of it."""
    one = uploads.find(case, subject)
    request.asker.look.subject = one.id
    if one.detected.sort == "unreadable":
        raise BadInput(one.detected.why)
    given = request.POST if request.method == "POST" else None
    sort = (request.POST if given is not None else request.GET).get("of", "")
    if sort == "phones":
        return _asked(request, one, _phones(one, given))
    if sort in kinds_of_systems():
        return _asked(request, one, _records(one, sort, given))
    if sort == "pasted":
        return _asked(request, one, Pasted(given))
    context = {"case": case, "one": one, "kinds": Kind()["kind"].field.choices}  # type: ignore[attr-defined]  # of choices
    return render(request, "intake/what.html", context, status=200 if given is None else 422)


def _phones(one: Upload, given: Any) -> PhoneColumns:
    return PhoneColumns(given, sample=sample(uploads.content(one)), title=one.name)


def _records(one: Upload, kind: str, given: Any) -> RecordColumns:
    header = one.detected.header or sample(uploads.content(one)).header
    return RecordColumns(given, header=header, kind=kind, title=one.name)


def _asked(request: Request, one: Upload, form: Any) -> HttpResponse:
    if form.is_valid():
        try:
            choices = _said(form, one.choices)
        except BadDeclaration as wrong:
            form.add_error(None, str(wrong))
        else:
            _keep(one, choices)
            return redirect(address("upload", case=one.case, subject=one.id))
    given = request.POST if form.is_bound else request.GET
    context = {"case": one.case, "one": one, "form": form, "of": given.get("of", "")}
    return render(request, "intake/columns.html", context, status=422 if form.is_bound else 200)


def _said(form: Any, before: Choices) -> Choices:
    """Return the choices with the mapping that the answers make.

    :raises BadDeclaration: they make none.
    """
    if isinstance(form, PhoneColumns):
        return _with(before, "phones", form.layout())
    if isinstance(form, RecordColumns):
        return _with(before, "records", form.mapping())
    text = form.cleaned_data["text"].replace("\r\n", "\n") + "\n"
    if is_layout(text):
        read_layout(text)
        return _with(before, "phones", text)
    read_mapping(text)
    return _with(before, "records", text)


def _with(before: Choices, sort: str, mapping: str) -> Choices:
    return Choices(
        sort=sort,
        mapping=mapping,
        authority=before.authority,
        exhibit=before.exhibit,
        handed_over_by=before.handed_over_by,
        number=before.number,
    )


def _keep(one: Upload, choices: Choices) -> None:
    with uploads.changing(one.id) as changed:
        if (
            work.progress(changed) not in (work.Progress.NONE, work.Progress.STOPPED)
            or changed.step == "taken"
        ):
            raise NotAllowed("The file is being worked on; wait until that is done.")
        changed.choices, changed.looked, changed.step, changed.refused = choices, None, "arrived", None
