"""Every figure and part of the house is told in words, or is left out for a stated reason."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from weeks_made import counted, week_of

from clewline.bulletin.write.keys import key
from clewline.bulletin.write.telling import Stated, tell, tell_in_a_row
from clewline.bulletin.write.untold import UNTOLD, UNTOLD_PARTS
from clewline.bulletin.write.wording import chosen
from clewline.bulletin.write.wordings import WHOLE, WORDINGS
from clewline.bulletin.write.write import write
from clewline.errors import BadDeclaration, Misused
from clewline.figures import Counted, all_figures

PARTS = {(name, part.title) for name, figure in all_figures().items() for part in figure.parts}
STATED = Stated(body="Northmoor Police", start=date(2023, 2, 27), end=date(2023, 3, 5))


def test_every_figure_is_told_or_left_out_for_a_reason() -> None:
    assert set(WORDINGS) | set(UNTOLD) == set(all_figures())
    assert set(WORDINGS).isdisjoint(UNTOLD)


def test_every_part_is_told_or_left_out_for_a_reason() -> None:
    told = {(name, title) for name, parts in WORDINGS.items() for title in parts if title != WHOLE}
    of_untold = {(name, title) for name, title in PARTS if name in UNTOLD}
    assert told | set(UNTOLD_PARTS) | of_untold == PARTS
    assert told.isdisjoint(UNTOLD_PARTS)
    assert all(reason.strip() for reason in (*UNTOLD.values(), *UNTOLD_PARTS.values()))


def test_people_are_never_told_without_what_was_done_for_them() -> None:
    done = ("safeguarded", "referred", "identified", "arrested", "charged", "released", "convicted", "searched",
            "spoken to", "arrest|arrests")  # fmt: skip
    for name, parts in WORDINGS.items():
        if all_figures()[name].unit == "people":
            assert all(any(act in wording.words for act in done) for wording in parts.values()), name


def unheard_of(part: str = "") -> Counted:
    figure = replace(all_figures()["arrests"], name="arrests_by_drone")
    return replace(
        counted("arrests", 9),
        figure=figure,
        title=part or "Drones",
        qualifiers={"by": "drone"} if part else {},
    )


@pytest.mark.parametrize(
    ("part", "named"), [("", "arrests_by_drone"), ("at night", "the part 'at night' of")]
)
def test_a_figure_without_words_is_refused_by_its_name(part: str, named: str) -> None:
    with pytest.raises(
        BadDeclaration, match=rf"how a bulletin tells {named}.*or in untold\.py why it does not"
    ):
        write(week_of(unheard_of(part)), style="release", body="Northmoor Police")
    with pytest.raises(BadDeclaration, match=rf"wordings\.py how a bulletin tells {named}"):
        tell(unheard_of(part), STATED)


def test_a_number_that_is_not_known_is_never_told_as_nought() -> None:
    with pytest.raises(Misused, match="is not known"):
        tell(counted("arrests", None), STATED)


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 child arrested"), (2, "2 children arrested"), (0, "0 children arrested")]
)
def test_words_follow_the_number(number: int, words: str) -> None:
    assert chosen("{n} child|children arrested", Decimal(number)).format(n=number) == words


def test_a_label_is_in_the_plural_and_so_are_its_qualifiers() -> None:
    row = tell_in_a_row(counted("arrests", 1, part="of children"), STATED)
    assert row.text == "Children arrested: 1"
    assert row.told[0].qualifiers == {"age_group": "children"}


def test_a_number_that_one_rings_is_told_in_words() -> None:
    assert tell_in_a_row(counted("arrests", 101), STATED).text == "101 arrests"
    assert tell_in_a_row(counted("arrests", 102), STATED).text == "Arrests: 102"


def test_a_key_names_the_figure_its_narrowing_and_its_days() -> None:
    child = counted("arrests", 9, part="of children")
    assert key(child) == ("arrests", (("age_group", "child"),), date(2023, 2, 27), date(2023, 3, 5))
    assert key(replace(child, value=Decimal(3))) == key(child)
    assert key(replace(child, start=date(2022, 1, 1))) != key(child)
