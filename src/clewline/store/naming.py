"""The entries of a case that name a person."""

from collections.abc import Sequence

from clewline.access import Group
from clewline.case.mentions import LONGEST, What
from clewline.record import Entry
from clewline.record.kinds.person import Person
from clewline.store import bulk, ledger, mentions, standing

AT_ONCE = 500
"""People who are looked up in one statement."""


def naming(case: str, people: Sequence[str]) -> dict[str, list[Entry]]:
    """Return the standing entries of a case that name some people, by person."""
    ever = ever_naming(case, people)
    every = [one for some in ever.values() for one in some]
    gone = standing.no_longer(case, every) if every else ()
    return {person: [one for one in some if one.id not in gone] for person, some in ever.items()}


def ever_naming(case: str, people: Sequence[str]) -> dict[str, list[Entry]]:
    """Return the entries of a case that name some people, by person, whether they stand or not."""
    mentions.catch_up([case])
    found: dict[str, list[Entry]] = {}
    for _, entry in ledger.numbered(_numbers(case, people)):
        if (person := person_of(entry)) is not None:
            found.setdefault(person, []).append(entry)
    return found


def _numbers(case: str, people: Sequence[str]) -> list[int]:
    found = set[int]()
    for i in range(0, len(people), AT_ONCE):
        # The index holds no more of a long one; whom an entry names is read of it.
        some = [one[:LONGEST].encode() for one in people[i : i + AT_ONCE]]
        rows = bulk.few(
            "select seq from store_mention where case_id = %s and readers in (%s, %s) and what = %s "
            f"and term in ({', '.join(['%s'] * len(some))})",
            [case, *map(int, Group), int(What.PERSON), *some],
        )
        found.update(seq for (seq,) in rows)
    return sorted(found)


def person_of(entry: Entry) -> str | None:
    """Return the person whom an entry names."""
    if isinstance(entry.facts, Person):
        return entry.subject
    found: str | None = getattr(entry.facts, "person", None)
    return found
