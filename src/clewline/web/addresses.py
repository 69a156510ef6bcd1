"""Ids in addresses: `kent/P1042` is one part of a path, and back again.

A slash parts a path, whether written as `%2F` or not, so an id's own is written as JSON Pointer (RFC 6901) does: `~1`,
and `~` as `~0`.
"""

from django.urls import reverse


def address(name: str, **parts: str) -> str:
    """Return the address of a page, by the name of its route and the ids that it is about."""
    return reverse(name, kwargs={part: in_path(value) for part, value in parts.items()} or None)


def in_path(value: str) -> str:
    """Return an id as it stands in a path."""
    return value.replace("~", "~0").replace("/", "~1")


def from_path(part: str) -> str:
    """Return the id that a part of a path stands for."""
    return part.replace("~1", "/").replace("~0", "~")
