"""Which claims are parts of others, and which parts make a whole."""

import pytest

from bulletin.claims_made import made
from clewline.bulletin.check import Named
from clewline.bulletin.check.inside import Wholes
from clewline.bulletin.check.mention import mentions
from clewline.bulletin.check.partition import partitions


def _wholes(marked: str) -> list[list[int]]:
    found = mentions(made(marked))
    return [[int(m.claim.value) for m in of_it] for of_it in Wholes(found).of(found[-1])]


@pytest.mark.parametrize(
    ("marked", "wholes"),
    [
        ("[9|arrests 9 people] [3|arrests 3 people, sex=male]", [[9]]),
        ("[9|arrests 9 people] [8|arrests 8 people] [3|arrests 3 people, sex=male]", [[9, 8]]),
        ("[9|arrests 9 people, drug=cocaine] [3|arrests 3 people, sex=male]", []),
        ("[9|arrests 9 people] [3|arrests 3 people]", []),
        ("[9|people_safeguarded 9 people] [3|children_safeguarded 3 people]", [[9]]),
        ("[9|arrests 9 people] [3|line_holders_arrested 3 people, sex=male]", [[9]]),
        ("[9|arrests 9 people, body Elsewhere Police] [3|arrests 3 people, sex=male]", []),
        ("[9|weapons_seized 9 items] [3|knives_seized 3 items, part of 1]", [[9]]),
        ("[9|weapons_seized 9 items] [3|cash_seized 3 GBP, part of 1]", []),
    ],
)
def test_a_whole_is_told_or_narrowed_less_or_holds_the_indicator(
    marked: str, wholes: list[list[int]]
) -> None:
    assert _wholes(marked) == wholes


def _partitions(*marked: str) -> list[tuple[list[int], list[int], bool]]:
    texts: list[Named] = [made(m, name=str(i)) for i, m in enumerate(marked)]
    found, *others = [mentions(named) for named in texts]
    return [
        ([int(m.claim.value) for m in p.wholes], [int(m.claim.value) for m in p.parts], p.told)
        for p in partitions(found, [m for other in others for m in other])
    ]


_SEXES = "[5|arrests 5 people, sex=male] [4|arrests 4 people, sex=female]"
_CLASSES = "[5|{0} 5 {1}, drug_class=A] [4|{0} 4 {1}, drug_class=B]"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (f"[9|arrests 9 people] {_SEXES}", [([9], [5, 4], False)]),
        (f"[9|arrests 9 people] [8|arrests 8 people] {_SEXES}", [([9, 8], [5, 4], False)]),
        (_SEXES, []),
        (f"[9|arrests 9 people, offence=theft] {_SEXES}", []),
        (f"[9|arrests 9 people] {_SEXES} [1|arrests 1 people, sex=other]", []),
        (
            "[9|weapons_seized 9 items] [5|knives_seized 5 items, all of 1] [4|firearms_seized 4 items, all of 1]",
            [([9], [5, 4], True)],
        ),
        ("[9|weapons_seized 9 items] [5|knives_seized 5 items, all of 1]", []),
        (
            "[9|weapons_seized 9 items] [5|knives_seized 5 items, part of 1] [4|knives_seized 4 items, part of 1]",
            [],
        ),
        (
            "[9|arrests 9 people] [5|arrests 5 people, sex=male, all of 1] [4|arrests 4 people, sex=female, all of 1]",
            [([9], [5, 4], True)],
        ),
        (
            "[9|people_safeguarded 9 people] [5|children_safeguarded 5 people] [4|adults_safeguarded 4 people]",
            [([9], [5, 4], False)],
        ),
        ("[9|people_safeguarded 9 people] [5|children_safeguarded 5 people]", []),
        (
            "[9|people_safeguarded 9 people] [5|children_safeguarded 5 people] "
            "[4|adults_safeguarded 4 people, body Elsewhere Police]",
            [],
        ),
        (
            "[9|drugs_seized_weight 9 kg] " + _CLASSES.format("drugs_seized_weight", "kg"),
            [([9], [5, 4], False)],
        ),
        ("[9|charges 9 charges] " + _CLASSES.format("charges", "charges"), []),
        (
            "[9|charges 9 charges, offence=drug trafficking] " + _CLASSES.format("charges", "charges"),
            [([9], [5, 4], False)],
        ),
        (
            "[9|charges 9 charges, offence=drug supply] "
            + _CLASSES.format("charges", "charges").replace("drug_class", "offence=drug supply, drug_class"),
            [([9], [5, 4], False)],
        ),
    ],
)
def test_parts_make_a_whole_where_told_or_where_they_leave_nothing(
    marked: str, found: list[tuple[list[int], list[int], bool]]
) -> None:
    assert _partitions(marked) == found


def test_the_whole_may_stand_in_another_text() -> None:
    assert _partitions(_SEXES, "[9|arrests 9 people] and [8|arrests 8 people]") == [([9], [5, 4], False)]


@pytest.mark.parametrize(
    ("marked", "whole", "how"),
    [
        (
            "[9 weapons|weapons_seized 9 items], including [5 knives|knives_seized 5 items]",
            "9 weapons",
            "some",
        ),
        (
            "[9 weapons|weapons_seized 9 items], among them [5 knives|knives_seized 5 items]",
            "9 weapons",
            "some",
        ),
        ("[9 people|arrests 9 people], of whom [5|people_charged 5 people] were charged", "9 people", "some"),
        ("[9 weapons|weapons_seized 9 items], [5|knives_seized 5 items] of them knives", "9 weapons", "some"),
        ("of the [9 held|arrests 9 people], [5|people_charged 5 people] were charged", "9 held", "some"),
        (
            "[9 weapons|weapons_seized 9 items] made up of [5 knives|knives_seized 5 items]",
            "9 weapons",
            "all",
        ),
        ("[9 weapons|weapons_seized 9 items]: [5 knives|knives_seized 5 items]", "9 weapons", "list"),
        ("[9 people|arrests 9 people]: [5|people_charged 5 people] charged", None, ""),
        ("[9 weapons|weapons_seized 9 items] and [5 knives|knives_seized 5 items]", None, ""),
        ("[9 weapons|weapons_seized 9 items]. Including [5 knives|knives_seized 5 items]", None, ""),
        ("[9 weapons|weapons_seized 9 items], including [£5|cash_seized 5 GBP]", None, ""),
        (
            "[9 weapons|weapons_seized 9 items] and [5 knives|knives_seized 5 items, part of 1]",
            "9 weapons",
            "some",
        ),
        (
            "[9 weapons|weapons_seized 9 items] and [5 knives|knives_seized 5 items, all of 1]",
            "9 weapons",
            "all",
        ),
        (
            "[9 weapons|weapons_seized 9 items], including [5 knives|knives_seized 5 items], a bat and "
            "[2 axes|weapons_seized 2 items]",
            "9 weapons",
            "some",
        ),
        (
            "[9 weapons|weapons_seized 9 items]: [5 knives|knives_seized 5 items] and [4 axes|weapons_seized 4 items]",
            "9 weapons",
            "list",
        ),
        (
            "[9 weapons|weapons_seized 9 items]: [5 knives|knives_seized 5 items], a bat, [3|weapons_seized 3 items]",
            "9 weapons",
            "some",
        ),
        (
            "[9 weapons|weapons_seized 9 items], including [5 knives|knives_seized 5 items], while "
            "[2 guns|firearms_seized 2 items] were handed in",
            None,
            "",
        ),
    ],
)
def test_the_words_between_tell_a_part(marked: str, whole: str | None, how: str) -> None:
    named = made(marked)
    part = mentions(named)[-1].part
    assert part.how == how
    assert (named.reading.text[slice(*part.whole)] if part.whole else None) == whole


@pytest.mark.parametrize(
    ("end", "found"),
    [
        (".", True),
        (" were seized.", False),
        (", one stolen.", False),
    ],
)
def test_a_list_behind_a_colon_is_all_where_nothing_follows(end: str, found: bool) -> None:
    marked = (
        "[9 arms|weapons_seized 9 items]: [5|knives_seized 5 items] and [3|firearms_seized 3 items]" + end
    )
    assert bool(_partitions(marked)) is found
