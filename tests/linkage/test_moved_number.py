"""Did a line move to another number? Small stories of two phones, and what each comparison says of them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import count

import pytest

from clewline.errors import Misused
from clewline.linkage import Contacted, Evidence, NightCell, Phone, Proposal, Seen
from clewline.linkage.moved_number import compare, proposals

X, Y, Z = "+447700900001", "+447700900002", "+447700900003"
END = datetime(2024, 3, 1, 20)
_lines = count(1)


def seen(days: float) -> Seen:
    """A row so many days after the end of X."""
    return Seen(at=END + timedelta(days=days), sha256="f" * 64, line=next(_lines), part=1)


def phone(number: str, first: float, last: float, **more: object) -> Phone:
    """A phone used from `first` to `last`, in days after the end of X."""
    days = frozenset(date(2024, 3, 1) + timedelta(days=d) for d in range(int(first), int(last) + 1))
    given: Mapping[str, object] = {
        "number": number,
        "first": seen(first),
        "last": seen(last),
        "days": days,
    } | more
    return Phone(**given)  # type: ignore[arg-type]  # a story names only the fields that it is about


def contacts(*names: str, first: float, days: int = 5) -> dict[str, Contacted]:
    return {n: Contacted(uses=9, days=days, first=seen(first), last=seen(first + 1)) for n in names}


def of(proposal: Proposal, name: str) -> Evidence:
    return next(e for e in proposal.evidence if e.name == name)


def bears(first: Phone, second: Phone, name: str, *others: Phone) -> str:
    return of(compare(first, second, [o.other for o in others]), name).bears


def test_a_line_that_moved_keeps_customers_handset_cells_and_bulk_list() -> None:
    x = phone(
        X, -60, 0,
        contacts=contacts("a", "b", "c", first=-50),
        handsets={"35": seen(-60)}, sims={"s1": seen(-60)},
        bulk={"a": seen(-3), "b": seen(-3)}, nights={"cell": NightCell(nights=20, last=seen(-1))},
    )  # fmt: skip
    y = phone(
        Y, 1, 40,
        contacts=contacts("a", "b", "d", first=2),
        handsets={"35": seen(1)}, sims={"s2": seen(1)},
        bulk={"a": seen(1)}, nights={"cell": NightCell(nights=9, last=seen(30))},
    )  # fmt: skip
    z = phone(Z, -60, 40, contacts=contacts("b", first=-20))
    proposal = compare(x, y, (x.other, y.other, z.other))
    assert {e.name: e.bears for e in proposal.evidence} == {
        "timing": "for",
        "contacts carried over": "for",
        "bulk-text recipients": "for",
        "same handset": "for",
        "same SIM": "neither",
        "same usual cells": "for",
        "in touch with each other": "neither",
    }
    carried = of(proposal, "contacts carried over")
    assert carried.counts == {
        "regular": 3,
        "carried over": 2,
        "of them rare": 1,
        "in touch before": 0,
        "most of another phone": 1,
    }
    assert len(carried.rows) == 4
    assert "1 of them are in touch with none of the 1 other phones" in carried.says
    assert proposal.others == 1
    assert (
        of(proposal, "timing").says
        == "The second number is first used 1 day after the last use of the first."
    )


def test_every_item_says_what_else_would_look_the_same_and_none_names_a_person() -> None:
    x = phone(X, -60, 0, contacts=contacts("+447700900777", first=-50))
    y = phone(Y, 1, 40, contacts=contacts("+447700900777", first=2))
    for item in compare(x, y).evidence:
        assert item.cannot_tell
        assert "+44" not in item.says + item.cannot_tell


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (0, "for"),  # the same moment
        (28, "for"),
        (29, "against"),  # too late
        (-7, "for"),  # both in use while it moves
        (-8, "against"),  # two lines side by side
    ],
)
def test_timing_speaks_for_a_move_only_about_the_end_of_the_first_number(start: int, said: str) -> None:
    assert bears(phone(X, -60, 0), phone(Y, start, 60), "timing") == said


def test_an_end_that_may_only_be_the_end_of_the_records_is_told() -> None:
    x = phone(X, -60, 0, records_end=END + timedelta(days=1))
    y = phone(Y, 2, 60, records_start=END)
    told = of(compare(x, y), "timing").cannot_tell
    assert "so it may have gone on" in told
    assert "so it may have been in use before" in told
    x, y = (
        phone(X, -60, 0, records_end=END + timedelta(days=90)),
        phone(Y, 2, 60, records_start=END - timedelta(60)),
    )
    assert of(compare(x, y), "timing").cannot_tell.startswith("Many numbers")


def test_customers_who_do_not_follow_speak_against_if_there_were_enough() -> None:
    y = phone(Y, 1, 40)
    assert (
        bears(phone(X, -60, 0, contacts=contacts(*"abcde", first=-50)), y, "contacts carried over")
        == "against"
    )
    assert (
        bears(phone(X, -60, 0, contacts=contacts(*"abcd", first=-50)), y, "contacts carried over")
        == "neither"
    )


def test_a_contact_whom_every_phone_knows_or_who_knew_the_second_before_says_nothing() -> None:
    x = phone(X, -60, 0, contacts=contacts("a", "b", first=-50))
    y = phone(Y, -59, 40, contacts=contacts("a", first=-40) | contacts("b", first=1))
    z = phone(Z, -60, 40, contacts=contacts("a", "b", first=-20))
    item = of(compare(x, y, (z.other,)), "contacts carried over")
    assert item.bears == "neither"
    assert item.counts["in touch before"] == 1
    assert "1 more were in touch with the second before." in item.says


def test_a_contact_of_one_day_and_the_other_number_itself_are_no_regular_contacts() -> None:
    x = phone(X, -60, 0, contacts=contacts("a", first=-50, days=1) | contacts(Y, first=-5))
    assert of(compare(x, phone(Y, 1, 9)), "contacts carried over").counts["regular"] == 0


def test_two_bulk_lists_without_a_common_recipient_speak_against() -> None:
    x = phone(X, -60, 0, bulk={n: seen(-1) for n in "abcde"})
    assert bears(x, phone(Y, 1, 9, bulk={n: seen(1) for n in "vwxyz"}), "bulk-text recipients") == "against"
    assert bears(x, phone(Y, 1, 9), "bulk-text recipients") == "neither"


def test_usual_cells_need_nights_and_speak_against_where_both_have_others() -> None:
    x = phone(X, -60, 0, nights={"c1": NightCell(nights=9, last=seen(-1))})
    y = phone(
        Y, 1, 60, nights={"c2": NightCell(nights=9, last=seen(50)), "c1": NightCell(nights=2, last=seen(40))}
    )
    assert bears(x, y, "same usual cells") == "against"
    assert bears(x, phone(Y, 1, 60), "same usual cells") == "neither"


def test_cells_of_different_operators_say_nothing() -> None:
    x = phone(X, -60, 0, nights={"c1": NightCell(nights=9, last=seen(-1))}, operators=frozenset({"north"}))
    y = phone(Y, 1, 60, nights={"c2": NightCell(nights=9, last=seen(50))}, operators=frozenset({"south"}))
    item = of(compare(x, y), "same usual cells")
    assert item.bears == "neither"
    assert "of different operators" in item.says
    same = phone(Y, 1, 60, nights=y.nights, operators=frozenset({"north", "south"}))
    assert bears(x, same, "same usual cells") == "against"


def test_the_pairs_that_are_asked_about_are_proposed() -> None:
    x, y = (phone(n, f, t, handsets={"35": seen(f)}) for n, f, t in ((X, -60, 0), (Y, 1, 40)))
    assert proposals([x, y], about=[Z]) == ()
    assert len(proposals([x, y], about=[Y])) == 1


def test_others_in_the_shared_cell_are_counted() -> None:
    cell = {"c1": NightCell(nights=9, last=seen(0))}
    z = phone(Z, -60, 60, nights=cell)
    item = of(
        compare(phone(X, -60, 0, nights=cell), phone(Y, 1, 60, nights=cell), (z.other,)), "same usual cells"
    )
    assert item.counts["others there"] == 1


def test_handsets_say_how_many_and_that_none_is_shared() -> None:
    x = phone(X, -60, 0, handsets={"1": seen(-9), "2": seen(-8)})
    assert (
        "used with 2 handsets; none"
        in of(compare(x, phone(Y, 1, 9, handsets={"3": seen(1)})), "same handset").says
    )
    assert (
        of(compare(x, phone(Y, 1, 9)), "same handset").says
        == "The records do not name a handset of both numbers."
    )


def test_numbers_that_call_each_other_speak_against_one_holder() -> None:
    x = phone(X, -60, 0, contacts=contacts(Y, first=-5))
    item = of(compare(x, phone(Y, 1, 9)), "in touch with each other")
    assert (item.bears, item.counts["uses"], len(item.rows)) == ("against", 9, 1)


def test_a_number_is_not_compared_with_itself() -> None:
    with pytest.raises(Misused, match="name two numbers"):
        compare(phone(X, 0, 1), phone(X, 0, 1))


def test_a_pair_is_proposed_where_timing_and_one_thing_more_speak_and_never_ranked() -> None:
    x = phone(X, -60, 0, handsets={"35": seen(-60)})
    y = phone(Y, 1, 40, handsets={"35": seen(1)})
    z = phone(Z, 2, 40)
    (only,) = proposals([z, y, x])
    assert (only.first, only.second) == (X, Y)
    assert not hasattr(only, "score")
    assert only.that("against") == ()


def test_less_than_a_day_is_said_so() -> None:
    assert "less than a day after" in of(compare(phone(X, -9, 0), phone(Y, 0.5, 9)), "timing").says
