"""What one append ends, brings back or takes away, in whatever order: no charge is left that nobody considered."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from clewline.errors import NotAllowed
from clewline.record import Statement
from clewline.record.notation import WRITTEN_AT, read_notation
from clewline.store import ledger, mentions, watch

pytestmark = pytest.mark.usefixtures("record")

BORN = "p: on 2023-03-01 person kent/1, force kent, number 1, born 2007-01-01"
CHARGE = "c: on 2023-03-05 charge H1, force kent, person kent/1, offence MD71170"
CONSIDERED = (
    "s: on 2023-03-04 section 45 considered kent/1, force kent, person kent/1, considered by Moss, test child, "
    "outcome the defence does not apply, reason they lead the line"
)
CONSENT = (
    "k: on 2023-03-01 consent kent/1, force kent, person kent/1, to NRM referral, answer given, taken by Moss"
)
REFERRED = "n: on 2023-03-02 nrm referral N1, force kent, person kent/1, age 31"
_minutes = count(1)


def add(*notation: str) -> None:
    """Append some entries to one case, later than all before."""
    at = WRITTEN_AT + timedelta(minutes=next(_minutes))
    some = read_notation("\n".join(notation))
    ledger.append([replace(one, recorded_at=at, source=Statement("Moss")) for one in some])


def withdraws(entry: str, by: str) -> str:
    return f"{by}: on 2023-03-06 correction {entry}, withdraws {entry}"


def ids() -> list[str]:
    return [one.id for case in ledger.cases() for one in ledger.read(case)]


@pytest.mark.parametrize("before", [(), (BORN,), (BORN, CONSIDERED)])
def test_a_consideration_is_not_taken_away_after_the_charge_in_the_same_append(
    before: tuple[str, ...],
) -> None:
    if before:
        add(*before)
    rest = [one for one in (BORN, CONSIDERED) if one not in before]
    with pytest.raises(NotAllowed, match="The charge H1 rests on"):
        add(*rest, CHARGE, withdraws("s", "w"))
    assert len(ids()) == len(before)


@pytest.mark.parametrize(
    "said",
    [
        "arrest C1, force kent, person kent/1, age 31",
        "age assessed kent/1, force kent, "
        "person kent/1, outcome 18 or over, assessed by Lane, basis passport",
    ],
)
def test_an_age_that_the_same_append_withdraws_makes_nobody_an_adult(said: str) -> None:
    age = f"a: on 2023-03-01 {said}"
    with pytest.raises(NotAllowed, match="may have been under 18"):
        add(age, withdraws("a", "w"), CHARGE)
    assert ids() == []
    add(age, CHARGE)


def test_a_charge_is_not_brought_back_once_its_consideration_is_gone() -> None:
    add(BORN, CONSIDERED)
    add(CHARGE)
    add(withdraws("c", "x"))
    add(withdraws("s", "w"))
    with pytest.raises(NotAllowed, match="The charge H1 would stand again"):
        add(withdraws("x", "y"))
    add(CONSIDERED.replace("s:", "t:"))
    add(withdraws("x", "y"))
    with pytest.raises(NotAllowed, match="rests on"):
        add(withdraws("t", "z"))


def test_nor_all_in_one_append() -> None:
    with pytest.raises(NotAllowed, match="would stand again"):
        add(BORN, CONSIDERED, CHARGE, withdraws("c", "x"), withdraws("s", "w"), withdraws("x", "y"))
    add(BORN, CONSIDERED, CHARGE, withdraws("c", "x"), withdraws("x", "y"))


def test_nor_by_taking_back_what_replaced_it() -> None:
    add(BORN, CONSIDERED, CHARGE)
    add(
        "d: on 2023-03-05 charge H1, force kent, person kent/2, age 31, offence MD71170; corrects c because of another"
    )
    add(withdraws("s", "w"))
    with pytest.raises(NotAllowed, match="would stand again"):
        add(withdraws("d", "y"))


def test_nor_by_reversing_the_batch_of_what_replaced_it() -> None:
    add(BORN, CONSIDERED, CHARGE)
    add(
        "d: on 2023-03-05 charge H1, force kent, person kent/2, age 31, offence MD71170; in batch b1; corrects c "
        "because of another"
    )
    add(withdraws("s", "w"))
    with pytest.raises(NotAllowed, match="would stand again"):
        add("r: on 2023-03-06 batch reversed b1, batch b1")


def test_nor_a_referral_of_an_adult_once_they_took_their_consent_back() -> None:
    add(CONSENT)
    add(REFERRED)
    add(withdraws("n", "x"))
    add(withdraws("k", "w"))
    with pytest.raises(NotAllowed, match="The NRM referral N1 would stand again"):
        add(withdraws("x", "y"))


def test_an_entry_of_another_kind_does_not_take_a_consideration_s_place() -> None:
    add(BORN, CONSIDERED)
    add(CHARGE)
    with pytest.raises(NotAllowed, match="rests on"):
        add("a: on 2023-03-01 arrest C1, force kent, person kent/1; corrects s because typed wrongly")


@pytest.mark.parametrize("first", ["correction s, withdraws s", "batch reversed b1, batch b1"])
@pytest.mark.parametrize("together", [True, False])
def test_a_consideration_that_was_ended_before_it_came_covers_nothing(first: str, together: bool) -> None:
    add(BORN)
    some = (f"w: on 2023-03-06 {first}", f"{CONSIDERED}; in batch b1", CHARGE)
    if not together:
        add(some[0])
    with pytest.raises(NotAllowed, match="was under 18"):
        add(*some if together else some[1:])


def test_a_correction_of_what_nothing_rests_on_is_no_part_of_its_own() -> None:
    add(*(f"a{n}: on 2023-03-01 arrest C{n}, force kent, person kent/{n}, age 13" for n in range(9)))
    some = [
        f"b{n}: on 2023-03-01 arrest C{n}, force kent, person kent/{n}, age 31; corrects a{n} because typed wrongly"
        for n in range(9)
    ]
    (case,) = ledger.cases()
    mentions.catch_up([case])
    entries = read_notation("\n".join(some))
    parts = [list(part) for part in watch.parts(case, entries, empty=False)]
    assert [len(part) for part in parts] == [9]
