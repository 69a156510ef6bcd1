"""Shares of paths are true, worked by hand; small counts are hidden, and no subtraction brings them back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import Mock, patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.disclosure.attacker import Attacker, Fact
from clewline.bulletin.disclosure import protect
from clewline.bulletin.fairness import PATHS, Comparison, Share, compare
from clewline.bulletin.fairness.people import GROUPS, OnePath

SECRET = b"sixteen bytes or"
MODULE = "clewline.bulletin.fairness"


def people(count: int, *events: str, sex: str = "male", ethnicity: str = "White") -> list[OnePath]:
    groups = {"age": "16 to 17", "sex": sex, "ethnicity": ethnicity}
    return [OnePath(events=frozenset(events), groups=groups) for _ in range(count)]


def share(found: Comparison, cohort: str, outcome: str, by: str, group: str) -> Share:
    return next(one for one in found.paths[cohort, outcome] if (one.by, one.group) == (by, group))


@pytest.fixture(scope="module")
def worked() -> Comparison:
    """120 arrested: of 60 White 30 charged, of 60 Black 45 charged and 3 referred to the mechanism."""
    some = [
        *people(30, "arrested"),
        *people(30, "arrested", "charged"),
        *people(15, "arrested", ethnicity="Black or Black British"),
        *people(42, "arrested", "charged", ethnicity="Black or Black British"),
        *people(3, "arrested", "charged", "nrm", ethnicity="Black or Black British"),
        *people(112, "referred", ethnicity="White"),
        *people(8, "referred", ethnicity="Other"),
        *people(99, "helped"),
    ]
    return compare(some, secret=SECRET)


def test_shares_worked_by_hand(worked: Comparison) -> None:
    whole = share(worked, "arrested", "charged", "everybody", "everybody")
    assert (whole.people, whole.some, whole.share) == (120, 75, 0.625)
    white = share(worked, "arrested", "charged", "ethnicity", "White")
    black = share(worked, "arrested", "charged", "ethnicity", "Black or Black British")
    assert (white.share, black.share) == (0.5, 0.75)
    assert white.interval is not None and black.interval is not None
    # scipy.stats.binomtest(45, 60).proportion_ci(method="wilson")
    assert black.interval == pytest.approx((0.6276793, 0.8422348), abs=1e-6)
    assert white.interval == pytest.approx((0.3773502, 0.6226498), abs=1e-6)


def test_three_people_are_not_told_and_neither_is_what_tells_them(worked: Comparison) -> None:
    for by, group in (("everybody", "everybody"), ("ethnicity", "Black or Black British"), ("sex", "male")):
        one = share(worked, "arrested", "nrm", by, group)
        assert one.people is not None and one.some is None and one.share is None and one.interval is None


def test_of_fewer_than_ten_no_share_is_told(worked: Comparison) -> None:
    one = share(worked, "referred", "charged", "ethnicity", "Other")
    assert (one.people, one.some, one.share) == (8, None, None)


def test_where_there_is_nobody_there_is_no_share(worked: Comparison) -> None:
    one = share(worked, "referred", "nrm", "ethnicity", "Mixed or multiple")
    assert (one.people, one.some, one.share, one.interval) == (0, 0, None, None)


def test_of_fewer_than_a_hundred_nothing_is_told(worked: Comparison) -> None:
    assert {one.people for one in worked.paths["helped", "nrm"]} == {None}
    assert share(worked, "referred", "nrm", "everybody", "everybody").people == 120


def test_nothing_is_told_where_something_would_give_itself_away() -> None:
    some = people(120, "arrested")
    given_away = protect([], [], secret=SECRET)
    with patch(f"{MODULE}.compare.protect") as told:
        told.return_value = replace(given_away, exposed=(Mock(),))
        found = compare(some, secret=SECRET)
    assert found.exposed == 1
    assert {(one.people, one.some) for path in found.paths.values() for one in path} == {(None, None)}


def test_every_path_has_the_same_groups_in_the_same_order(worked: Comparison) -> None:
    order = [("everybody", "everybody"), *((by, group) for by, some in GROUPS.items() for group in some)]
    assert {tuple((s.by, s.group) for s in path) for path in worked.paths.values()} == {tuple(order)}
    assert set(worked.paths) == {(cohort, outcome) for cohort in PATHS for outcome in PATHS[cohort]}
    assert worked.exposed == 0


def test_the_same_people_and_secret_hide_the_same(worked: Comparison) -> None:
    some = [
        *people(14, "arrested"),
        *people(6, "arrested", "charged", sex="female"),
        *people(2, "arrested", "nrm"),
    ]
    assert compare(some, secret=SECRET) == compare(reversed(some), secret=SECRET)


SMALL = {"sex": ("female", "male", "not recorded"), "age": ("16 to 17", "18 to 25")}


@contextmanager
def few_paths(fewest: int) -> Iterator[None]:
    """Three paths and two ways of comparing: as much as an attacker searches in a moment."""
    paths = {"arrested": ("charged", "nrm"), "charged": ("nrm",)}
    with (
        patch.multiple(f"{MODULE}.compare", PATHS=paths, FEWEST=fewest),
        patch.multiple(f"{MODULE}.numbers", GROUPS=SMALL),
    ):
        yield


PEOPLE = st.builds(
    lambda events, sex, age: OnePath(events=events, groups={"sex": sex, "age": age}),
    st.sets(st.sampled_from(["arrested", "charged", "nrm"]), min_size=1).map(frozenset),
    st.sampled_from(SMALL["sex"]),
    st.sampled_from(SMALL["age"]),
)
ALIKE = st.lists(st.tuples(PEOPLE, st.one_of(st.integers(1, 5), st.integers(1, 30))), max_size=9)


@settings(max_examples=60)
@given(st.binary(min_size=16, max_size=16), ALIKE, st.sampled_from([0, 15]))
def test_no_small_count_can_be_worked_out(
    secret: bytes, alike: list[tuple[OnePath, int]], fewest: int
) -> None:
    some = [one for one, count in alike for _ in range(count)]
    with few_paths(fewest):
        found = compare(some, secret=secret)
    true, facts = everything(some)
    told = shown(found)
    assert all(true[label] == value and not 1 <= value <= 4 for label, value in told.items())
    attacker = Attacker(["\n".join(f"{label}: {value}" for label, value in told.items())], facts)
    small = [label for label, value in true.items() if 1 <= value <= 4]
    assert found.exposed == 0
    assert attacker.narrowed(small, known_to_fit=true) == {}


def test_the_attacker_would_see_a_count_that_can_be_worked_out() -> None:
    """The test above can fail: one group less the other is what is left of the whole."""
    some = people(20, "arrested") + people(3, "arrested", sex="female")
    plain = [OnePath(events=one.events, groups={"sex": one.groups["sex"], "age": "16 to 17"}) for one in some]
    true, facts = everything(plain)
    text = "\n".join(f"{label}: {value}" for label, value in true.items() if not 1 <= value <= 4)
    narrowed = Attacker([text], facts).narrowed(["arrested, female"], known_to_fit=true)
    assert narrowed == {"arrested, female": (3, 3)}


def everything(some: list[OnePath]) -> tuple[dict[str, int], list[Fact]]:
    """Return every number that somebody could ask after, and how they hang together, worked out here anew."""
    true: dict[str, int] = {}
    facts = []
    wants: list[tuple[str, frozenset[str], frozenset[str]]] = [
        ("arrested", frozenset({"arrested"}), frozenset()),
        ("charged", frozenset({"charged"}), frozenset()),
    ]
    for cohort, outcome in (("arrested", "charged"), ("arrested", "nrm"), ("charged", "nrm")):
        both = frozenset({cohort, outcome})
        wants += [(both_name(cohort, outcome), both, frozenset())]
        wants += [(f"{cohort} not {outcome}", frozenset({cohort}), frozenset({outcome}))]
    groups = [("", None, ""), *((f", {g}", by, g) for by, names in SMALL.items() for g in names)]
    for name, has, lacks in wants:
        for said, by, group in groups:
            of = [one for one in some if by is None or one.groups[by] == group]
            true[name + said] = sum(has <= one.events and not lacks & one.events for one in of)
        for names in SMALL.values():
            facts.append(Fact("sum", name, tuple(f"{name}, {group}" for group in names)))
    for cohort, outcome in (("arrested", "charged"), ("arrested", "nrm"), ("charged", "nrm")):
        for said, _, _ in groups:
            parts = (both_name(cohort, outcome) + said, f"{cohort} not {outcome}" + said)
            facts.append(Fact("sum", cohort + said, parts))
    for said, _, _ in groups:
        facts.append(Fact("part", "charged" + said, (both_name("arrested", "charged") + said,)))
    return true, facts


def both_name(cohort: str, outcome: str) -> str:
    return " and ".join(sorted((cohort, outcome)))


def shown(found: Comparison) -> Mapping[str, int]:
    """Return what the page tells, by the same labels."""
    told = {}
    for (cohort, outcome), path in found.paths.items():
        for one in path:
            said = "" if one.by == "everybody" else f", {one.group}"
            if one.people is not None:
                told[cohort + said] = one.people
            if one.some is not None:
                told[both_name(cohort, outcome) + said] = one.some
    return told
