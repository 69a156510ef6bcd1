"""The ledger holds back a charge of somebody who may be a victim, by whichever way it comes, on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Never

import pytest

from clewline.errors import NotAllowed
from clewline.record import Statement
from clewline.record.notation import WRITTEN_AT, read_notation
from clewline.safeguarding.considered import Said
from clewline.store import ledger, watch

pytestmark = pytest.mark.usefixtures("record")

CHARGE = "{}: on 2023-03-05 charge {}, force kent, person kent/1, offence MD71170{}"
CONSIDERED = (
    "{}: on 2023-03-04 section 45 considered kent/1, force kent, person kent/1, considered by Moss, test child, "
    "outcome the defence does not apply, reason they lead the line"
)
ADULT = "a: on 2023-03-01 arrest C1, force kent, person kent/1, age 31"
MARKED = "v: on 2023-03-01 vulnerability identified V1, force kent, person kent/1"
_minutes = count(1)


def add(*notation: str) -> None:
    """Append some entries to one case, later than all before."""
    at = WRITTEN_AT + timedelta(minutes=next(_minutes))
    some = read_notation("\n".join(notation))
    ledger.append([replace(one, recorded_at=at, source=Statement("Moss")) for one in some])


def ids() -> Sequence[str]:
    (case,) = ledger.cases()
    return [one.id for one in ledger.read(case)]


def test_a_child_is_not_charged_before_section_45_was_considered() -> None:
    add("p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01")
    with pytest.raises(NotAllowed, match="was under 18 at the act"):
        add(CHARGE.format("c", "H1", ""))
    assert ids() == ["p"]
    add(CONSIDERED.format("s"))
    add(CHARGE.format("c", "H1", ""))
    assert ids() == ["p", "s", "c"]


def test_what_the_same_append_says_counts_and_all_or_nothing_is_appended() -> None:
    with pytest.raises(NotAllowed):
        add(ADULT, MARKED, CHARGE.format("c", "H1", ""))
    assert ledger.cases() == [] or ids() == []
    add(ADULT, MARKED, CONSIDERED.format("s"), CHARGE.format("c", "H1", ""))
    assert ids() == ["a", "v", "s", "c"]


def test_a_mark_of_another_case_or_person_holds_nobody_back() -> None:
    add(ADULT, MARKED.replace("kent/1", "kent/2"))
    add(CHARGE.format("c", "H1", ""))
    assert ids() == ["a", "v", "c"]


def test_a_corrected_age_no_longer_counts_and_a_withdrawn_mark_neither() -> None:
    add("a: on 2023-03-01 arrest C1, force kent, person kent/1, age 13", MARKED)
    with pytest.raises(NotAllowed):
        add(CHARGE.format("c", "H1", ""))
    add("b: on 2023-03-01 arrest C1, force kent, person kent/1, age 31; corrects a because typed wrongly")
    with pytest.raises(NotAllowed, match="exploited or at risk"):
        add(CHARGE.format("c", "H1", ""))
    add("w: on 2023-03-02 correction v, withdraws v")
    add(CHARGE.format("c", "H1", ""))


def test_a_correction_and_a_charge_in_one_append() -> None:
    add("a: on 2023-03-01 arrest C1, force kent, person kent/1, age 13")
    add(
        "b: on 2023-03-01 arrest C1, force kent, person kent/1, age 31; corrects a because typed wrongly",
        CHARGE.format("c", "H1", ""),
    )
    assert ids() == ["a", "b", "c"]


def test_what_a_charge_replaces_does_not_stand_beside_it() -> None:
    add(CHARGE.format("c", "H1", ", age 31"))
    with pytest.raises(NotAllowed, match="may have been under 18"):
        add(f"{CHARGE.format('d', 'H1', '')}; corrects c because the age was a guess")
    with pytest.raises(NotAllowed, match="was under 18"):
        add(f"{CHARGE.format('d', 'H1', ', age 13')}; corrects c because the age was a guess")
    add(f"{CHARGE.format('d', 'H1', ', age 33')}; corrects c because the age was a guess")
    assert ids() == ["c", "d"]


def test_a_consideration_on_which_a_charge_rests_is_not_taken_away() -> None:
    add("p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01", CONSIDERED.format("s"))
    add(CHARGE.format("c", "H1", ""))
    with pytest.raises(NotAllowed, match="The charge H1 rests on"):
        add("w: on 2023-03-06 correction s, withdraws s")
    with pytest.raises(NotAllowed, match="The charge H1 rests on"):
        add(f"{CONSIDERED.format('t')}, offence TH68001; corrects s because of another offence")
    add(f"{CONSIDERED.format('t')}, offence MD71170; corrects s because it was of one offence")
    add("x: on 2023-03-06 correction c, withdraws c", "w: on 2023-03-06 correction t, withdraws t")
    assert ids() == ["p", "s", "c", "t", "x", "w"]


def test_another_consideration_may_take_its_place() -> None:
    add("p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01", CONSIDERED.format("s"))
    add(CHARGE.format("c", "H1", ""), CONSIDERED.format("t"))
    add("w: on 2023-03-06 correction s, withdraws s")
    with pytest.raises(NotAllowed):
        add("y: on 2023-03-06 correction t, withdraws t")


def test_many_who_are_charged_are_looked_up_together() -> None:
    some = [
        f"p{n}: on 2023-03-01 person kent/{n}, force kent, number {n}, born 1990-01-01" for n in range(1, 251)
    ]
    add(*some)
    some = [CHARGE.format(f"c{n}", f"H{n}", "").replace("kent/1", f"kent/{n}") for n in range(1, 251)]
    add(*some)
    assert len(ids()) == 500


def test_a_consideration_that_the_same_append_takes_away_covers_nothing() -> None:
    add("p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01", CONSIDERED.format("s"))
    with pytest.raises(NotAllowed, match="was under 18"):
        add("w: on 2023-03-06 correction s, withdraws s", CHARGE.format("c", "H1", ""))
    with pytest.raises(NotAllowed, match="was under 18"):
        add(
            "w: on 2023-03-06 correction s, withdraws s",
            CONSIDERED.format("t"),
            "v: on 2023-03-06 correction t, withdraws t",
            CHARGE.format("c", "H1", ""),
        )
    assert ids() == ["p", "s"]


def test_a_batch_that_holds_a_consideration_is_not_reversed_under_a_charge() -> None:
    within = f"{CONSIDERED.format('s')}; in batch b1"
    add("p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01", within)
    add(CHARGE.format("c", "H1", ""))
    with pytest.raises(NotAllowed, match="rests on"):
        add("r: on 2023-03-06 batch reversed b1, batch b1")
    assert ids() == ["p", "s", "c"]
    add("x: on 2023-03-06 correction c, withdraws c", "r: on 2023-03-06 batch reversed b1, batch b1")


def test_what_a_charge_rested_on_is_not_taken_away_by_an_age_that_was_assessed_after_it() -> None:
    add("p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01", CONSIDERED.format("s"))
    add(CHARGE.format("c", "H1", ""))
    found = (
        "age assessed kent/1, force kent, person kent/1, outcome 18 or over, assessed by Lane, basis passport"
    )
    add(f"g: on 2023-03-06 {found}, born 1999-01-01")
    with pytest.raises(NotAllowed, match="rests on"):
        add("w: on 2023-03-06 correction s, withdraws s")
    # One that was made after the assessment rests on it, and on no consideration.
    add(CHARGE.format("d", "H2", ", act on 2023-03-01"), "x: on 2023-03-06 correction c, withdraws c")
    add("w: on 2023-03-06 correction s, withdraws s")


def test_each_charge_of_a_large_file_costs_as_much_however_many_came_before() -> None:
    class Heard(dict[str, Said]):
        """What the file said of everybody before; nobody goes through it."""

        def gone_through(self) -> Never:
            raise AssertionError("gone through from the first to the last")

        keys = values = items = __iter__ = gone_through

    looked = watch.Watch("K1", empty=True)
    looked._now = Heard({f"kent/{n}": Said() for n in range(2, 7)})
    charge = read_notation(CHARGE.format("c", "H1", ", age 33"))[0]
    looked.prepare([charge.facts])
    assert looked.refusal(charge) is None
    looked.hear(charge)
    assert len(looked._now) == 6


def test_a_form_asks_what_the_ledger_asks_of_a_charge_that_replaces_another() -> None:
    add(CHARGE.format("c", "H1", ", age 31"))
    (entry,) = read_notation(f"{CHARGE.format('d', 'H1', '')}; corrects c because the age was a guess")
    (case,) = ledger.cases()
    assert watch.Watch(case).refusal(entry) is not None


def test_a_person_with_a_long_number_is_found_and_their_like_is_not() -> None:
    number = "9" * 120
    add(MARKED.replace("kent/1", f"kent/{number}"))
    other = CHARGE.format("d", "H2", ", age 31").replace("kent/1", f"kent/{number}8")
    add(other)
    with pytest.raises(NotAllowed, match="exploited or at risk"):
        add(CHARGE.format("c", "H1", ", age 31").replace("kent/1", f"kent/{number}"))
    add("w: on 2023-03-02 correction v, withdraws v")
    add(CHARGE.format("c", "H1", ", age 31").replace("kent/1", f"kent/{number}"))


def test_what_ends_an_entry_of_a_long_name_is_found() -> None:
    name = "v" * 110
    add(MARKED.replace("v:", f"{name}:"), ADULT)
    add(f"w: on 2023-03-02 correction {name}, withdraws {name}")
    add(CHARGE.format("c", "H1", ""))
