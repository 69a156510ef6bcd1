"""Which people of a case are asked for."""

from typing import get_args, get_type_hints

from django import forms

from clewline import reference
from clewline.access import Role as Work
from clewline.access import kinds_of
from clewline.record.kinds.role import Role
from clewline.store import visible_people
from clewline.web.asked import Asker
from clewline.web.person.waiting import WAITS

ROLES = get_args(get_type_hints(Role)["role"])


class Filters(forms.Form):
    """The filters of the list of people: all are optional, and are in the page's address."""

    waits = forms.ChoiceField(required=False, label="What may wait for somebody")
    under_18 = forms.BooleanField(required=False, label="Under 18 when something was recorded")
    role = forms.ChoiceField(required=False, label="Role on a line, as a force says")
    force = forms.ChoiceField(required=False, label="Force whose record it is")

    def __init__(self, *args: object, work: Work, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        waits = [(name, one.words) for name, one in WAITS.items() if work in one.roles]
        self.fields["waits"].choices = [("", "All"), *waits]  # type: ignore[attr-defined]  # a field of choices
        kinds = kinds_of(work)
        if kinds is not None and "role" not in kinds:
            del self.fields["role"]
        else:
            self.fields["role"].choices = [("", "All"), *((r, r.capitalize()) for r in ROLES)]  # type: ignore[attr-defined]  # a field of choices
        forces = sorted((force.name, name) for name, force in reference.forces().items())
        self.fields["force"].choices = [("", "All"), *((name, title) for title, name in forces)]  # type: ignore[attr-defined]  # a field of choices

    def of(
        self, asker: Asker, case: str, *, after: str | None = None, most: int = 25
    ) -> tuple[list[str], bool]:
        """Return the ids of the people of a case that are asked for, in order, and whether there are more."""
        said = self.cleaned_data
        return visible_people.people(
            asker.person,
            asker.today,
            case,
            force=said["force"] or None,
            role=said.get("role") or None,
            under_18=said["under_18"],
            among=WAITS[said["waits"]].of(asker, case) if said["waits"] else None,
            after=after,
            most=most,
        )
