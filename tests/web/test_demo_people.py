"""The made-up people of the demo: one a role, each with something to see."""

from dataclasses import replace

import pytest
from django.test import override_settings
from site_made import CASE, NOW, logged_in

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import people
from clewline.workflow.demo_people import busiest_partner, demo_people

REFERRALS = """
r1: on 2023-03-01 safeguarding referral R-1, force metropolitan, person metropolitan/1, age 15, partner Harbour
r2: on 2023-03-02 safeguarding referral R-2, force metropolitan, person metropolitan/2, age 16, partner Quay
r3: on 2023-03-03 safeguarding referral R-3, force metropolitan, person metropolitan/3, age 14, partner Quay
"""


@pytest.mark.usefixtures("embedded")
def test_the_partner_of_the_demo_sees_the_referrals_to_whom_most_were_made() -> None:
    assert busiest_partner() is None
    told = read_notation(REFERRALS)
    ledger.append([replace(one, case=CASE, source=Statement("Moss"), batch=None) for one in told])
    partner = busiest_partner()
    assert partner == "Quay"
    assert len(demo_people([CASE], body="metropolitan", at=NOW, partner=partner)) == 9
    with override_settings(DEMO=True):
        page = logged_in(people.find_person("partner")).get("/referrals/").content.decode()
    assert "R-2" in page and "R-3" in page and "R-1" not in page and CASE not in page
