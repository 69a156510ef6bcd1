"""Release a draft: another person puts it out, and from then on it is public and frozen with its rows."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from clewline.bulletin.released import public as publicity
from clewline.bulletin.released.frozen import Frozen, FrozenNumber
from clewline.bulletin.released.name import Basis
from clewline.bulletin.released.public import Public
from clewline.bulletin.week import as_written
from clewline.errors import BadInput, NotAllowed
from clewline.figures import all_figures
from clewline.record import Entry
from clewline.record.kinds.bulletin_released import BulletinReleased
from clewline.store import files, ledger
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.guard import Guard, told_of
from clewline.workflow.bulletin.kept import Kept, entry_of
from clewline.workflow.bulletin.published import published
from clewline.workflow.bulletin.rows import Rows, counted_again


@dataclass(frozen=True, kw_only=True)
class Release:
    """A bulletin that was just released."""

    bulletin: str
    text: str
    numbers: int
    exposed: tuple[str, ...]
    """Counts of people that a reader of everything released can narrow, whatever is held back, in sentences."""


def release(
    bulletin: str, *, by: str, at: datetime, account: str | None = None, one_each: bool = False
) -> Release:
    """Release the draft of that id, and take its numbers into the published series.

    `by` is who releases it, as they say; `account` is whose the machine says it is, where that is another name.
    `one_each`: each person has an account of their own, so that one account may not do both either.

    :raises NotFound: there is no such draft, or its files are not kept here.
    :raises NotAllowed: it is released already; `by` drafted it; its numbers are not what the record says now; or
        bulletins released since let a reader work out what it holds back.
    """
    found = kept.find(bulletin)
    _may(found, by, account if one_each else None)
    made = kept.releases()
    frozen, text = found.frozen(), found.text()
    rows = Rows(at, found.written.cases)
    _is_fresh(found, frozen, rows)
    public, exposed = _cleared(found, frozen, rows, kept.public(made))
    content = json.dumps(publicity.as_json(public), sort_keys=True, separators=(",", ":")).encode()
    public_sha256 = sha256(content).hexdigest()
    files.keep(content, public_sha256)
    facts = BulletinReleased(
        bulletin=found.id,
        released_by=by,
        text_sha256=found.written.text_sha256,
        public_sha256=public_sha256,
    )
    head = entry_of(
        facts,
        id=f"{found.id}:released",
        case=found.entry.case,
        subject=found.id,
        by=by,
        account=account or by,
        at=at,
    )
    try:
        ledger.append(_unless_another(head, published(found, head, text), made))
    except BadInput as wrong:
        if kept.find(bulletin).released is None:
            raise
        raise NotAllowed(f"Bulletin {bulletin} was released by another person at the same moment.") from wrong
    return Release(bulletin=found.id, text=text, numbers=found.written.numbers, exposed=exposed)


def _may(found: Kept, by: str, account: str | None) -> None:
    if found.released is not None:
        released = found.released
        raise NotAllowed(f"Bulletin {found.id} was released on {released.day} by {_releaser(released)}.")
    same = account is not None and account == found.entry.recorded_by
    if same or _person(by) == _person(found.written.drafted_by):
        raise NotAllowed(
            f"Another person must release a bulletin: {found.written.drafted_by} drafted {found.id}."
        )


def _releaser(entry: Entry) -> str:
    return entry.facts.released_by if isinstance(entry.facts, BulletinReleased) else entry.recorded_by


def _person(name: str) -> str:
    """Return a name without what people type differently: capitals and spaces."""
    return " ".join(name.split()).casefold()


def _is_fresh(found: Kept, frozen: Frozen, rows: Rows) -> None:
    """Refuse a draft whose numbers the record would count otherwise now; say which."""
    stale = [sentence for number in frozen.numbers if (sentence := _stale(number, rows))]
    if stale:
        raise NotAllowed(
            f"The record has changed since bulletin {found.id} was drafted; draft it again. "
            + " ".join(stale)
        )


def _stale(number: FrozenNumber, rows: Rows) -> str | None:
    selected = number.selected
    figure = all_figures().get(selected.figure)
    now = [] if figure is None else [d.select for d in figure.definitions if d.version == selected.definition]
    name = f"{figure.title if figure else selected.figure}{_narrow(number)}"
    if selected.sql not in now:
        return f"{name}: this version of Clewline counts it by another definition."
    again = rows.number(number)
    if again.sha256 == number.sha256:
        return None
    was, is_ = (as_written(count, number.unit) for count in (number.count, again.count))
    if was == is_:
        return f"{name}: still {is_}, and it stands on other entries."
    return f"{name}: the draft says {was}, the record {is_}."


def _narrow(number: FrozenNumber) -> str:
    return f" ({number.title})" if number.qualifiers else ""


def _cleared(found: Kept, frozen: Frozen, rows: Rows, before: Public) -> tuple[Public, tuple[str, ...]]:
    """Return what is public once the bulletin is out; refuse what would let a small count be worked out."""
    written = found.written
    basis = Basis(written.force, tuple(sorted(written.cases)))
    told = {
        name: number.title
        for number in frozen.numbers
        for name in told_of(counted_again(number, rows), basis)
    }
    guard = Guard(before, rows, secret=bytes.fromhex(frozen.secret))
    cleared = guard.clear(told, held=[name for name, _ in frozen.held_back])
    if cleared.held_back:
        raise NotAllowed(
            f"Bulletin {found.id} tells what would let a reader work out a small count of people, after what was "
            f"released since it was drafted; draft it again. " + " ".join(cleared.held_back.values())
        )
    return cleared.public, cleared.exposed


def _unless_another(head: Entry, rest: Sequence[Entry], made: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of a release, having looked once more, now that the case is held, whether another came first.

    What each release may tell depends on those before it, so that two must not pass each other.
    """
    yield head
    if [e.id for e in kept.releases() if e.id != head.id] != [e.id for e in made]:
        raise NotAllowed("Another bulletin was released at the same moment; release this one again.")
    yield from rest
