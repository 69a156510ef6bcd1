"""What became of referrals, and what is recorded of whoever was referred: read whole, and only what stands.

Who may ask is for the caller to say: `referrals` for a partner, `visible` for the members of a case.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from clewline.access import Group
from clewline.case.mentions import LONGEST, What, body
from clewline.record import Entry
from clewline.safeguarding.referral import BEGIN, FOLLOW, Standing
from clewline.safeguarding.referral import standing as standing_of
from clewline.store import bulk, ledger, mentions, standing
from clewline.store.kinds_of_cases import head_of
from clewline.store.mentions import Asked, Range

AT_ONCE = 500
KEPT = 64
"""Cases of which what became of their referrals is kept in the process."""
_answered: OrderedDict[str, tuple[bytes, tuple["Followed", ...]]] = OrderedDict()
"""Of each case: the head of its chain when it was read, and what was found."""
_lock = Lock()


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A referral that stands, and what became of it."""

    entry: Entry
    versions: Sequence[str]
    """Ids of it and of what it corrected: an answer to one is an answer to all."""
    standing: Standing
    history: Sequence[Entry]
    """What followed, in the order in which it was recorded."""


def follow(case: str, referrals: Sequence[Entry]) -> list[Followed]:
    """Return what became of referrals of a case that stand."""
    some = [(one, _versions(one)) for one in referrals]
    by_id = _following(case, [version for _, versions in some for version in versions])
    return [_followed(one, versions, by_id) for one, versions in some]


def cases_answered(cases: Sequence[str]) -> list[str]:
    """Return, of some cases, those in which something became of a referral."""
    mentions.catch_up(cases)
    found: list[str] = []
    for at in range(0, len(cases), AT_ONCE):
        some = list(cases[at : at + AT_ONCE])
        marks = ", ".join(["%s"] * len(some))
        rows = bulk.few(
            f"select distinct case_id from store_mention where case_id in ({marks}) and readers = %s and what = %s",
            [*some, int(Group.CARE), int(What.REFERRAL)],
        )
        found += [str(case) for (case,) in rows]
    return sorted(found)


def answered(case: str) -> Sequence[Followed]:
    """Return the referrals of a case that stand and of which something became.

    What is found is kept in the process as long as the case does not grow: a first page asks each time that somebody
    begins. The head of its chain names all that a case holds, so that what is kept is of no other record.
    """
    head = head_of(case)
    with _lock:
        kept = _answered.get(case)
    if kept is None or kept[0] != head:
        kept = head, tuple(_find_answered(case))
        with _lock:
            _answered[case] = kept
            _answered.move_to_end(case)
            while len(_answered) > KEPT:
                _answered.popitem(last=False)
    return kept[1]


def _find_answered(case: str) -> list[Followed]:
    by_id = _following(case, None)
    if not by_id:
        return []
    named = list(ledger.find(by_id).values())
    gone = _gone(case, named)
    there = {one.id: one for one in named if one.id not in gone and one.kind in BEGIN}
    later = (newest(case, one) for one in named if one.id in gone)
    there |= {one.id: one for one in later if one is not None}
    found = [(one, _versions(one)) for one in there.values()]
    return [_followed(one, versions, by_id) for one, versions in found]


def to_partner(case: str, partner: str) -> list[Entry]:
    """Return the referrals of a case to a partner that stand, by its name as it is mentioned."""
    return _entries(case, Asked(any_of=[[[Range(What.PARTNER, partner)]]], kinds=BEGIN))


def of_person(case: str, who: str) -> list[Entry]:
    """Return what stands in a case of a person, of the kinds that those who protect people see."""
    return _entries(case, Asked(any_of=[[[Range(What.PERSON, who)]]]))


def _followed(entry: Entry, versions: Sequence[str], by_id: dict[str, list[Entry]]) -> Followed:
    partner = getattr(entry.facts, "partner", None)
    history = sorted(
        # Where the partner was put right, what another answered is not this one's.
        (one for version in versions for one in by_id.get(version, ()) if _is_of(one, partner)),
        key=lambda one: one.recorded_at,
    )
    return Followed(
        entry=entry, versions=versions, standing=standing_of(entry, history), history=tuple(history)
    )


def _is_of(entry: Entry, partner: str | None) -> bool:
    theirs = getattr(entry.facts, "partner", None)
    return theirs is None or partner is None or body(theirs) == body(partner)


def _following(case: str, referrals: Sequence[str] | None) -> dict[str, list[Entry]]:
    """Return the entries that follow some referrals of a case, or all, by the id that they name."""
    ranges = [Range(What.REFERRAL, "", begins=True)] if referrals is None else []
    ranges += [Range(What.REFERRAL, one[:LONGEST]) for one in referrals or ()]
    found = defaultdict[str, list[Entry]](list)
    for at in range(0, len(ranges), 50):
        for entry in _entries(case, Asked(any_of=[[ranges[at : at + 50]]], kinds=FOLLOW)):
            found[str(getattr(entry.facts, "referral", ""))].append(entry)
    return found


def _entries(case: str, asked: Asked) -> list[Entry]:
    """Return all entries of a case that mention something and stand, in the order in which they were recorded.

    None is left out however many there are: one that ends a sharing may be the last.
    """
    mentions.catch_up([case])
    found: list[tuple[int, Entry]] = []
    after = (date.min, 0)
    while True:
        places = mentions.find(case, (Group.CARE,), asked, after=after, most=AT_ONCE)
        found += ledger.numbered([seq for _, seq in places])
        if len(places) < AT_ONCE:
            break
        after = places[-1]
    some = [entry for _, entry in sorted(found, key=lambda one: one[0])]
    gone = _gone(case, some)
    return [one for one in some if one.id not in gone]


def _gone(case: str, some: Sequence[Entry]) -> set[str]:
    """Return the ids of those that no longer stand, however many are asked about."""
    gone: set[str] = set()
    for at in range(0, len(some), AT_ONCE):
        gone |= standing.no_longer(case, some[at : at + AT_ONCE])
    return gone


def _versions(entry: Entry) -> tuple[str, ...]:
    """Return the ids of an entry and of those that it corrected, one after the other."""
    ids = [entry.id]
    while entry.corrects is not None and entry.corrects not in ids:
        ids.append(entry.corrects)
        earlier = ledger.find([entry.corrects]).get(entry.corrects)
        if earlier is None:
            break
        entry = earlier
    return tuple(ids)


def newest(case: str, entry: Entry) -> Entry | None:
    """Return the version of a referral that stands, itself or what corrected it; none where it was withdrawn."""
    seen: set[str] = set()
    waiting = [entry]
    while waiting:
        some = [one for one in waiting if one.id not in seen and one.kind in BEGIN]
        seen |= {one.id for one in some}
        gone = standing.no_longer(case, some)
        if there := next((one for one in some if one.id not in gone), None):
            return there
        later: Iterable[tuple[int, Entry]] = ledger.numbered(mentions.ending(case, [one.id for one in some]))
        waiting = [one for _, one in later if one.corrects in seen]
    return None
