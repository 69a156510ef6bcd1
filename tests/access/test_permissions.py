"""Who may do what: relations told from memberships, and the table."""

from datetime import date, timedelta

import pytest

from clewline.access import (
    ACTS,
    Membership,
    Purpose,
    Relation,
    Role,
    Scope,
    kinds_of,
    kinds_recorded,
    may,
    relation,
    why,
)
from clewline.record import all_kinds

TODAY = date(2026, 3, 9)
DAY = timedelta(days=1)


def member(first: date = TODAY, last: date | None = None, **more: bool) -> Membership:
    return Membership(purpose=Purpose.INVESTIGATION, first=first, last=last, **more)


@pytest.mark.parametrize(
    ("memberships", "found"),
    [
        ([], Relation.OTHER),
        ([member()], Relation.OWN),
        ([member(TODAY + DAY)], Relation.OTHER),
        ([member(TODAY - DAY, TODAY)], Relation.OWN),
        ([member(TODAY - 2 * DAY, TODAY - DAY)], Relation.EXPIRED),
        ([member(ended=True)], Relation.FORMER),
        ([member(ended=True), member()], Relation.OWN),
        ([member(TODAY - 2 * DAY, TODAY - DAY), member(ended=True)], Relation.EXPIRED),
    ],
)
def test_what_someone_is_to_a_case_is_the_most_that_a_membership_gives(
    memberships: list[Membership], found: Relation
) -> None:
    assert relation(memberships, TODAY, sealed=False) is found


def test_a_sealed_case_is_open_to_those_with_leave_alone() -> None:
    assert relation([member()], TODAY, sealed=True) is Relation.SEALED
    assert relation([member(opens_sealed=True)], TODAY, sealed=True) is Relation.OWN


def test_whoever_is_no_member_does_nothing_in_a_case() -> None:
    for act in ACTS.values():
        for role in Role:
            for found in Relation:
                allowed = may(act, role, found)
                assert not allowed or role in act.roles
                assert not allowed or act.scope is not Scope.CASE or found is Relation.OWN


def test_whoever_has_no_account_does_what_is_open_to_anyone_and_nothing_else() -> None:
    for act in ACTS.values():
        for found in (None, *Relation):
            assert may(act, None, found) == (act.scope is Scope.PUBLIC)
    for act in (one for one in ACTS.values() if one.scope is Scope.PUBLIC):
        assert act.roles == frozenset(Role) and all(may(act, role, None) for role in Role)
    assert may(ACTS["read guide"], None, None)


def test_an_administrator_and_the_press_see_no_case_and_a_partner_not_yet_one() -> None:
    for role in (Role.ADMINISTRATOR, Role.PRESS, Role.PARTNER, Role.AUDITOR):
        assert not any(may(act, role, Relation.OWN) for act in ACTS.values() if act.scope is Scope.CASE)
        assert kinds_of(role) == frozenset()


def test_kinds_that_a_role_sees_are_kinds() -> None:
    assert kinds_of(Role.OFFICER) is None
    some = kinds_of(Role.SAFEGUARDING)
    assert some and some <= set(all_kinds())


def test_why_is_a_sentence() -> None:
    assert why(ACTS["see home"], Role.PRESS) == "Your role is press, and its work needs this page."
    assert "a member of this case" in why(ACTS["see case"], Role.OFFICER)
    assert why(ACTS["read guide"], Role.PRESS).startswith("Anyone may see this page")


def test_a_role_records_what_it_sees_and_those_who_protect_no_arrest() -> None:
    for role in Role:
        seen, recorded = kinds_of(role), kinds_recorded(role)
        assert (seen is None) == (recorded is None)
        assert seen is None or recorded is None or recorded <= seen
    care = kinds_recorded(Role.SAFEGUARDING)
    assert care is not None and "nrm_referral" in care and not {"arrest", "check_back"} & care
