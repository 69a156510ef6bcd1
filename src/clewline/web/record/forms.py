"""The form of a kind of entry, made from what the kind declares. What is wrong with an answer, intake's reader says."""

from collections.abc import Mapping
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin

from django import forms

from clewline import reference
from clewline.formats.by_hand import REFERENCE, Column, columns_of, reference_of
from clewline.formats.rows import Draft
from clewline.output import kind_words
from clewline.safeguarding.guide import by_kind
from clewline.safeguarding.indicator import KINDS
from clewline.workflow.by_hand import Fault, Hand, checked

FORCES = ("force", "origin", "joint_with")
LONG = ("basis", "because", "concern", "description", "evidence", "reason")
"""Fields that are written in sentences."""
RADIOS = 7
"""Choices up to which all are shown."""
LONGEST = 2000


class SelectDateWidget(forms.SelectDateWidget):
    """A day in three boxes; what is typed goes to the reader as it stands, and not to Django's."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """Return the day as it was typed."""
        parts = [str(data.get(f"{name}_{part}", "")).strip() for part in ("day", "month", "year")]
        return "/".join(parts) if any(parts) else ""


class Answer(forms.CharField):
    """What was typed, which nobody but intake's reader judges."""

    def validate(self, value: Any) -> None:
        """Leave it to the reader whether it is missed."""


class KindForm(forms.Form):
    """What is asked to record an entry of a kind."""

    def __init__(self, kind: str, *args: Any, reasoned: bool = False, **named: Any) -> None:
        super().__init__(*args, **named)
        self.kind = kind
        self.rules: frozenset[str] = frozenset()
        """By which rules the answers were refused."""
        for column in columns_of(kind):
            self.fields[column.name] = _field(kind, column)
        if reasoned:
            self.fields["because"] = forms.CharField(
                label="Why is it corrected?",
                help_text="Your reason and your name stay in the record, beside what was said before.",
                max_length=500,
                widget=forms.Textarea,
                error_messages={"required": "Say why it is corrected."},
            )

    @property
    def said(self) -> dict[str, str]:
        """The answers as they were typed."""
        return {column.name: str(self[column.name].value() or "") for column in columns_of(self.kind)}

    def judge(self, hand: Hand) -> Draft | None:
        """Return the entry that the answers make, or put beside each field what is wrong with it."""
        self.is_valid()
        found = checked(hand, self.said)
        if isinstance(found, Draft):
            return None if self.errors else found
        self.rules = frozenset(fault.rule for fault in found)
        for fault in found:
            self.add_error(fault.column if fault.column in self.fields else None, _sentence(fault))
        return None


def _sentence(fault: Fault) -> str:
    """Return what is wrong, in intake's words; an empty cell of a table is a question left open here."""
    if fault.rule == "missing":
        return "This field is required."
    here = fault.do if not fault.do.startswith("Correct it") and "mapping" not in fault.do else ""
    return " ".join(part for part in (fault.what, here) if part)


def _field(kind: str, column: Column) -> forms.Field:
    label, hint = kind_words.label(column.name), kind_words.hint(kind, column.name)
    if column.name == REFERENCE and (named := reference_of(kind)) is not None:
        label, needed = named
        hint = "As the force's system has it." if needed else "Leave it empty, and the record makes one."
    initial = typed(column.default)
    return Answer(
        label=label,
        help_text=hint,
        required=column.needed,
        initial=initial,
        max_length=LONGEST,
        widget=_widget(column),
    )


def _widget(column: Column) -> forms.Widget:
    hint = next((h for h in get_args(column.hint) if h is not NoneType), column.hint)
    if NoneType not in get_args(column.hint):
        hint = column.hint
    if hint is date:
        return SelectDateWidget()
    if choices := _choices(column.name, hint):
        if not column.needed and column.default is None:
            choices = [("", "Not recorded"), *choices]
        elif len(choices) > RADIOS:
            choices = [("", "Choose"), *choices]
        return forms.Select(choices=choices) if len(choices) > RADIOS else forms.RadioSelect(choices=choices)
    if get_origin(hint) is tuple:
        return forms.TextInput()
    return forms.Textarea() if column.name in LONG else forms.TextInput()


def _choices(name: str, hint: Any) -> list[tuple[str, str]]:
    if name in FORCES:
        return sorted(((one.id, one.name) for one in reference.forces().values()), key=lambda one: one[1])
    if name == "drug":
        return [(drug, drug.capitalize()) for drug in sorted(set(reference.drug_names().values()))]
    if name == "indicator":
        return [(one.name, f"{KINDS[one.kind]}: {one.title}") for some in by_kind().values() for one in some]
    if hint is bool:
        return [("yes", "Yes"), ("no", "No")]
    words = () if get_origin(hint) is tuple else get_args(hint)
    return [(str(word), str(word)[:1].upper() + str(word)[1:]) for word in words]


def typed(value: Any) -> Any:
    """Return a value as its field holds it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value)
    return value if value is None or isinstance(value, date) else str(value)


class Withdrawal(forms.Form):
    """Why an entry is withdrawn."""

    because = forms.CharField(
        label="Why is it withdrawn?",
        help_text="Your reason and your name stay in the record, and so does the entry.",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say why it is withdrawn."},
    )
