"""The made-up people of the demo: one a role, each with something to see."""

from dataclasses import replace

import pytest
from django.test import override_settings
from site_made import CASE, NOW, logged_in

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import people
from clewline.workflow.demo_people import demo_people

REFERRALS = """
r1: on 2023-03-01 safeguarding referral R-1, force metropolitan, person metropolitan/1, age 15, partner Harbour
r2: on 2023-03-02 safeguarding referral R-2, force metropolitan, person metropolitan/2, age 16, partner Quay
"""


@pytest.mark.usefixtures("embedded")
def test_the_partner_of_the_demo_sees_the_referrals_to_whom_they_work_for() -> None:
    told = read_notation(REFERRALS)
    ledger.append([replace(one, case=CASE, source=Statement("Moss"), batch=None) for one in told])
    first = dict(demo_people([CASE], body="metropolitan", at=NOW, partner="Quay"))
    with override_settings(DEMO=True):
        page = logged_in(people.find_person("partner")).get("/referrals/").content.decode()
    assert "R-2" in page and "R-1" not in page and CASE not in page
    again = dict(demo_people([CASE], body="metropolitan", at=NOW, partner="Quay"))
    assert len(first) == 9 and first.keys() == again.keys() and first["partner"] != again["partner"]
