"""The questions of the public form, page by page. They stand here alone: pages, checks and counts follow from it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django import forms

from clewline import reference
from clewline.case.ages import ADULT
from clewline.errors import BadInput
from clewline.formats.age_said import age_said
from clewline.store.received import sent
from clewline.store.received.answers import Answers
from clewline.workflow.refer.made import ELSEWHERE, NEEDED, NEEDED_OF_ADULTS

TRAP = "website"
"""Field that people do not see and programs fill in."""
TRAPPED = (
    "The last box, which people do not see, was filled in, as programs do. Leave it empty and go on; nothing "
    "of this page was kept."
)
SHORT, LONG = 120, 4000
"""Characters of an answer on a line, and of one in sentences."""
DANGER = [("yes", "Yes"), ("no", "No"), ("not sure", "I am not sure")]
KNOWS = [
    ("yes, and they agree", "Yes, and they agree"),
    ("yes, and they do not agree", "Yes, and they do not agree"),
    ("no", "No"),
]


class Line(forms.CharField):
    """An answer on one line: no mark in it steers a page, a printer or a table."""

    def to_python(self, value: Any) -> str:
        """Return the answer with every blank as one space, and without marks that are not to be seen."""
        return " ".join(_visible(str(value or "")).split())


class Sentences(forms.CharField):
    """An answer in sentences, which may be several paragraphs."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Return the answer, its lines parted as they were, and without marks that are not to be seen."""
        lines = str(value or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "\n".join(" ".join(_visible(line).split()) for line in lines).strip()


def _visible(text: str) -> str:
    """Return a text in which what steers (C0, C1, changes of direction, unpaired halves) is a space or nothing."""
    kinds = ((mark, unicodedata.category(mark)) for mark in text)
    return "".join(
        " " if kind in ("Cc", "Zl", "Zp") else mark
        for mark, kind in kinds
        if kind not in ("Cf", "Cs", "Co", "Cn")
    )


class Page(forms.Form):
    """A page of the form, with the trap."""

    website = forms.CharField(required=False, label="Leave this box empty", max_length=SHORT)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.order_fields([name for name in self.fields if name != TRAP])
        for name, field in self.fields.items():
            field.required = name in NEEDED

    def clean(self) -> dict[str, Any]:
        """Refuse what fell into the trap, with a sentence: nothing is dropped silently."""
        said: dict[str, Any] = super().clean() or {}
        self.trapped = bool(said.get(TRAP)) or TRAP in self.errors
        if self.trapped:
            self.errors.pop(TRAP, None)
            raise forms.ValidationError(TRAPPED)
        return said

    trapped = False
    """Whether the box was filled in that people do not see; known once the form is cleaned."""

    @property
    def right_answers(self) -> dict[str, Any]:
        """The answers of the page that can be kept, by their names, where others are missing or wrong."""
        return {
            name: self.cleaned_data[name]
            for name in self.fields
            if name != TRAP and self.cleaned_data.get(name)
        }

    @property
    def answers(self) -> dict[str, Any]:
        """The answers of the page by their names; none where one was left open."""
        return {name: self.cleaned_data.get(name) or None for name in self.fields if name != TRAP}


class Danger(Page):
    """Whether to ring 999 first."""

    danger = forms.ChoiceField(
        label="Is somebody in danger now?",
        choices=DANGER,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether somebody is in danger now."},
    )


class Who(Page):
    """Who it is about."""

    called = Line(
        label="What are they called?",
        help_text="A nickname, or “not known”, will do.",
        max_length=SHORT,
        error_messages={"required": "Enter a name, or “not known”."},
    )
    age = Line(
        label="How old are they?",
        help_text="An age or date of birth. Leave it empty if not known.",
        max_length=40,
    )

    def clean_age(self) -> str:
        """Return the age in the words in which it was said; refuse one that nobody has."""
        said = str(self.cleaned_data["age"])
        try:
            age_said(said, _today())
        except BadInput as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return said


class Where(Page):
    """Where they are."""

    place = Line(
        label="Where are they now?",
        help_text="A place or town, or where you saw them last.",
        max_length=200,
        error_messages={"required": "Enter a place, or “not known”."},
    )
    area = forms.ChoiceField(
        label="Who covers that place?",
        error_messages={
            "required": "Select who covers the place, or that you do not know.",
            "invalid_choice": "Select who covers the place, or that you do not know.",
        },
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        there = areas()
        field = self.fields["area"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*([("", "Choose one")] if len(there) > 2 else []), *there.items()]
        if (
            len(there) <= 2
        ):  # one body, or none: there is nothing to choose, and what a page held before is not asked
            self.initial["area"] = next(iter(there))
            field.widget, field.disabled, field.required = forms.HiddenInput(), True, False

    def clean_area(self) -> str:
        """Return who covers the place: where nobody had to choose, the only one."""
        return str(self.cleaned_data.get("area") or self.initial.get("area") or "")


class Concern(Page):
    """What worries them."""

    concern = Sentences(
        label="What worries you?",
        help_text="What you saw or heard, when and where.",
        max_length=LONG,
        error_messages={"required": "Enter what worries you."},
    )
    knows = forms.ChoiceField(
        label="Do they, or their parents, know of this referral?",
        help_text="Do not ask if that could put somebody at risk.",
        choices=KNOWS,
        widget=forms.RadioSelect,
        error_messages={"required": "They are 18 or older: select whether they know and agree."},
    )

    def __init__(self, *args: Any, age: str | None = None, **named: Any) -> None:
        super().__init__(*args, **named)
        if is_adult(age):
            for name in NEEDED_OF_ADULTS:
                self.fields[name].required = True
            self.fields["knows"].label = "Do they know of this referral?"


class You(Page):
    """Who refers."""

    name = Line(label="Your name", max_length=SHORT, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    work = Line(
        label="Your job",
        max_length=SHORT,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    organisation = Line(
        label="Your organisation",
        max_length=SHORT,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    reach = Line(
        label="Your phone number or email",
        max_length=SHORT,
        error_messages={"required": "Enter a phone number or an email address."},
    )


@dataclass(frozen=True, kw_only=True)
class Step:
    """A page of questions."""

    name: str
    title: str
    form: type[Page]


STEPS = (
    Step(name="danger", title="Danger now", form=Danger),
    Step(name="who", title="Who it is about", form=Who),
    Step(name="where", title="Where they are", form=Where),
    Step(name="concern", title="What worries you", form=Concern),
    Step(name="you", title="About you", form=You),
)
"""The pages of questions in their order; then the answers are checked and sent."""


def form_of(step: Step, said: Answers | None, data: Mapping[str, Any] | None = None) -> Page:
    """Return the form of a page: what was sent, or what was answered so far."""
    initial = (
        {} if said is None else {name: getattr(said, name) for name in step.form.base_fields if name != TRAP}
    )
    more = {"age": said.age if said else None} if issubclass(step.form, Concern) else {}
    return step.form(data, initial=initial, **more)


def first_open(said: Answers) -> Step | None:
    """Return the first page on which an answer is missing that is needed; none where all are there."""
    for step in STEPS:
        form = form_of(step, said)
        if any(field.required and not getattr(said, name) for name, field in form.fields.items()):
            return step
    return None


def areas() -> dict[str, str]:
    """Return the bodies that answer for an area, by what they are called; the last is that one does not know."""
    forces = reference.forces()
    named = {one: forces[one].name if one in forces else one for one in sent.bodies()}
    return dict(sorted(named.items(), key=lambda one: one[1])) | {ELSEWHERE: "Another, or I do not know"}


def is_adult(age: str | None) -> bool:
    """Return whether an age as it was said is one of 18 years or more; one that is not known is a child's."""
    try:
        years = age_said(age or "", _today())
    except BadInput:
        return False
    return years is not None and years >= ADULT


def _today() -> date:
    return datetime.now(UTC).date()
