"""Attacks by name. Each works on a careless office, which hides only what is small, and not on the protected text."""

from decimal import Decimal

import pytest

from bulletin.disclosure.attacker import Fact
from bulletin.disclosure.press import SECRET, Press
from clewline.bulletin.disclosure import (
    Cell,
    Protected,
    Relation,
    adds_up,
    protect,
    rate_told,
    same,
    told,
)


def both(press: Press, *releases: tuple[str, ...]) -> tuple[dict[str, tuple[int, int]], Press]:
    """Return what is narrowed when the releases come from a careless office, and the office that protected them."""
    careless = Press(numbers=press.numbers, facts=press.facts, things=press.things)
    for labels in releases:
        careless.before_the_rule(*labels)
        press.release(*labels)
    assert press.last is not None and not press.last.exposed
    assert press.narrowed() == {}
    return careless.narrowed(), press


def test_the_whole_less_the_parts() -> None:
    press = Press()
    press.make("people", children=3, adults=40, **{"age not recorded": 12})
    narrowed, press = both(press, ("people", "children", "adults", "age not recorded"))
    assert narrowed == {"children": (3, 3)}
    assert "people: 55" in press.texts[0]


def test_a_remainder_that_nobody_printed() -> None:
    """Two people of unrecorded age are in no table, and whoever subtracts finds them."""
    press = Press()
    press.make("people", children=30, adults=40, **{"age not recorded": 2})
    narrowed, press = both(press, ("people", "children", "adults"))
    assert narrowed == {"age not recorded": (2, 2)}
    assert press.texts[0].count("[c]") == 1


def test_a_remainder_of_nought_needs_no_cover() -> None:
    press = Press()
    press.make("people", children=30, adults=40, **{"age not recorded": 0})
    assert press.release("people", "children", "adults") == "people: 70\nchildren: 30\nadults: 40"


def test_two_releases_differenced() -> None:
    """One release has all of Kent, the next Kent without Dover."""
    press = Press()
    press.make("kent", **{"kent without dover": 60, "dover": 4})
    narrowed, press = both(press, ("kent",), ("kent without dover",))
    assert narrowed == {"dover": (4, 4)}
    assert press.texts == ["kent: 64", "kent without dover: [c]"]


def test_force_tables_differenced() -> None:
    """Children by force, and people by force: a force's adults are the difference, and so are the nation's."""
    press = Press()
    press.make("kent", **{"kent children": 10, "kent adults": 1})
    press.make("essex", **{"essex children": 20, "essex adults": 30})
    press.make("children", **{"kent children": 10, "essex children": 20})
    press.make("all", kent=11, essex=50)
    narrowed, _ = both(press, ("kent", "essex", "all"), ("kent children", "essex children", "children"))
    assert narrowed == {"kent adults": (1, 1)}


def test_programme_less_programme_is_the_week() -> None:
    press = Press(numbers={"to february": 1200})
    press.make("to march", **{"to february": 1200, "week of march": 2})
    narrowed, press = both(press, ("to february",), ("to march", "week of march"))
    assert narrowed == {"week of march": (2, 2)}
    assert press.texts[1] == "to march: [c]\nweek of march: [c]"


def test_a_later_programme_total_does_not_bring_the_week_back() -> None:
    press = Press(numbers={"to february": 1200})
    press.make("to march", **{"to february": 1200, "week of march": 2})
    press.make("to april", **{"to march": 1202, "week of april": 30})
    narrowed, press = both(press, ("to february",), ("to march",), ("to april", "week of april"))
    assert narrowed == {"week of march": (2, 2)}
    assert press.texts[2].count("[c]") == 1


def test_a_correction_of_one_part_leaves_the_others_protected() -> None:
    """Kent is corrected, so the nation is; Essex has not changed, and what hid it in the first release is still due."""
    press = Press()
    press.make("all", kent=20, essex=3, sussex=9)
    press.numbers["kent, corrected"] = 24
    press.make("all, corrected", **{"kent, corrected": 24, "essex": 3, "sussex": 9})
    narrowed, _ = both(
        press, ("all", "kent", "essex", "sussex"), ("all, corrected", "kent, corrected", "sussex")
    )
    assert narrowed == {"essex": (3, 3)}


def test_several_styles_of_one_release_are_one_release() -> None:
    """The thread has the whole and one part, the table the other parts: apart neither tells, together they do."""
    press = Press()
    press.make("people", women=40, men=50, **{"sex not recorded": 3})
    narrowed, press = both(press, ("people", "women"), ("men", "sex not recorded"))
    assert narrowed == {"sex not recorded": (3, 3)}
    assert press.texts[1].count("[c]") == 2


def test_overlapping_parts_with_a_note_of_the_overlap() -> None:
    """Inclusion and exclusion: the whole, both parts and their overlap give those who are in neither."""
    press = Press()
    press.make("by referral", **{"both": 12, "referral only": 20})
    press.make("by meeting", **{"both": 12, "meeting only": 30})
    press.make("helped", **{"both": 12, "referral only": 20, "meeting only": 30, "neither": 2})
    press.facts += [Fact("part", "helped", ("by referral", "by meeting"))]
    narrowed, _ = both(press, ("helped", "by referral", "by meeting", "both"))
    assert narrowed == {"neither": (2, 2)}


def test_overlapping_forces_bound_a_hidden_one() -> None:
    """Joint arrests count in both forces; the nation is still no more than their sum, and no less than each."""
    press = Press(numbers={"all": 49, "kent": 46, "essex": 3})
    press.facts = [Fact("union", "all", ("kent", "essex"))]
    narrowed, _ = both(press, ("all", "kent", "essex"))
    assert narrowed == {"essex": (3, 4)}  # at least 3 by the sum, at most 4 by the rule


def test_one_number_under_two_names() -> None:
    press = Press()
    press.make("people", children=9, adults=2)
    press.numbers["children safeguarded"] = 9
    press.facts.append(Fact("same", "children safeguarded", ("children",)))
    narrowed, press = both(press, ("people", "adults"), ("children safeguarded",))
    assert narrowed == {"adults": (2, 2)}


def test_a_bold_reader_takes_every_nought_to_be_shown() -> None:
    """Four children and adults, two and two: with noughts left out each would be from 1 to 3, so more is hidden."""
    press = Press()
    press.make("people", children=2, adults=2, **{"age not recorded": 40})
    press.release(*press.numbers)
    assert press.narrowed(bold=True) == {}
    assert press.texts[0].splitlines()[0] == "people: 44" and press.texts[0].count("[c]") == 3


def test_a_shown_nought_does_not_tell_that_its_whole_is_not_small() -> None:
    """In the first week Kent has 1 and Essex 5, and 6 together are shown; in the second neither has any. Were a nought
    always hidden beneath a small whole, then Essex's nought would tell that its 5 to date are 5 at the least, so that
    Kent had 1 at the most.
    """
    press = Press()
    press.make("week 1", **{"kent, week 1": 1, "essex, week 1": 5})
    press.make("week 2", **{"kent, week 2": 0, "essex, week 2": 0})
    press.make("kent to date", **{"kent, week 1": 1, "kent, week 2": 0})
    press.make("essex to date", **{"essex, week 1": 5, "essex, week 2": 0})
    first = ("week 1", "kent, week 1", "essex, week 1")
    narrowed, _ = both(press, first, tuple(n for n in press.numbers if n not in first))
    assert narrowed == {"kent, week 1": (1, 1), "kent to date": (1, 1)}


def test_a_lone_small_count_is_known_to_be_from_1_to_4_and_no_more() -> None:
    press = Press(numbers={"lone": 3})
    assert press.release("lone") == "lone: [c]"
    assert press.attacker().interval("lone") == (1, 4)


def test_two_kinds_of_mark_would_tell() -> None:
    """Were small counts marked apart from those that cover them, a reader would have 1 to 4 for each of these. As they
    make 6 together, both would be from 2 to 4. With one mark the reader has from 1 to 5.
    """
    press = Press()
    press.make("people", children=3, adults=3)
    press.release("people", "children", "adults")
    assert press.attacker().interval("children") == (1, 5)


def one(*cells: tuple[str, int], relations: list[Relation]) -> Protected:
    wanted = [Cell(key=(name,), value=value, personal=True, wanted=True) for name, value in cells]
    return protect(wanted, relations, secret=SECRET)


def test_a_hidden_number_is_neither_hedged_nor_rounded() -> None:
    protected = one(("arrests", 3), ("charges", 31), relations=[])
    assert not protected.may_say([("arrests",)])  # no `fewer than 5`, no `about 5`
    assert protected.may_say([("charges",)])  # `over 30` is true, and 31 could as well be printed


@pytest.mark.parametrize(
    ("low", "high", "exposed"),
    [
        (None, 4, None),  # fewer than 5: the rule says no less
        (None, 3, (1, 3)),  # fewer than 4
        (2, None, (2, 4)),  # over 1
        (1, 5, None),  # about 3
        (3, 7, (3, 4)),  # about 5, to the nearest five
    ],
)
def test_a_hedge_by_somebody_else_is_found(
    low: int | None, high: int | None, exposed: tuple[int, int] | None
) -> None:
    """Another publisher has hedged or rounded a count that Clewline hides. It is found, and cannot be undone."""
    hedge = told(("arrests",), low=low, high=high, says="a local paper's words")
    protected = one(("arrests", 3), relations=[hedge])
    assert [(e.low, e.high) for e in protected.exposed] == ([exposed] if exposed else [])


def test_a_hedged_whole_elsewhere_is_reckoned_with() -> None:
    """`Fewer than 46` beside 43 adults: children are 1 or 2, so the adults are hidden."""
    parts = adds_up(("people",), [("adults",), ("children",)], says="adults + children = people")
    cells = [
        Cell(key=("people",), value=45, personal=True),
        Cell(key=("adults",), value=43, personal=True, wanted=True),
        Cell(key=("children",), value=2, personal=True, wanted=True),
    ]
    hedge = told(("people",), high=45, says="fewer than 46 people, the force said")
    assert protect(cells, [parts], secret=SECRET).shown == {("adults",): 43}
    assert protect(cells, [parts, hedge], secret=SECRET).shown == {}


def test_a_percentage_beside_its_count_tells_the_other_count() -> None:
    """25 % of 12 charged is 3, and 25 % where 3 were charged out of a hidden number tells that it was 12."""
    protected = one(("holders", 12), ("charged", 3), relations=[])
    assert not protected.may_say([("charged",), ("holders",)])
    whole = one(("holders", 40), ("charged", 36), relations=[])
    assert whole.may_say([("charged",), ("holders",)])


def test_a_rate_leaves_no_small_remainder() -> None:
    """95 % of 60 is 57, which leaves 3 who were not charged: so the rate goes with its remainder too."""
    rest = adds_up(("holders",), [("charged",), ("not charged",)], says="charged + not charged = holders")
    protected = one(("holders", 60), ("charged", 57), ("not charged", 3), relations=[rest])
    assert not protected.may_say([("charged",), ("holders",)])


@pytest.mark.parametrize(
    ("percent", "exposed"), [("6", (4, 4)), ("6.0", (3, 3)), ("10", None), ("0", (1, 2))]
)
def test_a_percentage_that_is_out_already_is_reckoned_with(
    percent: str, exposed: tuple[int, int] | None
) -> None:
    counts = {"6": (67, 4), "6.0": (50, 3), "10": (300, 30), "0": (500, 2)}[percent]
    rate = rate_told(("charged",), ("holders",), percent=Decimal(percent), says="the rate in the Commons")
    cells = [
        Cell(key=("holders",), value=counts[0], personal=True, published=True),
        Cell(key=("charged",), value=counts[1], personal=True, wanted=True),
    ]
    protected = protect(cells, rate, secret=SECRET)
    found = [(e.low, e.high) for e in protected.exposed]
    assert found == ([exposed] if exposed else [])


def test_a_change_is_stated_only_with_both_periods() -> None:
    """Down 60 % to 4 from a shown 10 tells the 4."""
    protected = one(("this week", 4), ("last week", 10), relations=[])
    assert protected.shown == {("last week",): 10}
    assert not protected.may_say([("this week",), ("last week",)])


def test_the_same_number_elsewhere_exposes_and_is_said() -> None:
    cells = [
        Cell(key=("here",), value=2, personal=True, wanted=True, title="Children, Kent"),
        Cell(key=("elsewhere",), value=2, personal=True, published=True),
    ]
    alike = same(("here",), ("elsewhere",), says="the council printed it")
    (found,) = protect(cells, [alike], secret=SECRET).exposed
    assert found.sentence.startswith("Children, Kent: what is public already tells that it is 2.")
