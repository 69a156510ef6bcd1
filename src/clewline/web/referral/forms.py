"""What is asked for each act with a referral, and for sharing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from django import forms

from clewline.record.kinds.information_shared import InformationShared
from clewline.safeguarding.referral import Act
from clewline.safeguarding.shared import FIELDS
from clewline.web.frame.words import InWords, in_words
from clewline.web.record.forms import SelectDateWidget

LONGEST = 2000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How an act is asked for."""

    title: str
    label: str
    button: str
    hint: str = ""
    needed: bool = True
    done: str
    """What is said once it is recorded."""


SEEN = "The force reads it in the case."
ASKED: Mapping[Act, Asked] = {
    Act.ACCEPT: Asked(
        title="Accept the referral",
        label="Anything that the force should know",
        button="Accept it",
        hint=SEEN,
        needed=False,
        done="You accepted the referral. The force is told.",
    ),
    Act.RETURN: Asked(
        title="Return the referral",
        label="Why do you return it?",
        button="Return it",
        hint=f"{SEEN} As: they live outside our area.",
        done="You returned the referral. The force is told why.",
    ),
    Act.ASK: Asked(
        title="Ask about the referral",
        label="What do you need to know?",
        button="Ask it",
        hint=SEEN,
        done="Your question is with the force. The reply will stand below.",
    ),
    Act.DO: Asked(
        title="Record what was done",
        label="What was done for them?",
        button="Record it",
        hint=f"{SEEN} A sentence is enough.",
        done="What was done is recorded.",
    ),
    Act.END: Asked(
        title="End your work for them",
        label="How did it end?",
        button="End it",
        hint=f"{SEEN} Record first what was done, if you have not yet.",
        done="Your work for them is recorded as ended.",
    ),
    Act.REPLY: Asked(
        title="Reply to the partner",
        label="Your reply",
        button="Send the reply",
        hint="The partner reads it. Say no more than the question needs; fields of the record are shared one by one.",
        done="The partner sees your reply.",
    ),
    Act.TELL: Asked(
        title="Record that the referrer was told",
        label="How were they told?",
        button="Record it",
        hint="As: by e-mail, by telephone.",
        needed=False,
        done="It is recorded that the referrer was told.",
    ),
    Act.CLOSE: Asked(
        title="Close the referral",
        label="How was the referrer told that nothing more will come of it?",
        button="Close it",
        hint="As: by e-mail. Whoever still needs help is referred again.",
        needed=False,
        done="The referral is closed, and it is recorded that the referrer was told.",
    ),
}


class Pressed(forms.Form):
    """A form that knows which page it was sent from: what is sent by it twice is one entry."""

    press = forms.CharField(widget=forms.HiddenInput, max_length=40)


class Doing(Pressed):
    """An act with a referral, in words."""

    open = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)
    """Id of the entry that made the referral, where the page's address does not say it."""
    act = forms.ChoiceField(widget=forms.HiddenInput)
    told = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    """What the page said that the referrer would be told."""
    words = forms.CharField(widget=forms.Textarea, max_length=LONGEST, required=False)

    def __init__(self, *args: Any, acts: Iterable[Act], act: Act | None, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["act"].choices = [(one.value, one.value) for one in acts]  # type: ignore[attr-defined]  # a field of choices
        if act is not None:
            asked = ASKED[act]
            words = self.fields["words"]
            words.label, words.help_text, words.required = asked.label, asked.hint, asked.needed

    def clean_words(self) -> str:
        """Return the words; refuse an answer in which no word stands."""
        said = str(self.cleaned_data["words"]).strip()
        if said:
            in_words(said)
        return said


BASES = get_args(get_type_hints(InformationShared)["basis"])


class Share(Pressed):
    """Which fields are shared, why, on what basis, until when: nothing is chosen beforehand."""

    fields_ = forms.MultipleChoiceField(
        label="What do they need to know?",
        help_text="Choose the least that lets them act. They see each as it stands in the record when they look.",
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.name, one.label) for one in FIELDS.values()],
        error_messages={"required": "Select at least one field, or leave without sharing."},
    )
    reason = InWords(label="Why do they need it?")
    basis = forms.ChoiceField(
        label="On what basis do you share it?",
        help_text="Consent must be recorded before; it closes again once they take it back.",
        widget=forms.RadioSelect,
        choices=[(one, one.capitalize()) for one in BASES],
    )
    until = forms.DateField(
        required=False,
        label="Last day on which they see it",
        help_text="As 31 3 2027. Leave it empty if they see it until you end it.",
        widget=SelectDateWidget,
        input_formats=["%d/%m/%Y"],
    )


class EndSharing(Pressed):
    """Why something shared is no longer open."""

    sharing = forms.CharField(widget=forms.HiddenInput, max_length=120)
    reason = InWords(label="Why does it end?")
