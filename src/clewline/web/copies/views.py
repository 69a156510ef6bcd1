"""The page on which a copy is asked for, and the copy."""

import re
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.shortcuts import render

from clewline.errors import BadInput, Misused
from clewline.output.copies import FORMATS, Copy, Face, Format, Holds
from clewline.web.asked import Asker, Request
from clewline.web.copies.forms import Asked
from clewline.web.copies.held import Held, Source
from clewline.web.copies.made import Made, make
from clewline.web.copies.of_case import case_source
from clewline.web.copies.of_found import found_source

NOTHING = {
    Holds.ROWS: "These filters leave nothing to copy.",
    Holds.LINKS: "Nothing that these filters leave ties two things together; choose another format.",
    Holds.PLACES: "Nothing that these filters leave names such a place; choose another format.",
}


def of_case(request: Request, case: str) -> HttpResponse:
    """Ask for a copy of something of a case, and make it."""
    return _copy(request, case_source(request.asker, case, request.GET))


def of_found(request: Request) -> HttpResponse:
    """Ask for a copy of what was searched for, or of a figure's rows, and make it."""
    return _copy(request, found_source(request.asker, request.GET))


def _copy(request: Request, source: Source) -> HttpResponse:
    posted = request.method == "POST"
    formats = [one for one in FORMATS.values() if one.holds in source.holds]
    form = Asked(request.POST if posted else None, formats=formats)
    look = request.asker.look
    look.subject = source.subject
    look.asked = urlencode(request.GET) or None
    if form.is_valid():
        try:
            return _made(request.asker, source, FORMATS[form.cleaned_data["format"]], form.cleaned_data)
        except (BadInput, Misused) as wrong:
            form.add_error("format", str(wrong))
    context = {
        "source": source,
        "case": source.case,
        "form": form,
        "here": request.get_full_path(),
        "most": settings.COPY_MOST,
    }
    frame = "copies/of_case.html" if source.case is not None else "copies/of_found.html"
    return render(request, frame, context, status=422 if posted else 200)


def _made(asker: Asker, source: Source, form: Format, said: dict[str, str]) -> HttpResponse:
    """Return the copy. All of it is made before the gate logs it, and nothing leaves before that.

    :raises BadInput: there is nothing to copy, or more than the format holds.
    """
    held = source.hold()
    count = _count(held, form)
    if not count:
        raise BadInput(NOTHING[form.holds])
    look = asker.look
    look.reason, look.to = said["reason"], said["to"]
    made = make(_face(asker, source, held, count, said), form)
    if held.written is not None:
        held.written(made.sha256)
    look.shown, look.copy = made.rows, f"{form.name} sha256:{made.sha256}"
    return _sent(asker, source, form, made)


def _count(held: Held, form: Format) -> int:
    """Return how many rows, links or places the copy will hold."""
    if form.holds is Holds.LINKS:
        return len(held.links().links)
    if form.holds is Holds.PLACES:
        return sum(place.point is not None or form.name != "kml" for place in held.places())
    return held.count


def _face(asker: Asker, source: Source, held: Held, count: int, said: dict[str, str]) -> Copy:
    face = Face(
        title=source.title,
        case=source.case,
        asked="; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in source.asked.items()),
        made_at=asker.at,
        made_by=f"{asker.person.name} ({asker.person.role})",
        made_for=said["to"],
        reason=said["reason"],
        rows=count,
        cut=held.cut,
        notes=held.notes,
    )
    return Copy(face=face, columns=held.columns, rows=held.rows, links=held.links, places=held.places)


def _sent(asker: Asker, source: Source, form: Format, made: Made) -> HttpResponse:
    words = re.sub(r"[^a-z0-9]+", "-", source.title.casefold()).strip("-")[:60]
    name = f"{words}-{asker.at:%Y%m%d-%H%M%S}{form.suffix}"
    answer = FileResponse(made.file, as_attachment=True, filename=name, content_type=form.media)
    answer["Content-Length"] = str(made.size)
    return cast(HttpResponse, answer)  # the gate and the routes ask no more of an answer than this one has
