"""What a release leaves for the next one to check: proofs are a help for the search, and never taken on trust."""

from dataclasses import replace

import pytest

from bulletin.disclosure.press import SECRET
from clewline.bulletin.disclosure import Cell, Key, Proof, adds_up, as_released, no_less, protect

PEOPLE, CHILDREN, ADULTS = ("people",), ("children",), ("adults",)
CELLS = [
    Cell(key=PEOPLE, value=30, personal=True, published=True),
    Cell(key=CHILDREN, value=3, personal=True, wanted=True),
    Cell(key=ADULTS, value=27, personal=True, wanted=True),
]
WHOLE = adds_up(PEOPLE, [CHILDREN, ADULTS], says="children + adults = people")


def test_the_next_release_begins_with_the_proofs_of_the_last() -> None:
    first = protect(CELLS, [WHOLE], secret=SECRET)
    assert first.proofs
    later = [*as_released(CELLS, first), Cell(key=("visits",), value=12, personal=True, wanted=True)]
    again = protect(later, [WHOLE, *first.causes], secret=SECRET, proofs=first.proofs)
    assert again.proofs == first.proofs
    assert again.shown == {("visits",): 12}
    assert not again.causes, "what the first release's marks told is told"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ({CHILDREN: 3}, {}),  # the parts do not make the whole any more
        ({}, {CHILDREN: -4, ADULTS: 4}),  # fewer than nobody
        (
            {CHILDREN: 6, ADULTS: -6},
            {CHILDREN: 3, ADULTS: -3},
        ),  # nothing small, that would be the marks' cause
        ({("somebody else",): 3}, {}),
    ],
)
def test_a_proof_that_does_not_hold_is_looked_for_anew(upper: dict[Key, int], lower: dict[Key, int]) -> None:
    people, children, adults = CELLS
    cells = [people, children, replace(adults, wanted=False, marked=True)]
    wrong = Proof(upper=upper, lower=lower, bold=False)
    found = protect(cells, [WHOLE], secret=SECRET, proofs=[wrong])
    assert found == protect(cells, [WHOLE], secret=SECRET)
    assert wrong not in found.proofs


def test_an_earlier_cause_is_checked_in_a_proof() -> None:
    """Kent's mark stood alone: a proof in which Kent has 9 forgets that something small was its cause."""
    kent = Cell(key=("kent",), value=3, personal=True, wanted=True)
    first = protect([kent], [], secret=SECRET)
    hidden = replace(kent, wanted=False, marked=True)
    wrong = Proof(upper={("kent",): 6}, lower={}, bold=False)
    found = protect([hidden], first.causes, secret=SECRET, proofs=[wrong])
    assert found.proofs == first.proofs


def test_the_direction_of_a_change_is_reckoned_with() -> None:
    """Of 30 people 4 were children; then 5 of 32. With 27 adults beside them there were from 3 to 5 before."""
    before = [
        Cell(key=PEOPLE, value=30, personal=True, published=True),
        Cell(key=CHILDREN, value=4, personal=True, marked=True),
        Cell(key=ADULTS, value=26, personal=True, marked=True),
    ]
    after = [
        replace(cell, key=(*cell.key, "after"), value=value, published=False, marked=False, wanted=True)
        for cell, value in zip(before, (32, 5, 27), strict=True)
    ]
    grown = adds_up(*((after[0].key), [c.key for c in after[1:]]), says="after")
    came = [no_less(a.key, b.key, says="nobody went") for a, b in zip(after, before, strict=True)]
    assert len(protect([*before, *after], [WHOLE, grown], secret=SECRET).shown) == 3
    assert len(protect([*before, *after], [WHOLE, grown, *came], secret=SECRET).shown) < 3
