"""Whatever is appended, in whatever order: no child is charged of whom nobody had considered section 45.

What the ledger refuses is left out; of what it takes, the figure of such charges is nought.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clewline.analysis import tables
from clewline.analysis.count import select
from clewline.errors import NotAllowed
from clewline.figures import all_figures
from clewline.record import Entry, Statement
from clewline.record.notation import WRITTEN_AT, read_notation
from clewline.store import ledger

FIGURE = all_figures()["children_charged_unconsidered"]
OF = "force kent, person kent/1"
CONSIDERED = f"section 45 considered kent/1, {OF}, considered by Moss, outcome not settled, reason asked"
CHARGE = f"charge H{{n}}, {OF}, offence "
ACTS = (
    *(
        f"{CONSIDERED}, test {test}{offence}"
        for test in ("child", "adult")
        for offence in ("", ", offence MD71130", ", offence MD71532")
    ),
    *(
        f"{CHARGE}{offence}{age}"
        for offence in ("MD71130", "MD71532")
        for age in ("", ", age 16", ", age 17, act on 2022-03-01", ", age 30", ", age 18, age at act 17")
    ),
    "person kent/1, force kent, number 1, born 2007-01-01",
    *(
        f"age assessed kent/1, {OF}, assessed by Lane, basis papers, outcome {outcome}"
        for outcome in ("disputed", "18 or over", "18 or over, born 2002-01-01")
    ),
)
ENDS = st.one_of(st.none(), st.tuples(st.sampled_from(("corrects", "withdraws")), st.integers(0, 9)))
Step = tuple[str, tuple[str, int] | None, bool]
"""What is said; what it ends of what was said before; and whether it comes in one append with the next."""
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), ENDS, st.booleans()), min_size=3, max_size=12)
_cases = count(1)


def appended(case: str, steps: Sequence[Step]) -> list[Entry]:
    """Append the steps to a case, later than those before, and return what the ledger took."""
    taken: list[Entry] = []
    waiting: list[Entry] = []
    for n, (text, ends, with_next) in enumerate(steps):
        waiting.append(made(case, n, text, ends, [*taken, *waiting]))
        if with_next and n + 1 < len(steps):
            continue
        at = WRITTEN_AT + timedelta(minutes=n)
        some, waiting = [replace(one, recorded_at=at) for one in waiting], []
        try:
            ledger.append(some)
        except NotAllowed:
            continue
        taken += some
    return taken


def made(case: str, n: int, text: str, ends: tuple[str, int] | None, before: Sequence[Entry]) -> Entry:
    after = ""
    if ends is not None and before:
        earlier = before[-1 - ends[1] % len(before)]
        if ends[0] == "withdraws":
            text = f"correction {earlier.id}, withdraws {earlier.id}"
        else:
            after = f"; corrects {earlier.id} because put right"
    (entry,) = read_notation(f"{case}-{n}: on 2023-03-0{1 + n % 5} {text.replace('{n}', str(n))}{after}")
    return replace(entry, case=case, source=Statement("Moss"))


@pytest.mark.usefixtures("embedded_once")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_the_figure_is_nought_whatever_is_appended(
    steps: Sequence[Step],
) -> None:
    taken = appended(f"K{next(_cases)}", steps)
    counted = select(
        tables.of_entries(taken), FIGURE, start=date(2023, 1, 1), end=date(2023, 12, 31)
    ).counted()
    assert counted.value == 0, counted.entries


@pytest.mark.usefixtures("embedded_once")
def test_the_steps_reach_a_charge_whose_consideration_was_put_right() -> None:
    steps: list[Step] = [
        (f"{CONSIDERED}, test child", None, False),
        (f"{CHARGE}MD71130, age 16", None, False),
        (f"{CONSIDERED}, test child, offence MD71130", ("corrects", 1), False),
        (f"{CONSIDERED}, test adult", ("corrects", 0), False),  # it would no longer cover the charge
    ]
    taken = appended(f"K{next(_cases)}", steps)
    assert [one.kind for one in taken] == ["section_45_considered", "charge", "section_45_considered"]


@pytest.mark.usefixtures("embedded_once")
@pytest.mark.parametrize("together", [False, True])
def test_the_steps_reach_a_withdrawn_charge_that_would_stand_again(together: bool) -> None:
    steps: list[Step] = [
        (f"{CONSIDERED}, test child", None, together),
        (f"{CHARGE}MD71130, age 16", None, False),
        ("", ("withdraws", 0), together),  # the charge
        ("", ("withdraws", 2), False),  # what it rested on
        ("", ("withdraws", 1), False),  # and then the withdrawal of the charge
    ]
    taken = appended(f"K{next(_cases)}", steps)
    assert [one.kind for one in taken] == ["section_45_considered", "charge", "correction", "correction"]
