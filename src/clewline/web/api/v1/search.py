"""Search over what you may see of your own cases."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from ninja import Field, Query, Schema

from clewline.access import kinds_of
from clewline.errors import BadInput
from clewline.store import visible
from clewline.store.accounts.people import own_cases
from clewline.web.api.onward import onward
from clewline.web.api.shapes import Entry, Most, entry
from clewline.web.asked import Request, given
from clewline.web.search.form import LONGEST, Search
from clewline.web.search.place import place_of, read_place


class Asked(Schema):
    """What is searched for, and what is left out."""

    q: Annotated[
        str,
        Field(
            max_length=LONGEST, description="How a number begins, a name, a reference, or the id of an entry."
        ),
    ]
    without: Annotated[str, Field(max_length=LONGEST, description="Words that must not be there.")] = ""
    kind: Annotated[str, Field(description="Only entries of this kind.")] = ""
    case: Annotated[str, Field(description="Only in this case of your own.")] = ""
    first: Annotated[date | None, Field(description="First day.")] = None
    last: Annotated[date | None, Field(description="Last day.")] = None
    after: Annotated[
        str | None, Field(max_length=200, description="Place to go on from, as the answer's `next` has it.")
    ] = None
    most: Most = 25


class Found(Schema):
    """Entries that mention what was searched for: by case, in each the latest day first."""

    entries: list[Entry]
    by_id: Entry | None = Field(default=None, description="The entry whose id was searched for.")
    next: str | None = Field(default=None, description="Address of the rest; none where there is no more.")


def search(request: Request, asked: Query[Asked]) -> Found:
    """What you may see of your own cases that mentions what you search for."""
    asker = request.asker
    asker.look.asked = urlencode(given(request))
    own = own_cases(asker.person, asker.today)
    form = Search(asked.dict(), cases=own, kinds=kinds_of(asker.person.role))
    if not form.is_valid():
        raise BadInput(" ".join(f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items()))
    said = form.cleaned_data
    listed = visible.mentioning(
        asker.person,
        asker.today,
        [said["case"]] if said["case"] else list(own),
        form.asked(),
        after=read_place(asked.after or ""),
        most=asked.most,
    )
    text = asked.q.strip()
    where = visible.seen_among(asker.person, asker.today, [text]).get(text)
    by_id = None if where is None else visible.entry(asker.person, asker.today, where, text)
    asker.look.shown = len(listed.entries) + (by_id is not None)
    return Found(
        entries=[entry(one) for _, one in listed.entries],
        by_id=None if by_id is None else entry(by_id),
        next=onward(request, after=place_of(*listed.entries[-1])) if listed.more else None,
    )
