"""What happened to them, and fairness, in a real browser: for everybody, on a wide and a narrow screen."""

from datetime import UTC, datetime, timedelta

import pytest
from browser import chromium, log_in, look_at, served
from django.conf import settings

from clewline.store import ledger
from clewline.workflow.demo_people import demo_people
from workflow.bulletin_story import record

YEAR = "start=2022-04-01&end=2023-03-31"


@pytest.mark.slow
def test_the_pages_of_outcomes_and_fairness_are_for_everybody(embedded: str) -> None:
    at = datetime.now(UTC)
    lines = []
    for n in range(120):
        said = "age 16, sex male" if n < 60 else "age 30, sex female"
        lines.append(f"a{n}: on 2023-03-01 arrest C{n}, force kent, person kent/{n}, {said}")
        if n % 2:
            lines.append(
                f"s{n}: on 2023-03-02 safeguarding referral R{n}, force kent, person kent/{n}, {said}"
            )
            lines.append(
                f"t{n}: on 2023-03-03 safeguarding supported T{n}, force kent, person kent/{n}, {said}"
            )
    record("\n".join(lines), at=at - timedelta(hours=1), case="demo-1")
    passwords = dict(demo_people(ledger.cases(), body="kent", at=at))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        page = browser.new_page()
        log_in(page, address, "analyst", passwords["analyst"], settings.DEMO_CODE)
        wrong = []
        for name, place in (
            ("outcomes", f"/figures/outcomes/?{YEAR}"),
            ("outcome-people", f"/figures/outcomes/people/?{YEAR}&what=help"),
            ("fairness", f"/figures/fairness/?{YEAR}&of=arrested"),
        ):
            page.goto(address + place)
            wrong += look_at(page, f"analyst-{name}")
        assert page.locator("table").count() == 6 and page.locator("svg").count() >= 1
        assert not wrong
