"""From a page to what has to be done next: from a refused charge, from a person to their referrals, for a partner."""

import html
import re
from datetime import UTC, datetime

import pytest
from site_made import CASE, add, logged_in
from test_person_pages import CHILD, of, told

from clewline.access import Relation, Role
from clewline.safeguarding.referral import Act
from clewline.store import ledger
from clewline.store.accounts import people
from clewline.workflow.accounts import create_account
from clewline.workflow.accounts_changed import admit
from clewline.workflow.referral import by_partner

STORY = f"""
b1: on 2023-03-01 person {CHILD}, force kent, number P1, family name Wren, given names Jo, born 2009-05-06
b2: on 2023-03-02 arrest KP/23/C1, force kent, person {CHILD}, age 13
b3: on 2023-03-03 indicator observed I-1, force kent, person {CHILD}, indicator travel_tickets, observed by Jo Finch, \
basis seen at the stop
b4: on 2023-03-04 safeguarding referral R-1, force kent, person {CHILD}, age 13, partner Quay
b5: on 2023-03-05 concern asked {CHILD}, force kent, person {CHILD}, asked by Jo, body kent, reason They ring, \
about [{"a" * 64}|{"b" * 64}]
"""
CHARGE = {
    "its_reference": "KP/23/H1",
    "day_day": "6",
    "day_month": "3",
    "day_year": "2023",
    "force": "kent",
    "person": "P1",
    "offence": "MD71171",
    "arrest": "KP/23/C1",
    "press": "p1",
    "step": "check",
}


@pytest.mark.usefixtures("embedded_site")
def test_a_refused_charge_leads_to_the_form_of_what_is_missing() -> None:
    told(STORY)
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    answer = client.post(f"/case/{CASE}/record/charge/", CHARGE)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Protect first." in page
    (way,) = re.findall(r'href="(/case/[^"]*/record/section_45_considered/[^"]*)"', page)
    form = client.get(html.unescape(way)).content.decode()
    for value in ("P1", "MD71171", "KP/23/C1"):
        assert f'value="{value}"' in form
    wrong = client.post(f"/case/{CASE}/record/charge/", CHARGE | {"offence": "nonsense"})
    assert wrong.status_code == 422 and "Protect first." not in wrong.content.decode()


@pytest.mark.usefixtures("embedded_site")
def test_a_person_s_page_tells_of_their_referrals_in_words() -> None:
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    told(STORY.partition("b4:")[0])
    assert "No referral to a partner is recorded" in client.get(of(CHILD)).content.decode()
    told("b4:" + STORY.partition("b4:")[2])
    page = client.get(of(CHILD)).content.decode()
    assert re.search(r"/referral/[^>]*>R-1</a> to Quay, 4 March 2023: sent", page)
    assert "Indicator: travel tickets" in page and "a" * 64 not in page
    of_them = f"force kent, person {CHILD}"
    told(
        f"b6: on 2023-03-07 referrer told R-1, {of_them}, referral {'0a' * 6}, told accepted, told by Jo\n"
        f"b7: on 2023-03-08 nrm decision N-1, {of_them}, stage reasonable grounds, outcome positive, referral NRM-7"
    )
    page = client.get(of(CHILD)).content.decode()
    assert "Told: accepted; Told by: Jo" in page and "0a" * 6 not in page and "Referral: NRM-7" in page


@pytest.mark.usefixtures("embedded_site")
def test_a_partner_s_first_page_says_what_waits_for_it() -> None:
    told(STORY)
    now = datetime.now(UTC)
    pat = create_account(
        "pat", name="Pat", role=Role.PARTNER, body="Quay", password=None, by="Moss", at=now, made_up=False
    )
    client = logged_in(pat)
    assert "waits for your answer" not in client.get("/").content.decode(), "nobody has admitted them yet"
    admit(pat.id, admitted=True, by="Moss", at=now, because="They work there.")
    page = client.get("/").content.decode()
    assert "1 referral waits for your answer" in page and "R-1 from Kent, 4 March 2023: sent" in page
    assert CASE not in html.unescape(page).replace(f"open={CASE}%2Fb4", "") and "Wren" not in page
    (referral,) = ledger.of_kinds(CASE, "safeguarding_referral")
    by_partner(people.find_person("pat"), referral.id, Act.ACCEPT, words=None, at=now, press="p1")
    assert "waits for your answer" not in client.get("/").content.decode()
