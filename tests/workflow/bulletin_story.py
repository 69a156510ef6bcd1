"""A small made-up record to write bulletins from, in notation, and the acts of a press office on it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.draft import Draft, keep, prepare
from clewline.workflow.bulletin.release import Release, release

WEEK, SUNDAY = date(2023, 2, 27), date(2023, 3, 5)
NOW = datetime(2023, 3, 6, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def record(text: str, *, at: datetime = NOW, case: str = "K1") -> None:
    """Append entries written in notation; one without an instant of its own is known from `at`."""
    said = f"; known from {at.isoformat()}; by Moss; stated by Moss; case {case}"
    lines = (line.strip() for line in text.splitlines())
    ledger.append(read_notation("\n".join(f"{line}{said}" for line in lines if line)))


def arrests(count: int, *, day: str = "2023-03-01", name: str = "a", more: str = "age 30, sex male") -> str:
    """Write arrests of as many people, all on one day."""
    return "\n".join(
        f"{name}{n}: on {day} arrest C-{name}{n}, force kent, person kent/{name}{n}, {more}"
        for n in range(count)
    )


def helped(
    count: int,
    *,
    age: int | None,
    day: str = "2023-03-01",
    name: str = "s",
    force: str = "kent",
    sex: str = "male",
) -> str:
    """Write safety plans for as many people."""
    said = f", sex {sex}" if age is None else f", age {age}, sex {sex}"
    return "\n".join(
        f"{name}{n}: on {day} safety plan P-{name}{n}, force {force}, person {force}/{name}{n}{said}"
        for n in range(count)
    )


def seized(*pounds: int, name: str = "x", day: str = "2023-03-02") -> str:
    """Write seizures of cash."""
    return "\n".join(
        f"{name}{n}: on {day} cash seizure E-{name}{n}, force kent, currency GBP, amount {amount}"
        for n, amount in enumerate(pounds)
    )


def drafted(*, at: datetime = NOW, **said: Any) -> Draft:
    """Write the bulletin of the week as known at that instant."""
    return prepare(**{"start": WEEK, "end": SUNDAY, "style": "release", "force": "kent", "as_of": at, **said})


def kept_draft(*, at: datetime = NOW, by: str = "Moss", **said: Any) -> str:
    """Keep a draft of the week and return its id."""
    return keep(drafted(at=at, **said), by=by, at=at)


def released(*, at: datetime = NOW, **said: Any) -> Release:
    """Draft the week and have another person release it."""
    return release(kept_draft(at=at, **said), by="Ahmed", at=at)


def told(bulletin: str) -> dict[str, str]:
    """What a bulletin of the record tells, by figure and part, with its relation and value."""
    signs = {"exactly": "", "at_least": "≥", "at_most": "≤", "about": "~"}
    return {
        " ".join((n.figure, *n.counted)): f"{signs[n.relation]}{n.value.normalize():f}"
        for _, n in kept.numbers(kept.find(bulletin))
    }


def counts(draft: Draft) -> set[str]:
    """What a draft tells, by figure and part."""
    return {" ".join((n.selected.figure, *sorted(n.qualifiers.values()))) for n in draft.frozen.numbers}


def held(draft: Draft) -> set[str]:
    """What a draft holds back, by figure and part."""
    return {
        " ".join((name.figure, *(value for _, value in name.narrowing))) for name, _ in draft.frozen.held_back
    }
