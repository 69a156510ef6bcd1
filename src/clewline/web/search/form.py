"""What is searched for, and what is left out."""

from collections.abc import Collection, Sequence

from django import forms

from clewline.case.mentions import SHORTEST, What, numbers_like, reference, words
from clewline.record import all_kinds
from clewline.store.mentions import Asked, Range
from clewline.web.case.filters import LOOKS

LONGEST, MOST_WORDS = 200, 6


class Search(forms.Form):
    """One box, and filters; all are in the page's address."""

    q = forms.CharField(
        label="Number, name or reference",
        min_length=SHORTEST,
        max_length=LONGEST,
        error_messages={"min_length": "Enter at least 2 characters."},
    )
    without = forms.CharField(required=False, label="Without", max_length=LONGEST)
    kind = forms.ChoiceField(required=False, label="Kind of entry")
    case = forms.ChoiceField(required=False, label="Case")
    first = forms.DateField(required=False, label="From")
    last = forms.DateField(required=False, label="To")

    def __init__(
        self, *args: object, cases: Collection[str], kinds: Collection[str] | None, **named: object
    ) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        titles = sorted(
            (kind.title, name) for name, kind in all_kinds().items() if kinds is None or name in kinds
        )
        self.fields["kind"].choices = [("", "All"), *((name, title) for title, name in titles)]  # type: ignore[attr-defined]  # a field of choices
        # A case that is not theirs is no choice, just as one that is not there.
        self.fields["case"].choices = [("", "All"), *((case, case) for case in sorted(cases))]  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins, and a search of very many words."""
        found = super().clean() or {}
        if found.get("first") and found.get("last") and found["last"] < found["first"]:
            self.add_error("last", "The last day is before the first.")
        for name in ("q", "without"):
            if len(str(found.get(name) or "").split()) > MOST_WORDS:
                self.add_error(name, f"Enter at most {MOST_WORDS} words.")
        return found

    def asked(self) -> Asked:
        """Return which entries are looked for."""
        said = self.cleaned_data
        kind = said["kind"]
        return Asked(
            any_of=looked_for(said["q"]),
            without=[one for word in said["without"].split() for one in _ranges(word)],
            kinds=(kind,) if kind else (),
            but_kinds=() if kind else LOOKS,
            first=said["first"],
            last=said["last"],
        )


def looked_for(text: str) -> list[Sequence[Sequence[Range]]]:
    """Return what a text may stand for: itself, as a reference or a number; and all of its words."""
    whole = _ranges(text)
    some = [one for word in text.split() if (one := _ranges(word))]
    found: list[Sequence[Sequence[Range]]] = [[whole]] if whole else []
    # The longest word first: fewer entries are likely to mention it.
    some.sort(key=lambda ranges: -max(len(one.text) for one in ranges))
    if len(some) > 1 and not numbers_like(text):
        found.append(some)
    return found


def _ranges(text: str) -> list[Range]:
    """Return the stretches of the index in which a reference, a word or a number would stand."""
    whole = reference(text)[0]
    terms = {whole, *(words(text) if len(list(words(text))) == 1 else ())}
    found = [Range(What.WORD, term, begins=True) for term in sorted(terms) if term]
    numbers = [Range(What.NUMBER, term, begins=True) for term in sorted(numbers_like(text))]
    return [*found, *numbers]
