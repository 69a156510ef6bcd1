"""Where the pages of a line are: its id may hold a stroke, which a part of an address may not."""

from urllib.parse import urlencode

from django.urls import reverse

from clewline.output.line_links import Opens


def as_part(subject: str) -> str:
    """Return a line's id as a part of an address: a stroke is written as JSON Pointer (RFC 6901) writes it."""
    return subject.replace("~", "~0").replace("/", "~1")


def from_part(part: str) -> str:
    """Return the line's id that a part of an address names."""
    return part.replace("~1", "/").replace("~0", "~")


def of_line(name: str, case: str, subject: str, asked: dict[str, str] | None = None) -> str:
    """Return the address of a page of a line, with what it is asked."""
    page = reverse(name, kwargs={"case": case, "subject": as_part(subject)})
    return f"{page}?{urlencode(asked)}" if asked else page


def opens_rows(case: str, subject: str, period: dict[str, str]) -> Opens:
    """Return what gives the address of the rows behind a mark, in the period shown."""
    page = of_line("line_rows", case, subject)
    return lambda mark: f"{page}?{urlencode({'mark': mark} | period)}"
