"""What is made up of people's care is of the people whom the other files hold, in the order in which it can happen."""

from collections import Counter
from datetime import date, timedelta

import pytest
from plain_count import day, listed, tables, truth

from clewline.simulate import NEIGHBOUR, default_margins, simulate
from clewline.simulate.care import months_later
from clewline.simulate.faults import APART, EACH, FAULTS
from clewline.simulate.forces import force_named
from clewline.simulate.neighbour import neighbour_of
from clewline.simulate.partners import partners_of
from clewline.simulate.work import importing

LISTS = ("hub_ref", "answer_ref", "reply_ref", "work_ref", "feedback_ref", "offer_ref", "outcome_ref")


@pytest.fixture(scope="module")
def files():
    return list(simulate(default_margins(), seed=4))


@pytest.fixture(scope="module")
def every(files):
    return tables(files)


def by(rows, name):
    """Return rows by a column in which each stands once."""
    found = {row[name]: row for row in rows}
    assert len(found) == len(rows) > 0, name
    return found


def referrals(every):
    return {
        ref: row
        for ref, row in by(every["Event Number"], "Event Number").items()
        if row["Event Code"] == "REF"
    }


def test_the_hub_names_people_as_the_police_systems_do(every):
    known = {(r["Client Number"], day(r["Date of Birth"])) for r in every["Event Number"]}
    known |= {(r["Person No"], day(r["DOB"])) for r in every["Custody No"]}
    for name in LISTS:
        assert every[name], name
        assert {(r["person_ref"], day(r["born_on"])) for r in every[name]} <= known, name
    assert any(r["person_ref"].startswith("CM") for r in every["offer_ref"])
    for name in (
        "Observation Number",
        "Status Number",
        "Consent Number",
        "Decision Number",
        "Sharing Number",
    ):
        assert {(r["Client Number"], day(r["Date of Birth"])) for r in every[name]} <= known, name


def test_partners_answer_what_was_sent_to_them_and_afterwards(every):
    sent, received = referrals(every), by(every["hub_ref"], "hub_ref")
    first = {}
    for r in every["answer_ref"]:
        of = sent.get(r["referral_ref"])
        assert of or r["referral_ref"] in received
        if of:
            assert (r["person_ref"], r["partner"]) == (of["Client Number"], of["Partner"])
            assert day(r["answered_on"]) >= day(of["Event Date"])
        if r["answer"] == "yes":
            first[r["referral_ref"]] = day(r["answered_on"])
    for r in every["work_ref"]:
        assert day(r["done_on"]) > first[r["referral_ref"]]
    kinds = Counter(
        next(
            word
            for word in ("Council", "Charity", "Trust", "Mentoring", "Recovery", "Homes")
            if word in of["Partner"]
        )
        for of in sent.values()
        if "Essex" not in of["Agency"]
    )
    assert len(kinds) == 6
    assert {r["organisation"].split()[-1] for r in received.values()} == {
        "School",
        "Hospital",
        "Charity",
        "College",
    }


def test_an_adult_is_asked_before_they_are_referred_and_a_child_is_not(every):
    to_partners = {
        (r["Client Number"], r["Partner"]): r for r in every["Consent Number"] if r["Consent To"] == "REF"
    }
    adults = 0
    for of in referrals(every).values():
        on, born = day(of["Event Date"]), day(of["Date of Birth"])
        adult = (on.year - born.year - ((on.month, on.day) < (born.month, born.day))) >= 18
        key = (of["Client Number"], of["Partner"])
        adults += adult
        if adult:
            assert key in to_partners
    assert adults > 100
    asked = {r["Consent Number"]: r for r in every["Consent Number"] if r["Consent To"] == "NRM"}
    reported = [
        r
        for r in every["Event Number"]
        if r["Event Code"] in ("NRM", "DTN") and r["Gender"] in ("Male", "Female")
    ]
    assert len(reported) == len(asked) > 50
    for r in reported:
        said = asked[f"{r['Event Number']}/C"]
        assert (said["Client Number"], said["Asked On"]) == (r["Client Number"], r["Event Date"])
        assert said["Answer"] == ("GVN" if r["Event Code"] == "NRM" else "RFD")
    assert {r["Answer"] for r in every["Consent Number"]} == {"GVN", "RFD", "WDN"}
    children = {r["Client Number"] for r in every["Event Number"] if r["Gender"] in ("Boy", "Girl")}
    grown = {r["Client Number"] for r in every["Event Number"] if r["Gender"] in ("Male", "Female")}
    assert not {r["Client Number"] for r in every["Consent Number"]} & (children - grown)


def test_decisions_and_interviews_come_when_they_can(every):
    sent = {r["NRM Reference"]: day(r["Event Date"]) for r in every["Event Number"] if r["NRM Reference"]}
    grounds = {r["NRM Reference"]: r for r in every["Decision Number"] if r["Stage"] == "RG"}
    for r in every["Decision Number"]:
        on, first = day(r["Decided On"]), grounds[r["NRM Reference"]]
        if r["Stage"] == "RG":
            assert sent[r["NRM Reference"]] < on
        else:
            changed = day(first["Decided On"]) >= date(2022, 12, 13)
            assert first["Decision"] == "POS"
            assert on - day(first["Decided On"]) >= timedelta(days=30 if changed else 45)
    assert {(r["Stage"], r["Decision"]) for r in every["Decision Number"]} >= {("RG", "NEG"), ("CG", "POS")}
    found = by(every["Episode Number"], "Episode Number")
    for r in every["Interview Number"]:
        assert day(r["Interview On"]) > day(found[r["Episode Number"]]["Returned On"])


def test_in_custody_a_child_has_all_that_is_asked_and_nobody_says_so_of_each_adult(every):
    ages = {}
    for r in every["Custody No"]:
        ages.setdefault(r["Custody No"], set()).add(
            day(r["Arrested On"]) < months_later(day(r["DOB"]), 18 * 12)
        )
    seen_to = {one: set() for one in ages}
    for r in every["Need No"]:
        seen_to[r["Custody No"]].add(r["Need"])
    # Of whom two forces wrote down two ages by which they are and are no child, neither is told here.
    children = [needs for one, needs in seen_to.items() if ages[one] == {True}]
    adults = [needs for one, needs in seen_to.items() if ages[one] == {False}]
    assert len(children) > 300 and all(needs == {"AA", "LEGAL", "MED"} for needs in children)
    assert all(needs <= {"LEGAL", "MED"} for needs in adults)
    unsaid = sum(2 - len(needs) for needs in adults) / (2 * len(adults))
    assert 0.02 < unsaid < 0.06


def test_custody_and_safeguarding_meet_in_a_person_but_for_those_who_were_not_looked_up(files, every):
    arrested = {}
    for r in every["Custody No"]:
        arrested.setdefault(r["Person No"].strip(), set()).add(day(r["DOB"]))
    both = {r["Client Number"]: day(r["Date of Birth"]) for r in every["Event Number"]}
    both = {number: born for number, born in both.items() if number.startswith(("CM", "CK"))}
    assert len(both) > 300
    assert all(arrested[number] == {born} for number, born in both.items())
    apart = {spot["about"] for spot in listed(files) if spot["blemish"] == APART.blemish}
    assert len(apart) == EACH and apart <= set(arrested)
    groups = [[one.partition("/")[2] for one in some] for some in truth(files)["same_person"]]
    two = {one for some in groups for one in some if one[:2] == "CM" and any(o[:2] == "LM" for o in some)}
    assert two == apart
    supported = {r["Client Number"] for r in every["Event Number"] if r["Event Code"] == "SUP"}
    assert all(supported & set(some) for some in groups if apart & set(some))


def test_whoever_a_consideration_says_was_referred_was_referred_by_then(files, every):
    apart = {spot["about"] for spot in listed(files) if spot["blemish"] == APART.blemish}
    sent = {}
    for r in every["Event Number"]:
        if r["Event Code"] == "NRM":
            sent.setdefault(r["Client Number"], []).append(day(r["Event Date"]))
    considered = [r for r in every["Review No"] if r["Outcome"] == "OPEN" and r["Person No"] not in apart]
    assert len(considered) > 30
    for r in considered:
        assert min(sent[r["Person No"]]) <= day(r["Considered On"])


def test_each_fault_is_planted_so_often_in_one_force_and_nobody_bears_two(files):
    spots = [spot for spot in listed(files) if spot["shown_by"]]
    assert {"kent" in spot["file"] or NEIGHBOUR in spot["file"] for spot in spots} == {False}
    abouts = {fault.blemish: set() for fault in FAULTS}
    for spot in spots:
        abouts[spot["blemish"]].add(spot["about"])
    assert {name: len(some) for name, some in abouts.items()} == {fault.blemish: EACH for fault in FAULTS}
    numbers = [one for some in abouts.values() for one in some]
    assert len(numbers) == len(set(numbers))


def test_faults_grow_with_the_scale():
    def silent(scale):
        files = simulate(importing(default_margins()), scale=scale, seed=5)
        return sum(spot["blemish"] == FAULTS[0].blemish for spot in listed(files))

    assert (silent(1), silent(2)) == (EACH, 2 * EACH)


def test_the_third_force_is_none_of_the_two():
    assert neighbour_of("metropolitan", "kent").id == NEIGHBOUR
    assert neighbour_of("metropolitan", NEIGHBOUR).id == "norfolk"
    assert partners_of(force_named("norfolk")).hub == "Westvale Safeguarding Hub"


@pytest.mark.parametrize(
    ("on", "months", "then"),
    [
        (date(2022, 11, 30), 3, date(2023, 2, 28)),
        (date(2022, 1, 15), 12, date(2023, 1, 15)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
    ],
)
def test_so_many_months_later(on, months, then):
    assert months_later(on, months) == then
