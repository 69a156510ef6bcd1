"""Which files the public form takes in: small ones of whoever writes a draft, on the page where they are added."""

from django.core.files.uploadhandler import StopUpload
from django.http import HttpRequest

from clewline.web.refer.cookie import being_written
from clewline.workflow.refer.files import MOST_MB

PAGE = "refer_files"
TOO_LARGE = "too large"
DRAINED_MB = 64
"""Mebibytes of a body that is read to its end, so that its sender is told; of a larger one no more is read."""


def may_arrive(request: HttpRequest) -> bool:
    """Return whether a file that somebody sends without an account is written aside at all.

    :raises StopUpload: the body is far too large.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > DRAINED_MB << 20:
        raise StopUpload(connection_reset=True)
    here = request.resolver_match.url_name if request.resolver_match else None
    return here == PAGE and being_written(request) is not None


def most_bytes() -> int:
    """Return how many bytes of a file are written aside."""
    return MOST_MB << 20
