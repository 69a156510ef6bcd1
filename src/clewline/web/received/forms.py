"""What is asked of whoever takes a referral up, closes it, or tells its referrer."""

from collections.abc import Sequence
from typing import Any

from django import forms

from clewline import reference
from clewline.case.mentions import body
from clewline.web.frame.words import InWords
from clewline.web.refer.forms import Sentences
from clewline.workflow.received import OUTCOMES, TakingUp

LONGEST = 1000
MAY_KNOW = "Name nobody, and no case. Do not say whether anybody was known to you before."
TAKEN = "Thank you. The safeguarding team is working on it."
CLOSED = "Thank you. The safeguarding team has read your referral and made its decision. Refer again if you learn more."


class TakeUp(forms.Form):
    """Into which case, and as whom the force records the person."""

    case = forms.ChoiceField(label="Your case")
    force = forms.ChoiceField(label="Force whose number the person has")
    number = forms.CharField(
        label="Person's number",
        help_text="The force's own number of the person, as P1042; without the force.",
        max_length=80,
    )
    age = forms.CharField(
        label="Age",
        help_text="In whole years, as recorded. Empty: not known, and treated as a child until that is settled.",
        max_length=3,
        required=False,
    )
    sex = forms.ChoiceField(
        label="Sex as recorded",
        choices=[("", "Not recorded"), ("female", "Female"), ("male", "Male")],
        widget=forms.RadioSelect,
        required=False,
    )
    indicators = forms.MultipleChoiceField(
        label="Indicators that the referrer marked, to be recorded as observed",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    told = Sentences(
        label="What may the referrer know now?", help_text=MAY_KNOW, max_length=LONGEST, initial=TAKEN
    )

    def __init__(
        self, *args: Any, cases: Sequence[str], indicators: Sequence[tuple[str, str]], of: str, **named: Any
    ) -> None:
        super().__init__(*args, **named)
        self._choose("case", [("", "Choose one"), *((case, case) for case in cases)])
        forces = sorted(((one.id, one.name) for one in reference.forces().values()), key=lambda one: one[1])
        self._choose("force", [("", "Choose one"), *forces])
        self.fields["force"].initial = next((one for one, _ in forces if one == body(of)), None)
        self._choose("indicators", list(indicators))
        if not indicators:
            del self.fields["indicators"]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def chosen(self) -> TakingUp:
        """Return what was chosen."""
        said = self.cleaned_data
        return TakingUp(
            case=said["case"],
            force=said["force"],
            number=said["number"],
            age=said["age"],
            sex=said["sex"],
            indicators=tuple(said.get("indicators") or ()),
            told=said["told"] or None,
        )


class Close(forms.Form):
    """Why no case is opened, and what the referrer may know."""

    reason = InWords(
        label="Why is no case opened?",
        help_text="Your reason and your name stay with the referral. The referrer does not see it.",
        widget=forms.Textarea,
    )
    told = Sentences(
        label="What may the referrer know?", help_text=MAY_KNOW, max_length=LONGEST, initial=CLOSED
    )


class Tell(forms.Form):
    """What came of it, as the referrer may know."""

    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=[(one, one[:1].upper() + one[1:]) for one in OUTCOMES],
        widget=forms.RadioSelect,
    )
    told = Sentences(label="What may the referrer know?", help_text=MAY_KNOW, max_length=LONGEST)
