"""The week counted from the simulated files, by plain Python, is the week of the margins, whatever they say."""

from dataclasses import fields, replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_count import count, day, listed, tables, truth

from clewline.errors import BadInput
from clewline.simulate import Margins, default_margins, simulate
from clewline.simulate.cohorts import plan
from clewline.simulate.margins import SCALED
from clewline.simulate.work import importing

SMALLER = importing(default_margins())
"""A force of a fifth of the size, where the size does not matter."""


@pytest.fixture(scope="module")
def files():
    return list(simulate(default_margins()))


def differing(files, margins: Margins) -> dict[str, tuple[object, object]]:
    """Return the margins that the files do not come to; `over` ones should be a little above."""
    counted = count(files, margins)
    assert set(counted) == {*SCALED, *(f.name for f in fields(Margins) if f.name.endswith("_percent"))}
    found = {}
    for name, value in counted.items():
        margin = getattr(margins, name)
        if name in margins.over:
            if not margin < value <= margin * Decimal("1.03") + 1:
                found[name] = (margin, value)
        elif value != margin:
            found[name] = (margin, value)
    return found


def test_the_published_week_follows_from_the_files(files):
    assert differing(files, default_margins()) == {}


def test_the_truth_tells_what_was_drawn_where_the_margins_say_over(files):
    counted = count(files, default_margins())
    for name, drawn in truth(files)["totals"].items():
        assert counted[name] == drawn


def test_the_same_seed_writes_the_same_bytes_and_another_seed_others(files):
    one, again, other = (list(simulate(SMALLER, seed=seed)) for seed in (1, 1, 2))
    assert one == again
    assert [f.name for f in other] == [f.name for f in files]
    assert {f.name for f, o in zip(one, other, strict=True) if f == o} == {"published.csv"}
    assert differing(other, SMALLER) == {}


def test_at_twice_the_scale_everything_doubles_but_the_shares():
    assert differing(list(simulate(SMALLER, scale=2)), SMALLER.scaled(2)) == {}


@st.composite
def some_margins(draw):
    """A smaller force with any results that fit together."""
    arrests = draw(st.integers(0, 200))
    people = draw(st.integers(0, 80))
    charges = draw(st.integers(people, people * 4)) if people else 0
    closed = draw(st.integers(0, 60))
    defendants = draw(st.integers(0, 40))
    before = draw(st.integers(700, 1100))
    return replace(
        default_margins(),
        arrests=arrests,
        people_charged=people,
        charges=charges,
        charges_drug_trafficking=draw(st.integers(0, charges)),
        charges_class_a_and_b=draw(st.integers(0, charges)),
        people_safeguarded=draw(st.integers(0, 150)),
        lines_closed=closed,
        class_a_kg=Decimal(draw(st.integers(0, 300_000))) / 10_000,
        class_b_kg=Decimal(draw(st.integers(0, 300_000))) / 10_000,
        drugs_value_gbp=draw(st.integers(0, 2_000_000)),
        cash_gbp=Decimal(draw(st.integers(0, 90_000_000))) / 100,
        firearms=draw(st.integers(0, 9)),
        weapons=draw(st.integers(0, 70)),
        lines_closed_since=closed + draw(st.integers(0, 300)),
        arrests_since=arrests + before,
        line_holders_arrested=draw(st.integers(150, 300)),
        line_holders_charged_percent=draw(st.integers(40, 100)),
        line_holders_convicted_percent=draw(st.integers(0, 100)),
        earlier_violence_percent=draw(st.integers(0, 100)),
        modern_slavery_defendants=defendants,
        modern_slavery_charges=defendants + draw(st.integers(0, 30)) if defendants else 0,
        over=draw(st.sets(st.sampled_from(["arrests_since", "lines_closed_since", "drugs_value_gbp"]))),
    )


@settings(max_examples=10, deadline=None, database=None, derandomize=True)
@given(margins=some_margins(), seed=st.integers(0, 99))
def test_the_week_follows_the_margins_whatever_they_are(margins, seed):
    assert differing(list(simulate(margins, seed=seed)), margins) == {}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"line_holders_arrested": 3}, "per cent"),
        ({"line_holders_arrested": 100, "line_holders_charged_percent": 5}, "per cent convicted"),
        ({"arrests_since": 222, "people_charged": 223, "line_holders_arrested": 100}, "ever arrested"),
        (
            {"arrests_since": 1100, "line_holders_arrested": 1100, "line_holders_charged_percent": 0},
            "holders",
        ),
        ({"modern_slavery_defendants": 3000, "modern_slavery_charges": 3000}, "modern slavery defendants"),
    ],
)
def test_margins_that_no_people_could_meet_are_refused(changes, sentence):
    with pytest.raises(BadInput, match=sentence):
        list(simulate(replace(default_margins(), over=frozenset(), **changes)))


def test_a_force_that_published_nothing_takes_the_nearest_numbers():
    tiny = replace(SMALLER, over=frozenset(), line_holders_arrested=5, line_holders_convicted_percent=94)
    assert plan(Random(1), tiny, strict=False).holders_ended == 0


def test_a_scale_below_one_is_refused():
    with pytest.raises(BadInput, match="scale"):
        list(simulate(default_margins(), scale=0))


def test_without_a_release_nothing_is_published(files):
    small = list(simulate(replace(SMALLER, release=None)))
    assert {f.name for f in files} - {f.name for f in small} == {"published.csv"}


def test_a_joint_arrest_is_in_both_exports_under_one_reference_and_two_person_numbers(files):
    rows = tables(files)["Custody No"]
    joint = set(truth(files)["joint_arrests"])
    kent = {r["Custody No"]: r for r in rows if r["Force"].startswith(("Kent", "46"))}
    met = {
        r["Custody No"]: r
        for r in rows
        if r["Custody No"] not in kent or not r["Force"].startswith(("Kent", "46"))
    }
    assert joint == set(kent) & set(met)
    assert all(kent[ref]["Person No"] != met[ref]["Person No"] for ref in joint)
    assert all(kent[ref]["Arrested On"] == met[ref]["Arrested On"] for ref in joint)
    assert any(kent[ref]["Surname"] != met[ref]["Surname"] for ref in joint)
    assert any(kent[ref]["DOB"] != met[ref]["DOB"] for ref in joint)
    in_week = [ref for ref in joint if day(kent[ref]["Arrested On"]) >= default_margins().start]
    assert len(in_week) >= 10


def test_nobody_is_met_before_the_age_of_five_and_children_are_among_suspects_and_helped(files):
    every = tables(files)
    suspects = {(r["DOB"], r["Arrested On"]) for r in every["Custody No"]}
    helped = {(r["Date of Birth"], r["Event Date"]) for r in every["Event Number"]}
    for meetings in (suspects, helped):
        ages = [(day(on) - day(born)).days / 365.2425 for born, on in meetings]
        assert min(ages) > 5
        assert sum(age < 18 for age in ages) > 50


def test_some_suspects_are_victims_too(files):
    every = tables(files)
    arrested = {r["Person No"].strip() for r in every["Custody No"]}
    helped = {
        r["Client Number"] for r in every["Event Number"] if r["Event Code"] in ("REF", "STR", "PLN", "INV")
    }
    assert len({number for number in arrested & helped if number.startswith("CM")}) > 50


def test_lines_change_numbers_one_after_another(files):
    for used in truth(files)["changed_numbers"].values():
        assert len({number for number, _, _ in used}) == len(used)
        assert all(number.startswith("07700900") and len(number) > 11 for number, _, _ in used)
        firsts = [first for _, first, _ in used]
        assert firsts == sorted(firsts)
        assert all(last is None or first <= last for _, first, last in used)


def test_lines_closed_twice_were_closed_in_different_years(files):
    twice = truth(files)["closed_twice"]
    days = {ref: [] for ref in twice}
    for r in tables(files)["closure_ref"]:
        if "closed_on" in r and r["line_ref"] in days:
            days[r["line_ref"]].append(day(r["closed_on"]))
    assert len(twice) > 5
    assert all(len(d) == 2 and d[0].year != d[1].year for d in days.values())


def test_events_go_on_after_the_week_so_that_a_period_matters(files):
    every, end = tables(files), default_margins().end
    assert any(day(r["Arrested On"]) > end for r in every["Custody No"])
    assert any(day(r["Hearing Date"]) > end for r in every["Charge No"] if "Hearing Date" in r)


def test_no_file_lists_a_blemish_of_a_file_that_is_not_there(files):
    assert {b["file"] for b in listed(files)} <= {f.name for f in files}
