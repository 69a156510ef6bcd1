"""How long answers take about somebody in a sealed case, in an open one and in none: asked turn about."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from statistics import median
from typing import Any

from bench.measure import spread

ASKED = 60
"""Times that each is asked."""
OTHERS = 200
"""Other cases, each with a person and a concern."""
OWN = "own"
WHO = {"open": "kent/1", "sealed": "kent/2", "absent": "kent/3"}
_press = count(1)


def measured() -> dict[str, Any]:
    """Return the spread of times of the pointer, of the public form and of coming back to a referral."""
    from django.conf import settings

    from clewline.workflow import ask_who_else

    settings.REFER_RATE = settings.REFER_RATE_ALL = ask_who_else.MOST = 1_000_000
    person = _made()
    pointer = {name: _pointer(person, who) for name, who in WHO.items()}
    form = {name: _form(called) for name, called in zip(WHO, ("Open", "Sealed", "Absent"), strict=True)}
    return {
        "pointer": _told_pointer(pointer),
        "form": _told(_turns(form)),
        "come_back": _told(_turns(_back())),
    }


def _made() -> Any:
    """Make a case with three people, one of whom is a concern in an open case, one in a sealed one."""
    from clewline.access import Purpose, Role
    from clewline.store.accounts import people

    at = datetime.now(UTC)
    for n in range(OTHERS):
        _record(f"other-{n}", f"metropolitan/{n}", "metropolitan", f"Other{n}", at)
    for name, who in WHO.items():
        _record(OWN, who, "kent", name.capitalize(), at)
    _record("case-open", "essex/1", "essex", "Open", at)
    _record("case-sealed", "essex/2", "essex", "Sealed", at)
    people.seal_case("case-sealed", because="A witness is at risk.", by="bench", at=at)
    person = people.add_person("carer", name="Carer", role=Role.SAFEGUARDING, body="kent", password=None)
    people.add_member(OWN, person, purpose=Purpose.SAFEGUARDING, first=at.date(), by="bench", at=at)
    return person


def _record(case: str, who: str, force: str, family: str, at: datetime) -> None:
    from clewline.record.kinds.person import Person
    from clewline.record.kinds.vulnerability_identified import VulnerabilityIdentified
    from clewline.store import ledger
    from clewline.workflow.stated import stated

    some: tuple[Any, ...] = (
        Person(
            force=force,
            number=who.partition("/")[2],
            family_name=family,
            given_names="Jo",
            born=date(2012, 5, 6),
        ),
        VulnerabilityIdentified(force=force, person=who),
    )
    ledger.append(
        [stated(facts, case=case, subject=who, by="bench", at=at, press=f"{case} {who}") for facts in some]
    )


def _pointer(person: Any, who: str) -> Callable[[], float]:
    from clewline.workflow.ask_who_else import ask

    def asks() -> float:
        begun = time.perf_counter()
        _, found = ask(OWN, who, reason="bench", person=person, at=datetime.now(UTC), press=str(next(_press)))
        passed = time.perf_counter() - begun
        assert found == (["essex"] if who == WHO["open"] else [])
        return passed

    return asks


def _form(called: str) -> Callable[[], float]:
    """Return the act of sending a referral about somebody of that name; only the sending is timed."""
    from clewline.store.received.answers import Answers
    from clewline.workflow.refer import made

    said = Answers(
        danger="no",
        called=called,
        place="Dover",
        area="kent",
        concern="Two phones",
        name="Robin",
        work="Teacher",
        organisation="A school",
        reach="0",
    )

    def sends() -> float:
        at = datetime.now(UTC)
        reference = made.begin(said, address="192.0.2.1", at=at)
        begun = time.perf_counter()
        made.send(reference, address="192.0.2.1", at=at)
        return time.perf_counter() - begun

    return sends


def _back() -> dict[str, Callable[[], float]]:
    """Return tries to come back: with a wrong code of a referral that is there, and of one that is not."""
    from clewline.errors import NotFound
    from clewline.store.received import codes, drafts
    from clewline.store.received.answers import Answers
    from clewline.workflow.refer import made

    at = datetime.now(UTC)
    there = drafts.begin(Answers(called="Dunnock"), at=at)
    drafts.send(there, Answers(called="Dunnock"), area="kent", at=at)
    addresses = count(1)

    def tries(reference: Callable[[], str]) -> Callable[[], float]:
        def one() -> float:
            number = next(addresses)
            which, address = reference(), f"10.0.{number // 250}.{number % 250}"
            begun = time.perf_counter()
            try:
                made.come_back(which, codes.new_code(), address=address, at=datetime.now(UTC))
            except NotFound:
                return time.perf_counter() - begun
            raise AssertionError("A code by chance opened a referral.")

        return one

    return {"a wrong code": tries(lambda: there), "no such referral": tries(codes.new_reference)}


def _turns(some: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    for act in some.values():
        act()  # what is loaded once is loaded
    found: dict[str, list[float]] = {name: [] for name in some}
    names = list(some)
    for turn in range(ASKED):
        # Each is first as often as the others.
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            found[name].append(some[name]())
    return found


def _told(times: dict[str, list[float]]) -> dict[str, Any]:
    middles = [median(some) for some in times.values()]
    return {
        "milliseconds": {name: spread([one * 1000 for one in some]) for name, some in times.items()},
        "medians_apart_ms": round((max(middles) - min(middles)) * 1000, 3),
    }


def _told_pointer(acts: dict[str, Callable[[], float]]) -> dict[str, Any]:
    """Return the times of the work behind a pointer, and how many answers would leave later than at the first tick."""
    from clewline.safeguarding.pointer import TICK

    times = _turns(acts)
    late = sum(one >= TICK for some in times.values() for one in some)
    return _told(times) | {"tick_seconds": TICK, "late": late, "asked": ASKED * len(times)}
