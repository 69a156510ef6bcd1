"""The entries that a batch gave, of those that someone may see: by the one definition of `visible`."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Count

from clewline.record import Entry
from clewline.store import ledger
from clewline.store.accounts.people import Person
from clewline.store.visible import visible_to


def kinds_given(person: Person, today: date, case: str, receipt: Entry, entries: int) -> Counter[str]:
    """Return how many entries of each kind a batch gave."""
    numbers = _numbers(person, today, case, receipt, entries)
    found = (
        visible_to(person, today).filter(seq__in=numbers).order_by().values("kind").annotate(n=Count("seq"))
    )
    return Counter({one["kind"]: one["n"] for one in found})


def entries_given(
    person: Person, today: date, case: str, receipt: Entry, entries: int, *, page: int, most: int = 25
) -> Sequence[Entry]:
    """Return entries that a batch gave, in the order of its file: those of a page, the first of which is 1."""
    numbers = sorted(_numbers(person, today, case, receipt, entries))
    some = numbers[(page - 1) * most : page * most]
    return [entry for _, entry in ledger.numbered(some)]


def corrected_later(person: Person, today: date, case: str, receipt: Entry) -> int:
    """Return how many later entries of the case, of other batches, correct an entry of this one."""
    found = visible_to(person, today).filter(case_id=case, corrects__startswith=f"{receipt.id}:")
    return found.exclude(batch=receipt.id).count()


def _numbers(person: Person, today: date, case: str, receipt: Entry, entries: int) -> list[int]:
    # A batch is one transaction that holds its case, so its entries are the last of the case before its receipt.
    own = visible_to(person, today).filter(case_id=case)
    last = own.filter(entry_id=receipt.id).values_list("seq", flat=True).first()
    if last is None or not entries:
        return []
    found = own.filter(seq__lt=last, batch=receipt.id).order_by("-seq").values_list("seq", flat=True)
    return list(found[:entries])
