"""What a kind of entry and its fields are called, and what they mean, from the kind's own words."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cache

from clewline.record import Facts, all_kinds

LABELS = {
    "imei": "IMEI",
    "sha256": "SHA-256",
    "value_gbp": "Value in pounds",
    "grams": "Weight in grams",
    "person": "Person's number",
    "holder": "Line holder's number",
    "joint_with": "Joint with the force",
    "number": "Number",
    "born": "Date of birth",
    "covers_from": "First day covered",
    "covers_to": "Last day covered",
    "expires": "Lapses on",
    "its_reference": "Reference",
    "day": "Day",
}
"""Names of fields that are not simply the field's own."""
HINTS = {
    "force": "The force whose record it is, or that did it.",
    "origin": "The force from whose area the line is run.",
    "person": "The force's own number of the person, as P1042; without the force.",
    "holder": "The force's own number of the line holder, as P1042; without the force.",
    "offence": "CJS offence code, as MD71170.",
    "day": "The day that the entry is true of, not the day on which you record it.",
    "line": "The line, by its reference in the record.",
}
"""What is said beside a field in place of its meaning: what to type there."""


def label(field: str) -> str:
    """Return what a field is called."""
    return LABELS.get(field, field.replace("_", " ").capitalize())


def hint(kind: str, field: str) -> str:
    """Return what a field means, for whoever fills it in; nothing where its name says it."""
    said = HINTS.get(field) or _plain(meanings(kind).get(field, ""))
    return "" if said.rstrip(".").casefold() == label(field).casefold() else said


def sentence(kind: str) -> str:
    """Return in a sentence what an entry of the kind says."""
    return _plain((inspect.getdoc(all_kinds()[kind]) or "").split("\n\n")[0])


@cache
def meanings(kind: str) -> dict[str, str]:
    """Return each field of a kind with the text that stands under it, those of the kind itself last."""
    return dict(_meanings(all_kinds()[kind]))


def _meanings(kind: type[Facts]) -> Iterator[tuple[str, str]]:
    for owner in reversed(kind.__mro__):
        if not issubclass(owner, Facts):
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, text in zip(body.body, body.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(text, ast.Expr)
                and isinstance(text.value, ast.Constant)
                and isinstance(text.value.value, str)
            ):
                yield field.target.id, text.value.value


def _plain(text: str) -> str:
    """Return a text of the code as a page prints it."""
    return re.sub(r"`([^`]*)`", r"“\1”", " ".join(text.split()))
