"""Labelled pairs: every kind, each with enough records in and out of its window, and true to its label."""

import csv
import io
from collections import defaultdict
from datetime import datetime

import numpy as np
import pytest

from clewline.errors import BadInput
from clewline.simulate.phones import labelled_pairs

ARGUMENTS = {"seed": 2, "people": 16, "days": 9, "background": 3, "most": 140}


@pytest.fixture(scope="module")
def made():
    files = {f.name: f for f in labelled_pairs(**ARGUMENTS)}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(f.content.decode())))
        for name, f in files.items()
    }


@pytest.fixture(scope="module")
def used(made):
    """Phone to its records as (instant, metres east, metres north)."""
    found = defaultdict(list)
    for r in made["records"]:
        at = datetime.fromisoformat(r["start"]).timestamp()
        found[r["phone"]].append((at, float(r["lon"]) * 63_050, float(r["lat"]) * 111_200))
    return {phone: np.array(rows) for phone, rows in found.items()}


def test_every_kind_is_made_and_only_one_person_is_the_same(made):
    kinds = {t["kind"] for t in made["truth"]}
    assert kinds == {"same", "random", "nearby", "cotravel", "habit"}
    for t in made["truth"]:
        assert (t["same"] == "1") == (t["kind"] == "same")
        assert (t["person_a"] == t["person_b"]) == (t["kind"] in ("same", "habit"))


def test_each_phone_has_records_inside_its_window_and_before_or_after(made, used):
    for pair in made["pairs"]:
        start, end = (datetime.fromisoformat(pair[c]).timestamp() for c in ("window_start", "window_end"))
        for phone in (pair["phone_a"], pair["phone_b"]):
            inside = (used[phone][:, 0] >= start) & (used[phone][:, 0] < end)
            assert inside.sum() >= 3 and (~inside).sum() >= 3


def test_who_is_the_same_or_travels_along_is_closer_than_others(made, used):
    gaps = defaultdict(list)
    for pair, truth in zip(made["pairs"], made["truth"], strict=True):
        start, end = (datetime.fromisoformat(pair[c]).timestamp() for c in ("window_start", "window_end"))
        a, b = (used[pair[c]] for c in ("phone_a", "phone_b"))
        a = a[(a[:, 0] >= start) & (a[:, 0] < end)]
        for at, x, y in b[(b[:, 0] >= start) & (b[:, 0] < end)]:
            n = np.abs(a[:, 0] - at).argmin()
            if abs(a[n, 0] - at) < 900:
                gaps[truth["kind"]].append(np.hypot(a[n, 1] - x, a[n, 2] - y))
    middle = {kind: np.median(some) for kind, some in gaps.items()}
    # Those who travel together sleep at their own homes.
    assert middle["same"] < 1_200 < middle["random"] - 2_500
    assert middle["cotravel"] < 2_500


def test_the_same_arguments_give_the_same_bytes():
    assert list(labelled_pairs(**ARGUMENTS)) == list(labelled_pairs(**ARGUMENTS))


def test_too_few_people_are_refused():
    with pytest.raises(BadInput, match="four people"):
        next(labelled_pairs(people=3))
