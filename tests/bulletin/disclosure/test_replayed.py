"""A reader with the programme: they run it on every table that fits, and keep those that can give the text they see."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.disclosure.attacker import Fact
from bulletin.disclosure.press import SECRET, Press
from clewline.bulletin.disclosure import Cell, protect
from clewline.errors import Misused

Numbers = dict[str, int]
PARTS = ([Fact("sum", "whole", ("a", "b", "c"))], ("a", "b", "c"))
SQUARE = (
    [
        Fact("sum", "kent", ("kent girls", "kent boys")),
        Fact("sum", "essex", ("essex girls", "essex boys")),
        Fact("sum", "girls", ("kent girls", "essex girls")),
        Fact("sum", "boys", ("kent boys", "essex boys")),
        Fact("sum", "all", ("kent", "essex")),
    ],
    ("kent girls", "kent boys", "essex girls", "essex boys"),
)
FEWER = settings(max_examples=max(8, settings.default.max_examples // 8))


def table(shape: tuple[list[Fact], tuple[str, ...]], counts: tuple[int, ...]) -> Numbers:
    facts, leaves = shape
    numbers = dict(zip(leaves, counts, strict=True))
    for fact in facts:
        numbers[fact.whole] = sum(numbers[part] for part in fact.parts)
    return numbers


def released(numbers: Numbers, facts: list[Fact], secret: bytes = SECRET) -> str:
    return Press(numbers=dict(numbers), facts=facts, secret=secret).release(*numbers)


def test_two_fours_are_not_told_by_the_choice_of_cover() -> None:
    """Of 13 people, 5 are shown. If the choice of cover could be foretold, a single small count would have taken the 5
    for it: then two marks would be two small counts that make 8, and both would be 4.
    """
    facts, _ = PARTS
    text = released(table(PARTS, (5, 4, 4)), facts)
    assert text.splitlines() == ["a: 5", "b: [c]", "c: [c]", "whole: 13"]
    secrets = [bytes([i]) * 16 for i in range(60)]
    could_be = {
        b
        for b in range(9)
        if any(released(table(PARTS, (5, b, 8 - b)), facts, secret) == text for secret in secrets)
    }
    assert could_be == {1, 2, 3, 4, 5, 6, 7}


def replay(
    shape: tuple[list[Fact], tuple[str, ...]], counts: tuple[int, ...], secret: bytes, top: int
) -> None:
    """Run the programme on every table up to a count, with every draw that could have given the marks."""
    facts, leaves = shape
    true = table(shape, counts)
    text = released(true, facts, secret)
    shown = dict(line.rsplit(": ", 1) for line in text.splitlines())
    marked = {label for label, value in shown.items() if value == "[c]"}
    seen: dict[str, set[int]] = {label: set() for label in marked}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "clewline.bulletin.disclosure.protection.drawn",
            lambda table, i, share: table.cells[i].key[0] in marked,
        )
        for others in itertools.product(range(top + 1), repeat=len(leaves)):
            numbers = table(shape, others)
            agrees = all(label in marked or shown[label] == str(n) for label, n in numbers.items())
            news = [label for label in marked if numbers[label] not in seen[label]]
            if agrees and news and released(numbers, facts) == text:
                for label in marked:
                    seen[label].add(numbers[label])
            if all(max(values, default=0) - min(values, default=0) >= 3 for values in seen.values()):
                return
    raise AssertionError(f"narrowed by running the programme: {seen}")


@FEWER
@given(st.tuples(*[st.integers(0, 7)] * 3), st.binary(min_size=16, max_size=16))
def test_parts_of_a_whole_survive_the_replay(counts: tuple[int, ...], secret: bytes) -> None:
    replay(PARTS, counts, secret, 11)


@FEWER
@given(st.tuples(*[st.integers(0, 6)] * 4), st.binary(min_size=16, max_size=16))
def test_a_table_of_two_by_two_survives_the_replay(counts: tuple[int, ...], secret: bytes) -> None:
    replay(SQUARE, counts, secret, 9)


def test_chance_holds_back_a_leaf_now_and_then_and_a_headline_hardly_ever() -> None:
    leaves = {f"force {i}": 9 for i in range(99)} | {"force 99": 2}
    marks = {"whole": 0, "force 5": 0}
    drawn = 0
    for secret in [i.to_bytes(16) for i in range(60)]:
        press = Press(secret=secret)
        press.make("whole", **leaves)
        press.release(*press.numbers)
        assert press.last is not None
        drawn += [t.reason for t in press.last.treatments].count("chance")
        for label in marks:
            marks[label] += (label,) in press.last.hidden
    assert 200 < drawn < 400  # of 60 times 99 leaves of one digit, one in 20
    assert marks["whole"] == 0 < marks["force 5"] < 12


def test_nothing_is_held_back_by_chance_where_nothing_is_small() -> None:
    for i in range(40):
        press = Press(secret=i.to_bytes(16))
        press.make("whole", a=9, b=9, c=9)
        assert "[c]" not in press.release(*press.numbers)


def test_one_secret_gives_one_result_and_a_short_one_is_refused() -> None:
    cells = [Cell(key=("a",), value=3, personal=True, wanted=True)]
    assert protect(cells, [], secret=SECRET) == protect(cells, [], secret=SECRET)
    with pytest.raises(Misused, match="16 random bytes"):
        protect(cells, [], secret=b"too short")
