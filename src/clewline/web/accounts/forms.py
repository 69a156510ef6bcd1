"""What an administrator says of an account."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict

from clewline.access import Role
from clewline.store.accounts.manage import Managed
from clewline.web.frame.words import InWords

GIVEN = [(role.value, str(role).capitalize()) for role in Role if role is not Role.ADMINISTRATOR]
"""Roles that can be given here; an administrator is made at the command line."""


class NewAccount(forms.Form):
    """Whose account it is, and what their work is."""

    name = forms.CharField(label="Name", max_length=200)
    login = forms.RegexField(
        r"^[\w.@+-]+$",
        label="Username",
        max_length=80,
        error_messages={"invalid": "Use letters, figures and . @ + - _ alone."},
    )
    role = forms.ChoiceField(label="Role", choices=GIVEN, widget=forms.RadioSelect)
    body = forms.CharField(label="Force or body that they work for", max_length=80)
    elsewhere = forms.BooleanField(label="They log in through their organisation alone", required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if not settings.OIDC:
            del self.fields["elsewhere"]

    def clean_name(self) -> str:
        """Return the name on one line."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean_body(self) -> str:
        """Return the body on one line."""
        return " ".join(str(self.cleaned_data["body"]).split())


class Because(forms.Form):
    """Why an account is changed; and as it was when the page was made, so that a second press changes nothing more."""

    reason = InWords(label="Why?")
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, given: QueryDict | None, *, found: Managed) -> None:
        super().__init__(given, initial={"revision": found.revision, "role": found.person.role.value})
        self._found = found

    def clean(self) -> dict[str, Any]:
        """Refuse what was said of an account that has changed since."""
        said = super().clean() or {}
        if said.get("revision", self._found.revision) != self._found.revision:
            raise forms.ValidationError(
                "The account was changed since this page was opened. See how it stands, then begin again."
            )
        return said


class NewRole(Because):
    """Which role it gets."""

    field_order = ("role", "reason")
    role = forms.ChoiceField(label="New role", choices=GIVEN, widget=forms.RadioSelect)
