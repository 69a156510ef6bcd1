"""What a press officer gets: numbers shown, numbers hidden with a sentence, and findings."""

import re

import pytest

from bulletin.disclosure.press import SECRET, Press
from clewline.bulletin.disclosure import (
    MARK,
    RULE,
    Cell,
    Protected,
    Relation,
    Treatment,
    adds_up,
    as_released,
    part_of,
    protect,
    union_of,
)
from clewline.bulletin.disclosure.solver import Programme
from clewline.errors import Misused


def cell(name: str, value: int, **more: object) -> Cell:
    return Cell(**{"key": (name,), "value": value, "personal": True, "wanted": True, "title": name, **more})


def parts(whole: str, *names: str) -> Relation:
    return adds_up((whole,), [(name,) for name in names], says=f"{' and '.join(names)} together are {whole}")


def treated(protected: Protected, name: str) -> Treatment:
    return next(t for t in protected.treatments if t.cell.key == (name,))


def test_each_hidden_number_has_its_reason_in_a_sentence() -> None:
    cells = [cell("people", 55), cell("children", 3), cell("adults", 52)]
    protected = protect(cells, [parts("people", "children", "adults")], secret=SECRET)
    assert protected.shown == {("people",): 55}
    assert treated(protected, "people").sentence == ""
    assert treated(protected, "children").sentence == "children is [c]: it is a count of people from 1 to 4."
    assert treated(protected, "adults").reason == "secondary"
    assert treated(protected, "adults").sentence == (
        "adults is [c]: with it, children could be narrowed, since children and adults together are people."
    )


def test_a_nought_is_shown_and_beneath_a_small_count_every_other_time() -> None:
    """So neither a mark nor a nought tells anything of the other numbers there."""
    cells = [cell("people", 3), cell("children", 0), cell("adults", 3), cell("arrests", 0)]
    shown = 0
    for i in range(100):
        protected = protect(cells, [parts("people", "children", "adults")], secret=i.to_bytes(16))
        assert ("arrests",) in protected.shown
        shown += ("children",) in protected.shown
        assert treated(protected, "children").reason in (None, "chance")
    assert 30 < shown < 70


def test_a_later_total_of_nought_does_not_tell_a_nought_that_was_hidden() -> None:
    for i in range(20):
        press = Press(secret=i.to_bytes(16))
        press.make("all in week 1", kent=0, essex=3)
        first = press.release("all in week 1", "kent", "essex")
        press.make("kent to week 2", **{"kent": 0, "kent in week 2": 0})
        second = press.release("kent to week 2", "kent in week 2")
        assert ("kent: 0" in first) == ("kent to week 2: 0" in second)
        assert press.narrowed() == {}


def test_a_nought_that_is_public_in_a_whole_is_not_hidden_in_its_parts() -> None:
    cells = [
        cell("kent", 0, published=True),
        cell("kent girls", 0),
        cell("essex girls", 3),
        cell("girls", 3),
    ]
    relations = [part_of(("kent girls",), ("kent",), says=""), parts("girls", "kent girls", "essex girls")]
    for i in range(20):
        protected = protect(cells, relations, secret=i.to_bytes(16))
        assert protected.shown == {("kent",): 0, ("kent girls",): 0}


def test_a_nought_is_hidden_for_another_only_where_nothing_else_serves() -> None:
    for i in range(20):
        press = Press(secret=i.to_bytes(16))
        press.make("people", children=3, adults=40, **{"age not recorded": 0})
        press.release(*press.numbers)
        assert press.last is not None
        assert {t.cell.title for t in press.last.treatments if t.reason == "secondary"} == {"adults"}
    cells = [
        cell("people", 3, published=True, wanted=False),
        cell("children", 0),
        cell("adults", 3),
    ]
    protected = protect(cells, [parts("people", "children", "adults")], secret=SECRET)
    assert protected.hidden == {("children",), ("adults",)} and not protected.exposed


def test_a_part_is_hidden_rather_than_a_whole_and_a_small_one_rather_than_a_large() -> None:
    """Chance has a say too, so this is so in most releases, and not in each."""
    hidden = []
    for i in range(40):
        press = Press(secret=i.to_bytes(16))
        press.make("people", **{"age not recorded": 3, "children": 8, "adults": 1200})
        press.release(*press.numbers)
        assert press.last is not None
        hidden += [t.cell.title for t in press.last.treatments if t.reason == "secondary"]
    assert hidden.count("children") > 30 > hidden.count("adults") >= hidden.count("people") == 0


def test_what_a_reader_would_miss_most_is_kept_by_its_weight() -> None:
    cells = [cell("people", 64), cell("women", 3), cell("girls", 8, weight=50), cell("boys", 53)]
    for i in range(20):
        protected = protect(cells, [parts("people", "women", "girls", "boys")], secret=i.to_bytes(16))
        assert protected.hidden == {("women",), ("boys",)}


def test_things_are_shown_whatever_their_count() -> None:
    cells = [cell("lines", 2, personal=False), cell("firearms", 0, personal=False)]
    assert protect(cells, [], secret=SECRET).shown == {("lines",): 2, ("firearms",): 0}


def test_a_higher_threshold_hides_more() -> None:
    cells = [cell("people", 7)]
    assert protect(cells, [], secret=SECRET).shown
    assert "from 1 to 9" in protect(cells, [], secret=SECRET, threshold=10).treatments[0].sentence


def test_what_was_hidden_stays_protected_when_its_cover_would_be_shown() -> None:
    """The second release wants the adults alone, which covered the children in the first."""
    relations = [parts("people", "children", "adults")]
    first = [cell("people", 55), cell("children", 3), cell("adults", 52)]
    after = as_released(first, protect(first, relations, secret=SECRET))
    assert [(c.published, c.marked, c.wanted) for c in after] == [
        (True, False, False),
        (False, True, False),
        (False, True, False),
    ]
    second = [*after[:2], cell("adults", 52, marked=True)]
    protected = protect(second, relations, secret=SECRET)
    assert protected.hidden == {("adults",)} and not protected.exposed


def test_what_nothing_can_protect_is_said() -> None:
    cells = [
        cell("people", 55, published=True, wanted=False),
        cell("adults", 52, published=True),
        cell("children", 3),
    ]
    protected = protect(cells, [parts("people", "children", "adults")], secret=SECRET)
    assert protected.shown == {("adults",): 52}
    (exposed,) = protected.exposed
    assert exposed.sentence == (
        "children: what is public already tells that it is 3. Nothing that this release could hold back changes that; "
        "ask the data protection officer before releasing more."
    )


def test_a_number_that_cannot_be_protected_itself_is_no_cover() -> None:
    """The women have a bound that is public, so that hidden they would be known within 2; the men have none."""
    cells = [
        cell("people", 70),
        cell("unknown", 4),
        cell("women", 6),
        cell("men", 60),
        cell("at least", 5, published=True, wanted=False),
        cell("at most", 7, published=True, wanted=False),
    ]
    relations = [
        parts("people", "unknown", "women", "men"),
        part_of(("at least",), ("women",), says="not all women were counted"),
        part_of(("women",), ("at most",), says="some were counted twice"),
    ]
    for i in range(30):
        protected = protect(cells, relations, secret=i.to_bytes(16))
        assert protected.hidden == {("unknown",), ("men",)} and not protected.exposed


def test_a_cover_that_a_later_choice_makes_needless_is_shown_again() -> None:
    """Two tables share one small count. Whatever was hidden for it first, no more is hidden in the end than needed."""
    press = Press()
    press.make("by age", **{"under 14": 2, "14 to 17": 12, "adults": 30})
    press.make("by sex", **{"under 14": 2, "girls": 15, "boys": 27})
    for i in range(30):
        office = Press(numbers=press.numbers, facts=press.facts, secret=i.to_bytes(16))
        text = office.release(*press.numbers)
        assert office.last is not None
        by_chance = [t.reason for t in office.last.treatments].count("chance")
        assert text.count(MARK) <= 3 + by_chance


def test_joint_arrests_need_no_cover_where_the_overlap_is_wide() -> None:
    relations = union_of(("all",), [("kent",), ("essex",)], says="joint arrests count in both")
    cells = [cell("all", 45), cell("kent", 44), cell("essex", 4)]
    for i in range(20):
        protected = protect(cells, relations, secret=i.to_bytes(16))
        assert {t.reason for t in protected.treatments} <= {None, "primary", "chance"}
        assert ("essex",) in protected.hidden


@pytest.mark.parametrize(
    ("cells", "relations", "said"),
    [
        ([cell("a", 1), cell("a", 2)], [], "a is there twice"),
        ([cell("a", -1)], [], "a is negative"),
        ([cell("a", 5)], [parts("a", "b")], "names ('b',), which is no cell"),
        ([cell("a", 5), cell("b", 6)], [parts("a", "b")], "do not fit the relation 'b together are a'"),
        ([cell("a", 5), cell("b", 5)], [parts("a", "b"), parts("b", "a")], "a part of itself"),
        (
            [cell("leads in", 5), cell("a", 5), cell("b", 5)],
            [parts("a", "leads in"), parts("a", "b"), parts("b", "a")],
            "a part of itself",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(
    cells: list[Cell], relations: list[Relation], said: str
) -> None:
    with pytest.raises(Misused, match=re.escape(said)):
        protect(cells, relations, secret=SECRET)


def test_a_threshold_that_protects_nobody_is_refused() -> None:
    with pytest.raises(Misused, match="A threshold of 4 cannot protect"):
        protect([cell("a", 2)], [], secret=SECRET, threshold=4)


def test_a_number_without_a_title_is_called_by_its_key() -> None:
    nameless = Cell(key=("arrests", (), None, "kent"), value=2, personal=True, wanted=True)
    (only,) = protect([nameless], [], secret=SECRET).treatments
    assert only.sentence.startswith("arrests, kent is [c]:")


@pytest.mark.parametrize("claim", ["everything moves", "nothing is possible"])
def test_a_solver_that_errs_exposes_and_never_shows(claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proposal is checked in whole numbers: one that breaks a relation proves nothing, and is reported. The finding
    then names the true number alone.
    """

    def wrong(programme: Programme) -> list[int] | None:
        return [3] * len(programme.cost) if claim == "everything moves" else None

    monkeypatch.setattr(Programme, "proposal", wrong)
    cells = [cell("people", 55), cell("children", 3), cell("adults", 52)]
    protected = protect(cells, [parts("people", "children", "adults")], secret=SECRET)
    assert ("children",) in protected.hidden
    assert [(e.cell.title, e.low, e.high) for e in protected.exposed] == [("children", 3, 3)]


def test_the_rule_for_the_reader_names_the_mark() -> None:
    assert MARK in RULE and "from 1 to 4" in RULE
