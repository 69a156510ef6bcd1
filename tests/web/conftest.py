"""A site with its record, on each database or on SQLite alone; and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from in_time import within
from site_made import Site, make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONGEST = 600
"""Seconds of a test in a browser, its site started; the longest takes a minute on a machine that is not busy."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Have no test in a browser wait without end, nor what it begins with."""
    if item.get_closest_marker("slow") is None:
        return (yield)
    with within(LONGEST):
        return (yield)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that the tests of one file share."""
    from browser import chromium

    with chromium() as one:
        yield one


@pytest.fixture
def site(record: str) -> Site:
    """The made-up site, on each database in turn."""
    return make_site()


@pytest.fixture
def embedded_site(embedded: str) -> Site:
    """The made-up site on SQLite, for what does not depend on the database."""
    return make_site()
