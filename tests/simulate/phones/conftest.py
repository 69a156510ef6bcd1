"""One simulated case for all tests of phones: six weeks, few customers, so that it is made in a second."""

import pytest
from phone_files import TABLES, read, rows_of, truth_of

from clewline.simulate.phones import simulate_phones
from clewline.simulate.phones.casefile import case_file

SMALL = {"seed": 5, "days": 49, "customers": 12}


@pytest.fixture(scope="package")
def case():
    return case_file(**SMALL)


@pytest.fixture(scope="package")
def files():
    return {file.name: file for file in simulate_phones(**SMALL, generic=True)}


@pytest.fixture(scope="package")
def truth(files):
    return truth_of(files)


@pytest.fixture(scope="package")
def spots(files):
    return rows_of(files, "phones_blemishes.csv")


@pytest.fixture(scope="package")
def tables(files):
    return {name: read(files[name]) for name in TABLES}
