"""Which duties of a case are asked for."""

from collections.abc import Sequence

from django import forms

from clewline.safeguarding.duty import Duty
from clewline.safeguarding.owed import LEFT, Owed, State

EVERY = "all"


class Filters(forms.Form):
    """The filters of the list of duties: all are optional, and are in the page's address."""

    duty = forms.ChoiceField(required=False, label="Duty")
    state = forms.ChoiceField(
        required=False,
        label="How it stands",
        choices=[
            ("", "Left to be done"),
            *((state.value, state.value.capitalize()) for state in State),
            (EVERY, "All"),
        ],
    )

    def __init__(self, *args: object, table: Sequence[Duty], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        names = {duty.duty: duty.words for duty in table}
        self.fields["duty"].choices = [("", "All"), *names.items()]  # type: ignore[attr-defined]  # a field of choices

    def of(self, some: Sequence[Owed]) -> list[Owed]:
        """Return those that are asked for."""
        duty, state = self.cleaned_data["duty"], self.cleaned_data["state"]
        states = tuple(State) if state == EVERY else (State(state),) if state else LEFT
        return [one for one in some if one.state in states and duty in ("", one.duty.duty)]
