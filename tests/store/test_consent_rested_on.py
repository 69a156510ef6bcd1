"""The consent on which an adult's referral rests is not taken away as if it never was, by whichever way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from clewline.access.happened import HELD_BACK
from clewline.errors import NotAllowed
from clewline.record import Statement
from clewline.record.notation import WRITTEN_AT, read_notation
from clewline.store import ledger
from clewline.store.accounts import log

pytestmark = pytest.mark.usefixtures("record")

WHO = "force kent, person kent/1"
GROWN = "p: on 2023-03-01 person kent/1, force kent, number 1, born 1990-01-01"
YOUNG = "p: on 2023-03-01 person kent/1, force kent, number 1, born 2008-01-01"
CONSENT = "{}: on 2023-03-{} consent O-{}, {}, to NRM referral, answer {}, taken by Moss"
REFERRAL = f"n: on 2023-03-04 nrm referral N1, {WHO}"
WITHDRAWN = "{}: on 2023-03-06 correction {}, withdraws {}"
RESTS = (
    r"The NRM referral N1 of an adult rests on the consent .*\(entry o\).* Withdraw the referral first; or, "
)
_minutes = count(1)


def consent(name: str, answer: str = "given", day: str = "02") -> str:
    return CONSENT.format(name, day, name, WHO, answer)


def gone(name: str, ends: str) -> str:
    return WITHDRAWN.format(name, ends, ends)


def add(*notation: str) -> None:
    """Append some entries to one case, later than all before."""
    at = WRITTEN_AT + timedelta(minutes=next(_minutes))
    some = read_notation("\n".join(notation))
    ledger.append([replace(one, recorded_at=at, source=Statement("Moss")) for one in some])


def ids() -> Sequence[str]:
    (case,) = ledger.cases()
    return [one.id for one in ledger.read(case)]


@pytest.mark.parametrize(
    "taken_away",
    [
        gone("w", "o"),
        f"{consent('x', 'refused')}; corrects o because typed wrongly",
        f"{consent('x', day='05')}; corrects o because of another day",
        f"{consent('x').replace('kent/1', 'kent/2')}; corrects o because it was another person",
        f"{consent('x').replace('NRM referral', 'support')}; corrects o because it was to support",
    ],
)
def test_it_is_not_removed_under_a_referral_and_the_reason_says_what_to_do(taken_away: str) -> None:
    add(GROWN, consent("o"), REFERRAL)
    with pytest.raises(
        NotAllowed, match=RESTS + "where they no longer consent, record that consent was withdrawn"
    ):
        add(taken_away)
    assert ids() == ["p", "o", "n"]
    (held,) = log.looks(act=HELD_BACK, outcome=log.REFUSED)
    assert held.said.by == "notation" and held.said.shown is None


def test_once_the_referral_is_withdrawn_so_is_the_consent_and_the_referral_does_not_come_back_without_it() -> (
    None
):
    add(GROWN, consent("o"), REFERRAL)
    add(gone("w", "n"))
    add(gone("v", "o"))
    with pytest.raises(NotAllowed, match="no consent to an NRM referral stands"):
        add(gone("u", "w"))
    add(gone("u", "v"))
    add(gone("t", "w"))
    assert ids() == ["p", "o", "n", "w", "v", "u", "t"]


def test_a_charge_that_was_withdrawn_does_not_come_back_without_its_consideration() -> None:
    considered = "considered by Moss, test child, outcome not settled, reason referred"
    add(YOUNG, f"s: on 2023-03-02 section 45 considered kent/1, {WHO}, {considered}")
    add(f"c: on 2023-03-05 charge H1, {WHO}, offence MD71170")
    add(gone("w", "c"), gone("v", "s"))
    with pytest.raises(NotAllowed, match="was under 18"):
        add(gone("u", "w"))
    add(gone("u", "v"))
    add(gone("t", "w"))
    assert ids()[-1] == "t"


def test_consent_that_is_taken_back_is_respected_and_is_not_held_back() -> None:
    add(GROWN, consent("o"), REFERRAL)
    add(consent("x", "withdrawn", "05"))
    assert ids() == ["p", "o", "n", "x"]


def test_a_correction_after_which_they_still_consented_stands_and_so_does_another_consent() -> None:
    add(GROWN, consent("o"), REFERRAL)
    add(f"{consent('x', day='03')}; corrects o because of another day")
    # Without the correction, what it corrected stands again.
    add(gone("w", "x"))
    add(consent("y"))
    add(gone("v", "o"))
    assert ids()[-1] == "v"


def test_no_consent_of_a_child_is_rested_on_nor_one_to_something_else() -> None:
    add(YOUNG, consent("o"), REFERRAL)
    add(gone("w", "o"))
    support = consent("y").replace("NRM referral", "support")
    add(support)
    add(gone("v", "y"))
    # Whose age was assessed after the referral was referred as a child.
    found = "outcome 18 or over, assessed by Lane, basis passport, born 1990-01-01"
    add(consent("z"), f"g: on 2023-03-06 age assessed kent/1, {WHO}, {found}")
    add(gone("u", "z"))


def test_a_batch_that_holds_it_is_not_undone_before_the_referral_is_withdrawn() -> None:
    add(GROWN, f"{consent('o')}; in batch b1", f"{consent('q').replace('kent/1', 'kent/2')}; in batch b1")
    add(REFERRAL)
    with pytest.raises(NotAllowed, match=RESTS):
        add("r: on 2023-03-06 batch reversed b1, batch b1")
    assert ids() == ["p", "o", "q", "n"]
    add(gone("w", "n"))
    add("r: on 2023-03-06 batch reversed b1, batch b1")


def test_a_batch_that_holds_both_is_undone_as_a_whole() -> None:
    add(GROWN, f"{consent('o')}; in batch b1", f"{REFERRAL}; in batch b1")
    add("r: on 2023-03-06 batch reversed b1, batch b1")
    assert ids()[-1] == "r"
