"""The case happens as its truth says: who carried what, what changed, and what speaks against attribution."""

from datetime import datetime
from itertools import pairwise

import numpy as np
import pytest
from phone_files import read, rows_of

from clewline.errors import BadInput
from clewline.simulate.phones import simulate_phones
from clewline.simulate.phones.casefile import case_file
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.plot import left_at_home


def instant(text):
    return datetime.fromisoformat(text).timestamp()


def test_the_same_arguments_give_the_same_bytes(files):
    again = {f.name: f.content for f in simulate_phones(seed=5, days=49, customers=12, generic=True)}
    assert again == {name: file.content for name, file in files.items()}


def test_another_seed_gives_other_people_and_numbers(files):
    other = next(simulate_phones(seed=6, days=49, customers=12)).content
    assert other != files["phones_authorities.json"].content


@pytest.mark.parametrize("wrong", [{"days": 41}, {"customers": 0}])
def test_a_case_too_small_for_what_happens_is_refused(wrong):
    with pytest.raises(BadInput, match="42 days"):
        case_file(**{"seed": 1, **wrong})


def test_every_use_is_served_near_where_its_bearer_was(case):
    for phone in case.phones.values():
        uses = [u for u in case.uses if u.phone is phone]
        net = network(phone.operator)
        at = case.position(phone, np.array([u.at for u in uses]))
        gap = np.hypot(*(at - net.sites[[u.cell // 3 for u in uses]]).T)
        assert gap.max() < 15_000, phone.key
        assert np.median(gap) < 3_000, phone.key


def test_nobody_is_on_two_calls_at_once_or_calls_themselves(case):
    busy = {}
    for use in case.uses:
        if use.service != "call" or not use.lasts:
            continue
        by = use.phone.bearer(use.at).by or use.phone.number
        other = next((p for p in case.phones.values() if p.number == use.other), None)
        assert other is None or other.bearer(use.at).by != by
        before = busy.get(by)
        assert before is None or use.at >= before, (by, use)
        busy[by] = use.at + use.lasts


def test_a_phone_left_at_home_begins_nothing_but_data(case):
    holder, companion = left_at_home(case.plot.outings)
    assert "holder" in holder.companions and "companion" in companion.companions
    for key, outing in (("holder", holder), ("companion", companion)):
        phone = case.phones[key]
        (lying,) = [c for c in phone.carried if c.by is None]
        assert lying.start < outing.leave < outing.back < lying.end
        assert lying.left_at == case.people[key].habits.home
        within = [u for u in case.uses if u.phone is phone and lying.start <= u.at < lying.end]
        assert within
        assert all(u.service == "data" or not u.out for u in within)
        assert all(u.lasts == 0 for u in within if u.service == "call")


def test_the_two_who_travel_together_are_in_one_place(case):
    joint = [o for o in case.plot.outings if "companion" in o.companions]
    assert 3 <= len(joint) < len(case.plot.outings)
    for outing in joint:
        times = np.linspace(outing.leave, outing.back + 600, 50)
        both = [case.plot.tracks[key].at(times) for key in ("holder", "companion")]
        assert np.hypot(*(both[0] - both[1]).T).max() < 50


def test_the_line_is_handed_over_and_used_far_from_the_holder(case, truth):
    (handover,) = truth["handovers"]
    start, end = instant(handover["handed_over"]), instant(handover["handed_back"])
    line = case.phones["line-1"]
    assert {u.phone.bearer(u.at).by for u in case.uses if u.phone is line and start <= u.at < end} == {
        "deputy"
    }
    (apart,) = truth["used_far_apart"]
    assert apart["metres"] > 25_000
    at = instant(apart["at"])
    both = {u.phone.key for u in case.uses if u.service == "call" and u.at <= at + 60 < u.at + u.lasts}
    assert {"line-1", "holder"} <= both


def test_a_phone_changes_hands_where_both_are(case):
    changes = [(p, a.end) for p in case.phones.values() for a in p.carried[:-1]]
    assert len(changes) == 6
    for phone, at in changes:
        before, after = case.position(phone, np.array([at - 1.0, at]))
        assert np.hypot(*(before - after)) < 50, (phone.key, at)


@pytest.mark.parametrize("seed", range(3))
def test_six_weeks_are_enough_for_all_that_happens(seed):
    short = case_file(seed=seed, days=42, customers=1)
    assert {u.phone.key for u in short.uses} == set(short.phones)


def test_the_number_changes_in_one_handset_and_keeps_its_customers(case, truth):
    (change,) = truth["number_changes"]
    at = instant(change["at"])
    old, new = (case.phones[key] for key in change["line"])
    assert (
        max(u.at for u in case.uses if u.phone is old) < at <= min(u.at for u in case.uses if u.phone is new)
    )
    assert old.imsi != new.imsi and {u.imei for u in case.uses if u.phone in (old, new)} == {
        change["handset"]
    }
    told = {u.other for u in case.uses if u.phone is new and u.bulk and u.at < at + 600}
    assert set(case.society.customers) <= told


def test_a_sim_moves_to_another_handset_and_back(case, truth):
    (move,) = truth["sim_moves"]
    start, end = instant(move["from"]), instant(move["to"])
    phone, host = case.phones[move["sim_of"]], case.phones[move["handset_of"]]
    seen = [(u.at, u.imei) for u in case.uses if u.phone is phone]
    assert {imei for at, imei in seen if start <= at < end} == {host.handsets[0][1]}
    assert {imei for at, imei in seen if not start <= at < end} == {phone.handsets[0][1]}
    (changed,) = truth["handset_changes"]
    companion = case.phones[changed["phone"]]
    assert len({u.imei for u in case.uses if u.phone is companion}) == 2


def test_the_truth_names_each_relation_and_a_child_among_the_runners(case, truth):
    relation = {frozenset((p["key_a"], p["key_b"])): p["relation"] for p in truth["pairs"]}
    assert len(relation) == len(case.phones) * (len(case.phones) - 1) // 2
    assert relation[frozenset(("line-1", "holder"))] == "one carrier"
    assert relation[frozenset(("line-2", "holder"))] == "one carrier"
    assert relation[frozenset(("runner-2", "runner-2-work"))] == "one carrier"
    assert relation[frozenset(("line-1", "deputy"))] == "one carrier for some days"
    assert relation[frozenset(("line-1", "line-2"))] == "one line, before and after"
    assert relation[frozenset(("line-1", "companion"))] == "together"
    assert relation[frozenset(("line-1", "partner"))] == "one home"
    assert relation[frozenset(("line-1", "friend"))] == "unrelated"
    assert [p["key"] for p in truth["people"] if p["child"]] == ["runner-1"]
    assert any(j["person"] == "runner-1" and j["by"] == "train" for j in truth["journeys"])
    assert any(j["person"] == "companion" and j["with"] == ["holder"] for j in truth["journeys"])


def test_the_carried_list_covers_each_phone_without_gaps(files):
    carried = {}
    for row in rows_of(files, "phones_carried.csv"):
        carried.setdefault(row["key"], []).append(row)
    for rows in carried.values():
        assert all(a["to"] == b["from"] for a, b in pairwise(rows))
        assert all(bool(r["person"]) != bool(r["left_at"]) for r in rows)


def test_every_number_is_nobodys(case):
    for use in case.uses:
        for number in (use.phone.number, use.other):
            assert not number.startswith("+") or number.startswith(("+447700900", "+441632960"))
        assert use.imei.startswith("00") and use.phone.imsi.startswith("00101")
    assert len({p.imsi for p in case.phones.values()}) == len({p.number for p in case.phones.values()}) == 20


def test_the_generic_file_holds_every_use(files, case):
    found = read(files["phones_generic.csv"])
    assert not found.problems
    assert len(found.events) == len(case.uses)
    for (event,), use in zip(found.events.values(), case.uses, strict=True):
        assert (event.number, event.service, event.imei) == (use.phone.number, use.service, use.imei)
        assert event.earliest.timestamp() == use.at
