"""Searches that people keep: each sees and opens their own alone, and what one finds is held to what they may see."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from clewline.errors import BadInput, NotFound
from clewline.store import ledger
from clewline.store.accounts.models import SavedSearch
from clewline.store.accounts.people import Person
from clewline.store.seal import sealer, unseal

MOST = 50
"""Searches that one person may keep."""
LONGEST_NAME = 80


class _Said(msgspec.Struct, frozen=True):
    name: str
    asked: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A search that its owner kept."""

    number: int
    name: str
    asked: dict[str, str]
    """What was in the search's address."""
    saved_at: datetime
    opened_at: datetime | None
    opened_seq: int
    """Number of the last entry of the record when it was last opened, or saved."""


def save(person: Person, *, name: str, asked: dict[str, str], at: datetime) -> Saved:
    """Keep a search.

    :raises BadInput: the person keeps another of that name, or very many.
    """
    kept = of(person)
    same = next((one for one in kept if one.name == name), None)
    if same is not None:
        if same.asked == asked:  # pressed twice
            return same
        raise BadInput("You keep another search of that name. Choose another name, or remove that one first.")
    if len(kept) >= MOST:
        raise BadInput(f"You keep {MOST} searches. Remove one first.")
    said = msgspec.json.encode(_Said(name, asked))
    made = SavedSearch.objects.create(
        account_id=person.id, sealed=next(sealer()) + said, saved_at=at, opened_seq=ledger.last()[0]
    )
    return _saved(made)


def of(person: Person) -> list[Saved]:
    """Return the searches that someone keeps, by name."""
    found = map(_saved, SavedSearch.objects.filter(account_id=person.id))
    return sorted(found, key=lambda one: (one.name.casefold(), one.number))


def find(person: Person, number: int) -> Saved:
    """Return a search that someone keeps.

    :raises NotFound: they keep no such search; another's is just as little there.
    """
    found = SavedSearch.objects.filter(pk=number, account_id=person.id).first()
    if found is None:
        raise NotFound("You keep no such search.")
    return _saved(found)


def opened(saved: Saved, *, at: datetime) -> None:
    """Note that a search was opened: what is recorded from now on is new in it."""
    SavedSearch.objects.filter(pk=saved.number).update(opened_at=at, opened_seq=ledger.last()[0])


def remove(person: Person, number: int) -> Saved:
    """Keep a search no longer.

    :raises NotFound: they keep no such search.
    """
    found = find(person, number)
    SavedSearch.objects.filter(pk=number, account_id=person.id).delete()
    return found


def _saved(one: SavedSearch) -> Saved:
    said = msgspec.json.decode(unseal(bytes(one.sealed)), type=_Said)
    return Saved(
        number=one.pk,
        name=said.name,
        asked=said.asked,
        saved_at=one.saved_at,
        opened_at=one.opened_at,
        opened_seq=one.opened_seq,
    )
