"""A site with its record, on each database or on SQLite alone."""

import pytest
from site_made import Site, make_site


@pytest.fixture
def site(record: str) -> Site:
    """The made-up site, on each database in turn."""
    return make_site()


@pytest.fixture
def embedded_site(embedded: str) -> Site:
    """The made-up site on SQLite, for what does not depend on the database."""
    return make_site()
