"""Which column holds what, asked where nothing known reads a table: what a sample tells is filled in."""

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from typing import Any, get_args

from django import forms

from clewline import reference
from clewline.formats.mapping import DateStyle, read_mapping
from clewline.formats.mapping_written import Said, write_mapping
from clewline.formats.phones.layout import WANTS, write_layout
from clewline.formats.phones.suggest import Question
from clewline.record import all_kinds
from clewline.workflow.phones.sampling import Sample
from clewline.workflow.reading import mappings

_PARTIES = ("number", "other", "from", "to")
_USE = ("start", "end", "duration", "service", "direction")
ALWAYS = frozenset((*_PARTIES, *_USE, "imsi", "imei", "cell", "lat", "lon"))
"""What is asked of every table of phone records; the rest where the sample seems to hold it."""
LABELS = {
    "start": "Start of each use",
    "end": "End of each use",
    "duration": "Duration",
    "service": "What was used (call, text, data)",
    "direction": "Made or received",
    "number": "Phone that the record is about",
    "other": "Other party",
    "from": "Party that made it",
    "to": "Party that received it",
    "imsi": "SIM (IMSI)",
    "imei": "Handset (IMEI)",
    "cell": "Cell",
    "lat": "Latitude of the cell",
    "lon": "Longitude of the cell",
}
ANSWERED = ("zone", "times", "service", "side", "dates", "number")
"""Questions whose answer is one value."""


class PhoneColumns(forms.Form):
    """Which column of an operator's table holds what, and what the table does not say."""

    def __init__(self, *args: Any, sample: Sample, title: str, **named: Any) -> None:
        super().__init__(*args, **named)
        self.sample, self.title = sample, title
        self.questions = [
            q for q in sample.suggestion.questions if q.about not in (*ANSWERED, "services", "directions")
        ]
        for question in sample.suggestion.questions:
            self._ask(question)
        suggested = sample.suggestion.columns
        for want in [w for w in WANTS if w in ALWAYS or w in suggested]:
            self.fields[f"of_{want}"] = forms.ChoiceField(
                label=LABELS.get(want, want.replace("_", " ").capitalize()),
                required=want == "start",
                choices=self._columns(suggested.get(want, ())),
                initial=self._place(suggested.get(want, ())),
            )

    def _ask(self, question: Question) -> None:
        needed = {"required": "Answer this: the file does not say it."}
        if question.about in ("services", "directions"):
            for at, word in enumerate(question.words):
                self.fields[f"{question.about}_{at}"] = forms.ChoiceField(
                    label=f"What does {word!r} mean?",
                    choices=_choices(question.choices),
                    error_messages=needed,
                )
        elif question.about in ANSWERED and question.choices:
            self.fields[question.about] = forms.ChoiceField(
                label=question.ask, choices=_choices(question.choices), error_messages=needed
            )
        elif question.about in ANSWERED:
            self.fields[question.about] = forms.CharField(
                label=question.ask, max_length=40, error_messages=needed
            )

    def _place(self, columns: Sequence[str]) -> str:
        return "+".join(str(self.sample.header.index(one)) for one in columns)

    def _columns(self, together: Sequence[str]) -> list[tuple[str, str]]:
        found = [("", "Not in the file")]
        if len(together) > 1:
            found.append((self._place(together), f"{' and '.join(together)}, put together"))
        return found + [(str(at), name) for at, name in enumerate(self.sample.header) if name]

    def layout(self) -> str:
        """Return the layout's text.

        :raises BadDeclaration: a question that a layout needs is open, or an answer fits no layout.
        """
        given = self.cleaned_data
        columns = {
            want: tuple(self.sample.header[int(at)] for at in place.split("+"))
            for want in WANTS
            if (place := given.get(f"of_{want}"))
        }
        answers: dict[str, Any] = {about: given[about] for about in ANSWERED if given.get(about)}
        for question in self.sample.suggestion.questions:
            if question.about in ("services", "directions"):
                answers[question.about] = {
                    word.casefold(): given[f"{question.about}_{at}"] for at, word in enumerate(question.words)
                }
        found = replace(self.sample.suggestion, columns=columns)
        return write_layout(found.layout(name="as-mapped", title=f"Layout of {self.title}", **answers))


class RecordColumns(forms.Form):
    """Which column of a record system's table holds what, where each row is one entry of one kind."""

    dates = forms.ChoiceField(
        label="How a day is written", choices=[(one, one) for one in get_args(DateStyle)]
    )
    day = forms.ChoiceField(label="Day on which it happened")
    subject = forms.ChoiceField(
        label="The system's own reference",
        help_text="Two rows of the same reference are about the same thing.",
    )
    same_force = forms.ChoiceField(label="Force, where every row is of one", required=False)

    def __init__(self, *args: Any, header: Sequence[str], kind: str, title: str, **named: Any) -> None:
        super().__init__(*args, **named)
        self.kind, self.title = kind, title
        self.names = [name for name in header if name and not set(name) & set("{}")]
        columns = [(str(at), name) for at, name in enumerate(self.names)]
        self.fields["day"].choices = _choices_of(columns)  # type: ignore[attr-defined]  # a field of choices
        self.fields["subject"].choices = _choices_of(columns)  # type: ignore[attr-defined]  # a field of choices
        forces = [
            ("", "A column says it"),
            *((name, name) for name in sorted(set(reference.force_names().values()))),
        ]
        self.fields["same_force"].choices = forces  # type: ignore[attr-defined]  # a field of choices
        for one in fields(all_kinds()[kind]):
            needed = one.default is MISSING and one.name != "force"
            self.fields[f"of_{one.name}"] = forms.ChoiceField(
                label=one.name.replace("_", " ").capitalize(),
                required=needed,
                choices=_choices_of(columns) if needed else [("", "Not in the file"), *columns],
                initial=next(
                    (at for at, name in columns if name.casefold().replace(" ", "_") == one.name), ""
                ),
            )

    def clean(self) -> dict[str, Any]:
        """Ask for the force, in a column or as one for all."""
        given = super().clean() or {}
        if "of_force" in self.fields and bool(given.get("of_force")) == bool(given.get("same_force")):
            self.add_error(
                "same_force", "Say either which column holds the force, or which one all rows are of."
            )
        return given

    def mapping(self) -> str:
        """Return the mapping's text.

        :raises BadDeclaration: what was said makes no mapping.
        """
        given = self.cleaned_data
        columns = {
            one.name: self.names[int(place)]
            for one in fields(all_kinds()[self.kind])
            if (place := given.get(f"of_{one.name}"))
        }
        force = given.get("same_force")
        subject = "{" + self.names[int(given["subject"])] + "}"
        if self.kind == "person":
            # A person is the force's: two forces number theirs alike.
            subject = (force or "{" + columns["force"] + "}") + "/" + subject
        text = write_mapping(
            Said(
                name="as-mapped",
                title=f"Mapping of {self.title}",
                dates=given["dates"],
                kind=self.kind,
                day=self.names[int(given["day"])],
                subject=subject,
                columns=columns,
                values={"force": force} if force else {},
            )
        )
        read_mapping(text)
        return text


class Kind(forms.Form):
    """What each row of a record system's table is."""

    kind = forms.ChoiceField(label="What is each row?")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        kinds = all_kinds()
        found = sorted((kinds[name].title, name) for name in kinds_of_systems())
        self.fields["kind"].choices = [(name, title) for title, name in found]  # type: ignore[attr-defined]  # of choices


def kinds_of_systems() -> set[str]:
    """Return the kinds of entry that record systems give."""
    by_type = {kind: name for name, kind in all_kinds().items()}
    return {
        by_type[entry.kind]
        for one in mappings().values()
        for layout in one.layouts
        for entry in layout.entries
    }


def _choices(words: Sequence[str]) -> list[tuple[str, str]]:
    return _choices_of([(word, word) for word in words])


def _choices_of(some: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("", "Choose one"), *some]
