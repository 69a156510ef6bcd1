"""The watch beside whoever else appends to the case, and in a case that holds much."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import count
from threading import Event
from time import sleep

import pytest
from django.db import connection, connections

from clewline.errors import NotAllowed
from clewline.record import Entry, Statement
from clewline.record.notation import WRITTEN_AT, read_notation
from clewline.store import ledger
from clewline.store.verify import verify

CHILD = "p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01"
CONSIDERED = (
    "s: on 2023-03-04 section 45 considered kent/1, force kent, person kent/1, considered by Moss, test child, "
    "outcome the defence does not apply, reason they lead the line"
)
CHARGED = "c: on 2023-03-05 charge H1, force kent, person kent/1, offence MD71170"
WITHDRAWN = "w: on 2023-03-06 correction s, withdraws s"
_minutes = count(1)


def entries(*notation: str) -> list[Entry]:
    """Return some entries of one case, recorded later than all before."""
    at = WRITTEN_AT + timedelta(minutes=next(_minutes))
    some = read_notation("\n".join(notation))
    return [replace(one, recorded_at=at, source=Statement("Moss")) for one in some]


def add(*notation: str) -> None:
    ledger.append(entries(*notation))


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [(CHARGED, WITHDRAWN, "The charge H1 rests on"), (WITHDRAWN, CHARGED, "was under 18 at the act")],
)
def test_of_a_charge_and_the_withdrawal_of_what_it_rests_on_the_one_that_waits_is_refused(
    record: str, first: str, second: str, why: str
) -> None:
    add(CHILD, CONSIDERED)
    mine, begun = connections["default"], Event()

    def slowly() -> Iterator[Entry]:
        """Yield the first, and hold the case while another waits for it."""
        one, *rest = entries(first, "a: on 2023-03-06 arrest C9, force kent, person kent/9, age 31")
        yield one
        begun.set()
        sleep(0.3)
        yield from rest

    def apart(some: Iterator[Entry]) -> None:
        connections["default"] = mine.copy()
        try:
            ledger.append(some)
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(2) as both:
        one = both.submit(apart, slowly())
        assert begun.wait(10)
        other = both.submit(apart, iter(entries(second)))
        one.result()
        with pytest.raises(NotAllowed, match=why):
            other.result()
    (case,) = ledger.cases()
    assert [e.id for e in ledger.read(case)] == ["p", "s", first[0], "a"] and verify()


def steps(act: Callable[[], object]) -> int:
    """Return how many hundred steps SQLite takes over an act."""
    taken = 0

    def one_more() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.connection.set_progress_handler(one_more, 100)
    act()
    connection.connection.set_progress_handler(None, 0)
    return taken


@pytest.mark.usefixtures("embedded")
def test_a_charge_that_is_put_right_costs_as_much_in_a_large_case() -> None:
    charge = "{}: on 2023-03-05 charge {}, force kent, person kent/1, age 31, offence MD71170"

    def right(n: int) -> None:
        add(f"{charge.format(f'd{n}', f'H{n}')}; corrects c{n} because typed wrongly")

    add(*(charge.format(f"c{n}", f"H{n}") for n in range(2)))
    right(0)
    small = steps(lambda: right(1))
    add(*(f"a{n}: on 2023-03-01 arrest C{n}, force kent, person kent/{n + 2}, age 31" for n in range(5000)))
    add(charge.format("c2", "H2"))
    assert steps(lambda: right(2)) < small + 20
