"""Addresses: every id comes back from the path that it was written in, and what is no page is not found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_made import CASE, add, logged_in, make_site

from clewline.access import Relation, Role
from clewline.web.addresses import address, from_path, in_path


@given(st.text())
def test_an_id_comes_back_from_the_path(value: str) -> None:
    assert from_path(in_path(value)) == value and "/" not in in_path(value)


def test_an_entry_of_a_line_s_second_part_has_an_address() -> None:
    assert address("entry", case=CASE, subject="576b0d71669d:2/2").endswith("/entry/576b0d71669d:2~12/")


@pytest.mark.usefixtures("embedded")
def test_an_address_that_is_no_page_is_not_found() -> None:
    make_site()
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    for path in ("/nothing/", f"/case/{CASE}/nothing/at/all/"):
        assert client.get(path).status_code == 404
