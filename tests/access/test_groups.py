"""The groups by which an index is parted are those of the table of kinds."""

import pytest

from clewline.access import Group, Role, group_of, groups_of, kinds_of
from clewline.record import all_kinds


@pytest.mark.parametrize("role", list(Role))
def test_a_role_sees_the_kinds_of_its_groups_and_no_other(role: Role) -> None:
    kinds = kinds_of(role)
    sees = set(all_kinds()) if kinds is None else set(kinds)
    assert sees == {kind for kind in all_kinds() if group_of(kind) in groups_of(role)}


def test_every_kind_is_in_one_group() -> None:
    assert {group_of(kind) for kind in all_kinds()} == set(Group)
