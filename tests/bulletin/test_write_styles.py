"""What each style says of a week, and what it leaves out."""

from dataclasses import replace
from datetime import date

import pytest
from week_written import PROGRAMME, SINCE, WEEK, correction, said, written
from weeks_made import counted, made_week, week_of

from clewline.bulletin.week import ORDER
from clewline.bulletin.write.bulletin import Style
from clewline.bulletin.write.corrections import WHY
from clewline.bulletin.write.keys import key
from clewline.bulletin.write.notes import SMALL
from clewline.bulletin.write.thread import LONGEST
from clewline.bulletin.write.write import STYLES, as_text, write
from clewline.errors import Misused
from clewline.figures import all_figures


def test_a_release_leads_with_whom_it_protected_and_rounds_only_its_headline() -> None:
    release = written()
    assert said(release, "headline") == [
        "County lines: over 170 people safeguarded, 77 county lines closed and over 210 arrests in a week"
    ]
    assert said(release, "lead") == [
        "From 27 February to 5 March 2023, Northmoor Police and partners safeguarded 174 people, closed 77 county "
        "lines, made 212 arrests and charged 105 people."
    ]


def test_a_release_lists_results_by_group_the_protected_first() -> None:
    text = as_text(written())
    assert (
        """
Safeguarding

- 174 people safeguarded

Lines

- 77 county lines closed

Arrests and charges

- 212 arrests, including 24 children
- 105 people charged

Drugs

- an estimated £512,330 worth of drugs seized

Money and goods

- £612,346 in cash seized

The programme to date

"""
        in text
    )


def test_a_release_tells_the_programme_and_each_share_behind_what_it_is_of() -> None:
    assert said(written(), "paragraph") == [
        "Since November 2019, the programme has seen 4,200 people safeguarded and 8,312 arrests. The programme has "
        "also seen 65 people charged with modern slavery.",
        "Since November 2019, 1,101 line holders have been arrested, of whom 88.1% have been charged. Since November "
        "2019, 94% of the line holders charged whose case has ended have been convicted. Since April 2022, 61% of "
        "the people charged with drug trafficking had been arrested for violence before.",
    ]


def test_shares_of_a_week_stand_under_a_heading_of_their_own() -> None:
    holders = counted("line_holders_arrested", 14)
    of_them = (counted("line_holders_charged", 50), counted("line_holders_convicted", 100))
    release = write(week_of(holders, *of_them), style="release", body="Northmoor Police")
    assert "What became of arrests" in said(release, "heading")
    assert said(release, "paragraph") == [
        "From 27 February to 5 March 2023, 14 line holders were arrested, of whom 50% have been charged. From 27 "
        "February to 5 March 2023, 100% of the line holders charged whose case has ended have been convicted."
    ]


def test_a_share_is_left_out_where_what_it_is_of_is_not_told() -> None:
    alone = write(week_of(counted("line_holders_charged", 50)), style="release", body="Northmoor Police")
    assert not [p for p in alone.paragraphs if p.told]


def test_a_cohort_is_told_without_the_shares_that_are_not_known() -> None:
    holders = counted("line_holders_arrested", 1)
    unknown = (counted("line_holders_charged", None), counted("line_holders_convicted", None))
    release = write(week_of(holders, *unknown), style="release", body="Northmoor Police")
    assert said(release, "paragraph") == ["From 27 February to 5 March 2023, 1 line holder was arrested."]


def test_a_programme_that_has_little_to_tell_tells_that() -> None:
    convicted = counted("convictions", 4, **SINCE)
    week = week_of(*WEEK, since=date(2019, 11, 14), programme=(convicted,))
    release = write(week, style="release", body="Northmoor Police")
    assert said(release, "paragraph") == [
        "Since 14 November 2019, the programme has seen 4 people convicted."
    ]


def test_every_figure_told_is_defined_once_with_whose_definition_it_is() -> None:
    definitions = said(written(), "definition")
    told = {t.counted.figure.title for p in written().paragraphs for t in p.told}
    assert sorted(d.split(":")[0] for d in definitions) == sorted(told)
    assert (
        "Arrests: Arrests recorded in custody in the period (Clewline, from the custody reference)."
        in definitions
    )


def test_parts_stand_by_themselves_where_their_whole_is_hidden() -> None:
    arrests, children = WEEK[0], WEEK[1]
    assert "- 24 children arrested\n" in as_text(written(hide={key(arrests)}))
    assert "- 212 arrests\n" in as_text(written(hide={key(children)}))


def test_a_week_with_nothing_that_leads_has_a_headline_without_numbers() -> None:
    release = write(week_of(counted("patrol_hours", 700)), style="release", body="Metropolitan Police")
    assert said(release, "headline") == [
        "County lines: results of the Metropolitan Police from 27 February to 5 March 2023"
    ]
    assert said(release, "lead") == [
        "From 27 February to 5 March 2023, the Metropolitan Police and partners worked against county lines and to "
        "protect those exploited by them."
    ]


def test_other_periods_are_named_in_the_headline() -> None:
    day = {"start": date(2023, 3, 1), "end": date(2023, 3, 1)}
    release = write(week_of(counted("arrests", 3, **day)), style="release", body="Northmoor Police")
    assert said(release, "headline") == ["County lines: 3 arrests on 1 March 2023"]


def test_nought_is_not_told_but_a_share_of_nobody_is() -> None:
    holders, nobody = counted("line_holders_arrested", 4), counted("line_holders_charged", 0)
    release = write(
        week_of(counted("firearms_seized", 0), holders, nobody), style="release", body="Northmoor Police"
    )
    assert {t.counted.figure.name for p in release.paragraphs for t in p.told} == {
        "line_holders_arrested",
        "line_holders_charged",
    }


def test_groups_are_in_the_order_of_the_house_and_an_unknown_one_comes_last() -> None:
    figure = replace(all_figures()["arrests"], group="Drones")
    week = week_of(replace(counted("arrests", 9), figure=figure), counted("nrm_referrals", 4))
    headings = said(write(week, style="release", body="Northmoor Police"), "heading")
    assert headings[:2] == ["Safeguarding", "Drones"]
    assert ORDER[0] == "Safeguarding"


# What is hidden


@pytest.mark.parametrize("style", STYLES)
def test_what_is_to_be_hidden_is_told_nowhere_and_only_its_kind_is_said(style: Style) -> None:
    for seed in range(5):
        week = made_week(seed, all_of_it=True)
        told = [t.counted for p in write(week, style=style, body="X Police").paragraphs for t in p.told]
        hidden = {key(counted) for counted in told[::2]}
        bulletin = write(week, style=style, body="X Police", hide=hidden)
        assert hidden.isdisjoint(key(t.counted) for p in bulletin.paragraphs for t in p.told)
        assert SMALL in as_text(bulletin)
        assert {h.indicator for h in bulletin.hidden} >= {name for name, *_ in hidden}


def test_the_rule_is_said_though_nothing_is_hidden() -> None:
    """Said only where something is, it would tell elsewhere that what is missing is nought."""
    assert all(SMALL in as_text(written(style)) for style in STYLES)


def test_a_whole_release_may_be_hidden() -> None:
    numbers = [*WEEK, *PROGRAMME]
    release = written(hide={key(counted) for counted in numbers})
    assert not [t for p in release.paragraphs for t in p.told]
    assert len(release.hidden) == len(numbers)


# A table


def test_a_table_has_a_row_for_every_number_and_its_period() -> None:
    text = as_text(written("table"))
    assert text.startswith("County lines: results of Northmoor Police from 27 February to 5 March 2023\n\n")
    assert "\nArrests: 212\nChildren arrested: 24\nPeople charged: 105\n" in text
    assert "\nCash seized: £612,346\n" in text
    assert "\nAn estimated £512,330 worth of drugs seized\n" in text
    assert "\nSince November 2019, arrests: 8,312\n" in text
    assert "\nSince November 2019, 65 people charged with modern slavery\n" in text
    assert "Arrests and charges, programme to date" in said(written("table"), "heading")


def test_a_table_of_a_week_alone_has_no_programme() -> None:
    text = as_text(write(week_of(*WEEK), style="table", body="Northmoor Police"))
    assert "rogramme" not in text.split("How these figures are counted")[0]
    assert "What became" not in text


# A thread


def test_a_thread_numbers_its_posts_and_each_fits() -> None:
    many = [correction(reasons=tuple(WHY)), correction()]
    for seed in range(40):
        thread = write(made_week(seed), style="thread", body="Northmoor Police", corrections=many)
        for n, post in enumerate(thread.paragraphs, start=1):
            assert post.text.startswith(f"{n}/{len(thread.paragraphs)} ")
            assert len(post.text) <= LONGEST


def test_a_thread_begins_with_the_lead_and_lists_by_group() -> None:
    first, second, *_, last = written("thread").paragraphs
    assert first.text.startswith(
        "1/9 From 27 February to 5 March 2023, Northmoor Police and partners safeguarded"
    )
    assert second.text == "2/9 Safeguarding\n- 174 people safeguarded"
    assert last.text == f"9/9 {SMALL} What each number counts is set out in our full bulletin."


def test_a_group_that_fills_a_post_goes_on_in_the_next_under_its_title() -> None:
    names = ("people_safeguarded", "children_safeguarded", "adults_safeguarded", "safeguarding_referrals",
             "nrm_referrals", "vulnerable_people_identified", "safeguarding_visits")  # fmt: skip
    week = week_of(*(counted(name, 1_234_567) for name in names))
    posts = write(week, style="thread", body="Northmoor Police").paragraphs
    assert [p.text.split("\n")[0] for p in posts[1:3]] == ["2/4 Safeguarding", "3/4 Safeguarding"]


def test_a_body_whose_name_fills_a_post_is_asked_for_a_shorter_one() -> None:
    with pytest.raises(Misused, match="280 characters"):
        write(week_of(*WEEK), style="thread", body="Northmoor Police and " * 20)
